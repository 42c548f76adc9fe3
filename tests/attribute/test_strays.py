"""Sources that only look like names."""

import pytest
from tests.attribute.build import find, make_document

from headwater.attribute.tagged import attribute_tagged
from headwater.parse import parse

CASES: list[tuple[str, str, str, str]] = [
    ("Ivo Lund met the crowd. Some say the dam leaks.", "leaks", "Some", "anonymous"),
    ("Ivo Lund met the crowd. Protesters said the dam leaks.", "leaks", "Protesters", "anonymous"),
    ("Siemens said the dam leaks.", "leaks", "Siemens", "organization"),
    ("Envoys of North Korea met. The North said the dam leaks.", "leaks", "North Korea",
     "government"),
    ("North Korea and North Macedonia met. The North said the dam leaks.", "leaks", "North",
     "organization"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "name", "kind"), CASES)
def test_strays(text: str, said: str, name: str, kind: str) -> None:
    found = [a for a in find(text) if said in a.content[-1].cut(text)]
    assert [(a.name, a.kind) for a in found][-1:] == [(name, kind)]


def test_who_after_according_to() -> None:
    text = "According to the Quay Post, who first reported the strike, the dam leaks."
    assert not any("ccording" in a.name for a in find(text))


def test_what_belongs_to_the_noun_before() -> None:
    document = make_document("Both praised Ivo Lund, whose office said on Monday the dam leaks.")
    found = attribute_tagged(document, parse(document))
    assert "Ivo Lund's office" in {a.name for a in found}
