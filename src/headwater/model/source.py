"""Who or what is cited, across documents."""

from headwater.model.attribution import SourceKind, Veil
from headwater.model.base import Record
from headwater.model.reason import Reason


class Source(Record, frozen=True, kw_only=True):
    """One source, read from the attributions that name it.

    Attributes:
        name: The fullest name used; an anonymous group's name is its formula in one document.
        aliases: Every other wording, sorted.
        attributions: Ids of the attributions it was read from, sorted; empty for an outlet that
            is only the publisher of a document.
        documents: Ids of documents that it published, for outlets.
        affiliation: Id of the source it belongs to or speaks for, if known.
        interest: Name of the state or body whose position it voices; voices of one interest on
            their own position are one origin.
        veil: For anonymous sources.
        reasons: Why these attributions are one source.
        reliability: Admiralty letter A-F that a person gave it, None if nobody did.
        graded: Who gave the letter, and why.
    """

    id: str
    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    attributions: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    affiliation: str | None = None
    interest: str | None = None
    veil: Veil | None = None
    reasons: tuple[Reason, ...] = ()
    reliability: str | None = None
    graded: Reason | None = None
