"""Which of several accusations an answer is about."""

from types import SimpleNamespace
from typing import cast

import pytest

from headwater.link.accusations import Target
from headwater.link.choices import Choice, choose_best
from headwater.link.scene import Scene

SCENE = cast("Scene", SimpleNamespace(claim={number: number for number in range(3)}))


def make_choice(
    number: int, score: float, back: float, met: frozenset[int], *, firm: bool
) -> Choice:
    target = Target(
        number, cover=0.5, matter=0.5, back=back, close=0.0, central=0.0, blaming=True, acting=True,
        against=0.7, charging=False, shown=False, met=met,
    )  # fmt: skip
    return Choice(score, firm=firm, target=target)


BOTH, ONE = frozenset({1, 2}), frozenset({1})


@pytest.mark.parametrize(
    ("passing", "back", "score", "met", "chosen"),
    [
        (0.05, 0.4, 0.7, BOTH, 1),  # the short reproach, not the long sentence that names it
        (0.05, 0.4, 0.5, BOTH, 0),  # far less sure
        (0.05, 0.4, 0.7, ONE, 0),  # of another matter
        (0.05, 0.1, 0.7, BOTH, 0),  # as long
        (0.3, 0.7, 0.7, BOTH, 0),  # no mention in passing
    ],
)
def test_a_matter_named_in_passing_gives_way(
    passing: float, back: float, score: float, met: frozenset[int], chosen: int
) -> None:
    listed = [
        make_choice(0, 0.78, passing, BOTH, firm=True),
        make_choice(1, score, back, met, firm=False),
    ]
    (found,) = choose_best(SCENE, listed, 4)
    assert (found.target.number, found.firm) == (chosen, True)


def test_of_two_as_sure_the_shorter_is_answered() -> None:
    listed = [make_choice(n, 0.6, back, BOTH, firm=False) for n, back in ((0, 0.3), (1, 0.9))]
    assert [one.target.number for one in choose_best(SCENE, listed, 1)] == [1]
