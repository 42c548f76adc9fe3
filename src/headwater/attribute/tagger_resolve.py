"""Settle which of the proposed attributions of a text may stand beside each other."""

from typing import Final, NamedTuple

LEFT_LEAST: Final = 0.5  # share of a content that must be free, as half of it makes a match


class Proposal(NamedTuple):
    """An attribution in words of a text.

    `source` and `cue` are half-open word ranges, `content` is sorted word numbers; `signals` are
    what the calibration weighs; `scores` are those of source, cue and content.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[int, ...]
    signals: tuple[float, ...]
    scores: tuple[float, float, float]
    probability: float


def shifted(proposal: Proposal, by: int) -> Proposal:
    """Return a proposal whose words have numbers that are larger by some."""
    source = (proposal.source[0] + by, proposal.source[1] + by) if proposal.source else None
    return proposal._replace(
        source=source,
        cue=(proposal.cue[0] + by, proposal.cue[1] + by),
        content=tuple(word + by for word in proposal.content),
    )


class _Extent(NamedTuple):
    words: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def settle(proposals: list[Proposal]) -> list[Proposal]:
    """Keep the more probable of proposals that compete for words.

    A proposal that lies wholly inside the content of another, or the other way round, does not
    compete with it. One that keeps most of its content stays without the words it lost. Sources
    do not compete: one may speak in several attributions ("she said ... and added ..."), as in
    PolNeAR, and one that is lost would read like a text that names none.

    Returns:
        Most probable first; ties in text order.
    """
    kept: list[Proposal] = []
    extents: list[_Extent] = []
    for proposal in sorted(proposals, key=lambda p: (-p.probability, p.cue)):
        trimmed = _fit(proposal, extents)
        if trimmed is not None:
            kept.append(trimmed)
            extents.append(_extent(trimmed))
    return kept


def _extent(proposal: Proposal) -> _Extent:
    source = frozenset(range(*proposal.source)) if proposal.source else frozenset()
    cue, content = frozenset(range(*proposal.cue)), frozenset(proposal.content)
    return _Extent(source | cue | content, cue, content)


def _fit(proposal: Proposal, others: list[_Extent]) -> Proposal | None:
    own = _extent(proposal)
    lost: set[int] = set()
    for other in others:
        if own.words <= other.content or other.words <= own.content:
            continue
        if not own.cue.isdisjoint(other.words):
            return None
        lost |= other.words
    content = tuple(word for word in proposal.content if word not in lost)
    if len(content) < LEFT_LEAST * len(proposal.content) or not content:
        return None
    return proposal._replace(content=content)
