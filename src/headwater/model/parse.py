"""What is marked in a text before anything is understood."""

from typing import Literal

from headwater.model.base import Record
from headwater.model.span import Span

Comparator = Literal["=", "~", ">", ">=", "<", "<="]
Measure = Literal["level", "share", "change", "ratio", "rank", "record", "count", "duration"]
NameKind = Literal["person", "body", "outlet", "place", "people", "work", "other"]
Precision = Literal["day", "week", "month", "season", "quarter", "year", "years", "span"]


class Sentence(Record, frozen=True, kw_only=True):
    r"""A sentence and its tokens as `(start, end)` pairs; tokens are `\w+` runs or single marks."""

    span: Span
    paragraph: int
    tokens: tuple[tuple[int, int], ...]


class Quote(Record, frozen=True, kw_only=True):
    """A quoted stretch.

    Attributes:
        span: With its quotation marks.
        inner: Without them.
        depth: 0 for an outermost quotation, 1 for one inside it, ...
        continues: True if it goes on from the quotation of the paragraph before.
        closed: False if its end mark is missing and the paragraph's end was taken.
    """

    span: Span
    inner: Span
    depth: int = 0
    continues: bool = False
    closed: bool = True


class Name(Record, frozen=True, kw_only=True):
    """A name of a person, body, outlet, place or people.

    Attributes:
        span: The name itself, without title or article.
        full: The name with leading titles or roles ("Foreign Ministry spokesperson Mao Ning").
        text: The name with single spaces.
        role: The words of the title or role, if any.
        canonical: The longest form of the same name in this document.
    """

    span: Span
    full: Span
    text: str
    kind: NameKind
    role: str | None = None
    canonical: str


class Time(Record, frozen=True, kw_only=True):
    """A time as an interval of days.

    Attributes:
        first, last: ISO 8601 days, both included; None for an open or unknown end.
        precision: What the words name.
        basis: `text` if the words alone give it, `published` if it was counted from that date,
            `unknown` if it needs a publication date that is not known.
    """

    span: Span
    first: str | None = None
    last: str | None = None
    precision: Precision
    basis: Literal["text", "published", "unknown"]


class Amount(Record, frozen=True, kw_only=True):
    """A quantity.

    Attributes:
        span: The number with comparator and unit words.
        value: The number as stated, in base units of `unit` ("$1.5bn" is 1.5e9 USD;
            percent as percent).
        low, high: Bounds that the comparator leaves, None where it leaves none.
        unit: `percent`, ISO 4217 code, `t`, `kg`, `km`, `day`, `year`, `rank`, `count`, ...
        measure: What sort of figure it is.
        direction: Which way it went, for changes; None for anything else.
        what: The words that say what is counted or measured, if they were found.
        period: The time that the figure is of, if its own clause tells; None for lengths of time.
        base: What it is held against: the whole of a share, the earlier time or figure of a change,
            what it is compared with.
    """

    span: Span
    value: float
    low: float | None = None
    high: float | None = None
    unit: str
    comparator: Comparator = "="
    measure: Measure = "level"
    direction: Literal["up", "down"] | None = None
    what: Span | None = None
    period: Time | None = None
    base: Span | None = None

    def __post_init__(self) -> None:
        """Refuse bounds in the wrong order.

        Raises:
            ValueError: If the bounds are in the wrong order.
        """
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an amount needs low <= high, not {self.low}..{self.high}")


class Parse(Record, frozen=True, kw_only=True):
    """All marks of one document, each tuple in text order."""

    document: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...] = ()
    names: tuple[Name, ...] = ()
    amounts: tuple[Amount, ...] = ()
    times: tuple[Time, ...] = ()
