"""Numbers that name or order things and count nothing."""

import re
from typing import Final

from headwater.model.span import Span
from headwater.text.number_words import SCALES
from headwater.text.numbers import FoundNumber

_REFERENCE: Final = re.compile(
    r"(?:\b(?:No|Nos|Art|Sec|Fig|Ch|Vol|pp?)\.|#|\b(?:Number|Article|Section|Chapter|Page|page|Room|room|Flight|Highway|"
    r"Route|Unit|Game|Phase|Type|Title|Amendment|Resolution|Block|Category|category|Level|level|Tier|Grade|grade|Stage|"
    r"stage|Version|version|Channel|Part|Chapter|Volume|Model|Mark|Apollo|Area|Group\s+of|Formula|War|Act|Round|"
    r"Week|Day|Step|Rule|Line|Gate|Pier|Building|Apartment|Apt\.|Suite|Box|Bus|Platform|Class|Form|Annex|Paragraph|Clause|"
    r"Proposition|Measure|Episode|Season|Generation|Top|Big|Catch|at\s+age|A\.D\.|AD|BC|zip|ZIP|code))[\s-]*$"
)
_CLOCK: Final = re.compile(
    r"\s?(?:[ap]\.?\s?m\.?(?!\w)|o['’]clock|hours\s+(?:GMT|local)|GMT|UTC|[ECMP][SD]?T\b)"
)
_NAME_BEFORE: Final = re.compile(r"(?:^|[\s(\"“'‘])(?P<word>[A-Z][\w’'&.-]*|[a-z][A-Z]\w+)\s$")
_ADDRESS: Final = re.compile(
    r"(?:[-–]\d+)?\s+(?:[A-Z]\w+\s+){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane|Boulevard|Blvd|Drive|Square|Terrace|Way)\b"
)
_SURE_NAME: Final = re.compile(r"[&\d]|[a-z][A-Z]|[A-Z]{2}")
_BLOCKED_AFTER: Final = re.compile(
    r"(?:st|nd|rd|th)\b|[a-zA-Z]\w*|[:/]\d|-(?:[A-Z]\w*|\d+-\d)|\s*\)\s*\d{3}|(?:\.\w)", re.ASCII
)
_BEFORE: Final = 24  # Characters that hold a word of reference, such as "Proposition".
_AFTER: Final = 12
_GLUE: Final = frozenset({"/", ":", "#", "@", "_"})
_HYPHEN_BEFORE: Final = re.compile(r"[A-Za-z]\w*[-–]$")
_ITEM_AFTER: Final = re.compile(r"[.)](?:\s+[A-Z]|\s*$)")  # "3. The mill", not "12 boats".
_SEVERAL: Final = re.compile(r"\b(?:several|few|many|multiple)\s+$", re.IGNORECASE)
_SCORE_BEFORE: Final = re.compile(r"\d[-–]$")
_SENTENCE_WORDS: Final = frozenset(
    """the a an in on at by for from with and but or of to it he she they we about nearly almost
    some over under more less at least up around only just all another between roughly
    approximately another these those its their""".split()
)


def is_reference(text: str, number: FoundNumber, floor: int, span: Span) -> bool:
    """Tell numbers that name or order things ("Article 5", "F-16", "10:30") from counts.

    Args:
        text: The document's text.
        number: The number, without a unit.
        floor: Where the amount before it ends.
        span: Its sentence.
    """
    before = text[max(floor, number.start - _BEFORE) : number.start]
    after = text[number.end : min(span.end, number.end + _AFTER)]
    if number.kind != "figure":
        return _is_word_reference(text, number, before, span)
    glued = before[-1:] in _GLUE or before[-1:].isalpha() or _HYPHEN_BEFORE.search(before)
    second = floor < number.start - 1 and _SCORE_BEFORE.search(before)
    if glued or second or _REFERENCE.search(before):
        return True
    if _CLOCK.match(after) or _BLOCKED_AFTER.match(after):
        return True
    is_item = number.start == span.start and _ITEM_AFTER.match(after) is not None
    return number.plain and (
        is_item
        or _ADDRESS.match(text, number.end, span.end) is not None
        or _is_in_name(number, before, span)
    )


def _is_in_name(number: FoundNumber, before: str, span: Span) -> bool:
    """Tell "Boeing 737" from "In 12 towns": a name stands right before the bare figure."""
    name = _NAME_BEFORE.search(before)
    if name is None or name["word"].lower() in _SENTENCE_WORDS:
        return False
    inside = number.start - len(before) + name.start("word") > span.start
    return inside or _SURE_NAME.search(name["word"]) is not None


def _is_word_reference(text: str, number: FoundNumber, before: str, span: Span) -> bool:
    """Tell "Group of Seven" and "Phase Two" from counts."""
    word = text[number.start : number.end]
    lowered = word.lower()
    if number.kind == "fraction" and lowered == "half":
        return (
            re.search(r"\b(?:first|second|other|latter|better|this|next|last|in|on)\s+$", before)
            is not None
        )
    if number.kind == "words" and lowered.split()[0] in SCALES and not _SEVERAL.search(before):
        return True
    if _REFERENCE.search(before) or text[number.end : number.end + 5].lower() == " half":
        return True
    if text[number.end : number.end + 1] == "-" and text[number.end + 1 : number.end + 2].isalpha():
        return True
    capital = (
        word[0].isupper()
        and number.start > span.start
        and before.rstrip()[-1:] not in set("\"“‘'.:—-(")
    )
    return capital or (lowered in {"one", "zero"} and before[-1:] == "-")
