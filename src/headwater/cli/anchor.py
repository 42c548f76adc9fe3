"""Places of texts as they are typed."""

import re
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from headwater.model.dossier import Dossier
    from headwater.model.judgement import Anchor

_PLACE: Final = re.compile(r"(?P<name>.+):(?P<start>\d+)-(?P<end>\d+)$")


def anchor(dossier: "Dossier", place: str) -> "Anchor":
    """Return the anchor of a place such as `a.txt:120-180`.

    Raises:
        click.BadParameter: If it is not a place in a document of the case.
    """
    from headwater.judgements.anchors import at_span
    from headwater.model.span import Span

    match = _PLACE.match(place)
    if match is None:
        raise click.BadParameter(f"{place!r} should be DOCUMENT:START-END", param_hint="--at")
    named = (match["name"], f"{match['name']}.txt")
    found = [d for d in dossier.documents if d.name in named or d.id == match["name"]]
    if not found:
        known = ", ".join(document.name for document in dossier.documents)
        raise click.BadParameter(f"no document {match['name']!r}; the case has {known}")
    start, end = int(match["start"]), int(match["end"])
    if not start < end <= len(found[0].text):
        raise click.BadParameter(
            f"{place!r} is no stretch of a text of {len(found[0].text)} characters"
        )
    return at_span(found[0], Span(start=start, end=end))
