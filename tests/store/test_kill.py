"""A program that writes decisions may be killed at any moment."""

import os
import random
import resource
import signal
import time
from pathlib import Path

import pytest

from headwater.model.judgement import Judgement
from headwater.store.judgements import LOG, TORN, append, read_log

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")

KILLS = 200
LOGS = 10


def judgement(key: str, size: int) -> Judgement:
    return Judgement(
        id=f"j-{key}", who="ana", made_at=f"2024-05-01T10:00:00.{key}", kind="note", why="ø" * size
    )


def write_until_killed(log: Path, first: int, acknowledge: int, room: int | None) -> None:
    """Add decisions and acknowledge each; with little room, die in the middle of a write."""
    if room is not None:
        limit = (log.stat().st_size if log.exists() else 0) + room
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    for number in range(first, first + 1000):
        key = f"{number:06}"
        try:
            append(log, [judgement(key, 40 + number % 5 * 900)])
        except OSError:
            os.kill(os.getpid(), signal.SIGKILL)
        os.write(acknowledge, f"j-{key}\n".encode())


def kill_one(log: Path, first: int, room: int | None, patience: float) -> set[str]:
    """Let a process write and kill it; return what it had acknowledged."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        try:
            write_until_killed(log, first, writes, room)
        finally:
            os._exit(1)
    os.close(writes)
    if room is None:
        time.sleep(patience)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGKILL
    with os.fdopen(reads, "rb") as said:
        return {line.decode() for line in said.read().splitlines()}


def test_killed_two_hundred_times_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    dice = random.Random(7)
    torn = acknowledged = 0
    for place in range(LOGS):
        log = tmp_path / str(place) / LOG
        sure: set[str] = set()
        for round_ in range(KILLS // LOGS):
            room = dice.randrange(1, 9000) if round_ % 2 else None
            sure |= kill_one(log, round_ * 1000, room, dice.random() * 0.012)
            found = read_log(log)
            assert sure <= {one.id for one in found.judgements}
            torn += len([one for one in found.torn if one.where.startswith(LOG)])
        append(log, [judgement("999999", 3)])
        after = read_log(log)
        assert {one.id for one in after.judgements} >= sure | {"j-999999"}
        assert not [one for one in after.torn if one.where.startswith(LOG)]
        acknowledged += len(sure)
    assert torn > KILLS / 4, "too few writes were cut in the middle for this to show anything"
    assert acknowledged > KILLS


def test_two_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    log = tmp_path / LOG
    children = []
    for writer in range(3):
        child = os.fork()
        if child == 0:
            for number in range(30):
                append(log, [judgement(f"{writer}{number:02}", 900)])
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    found = read_log(log)
    assert len(found.judgements) == 90
    assert not found.torn


def test_a_torn_line_is_set_aside_and_told(tmp_path: Path) -> None:
    log = tmp_path / LOG
    append(log, [judgement("1", 5), judgement("2", 5)])
    log.write_bytes(log.read_bytes()[:-20])
    (told,) = read_log(log).torn
    assert told.where == f"{LOG}, line 2"
    append(log, [judgement("3", 5)])
    assert [one.id for one in read_log(log).judgements] == ["j-1", "j-3"]
    (told,) = read_log(log).torn
    assert told.where == f"{TORN}, line 1"
    assert '"j-2"' in told.text


def test_a_whole_line_without_its_end_is_kept(tmp_path: Path) -> None:
    log = tmp_path / LOG
    append(log, [judgement("1", 5)])
    log.write_bytes(log.read_bytes().rstrip(b"\n"))
    append(log, [judgement("2", 5)])
    found = read_log(log)
    assert [one.id for one in found.judgements] == ["j-1", "j-2"]
    assert not found.torn
