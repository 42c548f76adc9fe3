"""Compare two statements that come without documents."""

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
    verdict: Verdict, pair: Pair, ends: tuple[str, str], starts: tuple[int, int] = (0, 0)
) -> tuple[Reason, ...]:
    """Return the reasons of a verdict with their places.

    Args:
        verdict: What a comparison found.
        pair: The two statements with their words matched.
        ends: Documents of the left and of the right statement.
        starts: Where the statements begin in their documents.
    """

    def place(side: int, start: int, end: int) -> Place:
        span = Span(start=starts[side] + start, end=starts[side] + end)
        return Place(document=ends[side], span=span)

    found = []
    for gate in verdict.gates:
        sides = enumerate((gate.left, gate.right))
        places = tuple(place(side, *where) for side, where in sides if where is not None)
        weight = 1.0 if gate.wall else 0.5
        rule = f"gate.{gate.kind}"
        found.append(Reason(rule=rule, text=gate.text, places=places, weight=weight))
    matched = match_words(pair)
    if matched:
        places = tuple(p for a, b, c, d in matched for p in (place(0, a, b), place(1, c, d)))
        text = f"{len(matched)} telling words are shared"
        found.append(Reason(rule="words", text=text, places=places, weight=0.5))
    return tuple(found)


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
