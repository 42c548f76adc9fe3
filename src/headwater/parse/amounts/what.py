"""What is counted or measured."""

import re
from typing import Final

from headwater.lexicon.verbs import verb_forms
from headwater.model.span import Span

_STOP: Final = frozenset(
    """of in on at by for from to with and or but than as that which who whom whose when while where
    since until before after during over under per is are was were be been being has have had do
    does did will would can could may might shall should must said says say told not no nor if then
    so because about into onto through between against more less fewer higher lower up down out off
    above below ago later earlier this last next each worth a an the he she it they we i you there
    here also now still just only even both either neither too very compared according including
    amid among across behind without within around near toward towards via despite""".split()
)
_WHAT_WORD: Final = re.compile(r"\s(?P<word>[^\W\d_][\w'’.-]*)")
_OF: Final = re.compile(r"\s+of(?:\s+(?:the|its|their|his|her|all|our))?(?=\s)")
_WORTH: Final = re.compile(
    r"(?:\s+worth)?\s+of(?:\s+(?:the|its|their|his|her|all|our))?(?=\s)|\s+in(?=\s+[a-z])"
)
_TAKES: Final = re.compile(r"\s+(?:the|an?|its|their|his|her|this|these|those)\b")  # an object
_ABBREVIATION: Final = re.compile(r"(?:\w\.)+")
_MAX_WHAT: Final = 5  # Words: noun phrases behind figures are rarely longer.


def find_what(text: str, end: int, stop: int, unit: str) -> Span | None:
    """Return the words behind an amount that say what is counted or measured.

    Args:
        text: The document's text.
        end: Where the amount ends.
        stop: Where its sentence ends.
        unit: `count` takes the nouns right behind; others need "of" or "in" before them.

    Returns:
        The noun phrase, without articles; None if none follows.
    """
    link = (_OF if unit == "count" else _WORTH).match(text, end, stop)
    if link is None and unit != "count":
        return None
    return find_noun_phrase(text, link.end() if link else end, stop)


def find_noun_phrase(text: str, position: int, stop: int) -> Span | None:
    """Return the run of nouns that begins at a place, None if none does.

    Args:
        text: The document's text.
        position: Before the space in front of the first word, or at that word.
        stop: Where its sentence ends.
    """
    start = last = None
    if position and text[position - 1].isspace():
        position -= 1
    for _ in range(_MAX_WHAT):
        match = _WHAT_WORD.match(text, position, stop)
        if match is None or _ends_phrase(match["word"], first=start is None):
            break
        word = match["word"]
        if start is not None and _TAKES.match(text, match.end(), stop) and word in verb_forms():
            break
        whole = _ABBREVIATION.fullmatch(word) is not None
        cut = len(word) if whole else len(word.rstrip(".,'’-"))
        start = match.start("word") if start is None else start
        last = match.start("word") + cut
        position = match.end()
        if cut < len(word):
            break
    return Span(start=start, end=last) if start is not None and last is not None else None


def _ends_phrase(word: str, *, first: bool) -> bool:
    """Tell whether a word is no part of a noun phrase: a small word, or a verb behind the noun."""
    lowered = word.lower().rstrip(".,'’-")
    if lowered in _STOP:
        return True
    if first or word[0].isupper():
        return False
    form = verb_forms().get(lowered)
    if lowered.endswith("ed") or form is None:
        return lowered.endswith("ed")
    present = form.form in {"base", "third"} and not form.noun_too  # "60 firms supply the yard"
    return present or form.form in {"past", "participle"}


_REACHED: Final = re.compile(
    r"\b(?:reach(?:ed|es|ing)|hit(?:s|ting)?|total(?:l?ed|s|l?ing)|amount(?:ed|s|ing)\s+to|stood\s+at|stands\s+at|"
    r"r[io]se[sn]?|rising|f[ae]ll(?:en|s|ing)?|increas(?:ed|es|ing)|decreas(?:ed|es|ing)|gr[eo]w(?:n|s|ing)?|"
    r"climb(?:ed|s|ing)|jump(?:ed|s|ing)|surg(?:ed|es|ing)|soar(?:ed|s|ing)|drop(?:ped|s|ping)|declin(?:ed|es|ing)|"
    r"plung(?:ed|es|ing)|slump(?:ed|s)|exceed(?:ed|s)|top(?:ped|s)|surpass(?:ed|es)|averag(?:ed|es)|cost(?:s|ing)?|"
    r"(?:was|were|is|are)\s+(?:worth|valued\s+at|estimated\s+at|put\s+at|up|down)|doubled|tripled|halved)\b",
    re.IGNORECASE,
)
_BOUNDARY: Final = re.compile(
    r"[,;:—–(\"“”]\s*|\b(?:that|and|but|while|as|because|said|says|showed|shows|show|reported|when|after|"
    r"before|where|which)\s+",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"(?:the|a|an|its|their|his|her|total|overall|this|that|these)\s+", re.I
)
_TRAILING: Final = re.compile(
    r"(?:\s+(?:has|have|had|was|were|is|are|also|already|then|even|nearly|almost|more|than|would|will|"
    r"could|sharply|steadily|now|have\s+been|had\s+been))+$",
    re.IGNORECASE,
)
_FAR: Final = 160  # Characters to the left in which the subject must stand.
_VERB_NEAR: Final = 48  # Characters between the verb and the figure.
_LONGEST_SUBJECT: Final = 9  # Words.


def find_subject(text: str, start: int, floor: int) -> Span | None:
    """Return the words before an amount that say what reached it: "exports of tin" rose 5 percent.

    Args:
        text: The document's text.
        start: Where the amount begins.
        floor: Where its sentence begins.
    """
    low = max(floor, start - _FAR)
    window = text[low:start]
    verb = None
    for match in _REACHED.finditer(window, max(0, len(window) - _VERB_NEAR)):
        verb = match
    if verb is None or _BOUNDARY.search(window, verb.end()):
        return None
    begin = 0
    for match in _BOUNDARY.finditer(window, 0, verb.start()):
        begin = match.end()
    words = window[begin : verb.start()]
    leading = _LEADING.match(words)
    begin += leading.end() if leading else len(words) - len(words.lstrip())
    phrase = _TRAILING.sub("", window[begin : verb.start()].rstrip())
    if begin == 0 and low > floor or not 0 < len(phrase.split()) <= _LONGEST_SUBJECT:
        return None
    return Span(start=low + begin, end=low + begin + len(phrase))
