"""`headwater serve`: whom it lets in, what it says when something is missing; its tutorial."""

import re
import shlex
import sys
from pathlib import Path

import click
import pytest

from headwater.cli.main import leave_quietly, verbs
from headwater.cli.serve import choose_guard, say_address

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial-desk.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for body in re.findall(r"^```\n(.*?)^```", TUTORIAL, re.MULTILINE | re.DOTALL)
    for line in body.splitlines()
]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_on_loopback_no_token_is_needed(host: str) -> None:
    assert choose_guard(host, None).token is None
    assert choose_guard(host, "mine").token == "mine"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "desk.example"])
def test_for_any_other_address_there_is_always_a_token(host: str) -> None:
    first, second = choose_guard(host, None).token, choose_guard(host, None).token
    assert first is not None
    assert len(first) > 20
    assert first != second


@pytest.mark.parametrize(
    ("host", "token", "address"),
    [
        ("127.0.0.1", None, "http://127.0.0.1:80/"),
        ("::1", None, "http://[::1]:80/"),
        ("0.0.0.0", "t", "http://127.0.0.1:80/?token=t"),
    ],
)
def test_the_address_can_be_opened(host: str, token: str | None, address: str) -> None:
    assert say_address(host, 80, token) == address


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "python_multipart"])
def test_without_the_extra_it_says_in_one_line_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    assert leave_quietly(["serve", "."]) == 1
    said = capsys.readouterr().err.strip()
    assert "pip install 'headwater[desk]'" in said
    assert "\n" not in said


def test_a_file_is_no_folder_of_cases(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    assert leave_quietly(["serve", str(file)]) == 2
    assert "is a file" in capsys.readouterr().err


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_of_the_tutorial_can_be_typed(line: str) -> None:
    words = shlex.split(line)
    assert words[0] == "headwater"
    command = verbs.get_command(click.Context(verbs), words[1])
    assert command is not None
    command.make_context(words[1], words[2:])


@pytest.mark.parametrize("picture", re.findall(r"\]\((img/[^)]+)\)", TUTORIAL))
def test_every_picture_of_the_tutorial_is_there(picture: str) -> None:
    assert (ROOT / "docs" / picture).stat().st_size > 1000
