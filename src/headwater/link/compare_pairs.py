"""Compare two statements that come without documents."""

from collections.abc import Sequence

from headwater.link.alignment import Pair, Statement, general_rarity
from headwater.link.compare import Verdict, decide, match_words, measure_pair, read_pair
from headwater.link.meaning import Meaning, read_meaning
from headwater.model.claim import Comparison
from headwater.model.reason import Reason
from headwater.model.span import Place, Span
from headwater.weights.reader_model import load_reader

LEFT = "a"
RIGHT = "b"


def concepts_of(meaning: Meaning) -> frozenset[str]:
    """Return the concepts and senses of a text, for use as context."""
    return frozenset(key for term in meaning.terms for key in (term.concept, term.sense))


def statement_of(text: str, *, sentence: str | None = None, day: str | None = None) -> Statement:
    """Return a statement as it is compared.

    Args:
        text: The statement.
        sentence: The sentence it stands in, if known.
        day: ISO day on which it was published, if known.
    """
    meaning = read_meaning(text)
    context = concepts_of(meaning) | (
        concepts_of(read_meaning(sentence)) if sentence else frozenset()
    )
    denial = meaning.count("deniers") > 0
    return Statement(meaning, context, day, negative=meaning.negative(), denial=denial)


def reasons_of(
    verdict: Verdict, pair: Pair, ends: tuple[str, str],
    spans: tuple[Sequence[Span], Sequence[Span]] | None = None,
) -> tuple[Reason, ...]:  # fmt: skip
    """Return the reasons of a verdict with their places.

    Args:
        verdict: What a comparison found.
        pair: The two statements with their words matched.
        ends: Documents of the left and of the right statement.
        spans: The words of either in its document; None if the statements are the documents.
    """

    def places(*found: tuple[int, tuple[int, int] | None]) -> tuple[Place, ...]:
        kept = []
        for side, where in found:
            if where is None:
                continue
            size = len((pair.left, pair.right)[side].meaning.text)
            own = spans[side] if spans else (Span(start=0, end=size),)
            span = locate(own, size, *where)
            kept += [Place(document=ends[side], span=span)] if span else []
        return tuple(kept)

    found = []
    for gate in verdict.gates:
        weight = 1.0 if gate.wall else 0.5
        shown = places((0, gate.left), (1, gate.right))
        rule = f"gate.{gate.kind}"
        found.append(Reason(rule=rule, text=gate.text, places=shown, weight=weight))
    matched = match_words(pair)
    if matched:
        shown = places(*(p for a, b, c, d in matched for p in ((0, (a, b)), (1, (c, d)))))
        text = f"{len(matched)} telling words are shared"
        found.append(Reason(rule="words", text=text, places=shown, weight=0.5))
    return tuple(found)


def locate(spans: Sequence[Span], size: int, start: int, end: int) -> Span | None:
    """Return where words of a statement stand in its document.

    Args:
        spans: The pieces of the statement in its document, in order.
        size: Length of its text, the pieces put together with a space between them.
        start: Where the words begin in that text.
        end: Where they end in it.

    Returns:
        None if they go over two pieces, or if spaces in the document were taken together.
    """
    if sum(span.end - span.start for span in spans) + len(spans) - 1 != size:
        return None
    at = 0
    for span in spans:
        length = span.end - span.start
        if at <= start and end <= at + length:
            return Span(start=span.start + start - at, end=span.start + end - at)
        at += length + 1
    return None


def compare_statements(
    a: str, b: str, *, sentence_a: str | None = None, sentence_b: str | None = None,
    date_a: str | None = None, date_b: str | None = None,
) -> Comparison:  # fmt: skip
    """Compare two statements; `ab` in the label is from `a` to `b`.

    Returns:
        A comparison of `a` and `b`; places in its reasons count the two texts.
    """
    left = statement_of(a, sentence=sentence_a, day=date_a)
    right = statement_of(b, sentence=sentence_b, day=date_b)
    reader = load_reader()
    read = read_pair(reader.read, a, b) if reader else None
    measured = measure_pair(left, right, general_rarity)
    verdict = decide(measured, read)
    return Comparison(
        left=LEFT,
        right=RIGHT,
        label=verdict.label,
        score=round(verdict.score, 6),
        reasons=reasons_of(verdict, measured.pair, (LEFT, RIGHT)),
    )
