"""Texts made to be slow are read in linear time."""

import time

import pytest

from headwater.model.document import Document
from headwater.parse import parse

REPEATS = 8_000
MOST_SECONDS = 4.0  # CPU; a quadratic step takes far more on these texts.


@pytest.mark.parametrize(
    "piece",
    [
        "“ ",
        '" ',
        "” ",
        "'a ",
        "one and ",
        "1 ",
        "1",
        "1,234,",
        "Alpha ",
        "Ministry of ",
        ". ",
        "$",
        "May ",
        "a \n \n",
        "5% ",
        "5 to ",
        "A. ",
    ],
)
def test_repeated_pieces(piece: str) -> None:
    document = Document(id="d", name="d", digest="0", format="text", text=piece * REPEATS)
    began = time.process_time()
    parse(document)
    assert time.process_time() - began < MOST_SECONDS


@pytest.mark.parametrize("start", ["5", "May", "one and", "Ada", "“a."])
def test_long_gaps(start: str) -> None:
    text = start + " " * 10 * REPEATS + "x”"
    began = time.process_time()
    parse(Document(id="d", name="d", digest="0", format="text", text=text))
    assert time.process_time() - began < MOST_SECONDS
