"""Two wordings side by side: what one has and the other has not."""

import re
from typing import Final, Literal

from rapidfuzz.distance import Indel

from headwater.model.base import Record
from headwater.report.words import show_text

_WORD: Final = re.compile(r"\s+|\w+|[^\w\s]")
MOST: Final = 4000  # characters that are compared; longer wordings are shown without a diff


class DiffPiece(Record, frozen=True, kw_only=True):
    """Words of both (`same`), of the first only (`gone`) or of the second only (`new`)."""

    text: str
    kind: Literal["same", "gone", "new"]


def compare_words(before: str, after: str) -> tuple[DiffPiece, ...]:
    """Return what turns one wording into the other, word by word."""
    if len(before) + len(after) > MOST:
        return ()
    left, right = _WORD.findall(before), _WORD.findall(after)
    pieces: list[DiffPiece] = []
    for step in Indel.opcodes(left, right):
        gone = "".join(left[step.src_start : step.src_end])
        new = "".join(right[step.dest_start : step.dest_end])
        if step.tag == "equal":
            pieces.append(DiffPiece(text=show_text(gone), kind="same"))
            continue
        if gone:
            pieces.append(DiffPiece(text=show_text(gone), kind="gone"))
        if new:
            pieces.append(DiffPiece(text=show_text(new), kind="new"))
    return tuple(pieces)
