"""The outlet's own words keep the subject that is also somebody's source."""

import pytest
from tests.extract.build import make_attribution, make_document, make_parse

from headwater.extract import extract
from headwater.model.attribution import CueKind

ROWS: list[tuple[str, str, str, str, CueKind, list[str]]] = [
    # who says something did something else before
    ("Roe then left the hall, denying that he lied.", "Roe", "denying", "that he lied", "denies",
     ["Roe then left the hall"]),
    ("Roe, clearly glad to help, ran the show, calling the dam safe.", "Roe", "calling",
     "the dam safe", "says", ["Roe, clearly glad to help, ran the show"]),
    # a plan is more than what it promises
    ("The board’s plan to close the mill has drawn anger.", "The board’s", "plan",
     "to close the mill", "promises", ["The board’s plan to close the mill has drawn anger"]),
    # nothing is left but the cue's own words
    ("Roe said on Friday that the dam leaked.", "Roe", "said", "that the dam leaked", "says", []),
    # a clause that tells of the source is a fact, one that tells how it spoke is none
    ("The dam leaked, said Roe, who left the hall in May.", "Roe", "said", "The dam leaked",
     "says", ["Roe, who left the hall in May"]),
    ("The dam leaked, said Roe, who spoke in the hall.", "Roe", "said", "The dam leaked",
     "says", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "kind", "expected"), ROWS)
def test_own_words_with_their_subject(
    text: str, source: str, cue: str, content: str, kind: CueKind, expected: list[str]
) -> None:
    said = make_attribution(text, source, cue, content, cue_kind=kind)
    found = extract(make_document(text), make_parse(text), (said,))
    assert [m.text for m in found if not m.chain] == expected
