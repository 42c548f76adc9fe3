"""From ties to bounds."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model.trace import Tie, TieKind
from headwater.trace.bounds import count_bounds, merge_same

# A busy machine is no failure, and a test is read more often than it is waited for.
QUICK = settings(deadline=None, max_examples=50)
EXACT = 60


def ties(nodes: str, **named: TieKind) -> list[Tie]:
    return [
        Tie(left=a, right=b, kind=named.get(a + b, "maybe"), reasons=())
        for a, b in combinations(sorted(nodes), 2)
    ]


@pytest.mark.parametrize(
    ("nodes", "kinds", "expected"),
    [
        ("", {}, (0, 0)),
        ("a", {}, (1, 1)),
        ("ab", {}, (1, 2)),
        ("ab", {"ab": "same"}, (1, 1)),
        ("ab", {"ab": "different"}, (2, 2)),
        ("abc", {"ab": "different"}, (2, 3)),  # c may be a or b, but not both
        ("abc", {"ab": "same", "bc": "different"}, (2, 2)),
        ("abc", {"ab": "same", "bc": "same", "ac": "different"}, (1, 1)),
        ("abcd", {"ab": "different", "cd": "different"}, (2, 4)),
        (
            "abcde",
            dict.fromkeys(("ab", "bc", "cd", "de", "ae"), "different"),
            (3, 5),
        ),  # no three are all different, yet two groups are too few
    ],
)
def test_bounds(nodes: str, kinds: dict[str, TieKind], expected: tuple[int, int]) -> None:
    listed = ties(nodes, **kinds)
    assert count_bounds(merge_same(nodes, listed), listed, EXACT) == expected


KINDS = st.sampled_from(["same", "maybe", "different"])


@QUICK
@given(st.lists(KINDS, min_size=10, max_size=10))
def test_low_is_never_above_high(kinds: list[TieKind]) -> None:
    pairs = list(combinations("abcde", 2))
    listed = [
        Tie(left=a, right=b, kind=kind, reasons=())
        for (a, b), kind in zip(pairs, kinds, strict=True)
    ]
    groups = merge_same("abcde", listed)
    low, high = count_bounds(groups, listed, EXACT)
    assert 1 <= low <= high == len(groups)
    assert count_bounds(groups, listed[::-1], EXACT) == (low, high)


@QUICK
@given(st.lists(KINDS, min_size=10, max_size=10), st.integers(0, 9))
def test_settling_a_doubt_never_widens_the_interval(kinds: list[TieKind], at: int) -> None:
    pairs = list(combinations("abcde", 2))

    def measure(listed_kinds: list[TieKind]) -> tuple[int, int]:
        listed = [
            Tie(left=a, right=b, kind=kind, reasons=())
            for (a, b), kind in zip(pairs, listed_kinds, strict=True)
        ]
        return count_bounds(merge_same("abcde", listed), listed, EXACT)

    open_kinds: list[TieKind] = [*kinds[:at], "maybe", *kinds[at + 1 :]]
    apart: list[TieKind] = [*kinds[:at], "different", *kinds[at + 1 :]]
    assert measure(apart)[0] >= measure(open_kinds)[0]
    assert measure(apart)[1] == measure(open_kinds)[1]


def test_beyond_the_exact_size_a_clique_bounds_from_below() -> None:
    nodes = [f"n{at}" for at in range(6)]
    listed = [
        Tie(left=a, right=b, kind="different", reasons=()) for a, b in combinations(nodes[:4], 2)
    ]
    assert count_bounds(merge_same(nodes, listed), listed, 5) == (4, 6)
