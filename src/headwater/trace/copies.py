"""Text that documents share: candidates by fingerprints, then exact alignment."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from headwater.model.document import Document
from headwater.model.span import Span
from headwater.model.trace import Copy, Passage
from headwater.trace.copykind import judge_copy
from headwater.trace.settings import TraceSettings

_WORD = re.compile(r"\w+")


Places = dict[int, list[int]]
Words = Sequence[str]


@dataclass(frozen=True)
class Worded:
    """A document as a row of words; asides left out.

    Attributes:
        spans: Where each word stands in the text.
        places: Where each run of `min_passage` words begins, by a hash of the run.
    """

    document: Document
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    places: Places


def find_copies(documents: Sequence[Document], settings: TraceSettings) -> tuple[Copy, ...]:
    """Return the pairs of documents that share text, with the passages; sorted by ids.

    Candidates come from an inverted index of winnowed fingerprints, so the work grows with the
    text and the number of true pairs, not with the square of the documents.

    Source:
        S. Schleimer, D. Wilkerson, A. Aiken, Winnowing, SIGMOD 2003.
    """
    worded = {d.id: read_words(d, settings) for d in documents}
    found = []
    for left, right in _candidates(worded, settings):
        runs = shared_runs(worded[left], worded[right], settings)
        if runs:
            found.append(_make_copy(worded[left], worded[right], runs))
    return tuple(sorted(found, key=lambda copy: (copy.left, copy.right)))


def read_words(document: Document, settings: TraceSettings) -> Worded:
    """Return the words of a document outside its asides."""
    asides = [aside.span for aside in document.asides]
    words, spans = [], []
    for match in _WORD.finditer(document.text):
        if not any(a.start <= match.start() < a.end for a in asides):
            words.append(match.group().casefold())
            spans.append(match.span())
    places = index_runs(words, settings.min_passage)
    return Worded(document, tuple(words), tuple(spans), places)


def index_runs(words: Words, size: int) -> Places:
    """Return where each run of so many words begins, by a hash of the run."""
    found: Places = defaultdict(list)
    for at in range(len(words) - size + 1):
        found[zlib.crc32(" ".join(words[at : at + size]).encode())].append(at)
    return dict(found)


def fingerprints(words: Sequence[str], settings: TraceSettings) -> frozenset[int]:
    """Return the winnowed hashes of all runs of `gram` words."""
    size = settings.gram
    hashes = [
        zlib.crc32(" ".join(words[at : at + size]).encode()) for at in range(len(words) - size + 1)
    ]
    if len(hashes) <= settings.window:
        return frozenset([min(hashes)]) if hashes else frozenset()
    return frozenset(
        min(hashes[at : at + settings.window]) for at in range(len(hashes) - settings.window + 1)
    )


def _candidates(worded: dict[str, Worded], settings: TraceSettings) -> Iterator[tuple[str, str]]:
    """Yield id pairs, left before right, that share enough rare fingerprints."""
    index: dict[int, list[str]] = defaultdict(list)
    for key in sorted(worded):
        for mark in fingerprints(worded[key].words, settings):
            index[mark].append(key)
    shared: Counter[tuple[str, str]] = Counter()
    for holders in index.values():
        if 1 < len(holders) <= settings.max_documents:
            shared.update(combinations(holders, 2))
    yield from sorted(pair for pair, count in shared.items() if count >= settings.min_shared)


def shared_runs(
    left: Worded, right: Worded, settings: TraceSettings
) -> tuple[tuple[int, int, int], ...]:
    """Return the shared runs of words as (left start, right start, length), longest first kept.

    Greedy tiling: no word of either side is in two runs; runs are at least `min_passage` long.
    """
    size = settings.min_passage
    runs = {
        (at, other, length)
        for mark in left.places.keys() & right.places.keys()
        for at in left.places[mark]
        for other in right.places[mark]
        if not (at and other and left.words[at - 1] == right.words[other - 1])
        and (length := _run_length(left.words, right.words, at, other)) >= size
    }
    return _tile(runs, size)


def _run_length(left: Words, right: Words, at: int, other: int) -> int:
    """Return how many words are the same from two places on."""
    most = min(len(left) - at, len(right) - other)
    return next((n for n in range(most) if left[at + n] != right[other + n]), most)


def _tile(runs: Iterable[tuple[int, int, int]], size: int) -> tuple[tuple[int, int, int], ...]:
    """Keep the longest runs that do not overlap on either side, in left order."""
    used_left: set[int] = set()
    used_right: set[int] = set()
    kept = []
    for at, other, length in sorted(runs, key=lambda run: (-run[2], run)):
        free = [
            step for step in range(length)
            if at + step not in used_left and other + step not in used_right
        ]  # fmt: skip
        if len(free) < size or free[-1] - free[0] != len(free) - 1:
            continue
        start, count = free[0], len(free)
        used_left.update(range(at + start, at + start + count))
        used_right.update(range(other + start, other + start + count))
        kept.append((at + start, other + start, count))
    return tuple(sorted(kept))


def _split_at_asides(
    left: Worded, right: Worded, run: tuple[int, int, int]
) -> Iterator[tuple[int, int, int]]:
    """Yield the parts of a run between which no side has a byline or another aside."""
    at, other, length = run
    cuts = [
        step for step in range(1, length)
        if _is_cut(left, at + step) or _is_cut(right, other + step)
    ]  # fmt: skip
    for start, stop in pairwise((0, *cuts, length)):
        yield at + start, other + start, stop - start


def _is_cut(side: Worded, at: int) -> bool:
    """Tell whether words that are set aside stand right before a word."""
    before, after = side.spans[at - 1][1], side.spans[at][0]
    return _WORD.search(side.document.text, before, after) is not None


def _make_copy(left: Worded, right: Worded, runs: tuple[tuple[int, int, int], ...]) -> Copy:
    """Turn runs of words into passages and judge what they mean."""
    passages = tuple(
        Passage(
            left=Span(start=left.spans[at][0], end=left.spans[at + length - 1][1]),
            right=Span(start=right.spans[other][0], end=right.spans[other + length - 1][1]),
        )
        for run in runs
        for at, other, length in _split_at_asides(left, right, run)
    )
    words = sum(length for _, _, length in runs)
    shares = words / len(left.words), words / len(right.words)
    return judge_copy(left.document, right.document, passages, shares)
