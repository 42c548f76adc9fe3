"""What a person says about a document that its file does not: outlet, day, headline, address."""

from collections.abc import Mapping

from headwater.judgements.anchors import at_document
from headwater.judgements.kinds import MASTHEAD
from headwater.judgements.make import make
from headwater.model.document import Document
from headwater.model.judgement import Judgement


def tell(
    document: Document, said: Mapping[str, str], *, who: str, made_at: str
) -> tuple[Judgement, ...]:
    """Return what a person decides about a document, a decision for each field that is news.

    Args:
        document: As the last run read it.
        said: Masthead fields by name; what is empty or as it was read already is passed over.
        who: Whose word it is.
        made_at: ISO 8601 date and time with zone.

    Raises:
        InputError: If the day is none.
    """
    now = {name: stated.value for name in MASTHEAD if (stated := getattr(document, name))}
    return tuple(
        make(kind, [at_document(document)], who=who, made_at=made_at, value=value)
        for name, kind in MASTHEAD.items()
        if (value := said.get(name, "").strip()) and value != now.get(name)
    )
