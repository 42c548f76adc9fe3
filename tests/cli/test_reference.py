"""The reference page of the command line tells the truth."""

import re
import shlex
from pathlib import Path

import click
import pytest

from headwater.cli.main import VERBS, verbs

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "cli.md"
TEXT = PAGE.read_text(encoding="utf-8")
CONTEXT = click.Context(verbs)


def commands(verb: str) -> list[click.Command]:
    command = verbs.get_command(CONTEXT, verb)
    assert command is not None
    return list(command.commands.values()) if isinstance(command, click.Group) else [command]


def options(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts if name[0] == "-"}


def section(verb: str) -> str:
    return TEXT.partition(f"\n## {verb}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_option_has_its_words(verb: str) -> None:
    known = set().union(*(options(command) for command in commands(verb)))
    told = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", section(verb)))
    assert told <= known
    short = {"-f", "-n", "--format", "--number", "--at"} | {"--a", "--b"}
    assert {name for name in known if name.startswith("--")} - told - short <= {"--part"}


def examples() -> list[str]:
    lines = [line for fence in TEXT.split("```")[1::2] for line in fence.splitlines()]
    return [line.rpartition("| ")[2] for line in lines if "headwater" in line]


@pytest.mark.parametrize("line", examples())
def test_every_example_names_what_exists(line: str) -> None:
    words = shlex.split(line.partition(" >")[0])[1:]
    used = {word for word in words if re.fullmatch(r"--?[a-z][\w-]*", word)}
    known = set().union(*(options(command) for command in commands(words[0])))
    assert used <= known
