"""What is told of a noun beside somebody's words keeps the noun that it is about."""

import pytest
from tests.extract.build import make_attribution, make_document, make_parse

from headwater.extract import extract

ROWS: list[tuple[str, str, str, str, list[str]]] = [
    # the noun stands in what was said
    ("Roe left the hall, accusing Oslo of breaking the accord, which bans large nets.", "Roe",
     "accusing", "Oslo of breaking the accord", ["the accord bans large nets"]),
    ("Lima denied the death of Ana Borg, who was under guard in a ward.", "Lima", "denied",
     "the death of Ana Borg", ["Ana Borg was under guard in a ward"]),
    # it is who says so
    ("Roe - who built the dam in 1987 - questioned the new plan.", "Roe", "questioned",
     "the new plan", ["Roe built the dam in 1987"]),
    ("Ana Roe, whose town lost ten boats in May, said the dam leaked.", "Ana Roe", "said",
     "the dam leaked", ["Ana Roe’s town lost ten boats in May"]),
    ("The note, written by Ivo Borg in May, claimed that the mill was sold.", "The note",
     "claimed", "that the mill was sold", ["The note, written by Ivo Borg in May"]),
    # what it is about is not sure
    ("The dam leaked in May, according to the note, which nobody denies.", "the note",
     "according to", "The dam leaked in May", []),
    ("Roe praised a mill for pumps, which can sink ten boats a day.", "Roe", "praised",
     "a mill for pumps", []),
    # nothing but how it was so is left
    ("Polls show that the mill leads, but not reliably.", "Polls", "show", "that the mill leads",
     []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "expected"), ROWS)
def test_a_clause_keeps_what_it_tells_of(
    text: str, source: str, cue: str, content: str, expected: list[str]
) -> None:
    said = make_attribution(text, source, cue, content)
    found = extract(make_document(text), make_parse(text), (said,))
    told = [m.reading or m.text for m in found if not m.chain]
    rest = ("Roe left", "Roe praised", "Roe questioned")
    assert [one for one in told if not one.startswith(rest)] == expected


CUT: list[tuple[str, list[str]]] = [
    ("Lima is in the pact, which bars large nets.",
     ["Lima is in the pact", "the pact, which bars large nets"]),
    ("Ten divers, who share a boat in Oslo, were fined.",
     ["Ten divers were fined", "Ten divers, who share a boat in Oslo"]),
    ("The mill sends Lima the hemp, used to make ropes for trawlers.",
     ["The mill sends Lima the hemp", "the hemp, used to make ropes for trawlers"]),
    ("Roe left the hall, used to such scenes.", ["Roe left the hall, used to such scenes"]),
    ("The town bought nets, used to catch eels, and boats.",
     ["The town bought nets, used to catch eels, and boats"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_a_verb_right_behind_which_is_one(text: str, expected: list[str]) -> None:
    found = extract(make_document(text), make_parse(text), ())
    assert sorted(m.text for m in found) == sorted(expected)
