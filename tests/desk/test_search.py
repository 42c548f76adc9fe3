"""The full-text index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.desks import sample

from headwater.desk.cases.search import Index, cut_marked, to_query
from headwater.report.lookup import Lookup

DOSSIER = sample()
INDEX = Index(DOSSIER, Lookup(DOSSIER))


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("harbour", '"harbour"*'),
        ("two words", '"two" "words"*'),
        ('"two words" third', '"two words" "third"*'),
        ('"two words"', '"two words"'),
        ("NEAR(a b) OR -c*", '"NEAR a" "b" "OR" "c"*'),
        ("…", ""),
        ("", ""),
    ],
)
def test_what_people_type_becomes_a_query(asked: str, query: str) -> None:
    assert to_query(asked) == query


@given(st.text(max_size=40))
def test_nothing_that_people_type_breaks_the_search(asked: str) -> None:
    hits, total = INDEX.find(asked, 5)
    assert len(hits) <= min(5, total)
    INDEX.claims(asked)


def test_a_hit_is_the_sentence_with_its_words_marked() -> None:
    document = DOSSIER.documents[0]
    word = document.text.split()[3].strip(".,")
    hits, _ = INDEX.find(f'"{word}"', 50)
    assert any(piece.hit for hit in hits for piece in hit.pieces)
    for hit in hits:
        text = next(d.text for d in DOSSIER.documents if d.id == hit.document)
        assert word.casefold() in hit.span.cut(text).casefold()


def test_all_words_must_stand_in_one_sentence() -> None:
    one = INDEX.find("tonnes", 99)[1]
    both = INDEX.find("tonnes zebra", 99)[1]
    assert one > 0
    assert both == 0


def test_pieces_join_to_the_sentence() -> None:
    pieces = cut_marked("a \ue000b\ue001 c \ue000d\ue001")
    assert [(piece.text, piece.hit) for piece in pieces] == [
        ("a ", False), ("b", True), (" c ", False), ("d", True),
    ]  # fmt: skip
