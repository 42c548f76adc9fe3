"""Which sort of attribution a hand-marked one is."""

from typing import Final

from headwater.evaluate.brat import Marked, Text, Tokens

STYLES: Final = ("direct", "mixed", "indirect")
SOURCE_KINDS: Final = ("named", "nominal", "pronoun", "none")

_DIRECT: Final = 0.9  # share of the words between quotation marks that makes a direct quotation
_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'
_PRONOUNS: Final = frozenset(
    """i me we us you he him she her they them it one who whom which that what this
    those these his hers its ours our theirs my mine your yours himself herself
    themselves itself everyone everybody anyone anybody nobody someone somebody""".split()
)
STOP_WORDS: Final = frozenset(
    """a an the this that these those some any each every both all no
    and or but nor of to in on at by for from with as about into over after before
    is are was were be been being has have had do does did will would can could may
    might shall should must not s t my your his her its our their whose""".split()
)


def quoted_tokens(text: Text) -> Tokens:
    """Return the tokens between quotation marks; a quotation ends with its paragraph."""
    inside: set[int] = set()
    is_open, last_end = False, 0
    for token, (start, end) in enumerate(text.spans):
        if "\n" in text.raw[last_end:start]:
            is_open = False
        last_end = end
        mark = text.raw[start:end]
        if mark in _OPENING:
            is_open = True
        elif mark in _CLOSING:
            is_open = False
        elif mark in _STRAIGHT:
            is_open = not is_open
        elif is_open:
            inside.add(token)
    return frozenset(inside)


def style_of(attribution: Marked, text: Text, quoted: Tokens) -> str:
    """Return whether the content is quoted, in part quoted, or told."""
    words = text.words(attribution.content)
    share = len(words & quoted) / len(words) if words else 0.0
    return "direct" if share >= _DIRECT else "mixed" if share > 0 else "indirect"


def source_kind_of(attribution: Marked, text: Text) -> str:
    """Return whether the source is a name, a noun phrase, a pronoun or left out."""
    words = text.words(attribution.source)
    if not words:
        return "none"
    if all(text.word(t) in _PRONOUNS for t in words):
        return "pronoun"
    first = min(words)
    capitalised = {t for t in words if text.raw[text.spans[t][0]].isupper()}
    if text.word(first) in STOP_WORDS:  # "The" at the start of a sentence names nobody
        capitalised.discard(first)
    return "named" if capitalised else "nominal"
