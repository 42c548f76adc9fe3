"""A statement with all that tells who is meant in it."""

from typing import NamedTuple

from headwater.extract.cast import Cast
from headwater.extract.statements import Statement
from headwater.model.attribution import Attribution
from headwater.model.parse import Parse
from headwater.model.span import Span, touching


class Scene(NamedTuple):
    """A statement with all that tells who is meant in it."""

    cast: Cast
    parse: Parse
    statement: Statement
    chain: tuple[Attribution, ...]

    @property
    def inner(self) -> Attribution | None:
        """Return the innermost attribution."""
        return self.chain[-1] if self.chain else None

    @property
    def start(self) -> int:
        """Return where the content that the statement is part of begins, in its sentence."""
        first = self.statement.spans[0].start
        inner = self.inner
        if inner is None:
            return first
        inside = [s.start for s in inner.content if s.start <= first < s.end]
        return max([self.statement.sentence.start, *inside])

    def is_quoted(self, at: int) -> bool:
        """Tell whether a place is in quotation marks."""
        place = Span(start=at, end=at + 1)
        return any(quote.inner.contains(place) for quote in touching(self.parse.quotes, (place,)))
