"""Word pieces and where they stand."""

import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.wordpiece import WordPieces, make_splitter

PIECES = (
    "[UNK] the ferry fer ##ries ##ry cafe 港 ' . , $ % 10 ##0 - “ ” u s n ##o ##rt ##h a ##b"
).split()
VOCABULARY = {piece: number for number, piece in enumerate(PIECES)}
split = make_splitter(VOCABULARY)


@pytest.mark.parametrize(
    ("text", "pieces", "words"),
    [
        ("The ferry", "the ferry", ["The", "ferry"]),
        ("ferries", "fer ##ries", ["fer", "ries"]),
        ("CAFÉ", "cafe", ["CAFÉ"]),
        ("cafe\u0301.", "cafe .", ["cafe", "."]),
        ("U.S.", "u . s .", ["U", ".", "S", "."]),
        ("$100%", "$ 10 ##0 %", ["$", "10", "0", "%"]),
        ("“north”", "“ n ##o ##rt ##h ”", ["“", "n", "o", "rt", "h", "”"]),
        ("a港the", "a 港 the", ["a", "港", "the"]),
        ("a\u00adb", "a ##b", ["a", "b"]),
        ("the\u00a0the\tthe", "the the the", ["the"] * 3),
        ("quay", "[UNK]", ["quay"]),
        ("a" * 101, "[UNK]", ["a" * 101]),
        ("", "", []),
        (" \n\t ", "", []),
    ],
)
def test_pieces_and_places(text: str, pieces: str, words: list[str]) -> None:
    found = split(text)
    assert [PIECES[number] for number in found.ids] == pieces.split()
    assert [text[start:end] for start, end in found.offsets] == words


@given(
    st.text(alphabet=st.sampled_from("the ferry norU.S. 10%é港\u0301\u00ad\n“”—xyz"), max_size=80)
)
def test_places_are_in_order_and_apart(text: str) -> None:
    found = split(text)
    assert len(found.ids) == len(found.offsets) == len(found.words)
    assert found.words == sorted(found.words)
    ends = [0, *(end for _, end in found.offsets)]
    for (start, end), before in zip(found.offsets, ends, strict=False):
        assert before <= start < end <= len(text)


@pytest.mark.skipif(not importlib.util.find_spec("tokenizers"), reason="needs tokenizers")
@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=60))
def test_as_the_library_does(text: str) -> None:
    import tokenizers

    library = tokenizers.Tokenizer(tokenizers.models.WordPiece(VOCABULARY, unk_token="[UNK]"))
    library.normalizer = tokenizers.normalizers.BertNormalizer()
    library.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    told = library.encode(text, add_special_tokens=False)
    expected = WordPieces(list(told.ids), list(told.offsets), [word or 0 for word in told.word_ids])
    if "[UNK]" not in text:  # the library reads its own signs in a text, we read letters
        assert split(text) == expected
