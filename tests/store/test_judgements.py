from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import InputError
from headwater.judgements.force import in_force, in_order, merge
from headwater.model.judgement import Judgement
from headwater.store.judgements import append, read


def judgement(number: int, *, undoes: int | None = None) -> Judgement:
    return Judgement(
        id=f"j-{number:03}",
        who="ana",
        made_at=f"2024-05-01T10:{number:02}:00+00:00",
        kind=None if undoes is not None else "note",
        undoes=None if undoes is None else f"j-{undoes:03}",
    )


def test_what_was_appended_is_read_oldest_first(tmp_path: Path) -> None:
    log = tmp_path / "case" / "decisions.jsonl"
    assert read(log) == ()
    append(log, [judgement(2)])
    append(log, [judgement(1), judgement(3)])
    assert [one.id for one in read(log)] == ["j-001", "j-002", "j-003"]


@pytest.mark.parametrize("cut", [1, 10, 40])
def test_a_killed_write_spoils_neither_what_was_there_nor_what_comes(
    tmp_path: Path, cut: int
) -> None:
    log = tmp_path / "decisions.jsonl"
    append(log, [judgement(1), judgement(2)])
    log.write_bytes(log.read_bytes()[:-cut])
    assert read(log) in ((judgement(1),), (judgement(1), judgement(2)))
    append(log, [judgement(3)])
    assert {one.id for one in read(log)} >= {"j-001", "j-003"}


def test_a_whole_line_that_is_no_judgement_is_named(tmp_path: Path) -> None:
    log = tmp_path / "decisions.jsonl"
    append(log, [judgement(1)])
    with log.open("ab") as stream:
        stream.write(b'{"who": "ana"}\n')
    with pytest.raises(InputError, match="line 2"):
        read(log)


def test_taking_back_and_taking_back_again() -> None:
    first, undo, redo = judgement(1), judgement(2, undoes=1), judgement(3, undoes=2)
    assert in_force([first]) == (first,)
    assert in_force([undo, first]) == ()
    assert in_force([redo, undo, first]) == (first,)


numbers = st.lists(st.integers(0, 59), max_size=8)


@given(numbers, numbers)
def test_merging_two_logs_does_not_depend_on_order(left: list[int], right: list[int]) -> None:
    one, other = [judgement(n) for n in left], [judgement(n) for n in right]
    assert merge(one, other) == merge(other, one) == merge(one, other, one)
    assert {j.id for j in merge(one, other)} == {j.id for j in (*one, *other)}
    assert merge(one) == in_order(dict.fromkeys(one))
