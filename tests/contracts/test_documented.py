"""Everything public says what it gives, and every stage has its page."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import headwater
from headwater.pipeline import STAGES

ROOT = Path(headwater.__file__).parent
DOCS = ROOT.parents[1] / "docs"
QUESTIONS = ("takes", "gives", "how it decides", "how good", "how it fails")


def undocumented(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if ast.get_docstring(tree) is None:
        yield "the module"
    for node in tree.body:
        match node:
            case ast.FunctionDef() | ast.ClassDef() if node.name[0] != "_":
                if ast.get_docstring(node) is None:
                    yield node.name


@pytest.mark.parametrize(
    "path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_public_things_have_docstrings(path: Path) -> None:
    assert not list(undocumented(path))


@pytest.mark.parametrize("stage", [stage.name for stage in STAGES])
def test_every_stage_has_a_page_that_answers_four_questions(stage: str) -> None:
    page = DOCS / "stages" / f"{stage}.md"
    assert page.is_file()
    text = page.read_text(encoding="utf-8").lower()
    assert not [question for question in QUESTIONS if question not in text]
