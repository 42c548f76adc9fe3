"""The shipped attribution weights: whole, described by their card, and refused when damaged."""

import pytest

from headwater.errors import ContractError
from headwater.weights import load

MEBIBYTES_MOST = 16
SHIPPED_MOST = 40_000_000  # bytes of all weights together


def test_the_card_describes_the_files() -> None:
    card, files = load.read_files(load.ATTRIBUTION)
    assert sorted(files) == ["encoder.onnx", "head.onnx", "tokenizer.json"]
    assert {"data", "data_licence", "licence", "script", "seed", "scores"} <= card.keys()
    assert sum(map(len, files.values())) < MEBIBYTES_MOST * 2**20


def test_all_weights_together_stay_small() -> None:
    names = (load.ATTRIBUTION, load.LINK, load.WORDS)
    files = [file for name in names for file in load.read_files(name)[1].values()]
    assert sum(map(len, files)) < SHIPPED_MOST


def test_the_common_words_say_where_they_are_from() -> None:
    card, files = load.read_files(load.WORDS)
    assert sorted(files) == ["words.npz"]
    assert {"data", "licence", "script", "scores"} <= card.keys()


def test_missing_weights_are_named() -> None:
    with pytest.raises(ContractError, match=r"weights are missing: card\.toml"):
        load.read_files("attribution_v0")


def test_a_changed_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    read = load._read
    monkeypatch.setattr(load, "_read", lambda f: read(f) + (b" " if f.name == "head.onnx" else b""))
    with pytest.raises(ContractError, match=r"head\.onnx is not the file"):
        load.read_files(load.ATTRIBUTION)


def test_a_damaged_card_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "_read", lambda f: b"\xff" if f.name == load.CARD else b"")
    with pytest.raises(ContractError, match="damaged"):
        load.read_files(load.ATTRIBUTION)


def test_the_weights_for_linking_are_what_their_card_says() -> None:
    card, files = load.read_files(load.LINK)
    assert sorted(files) == ["pair.npz", "pieces.txt", "reader.onnx", "words.npz"]
    assert {"data", "licence", "scripts", "scores", "left_out"} <= card.keys()


def test_only_what_is_wanted_is_read() -> None:
    assert set(load.read_files(load.LINK, "pair.npz")[1]) == {"pair.npz"}
