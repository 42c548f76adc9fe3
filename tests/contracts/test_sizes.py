"""Files stay small enough to read in one go."""

from pathlib import Path

import pytest

import headwater

ROOT = Path(headwater.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
LONGEST = 300  # lines


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_has_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
