"""What a cue leaves of the content that hangs on it: "never thought", "hopes", "did she say"."""

import re
from typing import Final, Literal, NamedTuple

from headwater.lexicon.load import load_entries, load_table
from headwater.lexicon.verbs import verb_forms
from headwater.model.attribution import Attribution
from headwater.model.span import Span

Sense = Literal["plain", "negated", "open"]
BEFORE: Final = 30  # characters before a cue in which its negation stands
OWNED: Final = 40  # characters before a noun in which its verb stands
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_NEGATED: Final = re.compile(
    r"(?:\b(?:not|never|no longer|cannot|neither|nor)|n[’']t)(?: (?:\w+ly|even|ever|yet|really|say"
    r"|saying))?\s*$",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(r"(?:no(?:body| one|ne)?|neither|few)\b", re.IGNORECASE)
_WHETHER: Final = re.compile(r"\b(?:if|whether|unless)(?: even)?\s*$", re.IGNORECASE)
_ASKED: Final = re.compile(
    r"(?:^|[.?!:;,–—]\s|\b(?:and|but|so|well|then) )\W*"
    r"(?:do|does|did|would|could|can|is|are|was|were|have|has|had)\s*$",
    re.IGNORECASE,
)


class CueSense(NamedTuple):
    """What a cue does to its content, with the words that tell."""

    sense: Sense
    words: tuple[Span, ...] = ()


def read_cue(text: str, speaker: Attribution | None) -> CueSense:
    """Return whether a cue states its content, turns it round, or leaves it open.

    What hangs on knowing stays as it is: who "did not know that the pump leaked" has a pump that
    leaked.
    """
    if speaker is None or not speaker.cue or not speaker.content:
        return CueSense("plain")
    table, lemmas = load_table("negation"), _lemmas(text, speaker)
    if speaker.content[0].start < speaker.cue[0].start:
        return CueSense("plain")  # behind its content a cue only tells whose it is
    if any(word in table["guessing"] for word in lemmas):
        return CueSense("open", speaker.cue)
    if any(word in table["knowing"] for word in lemmas):
        return CueSense("plain")
    if _is_asked(text, speaker):
        return CueSense("open", speaker.cue)
    negation = _negation_of(text, speaker)
    if negation is None:
        return CueSense("plain")
    if any(word in table["checking"] for word in lemmas):
        return CueSense("open", (negation,))
    return CueSense("negated", (negation,))


def _lemmas(text: str, speaker: Attribution) -> tuple[str, ...]:
    """Return the words of a cue and the verbs that they are forms of."""
    words = [w.lower() for span in speaker.cue for w in _WORD.findall(span.cut(text))]
    forms = verb_forms()
    return (*words, *(forms[word].lemma for word in words if word in forms))


def _negation_of(text: str, speaker: Attribution) -> Span | None:
    """Return the word that negates a cue, in it, before it, or as its source ("nobody")."""
    for span in speaker.source:
        found = _NOBODY.match(text, span.start, span.end)
        if found is not None and span.start < speaker.cue[0].start:
            return Span(start=found.start(), end=found.end())
    for cue in speaker.cue:
        words = list(_WORD.finditer(text, cue.start, cue.end))
        for at in [cue.start, *(word.start() for word in words[1:])]:
            low = max(0, at - BEFORE)
            found = _NEGATED.search(text[low:at])
            if found is not None and "\n" not in found.group():
                return Span(start=low + found.start(), end=low + found.end())
    return None


def _is_asked(text: str, speaker: Attribution) -> bool:
    """Tell whether the cue stands in a question or behind "if" ("did the mayor say that ...")."""
    if not speaker.source or speaker.source[0].start > speaker.cue[0].start:
        return False
    start = speaker.source[0].start
    before = text[max(0, start - BEFORE) : start]
    if _WHETHER.search(before):
        return True
    end = speaker.content[-1].end
    return "?" in text[end : end + 2] and _ASKED.search(before) is not None


def is_turned_down(text: str, speaker: Attribution) -> bool:
    """Tell whether the cue is a noun that its owner turns down ("rejected the claim that ...")."""
    if not speaker.cue:
        return False
    noun = speaker.cue[-1].cut(text).rsplit(None, 1)[-1]
    stop = speaker.cue[-1].end - len(noun)
    return any(
        entry.compiled().search(text, max(0, stop - OWNED), stop) is not None
        for entry in load_entries("answers")
        if entry.attributes["kind"] == "turned down"
    )
