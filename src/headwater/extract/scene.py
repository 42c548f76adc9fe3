"""A statement with all that tells who is meant in it."""

from typing import Final, NamedTuple

from headwater.extract.cast import Cast
from headwater.extract.statements import Statement
from headwater.model.attribution import Attribution
from headwater.model.parse import Parse, Quote
from headwater.model.span import Span, touching

MARKED: Final = 0.8  # of a content in quotation marks: a quotation, with a word or two outside


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

    @property
    def told(self) -> int:
        """Return where the words between the speaker and what is said begin, else `start`."""
        inner, start = self.inner, self.start
        if inner is None:
            return start
        ends = [s.end for s in inner.source if self.statement.sentence.start <= s.start < start]
        return max(ends, default=start)

    def quote_at(self, at: int) -> Quote | None:
        """Return the innermost quotation that a place is in."""
        place = Span(start=at, end=at + 1)
        around = [q for q in touching(self.parse.quotes, (place,)) if q.inner.contains(place)]
        return max(around, key=lambda quote: quote.depth, default=None)

    def is_quoted(self, at: int) -> bool:
        """Tell whether a place is in quotation marks."""
        return self.quote_at(at) is not None

    def voice_at(self, at: int) -> Attribution | None:
        """Return whose words a place is: the innermost speaker who does not stand in its quotation.

        In '"Lee said I was late," said Ana Roe' it is Ana Roe who says "I".
        """
        quote = self.quote_at(at)
        if quote is None:
            return self.inner
        return next((a for a in reversed(self.chain) if not _stands_in(a, quote.span)), None)

    def verbatim_at(self, at: int) -> Attribution | None:
        """Return who is quoted at a place or posts it; None if it is told in other words."""
        voice = self.voice_at(at)
        return voice if self.is_quoted(at) or voice is not None and self.is_post(voice) else None

    def heard_at(self, at: int) -> tuple[Attribution, ...]:
        """Return who may speak of himself as "he" at a place, the innermost first.

        Whoever is quoted or posts it does not; those whom the quotation itself tells of do.
        """
        quote = self.quote_at(at)
        spoken = (a for a in reversed(self.chain) if not self.is_post(a))
        return tuple(a for a in spoken if quote is None or _stands_in(a, quote.span))

    def is_post(self, attribution: Attribution) -> bool:
        """Tell whether a content is word for word what somebody wrote, but stands in no marks."""
        if attribution.style != "direct":
            return False
        whole = attribution.content
        quoted = sum(
            min(quote.span.end, part.end) - max(quote.span.start, part.start)
            for part in whole
            for quote in touching(self.parse.quotes, (part,))
            if quote.depth == 0
        )
        return quoted < MARKED * sum(part.end - part.start for part in whole)


def _stands_in(attribution: Attribution, place: Span) -> bool:
    """Tell whether a source and its cue stand in a stretch."""
    words = (*attribution.source, *attribution.cue)
    return bool(words) and all(place.contains(span) for span in words)
