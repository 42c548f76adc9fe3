import tomllib
from pathlib import Path

import pytest

import headwater
from headwater.cli.main import VERBS, leave_quietly
from headwater.cli.speak import Exit

COMMANDS = [
    [],
    *([verb] for verb in VERBS),
    *(["eval", w] for w in ("case", "attribution", "pairs")),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: " ".join(words) or "headwater")
def test_help_says_what_it_does_and_ends_with_an_example(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert leave_quietly([*command, "--help"]) == Exit.OK
    text = capsys.readouterr().out
    first = text.split("\n\n")[1].strip()
    assert first.endswith((".", ":")) or ". " in first
    _, _, examples = text.partition("Example:\n")
    lines = [line.strip() for line in examples.strip().splitlines()]
    assert lines
    assert all("headwater " in line for line in lines)
    assert all(len(line) < 100 for line in text.splitlines())


def test_the_list_of_verbs_says_what_each_help_says(capsys: pytest.CaptureFixture[str]) -> None:
    for verb, (_, words) in VERBS.items():
        leave_quietly([verb, "--help"])
        text = " ".join(capsys.readouterr().out.split())
        assert words.rstrip(".") in text, verb


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert leave_quietly(["--version"]) == Exit.OK
    assert headwater.__version__ in capsys.readouterr().out


@pytest.mark.parametrize("words", [["nonsense"], ["show"], ["export", "x", "--format", "docx"]])
def test_wrong_use_is_exit_code_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert leave_quietly(words) == Exit.USAGE
    said = capsys.readouterr()
    assert said.out == ""
    assert "Usage:" in said.err


def test_both_names_of_the_command_start_here() -> None:
    root = Path(__file__).resolve().parents[2]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(project["scripts"].values()) == {"headwater.cli.main:main"}
