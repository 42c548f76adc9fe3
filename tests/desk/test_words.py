"""Words that people select are found where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.desk.cases.uploads import clean_name, take_files, take_text, to_slug
from headwater.desk.views.diffs import compare_words
from headwater.desk.views.words import find_words
from headwater.ingest.settings import IngestSettings
from headwater.model.span import Span
from headwater.report.words import show_text

TEXT = "The port said so. The\nport denied it later, the port said."


@pytest.mark.parametrize(
    ("words", "near", "hint", "found"),
    [
        ("The port", (0, 60), None, (0, 8)),
        ("The port", (0, 60), 20, (18, 26)),
        ("The  port", (18, 59), None, (18, 26)),
        ("port said", (30, 59), None, (48, 57)),
        ("later", (0, 10), None, (37, 42)),
        ("nowhere", (0, 60), None, None),
        ("  ", (0, 60), None, None),
    ],
)
def test_words_are_found_near_where_they_were_shown(
    words: str, near: tuple[int, int], hint: int | None, found: tuple[int, int] | None
) -> None:
    span = find_words(TEXT, words, Span(start=near[0], end=near[1]), hint)
    assert (None if span is None else (span.start, span.end)) == found


def test_words_that_overlap_themselves_are_found_at_their_place() -> None:
    assert find_words("000", "00", Span(start=0, end=3), 1) == Span(start=1, end=3)


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_stretch_with_its_place_is_found_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = show_text(text)[start:end]
    if len(show_text(text)) != len(text) or not words.strip() or words != words.strip():
        return
    span = find_words(text, words, Span(start=0, end=len(text)), start)
    assert span is not None
    assert span.start == start


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("a.txt", "a.txt"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\x.html", "x.html"),
        ("<script>alert(1)</script>.txt", "script>.txt"),
        ("\x00\x1b[31m.txt", "[31m.txt"),
        ("..", "unnamed"),
        ("", "unnamed"),
        ("\u202etxt.exe", "txt.exe"),
    ],
)
def test_a_name_loses_folders_and_signs_that_names_cannot_hold(given_name: str, kept: str) -> None:
    assert clean_name(given_name) == kept


def test_a_sidecar_among_the_files_tells_of_the_others() -> None:
    sidecar = b'{"docs": [{"file": "a.txt", "outlet": "The Gull"}]}'
    files = take_files([("x/a.txt", b"A."), ("docs.json", sidecar)], IngestSettings())
    assert [file.name for file in files] == ["a.txt"]
    assert files[0].sidecar is not None
    assert files[0].sidecar.fields["outlet"] == "The Gull"


def test_a_broken_sidecar_and_too_large_a_file_are_told() -> None:
    settings = IngestSettings(max_file_bytes=4)
    files = take_files([("docs.json", b"{"), ("b.txt", b"12345")], settings)
    assert all(file.refused is not None for file in files)


def test_pasted_text_is_a_file_with_what_people_said_of_it() -> None:
    about = {"outlet": "The Gull", "published": "2031-04-02", "title": " ", "url": ""}
    file = take_text("One.\r\nTwo.", about, ["the-gull.txt"])
    assert file.name == "the-gull-2.txt"
    assert file.data == b"One.\nTwo."
    assert file.sidecar is not None
    assert dict(file.sidecar.fields) == {"outlet": "The Gull", "published": "2031-04-02"}


@pytest.mark.parametrize(
    ("title", "slug"),
    [("The port, again!", "the-port-again"), ("../../etc", "etc"), ("…", ""), ("Порт 9", "порт-9")],
)
def test_a_title_makes_a_name(title: str, slug: str) -> None:
    assert to_slug(title) == slug


def test_a_diff_gives_back_both_wordings() -> None:
    before, after = "The port sent nine ships.", "The old port sent ten ships"
    pieces = compare_words(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
