"""Runs of cases in the background, and how far they are."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from typing import Any, Final

from headwater.engine.marking import DEFECTS
from headwater.errors import HeadwaterError
from headwater.model.base import Record

LOG: Final = logging.getLogger("headwater")
STAGES: Final = ("reading", "resolve", "link", "trace", "assess", "report")
WORDS: Final = {
    "reading": "Reading the documents",
    "resolve": "Telling the sources apart",
    "link": "Joining statements into claims",
    "trace": "Tracing claims to their origins",
    "assess": "Weighing what was found",
    "report": "Writing the dossier",
}


class Progress(Record, frozen=True, kw_only=True):
    """How far a run is.

    Attributes:
        state: `running`, `done` or `failed`.
        stage: The stage at work, as the engine names it.
        done, total: Its steps.
        error: Why it failed, in words for people.
        number: Which run of the desk this is; a later run has a higher number.
    """

    state: str
    stage: str = ""
    done: int = 0
    total: int = 1
    error: str = ""
    number: int = 0

    @property
    def words(self) -> str:
        """Return what is being done."""
        if self.state == "running":
            return WORDS.get(self.stage, "Opening the files")
        return "Done" if self.state == "done" else self.error


class Job:
    """One run of one case; the watcher that the engine tells."""

    def __init__(self, number: int) -> None:
        self._lock = threading.Condition()
        self._now = Progress(state="running", number=number)

    @property
    def now(self) -> Progress:
        """Return how far it is."""
        with self._lock:
            return self._now

    def wait(self, known: Progress | None, seconds: float) -> Progress:
        """Wait until there is other news than what is known; return how far it is."""
        with self._lock:
            self._lock.wait_for(lambda: self._now != known, seconds)
            return self._now

    def begin(self, stage: str, total: int) -> None:
        """A stage begins."""
        self._set(stage=stage, done=0, total=max(1, total))

    def step(self) -> None:
        """One step of the stage is done."""
        self._set(done=self.now.done + 1)

    def end(self) -> None:
        """The stage is over."""

    def finish(self, error: str = "") -> None:
        """The run is over."""
        self._set(state="failed" if error else "done", error=error)

    def _set(self, **changes: Any) -> None:  # noqa: ANN401 - fields of Progress
        with self._lock:
            fields = {name: getattr(self._now, name) for name in self._now.__struct_fields__}
            self._now = Progress(**{**fields, **changes})
            self._lock.notify_all()


class Jobs:
    """The runs of all cases; at most one of a case at a time, and one more waiting."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._waiting: dict[str, Callable[[Job], None]] = {}
        self._count = 0

    def progress(self, name: str) -> Progress | None:
        """Return how far the last run of a case is, None if the desk ran none."""
        with self._lock:
            job = self._jobs.get(name)
        return job.now if job is not None else None

    def news(self, name: str, known: Progress | None, seconds: float) -> Progress:
        """Wait until a run has other news than what is known; return how far it is."""
        with self._lock:
            job = self._jobs.get(name)
        return job.wait(known, seconds) if job is not None else Progress(state="done")

    def is_running(self, name: str) -> bool:
        """Tell whether a case is being run."""
        now = self.progress(name)
        return now is not None and now.state == "running"

    def start(self, name: str, work: Callable[[Job], None]) -> None:
        """Run a case; if it is being run, once more after that."""
        with self._lock:
            job = self._jobs.get(name)
            if job is not None and job.now.state == "running":
                self._waiting[name] = work
                return
            self._begin(name, work)

    def wait(self, name: str, seconds: float) -> bool:
        """Wait until a case is not being run; tell whether that is so."""
        paused = threading.Event()
        for _ in range(max(1, int(seconds / PAUSE))):
            if not self.is_running(name):
                return True
            paused.wait(PAUSE)
        return not self.is_running(name)

    def _begin(self, name: str, work: Callable[[Job], None]) -> None:
        self._count += 1
        job = self._jobs[name] = Job(self._count)
        target = threading.Thread(target=self._run, args=(name, job, work), daemon=True)
        target.start()

    def _run(self, name: str, job: Job, work: Callable[[Job], None]) -> None:
        error = "it stopped unexpectedly; the terminal says where"
        try:
            error = attempt(lambda: work(job))
        finally:
            with self._lock:
                following = self._waiting.pop(name, None)
                job.finish(error)
                if following is not None:
                    self._begin(name, following)


PAUSE: Final = 0.02  # seconds between two looks at a run


def attempt(work: Callable[[], None]) -> str:
    """Do some work; return why it failed in words for people, empty if it did not."""
    try:
        work()
    except (HeadwaterError, OSError) as error:
        return str(error)
    except sqlite3.Error as error:
        return f"the case's store cannot be used ({error}); does another run work on it?"
    except (*DEFECTS, MemoryError) as error:
        LOG.debug("a run failed", exc_info=error)
        return f"a defect in headwater stopped the run ({type(error).__name__}: {error})"
    return ""
