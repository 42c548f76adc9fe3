"""What is joined by "and" and still is one thing: names and fixed pairs."""

from collections.abc import Iterable, Sequence
from typing import Final

from headwater.extract.list_words import body_heads, fixed_pairs
from headwater.model.parse import Name
from headwater.model.span import Span, touching

JOINTS: Final = frozenset({"and", "or"})
HEAD_REACH: Final = 5  # words from a body's head to the "and" in its name
OPENING: Final = frozenset("“‘«\"'`")
CLOSING: Final = frozenset("”’»\"'")
MAX_FIXED: Final = 3  # words on either side of the "and" of a fixed pair


def find_held(
    text: str, tokens: Sequence[tuple[int, int]], names: Sequence[Name]
) -> frozenset[int]:
    """Return where an "and" or "or" stands that joins no two things ("Trinidad and Tobago").

    Args:
        text: The document's.
        tokens: Of one sentence, in order.
        names: All names of the document, in order.
    """
    at = [n for n, (a, b) in enumerate(tokens) if text[a:b].lower() in JOINTS]
    if not at:
        return frozenset()
    whole = Span(start=tokens[0][0], end=tokens[-1][1])
    inside = [name.span for name in touching(names, (whole,)) if name.span.overlaps(whole)]
    words = [text[a:b] for a, b in tokens]
    return frozenset(
        tokens[n][0]
        for n in at
        if any(s.start < tokens[n][0] and tokens[n][1] < s.end for s in inside)
        or _is_fixed(words, n)
        or _is_one_word(words, n)
        or _is_hyphened(text, *tokens[n])
        or _is_in_body(words, n)
    )


def _is_fixed(words: Sequence[str], joint: int) -> bool:
    """Tell whether the words around an "and" are a fixed pair."""
    lower = [word.lower() for word in words[max(0, joint - MAX_FIXED) : joint + MAX_FIXED + 1]]
    middle = joint - max(0, joint - MAX_FIXED)
    return any(
        " ".join(lower[a:b]) in fixed_pairs()
        for a in range(middle)
        for b in range(middle + 2, len(lower) + 1)
    )


def _is_hyphened(text: str, start: int, end: int) -> bool:
    """Tell whether hyphens hold a pair ("cut-and-paste")."""
    return text[start - 1 : start] == "-" == text[end : end + 1]


def _is_one_word(words: Sequence[str], joint: int) -> bool:
    """Tell whether quotation marks hold a pair of two words ("“cap and trade”")."""
    before, behind = words[max(0, joint - 2) : joint], words[joint + 1 : joint + 3]
    return bool(before and behind) and before[0] in OPENING and behind[-1] in CLOSING


def _is_in_body(words: Sequence[str], joint: int) -> bool:
    """Tell whether an "and" stands in the name of a body ("the Ministry of Trade and Labour")."""
    if joint + 1 >= len(words) or not words[joint + 1][:1].isupper():
        return False
    for at in range(joint - 1, max(-1, joint - 1 - HEAD_REACH), -1):
        word = words[at]
        if word.lower() in body_heads() and word[0].isupper():
            return _only(words[at + 1 : joint])
    return False


def _only(words: Iterable[str]) -> bool:
    """Tell whether words are capitals that follow "of" or "for"."""
    kept = list(words)
    opened = bool(kept) and kept[0] in {"of", "for", "on"}
    return opened and all(word[0].isupper() or word in {"the", "of", ","} for word in kept[1:])
