"""What people decided about who says what: found attributions are corrected, others are added."""

from collections.abc import Sequence
from typing import Final, get_args

import msgspec

from headwater.attribute.find.drafts import Found
from headwater.attribute.find.kinds import kind_of_cue
from headwater.attribute.find.words import Words
from headwater.attribute.judged_names import Named, read_name
from headwater.attribute.records import style_of
from headwater.judgements import meant
from headwater.judgements.kinds import read_chain
from headwater.judgements.words import reason
from headwater.model.attribution import Attribution, CueKind
from headwater.model.base import content_id
from headwater.model.document import Document
from headwater.model.judgement import Anchor, Judgement
from headwater.model.parse import Parse
from headwater.model.reason import Reason
from headwater.model.span import Place, Span

CUES: Final = frozenset(get_args(CueKind))
KINDS: Final = frozenset({"source_is", "cue_is", "content_is"})

Attributions = tuple[Attribution, ...]


class _Text:
    """A document as judgements are applied to it."""

    def __init__(self, document: Document, parse: Parse) -> None:
        self.document = document
        self.parse = parse
        self.words = Words(document, parse)

    def spans(self, judgement: Judgement) -> list[Span]:
        """Return where a judgement points in this document, in the order of its anchors."""
        digest = self.document.digest
        return [a.span for a in judgement.about if a.span is not None and a.digest == digest]

    def pieces(self, anchors: Sequence[Anchor]) -> tuple[Span, ...]:
        """Return the words that anchors point at in this document, piece by piece."""
        here = (a for a in anchors if a.span is not None and a.digest == self.document.digest)
        return tuple(sorted({span for a in here for span in a.parts or (a.span,) if span}))

    def ranges(self, spans: Sequence[Span]) -> tuple[Found, ...]:
        """Return the ranges of words of some spans."""
        pairs = (self.words.within(span) for span in spans)
        return tuple(Found(first, last) for first, last in pairs if first < last)

    def reason(self, judgement: Judgement, what: str) -> Reason:
        """Return the reason of a correction, with the words pointed at."""
        spans = sorted(set(self.spans(judgement)))
        places = tuple(Place(document=self.document.id, span=span) for span in spans)
        return reason(judgement, what, places)


def correct(
    document: Document,
    parse: Parse,
    attributions: Sequence[Attribution],
    judgements: Sequence[Judgement],
) -> Attributions:
    """Return the attributions of a document as people corrected them, in the same order.

    An attribution keeps its id, so that what points at it still does. Judgements are applied from
    the oldest to the latest; each sees what those before it left.

    Args:
        document: The text.
        parse: Its marks.
        attributions: As the stage found them.
        judgements: In force, with their anchors in the present texts, oldest first.
    """
    listed = [one for one in judgements if one.kind in KINDS]
    text = _Text(document, parse)
    listed = [one for one in listed if text.spans(one)]
    found = tuple(attributions)
    for one in listed:
        found = _apply(text, found, one)
    order = sorted(found, key=lambda a: (a.content[0], a.inside is not None, a.id))
    return tuple(order) if listed else found


def _apply(text: _Text, found: Attributions, judgement: Judgement) -> Attributions:
    """Return the attributions after one more judgement."""
    chosen = choose(found, judgement, text.document)
    if chosen is None:
        return _begin(text, found, judgement) if judgement.kind == "source_is" else found
    if judgement.kind == "source_is" and not judgement.value:
        return _drop(found, chosen)
    changed = _change(text, found, chosen, judgement)
    return tuple(changed if one.id == chosen.id else one for one in found)


def choose(
    found: Sequence[Attribution], judgement: Judgement, document: Document
) -> Attribution | None:
    """Return the attribution that the first anchor means: by its source, cue or content."""
    anchor = judgement.about[0]
    if anchor.span is None or anchor.digest != document.digest:
        return None
    keys = meant.meant(anchor, meant.things_of(found))
    return next((one for one in found if one.id == str(min(keys))), None) if keys else None


def _change(
    text: _Text, found: Attributions, one: Attribution, judgement: Judgement
) -> Attribution:
    """Return one attribution with what a person decided of it."""
    spans = tuple(sorted(set(text.spans(judgement)[1:])))
    if judgement.kind == "source_is":
        named = read_name(judgement.value or "", text.parse, found, one)
        change: dict[str, object] = named._asdict() | {"antecedent": None}
        change |= {"source": spans} if spans else {}
        what = f"that {judgement.value} says this"
    elif judgement.kind == "cue_is":
        kind = judgement.value if judgement.value in CUES else None
        ranges = text.ranges(spans)
        kind = kind or kind_of_cue(text.words, ranges[0] if ranges else None)
        change = {"cue": spans or one.cue, "cue_kind": kind}
        what = "which words mark this as said"
    else:
        change = {"content": spans, "style": style_of(text.words, text.ranges(spans))}
        what = "which words are said"
    reasons = (*one.reasons, text.reason(judgement, what))
    return msgspec.structs.replace(one, **change, probability=1.0, reasons=reasons)


def _begin(text: _Text, found: Attributions, judgement: Judgement) -> Attributions:
    """Return the attributions with a new one where the text seemed to speak for itself."""
    if not judgement.value:
        return found
    source = text.pieces(judgement.about[1:])
    content = text.pieces(judgement.about[:1])
    named = read_name(judgement.value, text.parse, found, None)
    what = f"that {judgement.value} says this"
    made = _make(text, (judgement.id,), content, named, text.reason(judgement, what))
    return (*found, msgspec.structs.replace(made, source=source))


def _make(
    text: _Text,
    key: tuple[str | int, ...],
    content: tuple[Span, ...],
    named: Named,
    why: Reason,
) -> Attribution:
    """Return an attribution that rests on a judgement alone."""
    return Attribution(
        id=content_id("a", text.document.id, *key),
        document=text.document.id,
        content=content,
        style=style_of(text.words, text.ranges(content)),
        reasons=(why,),
        **named._asdict(),
    )


def _drop(found: Attributions, gone: Attribution) -> Attributions:
    """Return the attributions without one; what lay inside it moves outward."""
    return tuple(
        msgspec.structs.replace(one, inside=gone.inside) if one.inside == gone.id else one
        for one in found
        if one.id != gone.id
    )


def name_chains(
    document: Document,
    parse: Parse,
    attributions: Sequence[Attribution],
    judgements: Sequence[Judgement],
) -> dict[str, Attributions]:
    """Return, by judgement, the attributions that a chain or an own claim names, outermost first.

    They stand for single statements, so they are not among those that `extract` reads.
    """
    text = _Text(document, parse)
    chains = {}
    for one in judgements:
        if one.kind not in {"chain_is", "own_claim"} or not one.value or not text.spans(one):
            continue
        content, inside = text.pieces(one.about), None
        made: list[Attribution] = []
        for number, name in enumerate(read_chain(one.value)):
            named = read_name(name, parse, attributions, None)
            why = text.reason(one, f"that this comes through {one.value}")
            link = _make(text, (one.id, number), content, named, why)
            made.append(msgspec.structs.replace(link, inside=inside))
            inside = link.id
        chains[one.id] = tuple(made)
    return chains
