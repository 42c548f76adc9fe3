"""What the tests of the command line share."""

from collections.abc import Callable

import pytest

from headwater.cli.main import leave_quietly

Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Said:
    def run(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = leave_quietly([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
