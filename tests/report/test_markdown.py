"""Tests of the dossier as Markdown: its footnotes hold, and no text acts as a mark."""

import re

import msgspec
import pytest
from tests.report.sample import make_dossier

from headwater.cli.show import conflict_lines
from headwater.cli.summary import counts, headline
from headwater.model.dossier import Dossier
from headwater.report import report
from headwater.report.lookup import Lookup
from headwater.report.markdown import plain, to_markdown

PLACE = re.compile(r"^\[\^(m-\w+)\]: (.+), characters (\d+)–(\d+), SHA-256 (\w+)\.$", re.MULTILINE)
MARK = re.compile(r"“([^”]*)”\[\^(m-\w+)\]")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return report(make_dossier())


def test_every_footnote_is_asked_for_and_answered(dossier: Dossier) -> None:
    text = to_markdown(dossier).decode()
    asked = [key for _, key in MARK.findall(text)]
    answered = [found[0] for found in PLACE.findall(text)]
    assert len(answered) == len(set(answered))
    assert set(asked) == set(answered) == {m.id for m in dossier.mentions}


def test_a_footnote_leads_to_the_words(dossier: Dossier) -> None:
    lookup = Lookup(dossier)
    by_name = {plain(document.name): document for document in dossier.documents}
    for key, name, start, end, digest in PLACE.findall(to_markdown(dossier).decode()):
        document = by_name[name]
        assert document.digest == digest
        words = document.text[int(start) : int(end)]
        assert all(span.cut(document.text) in words for span in lookup.mentions[key].spans)


@pytest.mark.parametrize(
    "words",
    ["<script>x</script>", "# no heading", "[a](javascript:b)", "a\n\n- b", "`x`", "![i](h)",
     "[^m-000000000000]", "| a | b |", "\u202edrow\u202c", "***", "a\x00b"],
)  # fmt: skip
def test_words_of_others_are_no_marks(dossier: Dossier, words: str) -> None:
    hostile = msgspec.structs.replace(
        dossier,
        title=words,
        claims=tuple(msgspec.structs.replace(c, text=words) for c in dossier.claims),
        mentions=tuple(msgspec.structs.replace(m, text=words) for m in dossier.mentions),
    )
    text = to_markdown(hostile).decode()
    bare = re.sub(r"\\[\\`*_\[\]<>#|]", "", text)
    bare = re.sub(r"\*(perhaps )?(denies|contradicts)( this:)?\*", "", bare)
    assert not re.search(r"[<`*]|\]\(", bare)
    assert not re.search(r"[\u202a-\u202e\x00]", text)
    heads = [line for line in text.splitlines() if line.startswith("#")]
    assert len(heads) == 1 + len(dossier.ranking) + bool(dossier.failures) + 1


@pytest.mark.parametrize("weak", [False, True])
def test_a_conflict_that_is_not_sure_says_so(dossier: Dossier, *, weak: bool) -> None:
    relations = tuple(msgspec.structs.replace(one, weak=weak) for one in dossier.relations)
    told = msgspec.structs.replace(dossier, relations=relations)
    assert ("*perhaps denies" in to_markdown(told).decode()) is weak
    denied = next(one for one in relations if one.kind == "denies").to_claim
    lines = conflict_lines(Lookup(told), denied)
    assert any("denied by" in line for line in lines)
    assert all(line.startswith("perhaps ") is weak for line in lines if "denied by" in line)


@pytest.mark.parametrize(
    ("weak", "said", "told"),
    [
        (set(), "claims are disputed,", "conflicts."),
        ({"contradicts"}, "more perhaps)", "of them not sure."),
        ({"denies", "contradicts"}, "perhaps disputed,", "of them not sure."),
    ],
)
def test_the_summary_tells_sure_conflicts_from_others(
    dossier: Dossier, weak: set[str], said: str, told: str
) -> None:
    relations = tuple(
        msgspec.structs.replace(one, weak=one.kind in weak) for one in dossier.relations
    )
    changed = msgspec.structs.replace(dossier, relations=relations, assessments=())
    first = to_markdown(changed).decode().split("\n\n")[1]
    assert said in first
    assert ("perhaps" in first) is bool(weak)
    assert told in headline(changed)
    assert counts(changed)["conflicts_not_sure"] == sum(one.weak for one in relations)
