"""Tokens and stems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.normal import squeeze, strip_possessive
from headwater.text.tokens import content_stems, stem, tokenize


@pytest.mark.parametrize(
    "words",
    [
        "supply supplies supplied supplying",
        "provide provides provided providing",
        "ship ships shipped shipping",
        "sell sells sold selling",
        "control controls controlled controlling",
        "agree agrees agreed agreeing",
        "deny denies denied denying",
        "use uses used using",
        "pass passes passed passing",
        "weapon weapons weapon’s",
        "country countries",
        "man men",
        "take took taken taking",
        "make made makes making",
    ],
)
def test_inflections_share_a_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("supply", "supplier"),
        ("bus", "but"),
        ("need", "ned"),
        ("king", "kin"),
        ("news", "new"),
        ("sing", "s"),
    ],
)
def test_different_words_keep_apart(left: str, right: str) -> None:
    assert stem(left) != stem(right)


def test_content_stems_leave_out_small_words() -> None:
    assert content_stems("The mills were shipping all of it") == ("mill", "ship")


@given(st.text(max_size=60))
def test_tokens_cover_all_but_space(text: str) -> None:
    spans = tokenize(text)
    assert all(start < end for start, end in spans)
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())


@given(st.text(max_size=20))
def test_stem_never_fails(word: str) -> None:
    assert isinstance(stem(word), str)


def test_squeeze_and_possessive() -> None:
    assert squeeze(" a\n b ") == "a b"
    assert strip_possessive("China’s") == "China"
    assert strip_possessive("Workers'") == "Workers"
