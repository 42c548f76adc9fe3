"""Source, cue and content of a text's attributions, found by the trained model."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.attribute.tagger_decode import (
    CUE_TAGS,
    decode_cues,
    decode_labels,
    log_softmax,
    runs_of,
)
from headwater.attribute.tagger_passages import Passage, cut_passages
from headwater.attribute.tagger_pieces import (
    CLOSES,
    CLOSING,
    OPENING,
    OPENS,
    QUOTED,
    STRAIGHT,
    UNCLOSED,
    Pieces,
    read_pieces,
)
from headwater.attribute.tagger_resolve import Proposal, settle, shifted
from headwater.attribute.tagger_windows import LEFT, RIGHT, encode_words, surroundings_of
from headwater.weights.load import AttributionWeights, Surroundings, load_attribution

# Log odds given to doubtful cues; the reader sorts the false ones out. 1.0 reads a fifth fewer of
# them than 2.0 at the same F1 (PolNeAR dev, 2026-11-21).
CUE_LEAN: Final = 1.0
GROW_MOST: Final = 600  # words that a quotation may run on past the last one read
# Marks, as pieces of the BERT uncased vocabulary, that neither open nor close a content. PolNeAR's
# annotators leave them out; taking them off made 14 of 2,192 contents exact (dev, 2026-11-21).
NEVER_FIRST: Final = frozenset((1010, 1025, 1024, 1012, 1007, 1011, 1516, 1517))  # , ; : . ) - – —
NEVER_LAST: Final = frozenset((1006, 1523, 1520, 1011, 1516, 1517, 1010, 1025))  # ( “ ‘ - – — , ;
FULL_STOPS: Final = frozenset((1012, 1029, 999))  # . ? !
BLANKED: Final = {ord(mark): " " for mark in OPENING | CLOSING | STRAIGHT}  # offsets stay
READ_AT_ONCE: Final = 24  # cues; bounds the memory of a pass
SOURCE_LABELS: Final = (1, 2)
CONTENT_LABELS: Final = (3, 4)
TINY: Final = 1e-6

Floats = NDArray[np.float32]


class Tagged(NamedTuple):
    """One attribution as character offsets into the given text, half-open.

    `source` is None where the text names none; `content` has one or more spans in text order;
    `probability` is calibrated, 0..1, that source and content are right; `scores` are the
    model's mean probabilities for source, cue and content.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    probability: float
    scores: tuple[float, float, float]


class Tagger:
    """Finds attributions; keeps nothing between texts."""

    def __init__(self, weights: AttributionWeights) -> None:
        self._weights = weights

    def tag(
        self,
        text: str,
        *,
        minimum: float = 0.3,
        paragraphs: Sequence[tuple[int, int]] | None = None,
    ) -> tuple[Tagged, ...]:
        """Find the attributions of a whole document.

        Args:
            text: Any length.
            minimum: Less probable ones are left out.
            paragraphs: Where they stand, half-open, in text order; what is in none is not read.
                Lines if left out.

        Returns:
            In order of their first character. No word is in two cues or contents, except that one
            attribution may lie wholly inside another's content.
        """
        pieces = read_pieces(text, self._weights.tokenize(text), paragraphs)
        proposals = propose(cut_passages(text, pieces), self._weights)
        kept = settle([p for p in proposals if p.probability >= minimum])
        return tuple(sorted((_tagged(p, pieces) for p in kept), key=_place))

    def tag_many(
        self, texts: Sequence[str], *, minimum: float = 0.3
    ) -> tuple[tuple[Tagged, ...], ...]:
        """Find the attributions inside contents of attributions; see `tag`.

        A text that opens with a quotation mark is read without its double marks: all of it is
        the outer speaker's, and the model was taught to look for nobody else in quotations.
        """
        return tuple(self.tag(_unquoted(text), minimum=minimum) for text in texts)


@lru_cache(maxsize=1)
def load_tagger() -> Tagger:
    """Return the tagger on the weights that are shipped with the package."""
    return Tagger(load_attribution())


def propose(passages: Sequence[Passage], weights: AttributionWeights) -> list[Proposal]:
    """Return every attribution that the model considers, probable or not, in text order.

    Every passage is run through the model alone: what is found in it depends on nothing else.
    """
    return [
        shifted(proposal, low) for low, pieces in passages for proposal in _read(pieces, weights)
    ]


def _read(pieces: Pieces, weights: AttributionWeights) -> list[Proposal]:
    states, tags = encode_words(pieces, weights)
    cue_tags = log_softmax(tags[:, CUE_TAGS])
    sure = decode_cues(cue_tags, 0.0)
    taken = {word for start, end in sure for word in range(start, end)}
    doubtful = (span for span in decode_cues(cue_tags, CUE_LEAN) if taken.isdisjoint(range(*span)))
    cues = sorted([*sure, *doubtful])
    proposals: list[Proposal] = []
    for start in range(0, len(cues), READ_AT_ONCE):
        chunk = cues[start : start + READ_AT_ONCE]
        around = surroundings_of(pieces, chunk)
        labels, worth = weights.read(states, around)
        proposals.extend(_read_off(chunk, around, log_softmax(labels), worth, cue_tags))
    whole = (_begun(proposal, pieces) for proposal in proposals)
    grown = (_grown(_trimmed(proposal, pieces), pieces) for proposal in whole)
    return [_weighed(proposal, weights.calibration) for proposal in grown]


