"""Places of texts as they are typed."""

import re
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from headwater.model.dossier import Dossier
    from headwater.model.judgement import Anchor, JudgementKind

_PLACE: Final = re.compile(r"(?P<name>.+):(?P<start>\d+)-(?P<end>\d+)$")


def anchor(dossier: "Dossier", place: str, kind: "JudgementKind") -> "Anchor":
    """Return the anchor of a place such as `a.txt:120-180`, or of a whole document.

    Raises:
        click.BadParameter: If it is not a place in a document of the case, or the kind of
            judgement is not about documents and a whole one is named.
    """
    from headwater.judgements.anchors import at_document, at_span
    from headwater.judgements.kinds import KINDS
    from headwater.model.span import Span

    match = _PLACE.match(place)
    if match is None and KINDS[kind].about not in {"document", "any"}:
        raise click.BadParameter(f"{place!r} should be DOCUMENT:START-END", param_hint="--at")
    name = match["name"] if match is not None else place
    found = [d for d in dossier.documents if name in {d.name, d.name.removesuffix(".txt"), d.id}]
    if not found:
        known = ", ".join(document.name for document in dossier.documents)
        raise click.BadParameter(f"no document {name!r}; the case has {known}", param_hint="--at")
    if match is None:
        return at_document(found[0])
    start, end = int(match["start"]), int(match["end"])
    if not start < end <= len(found[0].text):
        raise click.BadParameter(
            f"{place!r} is no stretch of a text of {len(found[0].text)} characters"
        )
    return at_span(found[0], Span(start=start, end=end))
