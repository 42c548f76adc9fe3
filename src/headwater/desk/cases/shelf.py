"""The cases that the desk serves."""

import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from headwater.case import DATA, Case
from headwater.config import FILE, Settings
from headwater.desk.cases.front import Front, keep_front, read_front
from headwater.desk.cases.jobs import Job, Jobs
from headwater.desk.cases.opened import Opened
from headwater.desk.cases.runs import keep_day, keep_run
from headwater.desk.cases.uploads import to_slug
from headwater.errors import HeadwaterError, InputError
from headwater.ingest.raw import RawFile

HELD: Final = 4  # opened cases kept in memory
PAUSE: Final = 0.6  # seconds in which the board's style and script are fetched
Stamp = tuple[int, int]


class Shelf:
    """One case, or the cases that stand side by side in one folder."""

    def __init__(self, folder: Path) -> None:
        """Serve a case's folder, or a folder of cases.

        Raises:
            InputError: If it is something else than a folder.
        """
        self.folder = folder.absolute()
        if self.folder.exists() and not self.folder.is_dir():
            raise InputError(f"{folder} is no folder")
        self.single = (self.folder / FILE).is_file()
        self.jobs = Jobs()
        self._lock = threading.Lock()
        self._opening: dict[str, threading.Lock] = {}
        self._opened: dict[str, tuple[Stamp, Opened]] = {}

    def names(self) -> tuple[str, ...]:
        """Return the names of the cases, sorted."""
        if self.single:
            return (self.folder.name,)
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(p.parent.name for p in self.folder.glob(f"*/{FILE}")))

    def case(self, name: str) -> Case | None:
        """Return a case by its name, None if there is none."""
        if name not in self.names():
            return None
        return Case.open(self._place(name))

    def opened(self, name: str) -> Opened | None:
        """Return the last state of a case, None if it was never run.

        Raises:
            InputError: If its dossier cannot be read.
        """
        case = self.case(name)
        if case is None or not (case.folder / DATA).is_file():
            return None
        with self._lock:
            lock = self._opening.setdefault(name, threading.Lock())
        with lock:
            found = (case.folder / DATA).stat()
            stamp = (found.st_mtime_ns, found.st_size)
            held = self._opened.get(name)
            if held is not None and held[0] == stamp:
                return held[1]
            opened = Opened(name, case, case.dossier())
            opened.warm()
            if held is not None:
                opened.follow(held[1])
            threading.Thread(target=make_rest, args=(opened, stamp), daemon=True).start()
            with self._lock:
                self._opened.pop(name, None)
                self._opened[name] = (stamp, opened)
                while len(self._opened) > HELD:
                    self._opened.pop(next(iter(self._opened)))
            return opened

    def front(self, name: str) -> Front | None:
        """Return the first page of a case's board if the case is not open yet; open it soon."""
        case = self.case(name) if name not in self._opened else None
        front = read_front(case.folder) if case is not None else None
        if front is not None:
            soon = threading.Timer(PAUSE, self._try_opening, args=(name,))
            soon.daemon = True
            soon.start()
        return front

    def open_last(self) -> None:
        """Open the case that was run last, before somebody asks for it.

        Not if the first page of its board was kept: that is shown sooner if nothing else is done.
        """
        run = {name: self._run_at(name) for name in self.names()}
        last = max(run, key=lambda name: run[name], default=None)
        if last is not None and run[last] and read_front(self._place(last)) is None:
            threading.Thread(target=self._try_opening, args=(last,), daemon=True).start()

    def _place(self, name: str) -> Path:
        return self.folder if self.single else self.folder / name

    def _run_at(self, name: str) -> int:
        path = self._place(name) / DATA
        return path.stat().st_mtime_ns if path.is_file() else 0

    def _try_opening(self, name: str) -> None:
        with suppress(HeadwaterError, OSError):  # who asks for it is told
            self.opened(name)

    def begin(self, title: str, files: Iterable[RawFile]) -> str:
        """Begin a case with some files; return its name.

        Raises:
            InputError: If the desk serves a single case, or there is a case of that name.
        """
        if self.single:
            raise InputError("this desk serves one case; serve a folder of cases to begin others")
        stem = to_slug(title) or "case"
        name, number = stem, 1
        while (self.folder / name).exists():
            number += 1
            name = f"{stem}-{number}"
        case = Case.create(self.folder / name, msgspec.structs.replace(Settings(), title=title))
        case.add(files)
        return name

    def run(self, name: str) -> None:
        """Run a case in the background."""
        case = self.case(name)
        if case is not None:
            self.jobs.start(name, lambda job: self._run(case, name, job))

    def work_out(self, name: str, days: Iterable[str]) -> None:
        """Work out in the background how a case stood on some days."""
        case = self.case(name)
        if case is not None:
            self.jobs.start(name, lambda job: work_out(case, days, job))

    def _run(self, case: Case, name: str, job: Job) -> None:
        """Run a case, keep its dossiers for comparison, and open it for its readers."""
        if (case.folder / DATA).is_file():
            keep_run(case.folder)  # of a run in the terminal, perhaps
        case.run(job)
        keep_run(case.folder)
        self.opened(name)


def work_out(case: Case, days: Iterable[str], job: Job) -> None:
    """Work out how a case stood on some days, and keep it."""
    for day in days:
        keep_day(case.folder, day, case.as_of(day, job))


def make_rest(opened: Opened, stamp: Stamp) -> None:
    """Make what other pages than the board need, and keep the board's first page."""
    with suppress(OSError):  # a case that cannot be written can be read
        keep_front(opened, stamp)
    opened.warm_rest()