def _read_off(
    cues: list[tuple[int, int]],
    around: Surroundings,
    labels: Floats,
    worth: Floats,
    cue_tags: Floats,
) -> list[Proposal]:
    found = []
    paths = decode_labels(labels, around.kind)
    for row, cue in enumerate(cues):
        path, words = paths[row], around.rows[row]
        content = np.isin(path, CONTENT_LABELS)
        if not content.any():
            continue
        chances = np.exp(labels[row])
        source = np.isin(path, SOURCE_LABELS)
        free = around.kind[row] == 0
        cue_chance = float(1.0 - np.exp(cue_tags[slice(*cue), 0]).mean())
        content_chance = float(chances[content][:, CONTENT_LABELS].sum(axis=1).mean())
        source_chance = chances[:, SOURCE_LABELS].sum(axis=1)
        source_score = source_chance[source].mean() if source.any() else 1 - source_chance.max()
        path_score = float(np.take_along_axis(labels[row], path[:, None], axis=1)[free].sum())
        signals = (
            float(worth[row]),
            _log_odds(cue_chance),
            _log_odds(content_chance),
            _log_odds(float(source_score)),
            float(not source.any()),
            max(path_score, -20.0),
            float(np.log(content.sum())),
        )
        found.append(
            Proposal(
                source=_span_of(words[source]),
                cue=cue,
                content=tuple(words[content].tolist()),
                signals=signals,
                scores=(float(source_score), cue_chance, content_chance),
                probability=0.0,
            )
        )
    return found


def _unquoted(text: str) -> str:
    opens = text.lstrip()[:1] in OPENING | STRAIGHT or text.lstrip().startswith("''")
    return text.translate(BLANKED).replace("''", "  ") if opens else text


def _trimmed(proposal: Proposal, pieces: Pieces) -> Proposal:
    """Take marks off the ends of each run of the content, unless nothing would be left."""
    ids = pieces.ids[pieces.first[:-1]]
    words: list[int] = []
    for first, end in runs_of(list(proposal.content)):
        low, high = first, end
        while low < high and int(ids[low]) in NEVER_FIRST:
            low += 1
        while low < high and int(ids[high - 1]) in NEVER_LAST:
            high -= 1
        words.extend(range(low, high))
    return proposal._replace(content=tuple(words)) if words else proposal


def _begun(proposal: Proposal, pieces: Pieces) -> Proposal:
    """Follow a content that began before the first word read, to its quotation's or sentence's."""
    word = proposal.content[0]
    if word != proposal.cue[0] - LEFT:
        return proposal
    rows = pieces.first[:-1]
    quoted = pieces.features[rows[word], QUOTED] > 0
    first = word
    while first > 0 and word - first < GROW_MOST:
        row = rows[first]
        if pieces.features[row, OPENS] > 0 if quoted else pieces.ids[row - 1] in FULL_STOPS:
            break
        first -= 1
    return proposal._replace(content=(*range(first, word), *proposal.content))


def _grown(proposal: Proposal, pieces: Pieces) -> Proposal:
    """Follow a quotation that runs on past the words the model sees, to its closing mark."""
    word = proposal.content[-1]
    if word != proposal.cue[0] + RIGHT:
        return proposal
    marks = pieces.features[pieces.first[:-1][word : word + GROW_MOST]]
    inside = (marks[:, QUOTED] + marks[:, UNCLOSED]) > 0
    closing = np.flatnonzero(~inside | (marks[:, CLOSES] > 0))
    if not len(closing) or not inside[0] or not inside[closing[0]]:
        return proposal
    return proposal._replace(
        content=(*proposal.content, *range(word + 1, word + 1 + int(closing[0])))
    )


def _weighed(proposal: Proposal, calibration: tuple[float, ...]) -> Proposal:
    logit = calibration[0] + sum(
        weight * signal for weight, signal in zip(calibration[1:], proposal.signals, strict=True)
    )
    return proposal._replace(probability=float(1.0 / (1.0 + np.exp(-logit))))


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, TINY), 1.0 - TINY)
    return float(np.log(bounded / (1.0 - bounded)))


def _span_of(words: NDArray[np.int64]) -> tuple[int, int] | None:
    return (int(words[0]), int(words[-1]) + 1) if len(words) else None


def _tagged(proposal: Proposal, pieces: Pieces) -> Tagged:
    def characters(span: tuple[int, int]) -> tuple[int, int]:
        return int(pieces.starts[span[0]]), int(pieces.ends[span[1] - 1])

    return Tagged(
        source=characters(proposal.source) if proposal.source else None,
        cue=characters(proposal.cue),
        content=tuple(characters(run) for run in runs_of(list(proposal.content))),
        probability=proposal.probability,
        scores=proposal.scores,
    )


def _place(tagged: Tagged) -> tuple[int, int, int]:
    spans = [tagged.cue, *tagged.content, *([tagged.source] if tagged.source else [])]
    return min(start for start, _ in spans), -max(end for _, end in spans), tagged.cue[0]
