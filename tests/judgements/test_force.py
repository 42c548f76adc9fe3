import random

from hypothesis import given
from hypothesis import strategies as st

from headwater.judgements.force import in_force, merge, undoers
from headwater.model.judgement import Judgement


def decided(number: int, *, undoes: int | None = None, minute: int | None = None) -> Judgement:
    return Judgement(
        id=f"j-{number:03}",
        who="ana",
        made_at=f"2024-05-01T10:{number if minute is None else minute:02}:00+00:00",
        kind=None if undoes is not None else "note",
        undoes=None if undoes is None else f"j-{undoes:03}",
    )


def test_what_was_taken_back_twice_stays_so_until_both_are() -> None:
    log = [decided(1), decided(2, undoes=1), decided(3, undoes=1), decided(4, undoes=2)]
    assert in_force(log) == ()
    assert undoers(log)["j-001"] == "j-003"
    assert in_force([*log, decided(5, undoes=3)]) == (log[0],)


def test_clocks_that_differ_change_nothing() -> None:
    log = [decided(1, minute=30), decided(2, undoes=1, minute=20), decided(3, undoes=2, minute=10)]
    assert in_force(log) == (log[0],)


@given(st.integers(0, 300))
def test_undo_has_no_end(depth: int) -> None:
    log = [decided(0, minute=0)]
    log += [decided(n, undoes=n - 1, minute=0) for n in range(1, depth + 1)]
    random.Random(depth).shuffle(log)
    assert len(in_force(log)) == (depth + 1) % 2


def test_later_is_later_in_any_zone() -> None:
    east = Judgement(id="j-1", who="ana", made_at="2024-05-01T10:00:00+02:00", kind="note")
    west = Judgement(id="j-2", who="ben", made_at="2024-05-01T09:00:00.500+00:00", kind="note")
    plain = Judgement(id="j-3", who="eve", made_at="2024-05-01T08:30:00Z", kind="note")
    assert in_force([west, plain, east]) == (east, plain, west)


targets = st.lists(st.integers(0, 30), max_size=30)


@given(targets, st.randoms())
def test_the_order_of_lines_and_logs_does_not_matter(
    undone: list[int], dice: random.Random
) -> None:
    log = [decided(0)] + [
        decided(n, undoes=target if target < n else None) for n, target in enumerate(undone, 1)
    ]
    expected = in_force(log)
    dice.shuffle(log)
    cut = len(log) // 2
    assert in_force(merge(log[cut:], log[:cut])) == expected


def test_two_lines_under_one_id_are_merged_alike_either_way() -> None:
    one = Judgement(id="j-1", who="ana", made_at="2024", kind="note", why="a")
    two = Judgement(id="j-1", who="ben", made_at="2024", kind="note", why="b")
    assert merge([one], [two]) == merge([two], [one])
    assert len(merge([one], [two])) == 1
