"""Attribution with the trained model beside the rules."""

from headwater.attribute.settings import AttributeSettings
from headwater.attribute.stage import attribute
from headwater.attribute.tagger import load_tagger
from headwater.model.attribution import Attribution
from headwater.model.document import Document
from headwater.model.parse import Parse


def attribute_tagged(
    document: Document, parse: Parse, *, settings: AttributeSettings | None = None
) -> tuple[Attribution, ...]:
    """Return who is said to say what, found by the shipped model and the rules."""
    return attribute(document, parse, tagger=load_tagger(), settings=settings)
