"""What is done and what is not, on standard error; never on standard output."""

import sys
from typing import Final, Protocol, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

_EVERY: Final = 10  # plain output writes a line for each tenth of a stage


class Watcher(Protocol):
    """Told what the engine does."""

    def begin(self, stage: str, total: int) -> None:
        """A stage begins; `total` steps are ahead."""

    def step(self) -> None:
        """One step of the stage is done."""

    def end(self) -> None:
        """The stage is over."""


class Silent:
    """Says nothing."""

    def begin(self, stage: str, total: int) -> None:
        """Say nothing."""

    def step(self) -> None:
        """Say nothing."""

    def end(self) -> None:
        """Say nothing."""


class Plain:
    """Writes a line when a stage begins and for each tenth of a long one."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._stage, self._total, self._done = "", 0, 0

    def begin(self, stage: str, total: int) -> None:
        """Name the stage."""
        self._stage, self._total, self._done = stage, total, 0
        if total == 1:
            self._say(stage)

    def step(self) -> None:
        """Count, and say so at each tenth."""
        self._done += 1
        tenth = max(1, self._total // _EVERY)
        if self._total > 1 and (self._done % tenth == 0 or self._done == self._total):
            self._say(f"{self._stage} {self._done}/{self._total}")

    def end(self) -> None:
        """Say nothing; the last step was said."""

    def _say(self, text: str) -> None:
        self._stream.write(f"headwater: {text}\n")
        self._stream.flush()


class Bars:
    """Draws a bar a stage in a terminal."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
        )
        self._task = self._progress.add_task("", total=0, visible=False)

    def begin(self, stage: str, total: int) -> None:
        """Draw a new bar."""
        self._progress.start()
        self._task = self._progress.add_task(stage, total=total)

    def step(self) -> None:
        """Move the bar."""
        self._progress.advance(self._task)

    def end(self) -> None:
        """Leave the bar full; the last one is cleared away."""
        self._progress.stop()


def watcher_for(stream: TextIO | None = None) -> Watcher:
    """Return bars for a terminal, plain lines for anything else; on stderr if none is named."""
    stream = stream or sys.stderr
    return Bars(Console(file=stream)) if stream.isatty() else Plain(stream)
