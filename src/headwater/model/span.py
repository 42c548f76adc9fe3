"""Stretches of a document's text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from headwater.model.base import Record


class Span(Record, frozen=True, kw_only=True, order=True):
    """A half-open stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse empty and negative stretches.

        Raises:
            ValueError: If it is empty or begins before the text.
        """
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def cut(self, text: str) -> str:
        """Return the words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Place(Record, frozen=True, kw_only=True, order=True):
    """A span in a named document: what every word of output points to."""

    document: str
    span: Span


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that covers all of them.

    Raises:
        ValueError: If there are none.
    """
    listed = tuple(spans)
    return Span(start=min(s.start for s in listed), end=max(s.end for s in listed))


class Placed(Protocol):
    """Anything that stands at one place."""

    @property
    def span(self) -> Span:
        """Where it stands."""


P = TypeVar("P", bound=Placed)


def touching(marks: Sequence[P], spans: Iterable[Span]) -> Sequence[P]:
    """Return the marks that overlap the hull of the spans, without looking at the others.

    Args:
        marks: In text order, none overlapping another.
        spans: At least one, in any order.
    """
    around = hull(spans)
    first = bisect_right(marks, around.start, key=lambda mark: mark.span.end)
    return marks[first : bisect_left(marks, around.end, key=lambda mark: mark.span.start)]


def covers(outer: Iterable[Span], inner: Iterable[Span]) -> bool:
    """Tell whether each inner span lies inside one of the outer spans."""
    listed = tuple(outer)
    return all(any(o.contains(i) for o in listed) for i in inner)
