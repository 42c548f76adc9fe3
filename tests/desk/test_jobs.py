"""Runs in the background: one at a time, never stuck, never lost."""

import sqlite3
import threading
from collections.abc import Callable

import pytest

from headwater.desk.cases.jobs import STAGES, Job, Jobs, Progress
from headwater.desk.routes.documents import SHARES, share_done
from headwater.errors import InputError


def failing(error: BaseException) -> Callable[[Job], None]:
    def work(_: Job) -> None:
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (InputError("mend it so"), "mend it so"),
        (OSError("disk full"), "disk full"),
        (ValueError("odd"), "a defect in headwater stopped the run (ValueError: odd)"),
        (sqlite3.OperationalError("locked"), "does another run work on it?"),
    ],
)
def test_a_run_that_fails_says_why_and_frees_the_case(error: Exception, words: str) -> None:
    jobs = Jobs()
    jobs.start("bay", failing(error))
    assert jobs.wait("bay", 5)
    now = jobs.progress("bay")
    assert now is not None
    assert now.state == "failed"
    assert words in now.words
    jobs.start("bay", lambda _: None)
    assert jobs.wait("bay", 5)
    assert jobs.news("bay", None, 1).state == "done"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_even_an_error_that_nobody_foresaw_frees_the_case() -> None:
    jobs = Jobs()
    jobs.start("bay", failing(KeyboardInterrupt()))
    assert jobs.wait("bay", 5)
    now = jobs.progress("bay")
    assert now is not None
    assert "unexpectedly" in now.error
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and "_run" in thread.name:
            thread.join(5)


def test_decisions_during_a_run_make_one_more_run() -> None:
    jobs, ran, gate = Jobs(), [], threading.Event()

    def first(_: Job) -> None:
        ran.append("first")
        gate.wait(5)

    jobs.start("bay", first)
    for _ in range(3):
        jobs.start("bay", lambda _: ran.append("again"))
    assert jobs.is_running("bay")
    gate.set()
    assert jobs.wait("bay", 5)
    jobs.wait("bay", 1)
    assert ran == ["first", "again"]


def test_news_come_when_there_are_any() -> None:
    jobs, gate = Jobs(), threading.Event()

    def work(job: Job) -> None:
        gate.wait(5)
        job.begin("link", 3)
        job.step()

    jobs.start("bay", work)
    known = jobs.news("bay", None, 1)
    gate.set()
    while known.state == "running":
        known = jobs.news("bay", known, 5)
    assert known.state == "done"


def test_a_run_is_never_said_to_be_less_far_than_before() -> None:
    steps = [
        Progress(state="running", stage=stage, done=done, total=4)
        for stage in STAGES
        for done in range(5)
    ]
    shares = [share_done(step) for step in steps]
    assert shares == sorted(shares)
    assert set(SHARES) == set(STAGES)
    assert share_done(Progress(state="done")) == 100
