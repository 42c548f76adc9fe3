"""Where words go: results to stdout, talk to stderr; and what a run's exit code means."""

import sys
from enum import IntEnum
from typing import Any

import click
import msgspec


class Exit(IntEnum):
    """Exit codes that scripts can rely on."""

    OK = 0
    ERROR = 1
    USAGE = 2  # wrong use of the command
    GAPS = 3  # finished, but something could not be read
    UNVERIFIED = 4  # a verification failed


def result(text: str) -> None:
    """Write a result to stdout, ending with a newline."""
    click.echo(text.rstrip("\n"))


def result_bytes(data: bytes) -> None:
    """Write a result to stdout as it is."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def result_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Write a value to stdout as JSON for people to read too."""
    result(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def say(text: str) -> None:
    """Say something on stderr."""
    click.echo(text, err=True)


def end(code: Exit) -> None:
    """Leave with an exit code, if it is another one than that of success."""
    if code is not Exit.OK:
        click.get_current_context().exit(code)
