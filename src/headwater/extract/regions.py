"""Who speaks where: the stretches of a document by the innermost attribution that covers them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from headwater.extract.beside import find_beside
from headwater.extract.carried import with_subjects
from headwater.extract.framing import Sense, find_frame, with_frame
from headwater.extract.furniture import find_furniture, is_furniture
from headwater.extract.kinds import is_open
from headwater.extract.settings import ExtractSettings
from headwater.extract.told_of import find_told_of
from headwater.model.attribution import Attribution, CueKind
from headwater.model.document import Document
from headwater.model.parse import Parse
from headwater.model.span import Span, touching

_WORD: Final = re.compile(r"\w+")
DENYING: Final[frozenset[CueKind]] = frozenset({"denies", "rejects"})
_NAMING: Final = re.compile(r"(?:\S+ ){1,6}as (?:saying|telling|having said)\W*$")
_WHERE: Final = re.compile(
    r"(?: (?:on |late |early |earlier )*(?:[A-Z][a-z]+day|today|yesterday|in a statement))*,"
    r" (where (?:he|she|it|they|the) [^\n]*)"
)
FEWEST_BESIDE: Final = 6  # words of a sentence beside what others say
SILENT: Final[frozenset[CueKind]] = frozenset({"declines", "silent"})


class Region(NamedTuple):
    """Stretches of one speaker; `whole` if it is an attribution's content with nothing cut out.

    `chain` holds the attributions from the outermost inward; empty for the outlet's own voice.
    `sense` tells whether it begins with words of its cue that bear on all of it.
    """

    chain: tuple[Attribution, ...]
    spans: tuple[Span, ...]
    whole: bool
    sense: Sense = "said"


def find_regions(
    document: Document, parse: Parse, attributions: Sequence[Attribution], settings: ExtractSettings
) -> tuple[Region, ...]:
    """Return the regions in text order.

    What is attributed belongs to the innermost attribution; source and cue words belong to nobody,
    unless the content would say something else without them (`framing.py`). Silences ("declined to
    comment", "do not show what ...") and what is not said stay with the speaker around them, as a
    statement of theirs.
    """
    site = find_furniture(document.text, parse.sentences)
    kept = tuple(
        _without_relative(document.text, parse, a)
        for a in attributions
        if a.probability >= settings.min_probability and not is_furniture(a, site)
    )
    frames = {a.id: find_frame(document.text, parse, a) for a in kept}
    kept = tuple(_with_tail(document.text, parse, a, kept) for a in kept)
    speaking = tuple(
        a
        for a in kept
        if frames[a.id].sense != "not said" and _says_something(document.text, a, settings)
    )
    children: Mapping[str | None, list[Attribution]] = _group(speaking, {a.id: a for a in kept})
    regions: list[Region] = []
    body = _subtract((s.span for s in parse.sentences), (*(a.span for a in document.asides), *site))
    own = _subtract(body, _extents(children[None]))
    beside = find_beside(document.text, parse, children[None], own)
    own, told = _parted(document.text, parse, own, children[None])
    regions.extend(Region((), spans, whole=False, sense="beside") for spans in (*beside, *told))
    regions.extend(Region((), spans, whole=False) for spans in _bridged(own, site))
    todo: list[tuple[Attribution, tuple[Attribution, ...]]] = [(a, (a,)) for a in children[None]]
    while todo:
        attribution, chain = todo.pop()
        below = children[attribution.id]
        todo.extend((child, (*chain, child)) for child in below)
        if any(child.content == attribution.content for child in below):
            continue
        frame = frames[attribution.id]
        said = with_frame(_said(document.text, attribution), frame)
        left = _subtract(said, (*_extents(below), *site))
        left, told = _parted(document.text, parse, left, below)
        regions.extend(Region(chain, spans, whole=False, sense="beside") for spans in told)
        if below:
            regions.extend(_around(document.text, parse, chain, said, left, _extents(below)))
        elif left:
            regions.append(Region(chain, left, whole=True, sense=frame.sense))
    return tuple(sorted(regions, key=lambda r: (r.spans[0], tuple(a.id for a in r.chain))))


def _around(
    text: str,
    parse: Parse,
    chain: tuple[Attribution, ...],
    said: Sequence[Span],
    left: Sequence[Span],
    holes: Sequence[Span],
) -> Iterable[Region]:
    """Yield what is left of a content around what others say in it.

    Pieces around an inner attribution do not make one sentence; the sentences beside it are whole,
    but short ones mostly point at what others say ("I don't buy that").
    """
    touched = [s.span for hole in holes for s in touching(parse.sentences, (hole,))]
    beside = (span for span in _subtract(said, touched) if span in _subtract(left, touched))
    whole = tuple(s for s in beside if len(_WORD.findall(s.cut(text))) >= FEWEST_BESIDE)
    yield from (Region(chain, (span,), whole=False) for span in _subtract(left, whole))
    if whole:
        yield Region(chain, whole, whole=True)


def _parted(
    text: str, parse: Parse, left: Sequence[Span], below: Sequence[Attribution]
) -> tuple[tuple[Span, ...], tuple[tuple[Span, ...], ...]]:
    """Return what a voice says with its subjects, and apart what it tells of others' words."""
    sources = tuple(span for a in below for span in a.source)
    own = with_subjects(text, parse, left, below)
    told = find_told_of(text, parse, [span for span in own if span in left], sources)
    return tuple(span for span in own if span not in told), tuple(told.values())


def _bridged(spans: Sequence[Span], site: Sequence[Span]) -> Iterable[tuple[Span, ...]]:
    """Yield spans one by one, but those together that only lines of the site part."""
    row: tuple[Span, ...] = ()
    for span in spans:
        if row and not any(s.start <= row[-1].end and span.start <= s.end for s in site):
            yield row
            row = ()
        row = (*row, span)
    if row:
        yield row


def _said(text: str, attribution: Attribution) -> tuple[Span, ...]:
    """Return a content without a piece that only names who said it ("Borg as saying")."""
    kept = tuple(span for span in attribution.content if not _NAMING.match(span.cut(text)))
    return kept or attribution.content


def _says_something(text: str, attribution: Attribution, settings: ExtractSettings) -> bool:
    """Tell whether a source states something, and does not keep silent or leave it open."""
    if attribution.cue_kind in SILENT or is_open(text, attribution):
        return False
    if all(_NAMING.match(span.cut(text)) for span in attribution.content):
        return False
    return not _is_scrap(text, attribution, settings)


def _is_scrap(text: str, attribution: Attribution, settings: ExtractSettings) -> bool:
    """Tell whether a content is too short to be a statement: "as rich as he says (he is)".

    Its words then stay with the speaker around it. "It was first described by Roe" says nothing
    but where it was said.
    """
    source = attribution.source
    if attribution.inside is None and source and attribution.content[-1].start < source[0].start:
        return False
    count = sum(len(_WORD.findall(text, span.start, span.end)) for span in attribution.content)
    return count < fewest_words(attribution, settings)


def fewest_words(attribution: Attribution, settings: ExtractSettings) -> int:
    """Return how many words make a statement: of what is denied ("the deliveries"), fewer."""
    denied = attribution.cue_kind in DENYING
    return settings.min_words_denied if denied else settings.min_words_said


def _group(
    attributions: Collection[Attribution], by_id: Mapping[str, Attribution]
) -> Mapping[str | None, list[Attribution]]:
    """Return attributions by the id of the one around them (None at the top), in text order.

    Where the one around says nothing itself, the next one counts.
    """
    grouped: dict[str | None, list[Attribution]] = defaultdict(list)
    speaking = frozenset(a.id for a in attributions)
    for attribution in sorted(attributions, key=lambda a: (a.content[0], a.id)):
        inside = attribution.inside
        while inside is not None and inside not in speaking:
            inside = by_id[inside].inside if inside in by_id else None
        grouped[inside].append(attribution)
    return grouped


def _extents(attributions: Iterable[Attribution]) -> tuple[Span, ...]:
    """Return all words of attributions: sources, cues and contents."""
    return tuple(span for a in attributions for span in (*a.source, *a.cue, *a.content))


def _subtract(spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of spans once the holes are cut out, in text order."""
    cut = sorted(holes)
    left: list[Span] = []
    for span in sorted(spans):
        at = span.start
        for hole in cut:
            if hole.end <= at or hole.start >= span.end:
                continue
            if at < hole.start:
                left.append(Span(start=at, end=hole.start))
            at = max(at, hole.end)
        if at < span.end:
            left.append(Span(start=at, end=span.end))
    return tuple(left)


def _tail(text: str, parse: Parse, attribution: Attribution) -> tuple[Span, ...]:
    """Return what goes on behind a source: "Borg flies to Lima, the guild said, where he ..."."""
    marks = (*attribution.source, *attribution.cue)
    if not marks or not attribution.content:
        return ()
    end, start = max(span.end for span in marks), attribution.content[-1].end
    sentence = next(iter(touching(parse.sentences, (attribution.content[-1],))), None)
    if sentence is None or not start < min(s.start for s in marks) < end < sentence.span.end:
        return ()
    found = _WHERE.match(text, end, sentence.span.end)
    return (Span(start=found.start(1), end=sentence.span.end),) if found else ()


def _without_relative(text: str, parse: Parse, attribution: Attribution) -> Attribution:
    """Return an attribution without the "which" of ", which critics called a mistake"."""
    first, *rest = attribution.content
    if not rest or first.cut(text) not in {"which", "that"}:
        return attribution
    told = msgspec.structs.replace(attribution, content=tuple(rest))
    return told if find_frame(text, parse, told).sense == "bare" else attribution


def _with_tail(
    text: str, parse: Parse, attribution: Attribution, others: Sequence[Attribution]
) -> Attribution:
    """Return an attribution with what goes on behind its source, if that is nobody else's."""
    tail = _tail(text, parse, attribution)
    taken = _extents(a for a in others if a.id != attribution.id)
    if not tail or any(span.overlaps(tail[0]) for span in taken):
        return attribution
    return msgspec.structs.replace(attribution, content=(*attribution.content, *tail))
