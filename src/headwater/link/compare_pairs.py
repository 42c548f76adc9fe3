"""Compare two statements that come without documents."""

from headwater.link.alignment import Statement, general_rarity
from headwater.link.compare import Verdict, decide, measure_pair, read_pair
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
    verdict: Verdict, left: str, right: str, starts: tuple[int, int] = (0, 0)
) -> tuple[Reason, ...]:
    """Return the reasons of a verdict with their places.

    Args:
        verdict: What a comparison found.
        left: Document of the left statement.
        right: Document of the right statement.
        starts: Where the statements begin in their documents.
    """
    found = []
    for gate in verdict.gates:
        places = []
        for document, place, start in (
            (left, gate.left, starts[0]),
            (right, gate.right, starts[1]),
        ):
            if place is not None:
                places.append(
                    Place(
                        document=document, span=Span(start=start + place[0], end=start + place[1])
                    )
                )
        found.append(
            Reason(
                rule=f"gate.{gate.kind}",
                text=gate.text,
                places=tuple(places),
                weight=1.0 if gate.wall else 0.5,
            )
        )
    if verdict.matched:
        places = []
        for a, b, c, d in verdict.matched:
            places.append(Place(document=left, span=Span(start=starts[0] + a, end=starts[0] + b)))
            places.append(Place(document=right, span=Span(start=starts[1] + c, end=starts[1] + d)))
        found.append(
            Reason(
                rule="words",
                text=f"{len(verdict.matched)} telling words are shared",
                places=tuple(places),
                weight=0.5,
            )
        )
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
    verdict = decide(measure_pair(left, right, general_rarity), read)
    return Comparison(
        left=LEFT,
        right=RIGHT,
        label=verdict.label,
        score=round(verdict.score, 6),
        reasons=reasons_of(verdict, LEFT, RIGHT),
    )
