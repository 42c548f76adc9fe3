import pytest

from headwater.link import compare_statements
from headwater.link.alignment import Pair
from headwater.link.compare import is_one_frame, level_figures
from headwater.link.compare_pairs import locate, statement_of
from headwater.model.span import Span

SAME = [
    (
        "In 2019, Chile bought 40 buses from a Swedish firm.",
        "Chile purchased forty buses from a Swedish company in 2019.",
    ),
    ("Peru was attacked by Chile.", "Chile attacked Peru."),
    (
        "The court reportedly fined the bank $24 million.",
        "The bank was fined $23.8 million by the court.",
    ),
]
CHANGED = [
    ("Chile bought 40 buses in 2019.", "Chile bought 60 buses in 2019.", "figure"),
    ("Chile bought 40 buses in 2019.", "Chile bought 40 buses in 2020.", "year"),
    ("Chile bought 40 buses.", "Chile did not buy 40 buses.", "negation"),
    ("Chile bought 40 buses.", "Chile denied buying 40 buses.", "negation"),
    ("Chile bought 40 buses.", "Peru bought 40 buses.", "actor"),
    ("Chile attacked Peru.", "Peru attacked Chile.", "direction"),
    ("Chile imported 40 buses.", "Chile exported 40 buses.", "opposite"),
    ("Chile bought 40 buses.", "Chile plans to buy 40 buses.", "step"),
    ("Chile bought 40 buses.", "Chile is considering buying 40 buses.", "step"),
    ("Chile will buy 40 buses.", "Chile wants to buy 40 buses.", "step"),
    ("Chile sold 40 buses.", "Chile sold some of the 40 buses.", "limit"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_other_words_are_no_other_claim(a: str, b: str) -> None:
    assert compare_statements(a, b).label == "same"


@pytest.mark.parametrize(("a", "b", "gate"), CHANGED)
def test_one_changed_thing_parts_two_statements(a: str, b: str, gate: str) -> None:
    found = compare_statements(a, b)
    assert found.label != "same"
    assert f"gate.{gate}" in {reason.rule for reason in found.reasons}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Any claim that she forged the will is false", "Orlan denied that she forged the will"),
        ("Chile has denied that it hit the dam", "Chile dismissed claims that it hit the dam"),
        ("The dam's leaks had risen to 59 by Monday", "The dam's leaks had risen to 84 by Friday"),
        ("In 1908 the dam burst and 80 drowned", "In 1997 the dam burst and 12 drowned"),
    ],
)
def test_two_denials_and_figures_of_two_times_do_not_clash(a: str, b: str) -> None:
    assert compare_statements(a, b).label not in {"contradicts", "denies"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Orlan forged the will", "Orlan denied that she forged the will"),
        ("In 1908 the dam burst and 80 drowned", "In 1908 the dam burst and 12 drowned"),
        ("Orlan forged the will", "Orlan does not believe that she forged the will"),
    ],
)
def test_one_denial_and_figures_of_one_time_clash(a: str, b: str) -> None:
    assert compare_statements(a, b).label in {"contradicts", "denies"}


@pytest.mark.parametrize(
    ("a", "b", "gate"),
    [
        ("Chile plans to close its northern mine.", "Chile will close its northern mine.", "step"),
        (
            "Chile will close its northern mine to keep a promise to Peru.",
            "Chile will close its northern mine.",
            "step",
        ),
        ("Chile closed up its northern mine.", "Chile closed down its northern mine.", "opposite"),
        ("Chile no longer needs the mine.", "Chile does not need the mine any more.", "negation"),
        ("The envoy made a top-secret trip to Peru.", "The envoy made a trip to Peru.", "limit"),
        (
            "Hackers entered the port's computers in the first half of 2016.",
            "Hackers entered the port's computers in 2016.",
            "limit",
        ),
    ],
)
def test_what_only_looks_like_another_step_or_limit_parts_nothing(
    a: str, b: str, gate: str
) -> None:
    rules = {reason.rule for reason in compare_statements(a, b).reasons}
    assert f"gate.{gate}" not in rules


@pytest.mark.parametrize(("a", "b", "_gate"), CHANGED)
def test_order_only_turns_the_label(a: str, b: str, _gate: str) -> None:
    there, back = compare_statements(a, b), compare_statements(b, a)
    assert there.score == pytest.approx(back.score)


def test_reasons_point_at_the_words() -> None:
    a, b = "Chile bought 40 buses in 2019.", "Chile bought 60 buses in 2019."
    reason = next(r for r in compare_statements(a, b).reasons if r.rule == "gate.figure")
    texts = {"a": a, "b": b}
    words = [place.span.cut(texts[place.document]).strip() for place in reason.places]
    assert words == ["40", "60"]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 4, (10, 14)),
        (5, 9, (30, 34)),
        (3, 7, None),  # over two pieces
    ],
)
def test_places_of_words_in_pieces(start: int, end: int, found: tuple[int, int] | None) -> None:
    pieces = (Span(start=10, end=14), Span(start=30, end=36))
    span = locate(pieces, 11, start, end)
    assert (span and (span.start, span.end)) == found
    assert locate(pieces, 10, start, end) is None  # spaces were taken together


def test_empty_and_bare_statements_are_compared() -> None:
    assert compare_statements("", "").label != "same"
    assert compare_statements("It did.", "It did.").score >= 0.0


def pair_of(a: str, b: str) -> Pair:
    return Pair(statement_of(a), statement_of(b))


@pytest.mark.parametrize(
    ("a", "b", "framed"),
    [
        ("It saved 118 men of the coast guard.", "It saved 118 men of the fire guard.", True),
        ("It found lead in 19 wells in Ohio.", "It denied lead in 19 wells in Ohio.", True),
        ("It found lead in 19 wells in Ohio.", "It found lead in 19 wells in Ohio.", False),
        ("It found lead in 19 wells in Ohio.", "Lead is in wells of Ohio, 19 in all.", False),
        ("It rained.", "Wheat sells.", False),
    ],
)  # fmt: skip
def test_a_frame_is_all_but_a_word_or_two(a: str, b: str, framed: bool) -> None:
    assert is_one_frame(pair_of(a, b)) is framed


def test_equal_words_around_say_nothing_of_the_place_that_differs() -> None:
    found = compare_statements(
        "The Bellmont water board detected lead in 19 wells in 2016.",
        "The Bellmont school board detected lead in 19 wells in 2016.",
    )
    assert found.score < 0.5


@pytest.mark.parametrize(
    ("left", "right", "read"),
    [
        ("a fine of $24 million", "it paid $23.8 million", "it paid $24 million"),
        ("a fine of $24 million", "it paid $31 million", "it paid $31 million"),
        ("a fine of $24 million", "it paid more than $24 million", "it paid more than $24 million"),
        ("no figure", "it paid $3 million", "it paid $3 million"),
    ],
)
def test_equal_figures_are_read_in_one_wording(left: str, right: str, read: str) -> None:
    assert level_figures(left, right) == read
