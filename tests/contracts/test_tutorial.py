"""What the tutorial tells people to type works."""

import re
import shlex
from pathlib import Path

import pytest

from headwater.cli.main import leave_quietly

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_every_command_and_the_python_of_the_tutorial_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for kind, body in FENCE.findall(TEXT):
        if kind == "python":
            exec(compile(body, "tutorial", "exec"), {})
            continue
        for line in body.splitlines():
            words = shlex.split(line.partition(" > ")[0])
            assert words[0] == "headwater"
            assert leave_quietly(words[1:]) == 0, line
    assert capsysbinary.readouterr().out
