"""One source as one document names it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from headwater.lexicon.parties import is_public
from headwater.model.attribution import Attribution, SourceKind, Veil
from headwater.model.base import Record
from headwater.model.document import Document
from headwater.model.reason import Reason
from headwater.model.span import Place
from headwater.text.between import Days, published_days
from headwater.text.names import fold_name

LONGEST_TITLE: Final = 12  # words; what comes after them tells a story

_SPEAKERS = frozenset({"spokesperson", "spokesman", "spokeswoman", "a spokesperson"})


class Party(Record, frozen=True, kw_only=True):
    """All attributions of one document that give one name.

    Attributes:
        key: Document, kind and folded name; unique in a case.
        wordings: The names and source words used, sorted.
        titles: What stands beside the name where it is cited ("Environment Minister"), sorted.
        published: First and last possible ISO day of the document, None if unknown.
        publishes: True if it stands for the publisher or wire agency of the document.
        place: Where the name can be read first; None for a publisher known from outside.
        ground: What says whose it is, where other words than those beside its name do.
    """

    key: tuple[str, str, str]
    document: str
    name: str
    kind: SourceKind
    wordings: tuple[str, ...] = ()
    attributions: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    affiliation: str | None = None
    veil: Veil | None = None
    published: Days | None = None
    publishes: bool = False
    place: Place | None = None
    ground: Reason | None = None


def find_parties(
    documents: Sequence[Document], attributions: Iterable[Attribution]
) -> tuple[Party, ...]:
    """Return the parties of all documents, sorted by key."""
    by_key: dict[tuple[str, str, str], list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        folded = " ".join(fold_name(attribution.name))
        by_key[attribution.document, attribution.kind, folded].append(attribution)
    by_id = {document.id: document for document in documents}
    parties = [_read_party(key, group, by_id[key[0]]) for key, group in by_key.items()]
    for document in documents:
        parties.extend(_publishers(document))
    return tuple(sorted(parties, key=lambda party: (party.key, party.publishes)))


def _read_party(key: tuple[str, str, str], group: list[Attribution], document: Document) -> Party:
    """Join the attributions of one name in one document."""
    group = sorted(group, key=lambda a: (a.source or a.content, a.id))
    first = group[0]
    spans = first.source or ((first.antecedent,) if first.antecedent else first.content)
    return Party(
        key=key,
        document=first.document,
        name=min((a.name for a in group), key=lambda name: (-len(name), name)),
        kind=first.kind,
        wordings=tuple(sorted({a.name for a in group})),
        attributions=tuple(sorted(a.id for a in group)),
        affiliation=next((a.affiliation for a in group if _belongs(a, document.text)), None)
        or _spoken_for(group, document),
        veil=next((a.veil for a in group if a.veil), None),
        titles=tuple(sorted({t for a in group for t in titles_of(a, document.text)})),
        published=published_days(document),
        place=Place(document=first.document, span=spans[0]),
    )


def _belongs(attribution: Attribution, text: str) -> bool:
    """Tell whether an affiliation stands beside the name: what a clause tells is a story."""
    words = " ".join(span.cut(text) for span in attribution.source)
    beside, _, clause = words.partition(" who ")
    belongs = attribution.affiliation
    return belongs is not None and (belongs in beside or belongs not in clause)


def _spoken_for(group: list[Attribution], document: Document) -> str | None:
    """Return the public body whose paper names somebody as its spokesperson and nothing more."""
    if document.outlet is None or not is_public(document.outlet.value):
        return None
    titles = {t.casefold() for a in group for t in titles_of(a, document.text)}
    return document.outlet.value if titles & _SPEAKERS else None


def titles_of(attribution: Attribution, text: str) -> list[str]:
    """Return the words beside the name in a source's wording, without relative clauses."""
    if not attribution.name:
        return []
    found = []
    spans = (*attribution.source, *((attribution.antecedent,) if attribution.antecedent else ()))
    for span in spans:
        words = " ".join(span.cut(text).split())
        before, name, after = words.partition(attribution.name)
        rest = f"{before} {after.split(' who ')[0]}".strip(" ,")
        if name and rest:
            found.append(" ".join(rest.split()[:LONGEST_TITLE]))
    return found


def _publishers(document: Document) -> list[Party]:
    """Return the publisher of a document and the agency whose copy it is."""
    outlet, agency = document.outlet, document.agency
    day = published_days(document)
    found = [
        Party(
            key=(document.id, "publisher", ""),
            document=document.id,
            name=outlet.value if outlet else document.name,
            kind="media_outlet",
            published=day,
            publishes=True,
            place=Place(document=document.id, span=outlet.span) if outlet and outlet.span else None,
        )
    ]
    if agency:
        place = Place(document=document.id, span=agency.span) if agency.span else None
        found.append(
            Party(
                key=(document.id, "wire", ""),
                document=document.id,
                name=agency.value,
                kind="media_outlet",
                published=day,
                publishes=True,
                place=place,
            )
        )
    return found
