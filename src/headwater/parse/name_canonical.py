"""Second names and acronyms, led back to the longest form in the document."""

import re
from typing import Final

from headwater.lexicon.name_lists import load_names
from headwater.parse.name_drafts import Draft
from headwater.text.normal import squeeze

_BRACKET: Final = re.compile(r"\s*\((?:the\s+)?[\"“]?(?P<short>[A-Z][A-Za-z&.-]{1,9})[\"”]?\)")
_SMALL: Final = frozenset({"of", "the", "for", "and", "on", "in", "de", "la", "&"})
_JOB: Final = re.compile(r"^(?:mr|mrs|ms|dr|sir)\.?$", re.IGNORECASE)


def find_canonical(text: str, drafts: list[Draft]) -> list[str]:
    """Return for each name its longest form in the document, in the same order.

    Several full names that fit one second name: the nearest before it has it.
    """
    shorts = _brackets(text, drafts)
    found: list[str] = []
    for index, draft in enumerate(drafts):
        own = squeeze(text[draft.start : draft.end])
        if draft.canonical is not None:
            found.append(draft.canonical)
        elif draft.kind == "person":
            found.append(_person(drafts, index, own))
        else:
            found.append(shorts.get(own) or _other(drafts, index, own))
    return found


def _brackets(text: str, drafts: list[Draft]) -> dict[str, str]:
    """Return acronyms that the text explains: "Office of X (OX)"."""
    found: dict[str, str] = {}
    for draft in drafts:
        match = _BRACKET.match(text, draft.end)
        if match is None or len(draft.words) < 2:  # noqa: PLR2004 - one word has no acronym
            continue
        letters = [word[0].upper() for word in draft.words if word.lower() not in _SMALL]
        short = match["short"].replace(".", "")
        if short[0].upper() in letters:
            found.setdefault(
                match["short"], draft.canonical or squeeze(text[draft.start : draft.end])
            )
    return found


def _person(drafts: list[Draft], index: int, own: str) -> str:
    """Lead a second name back to the full name nearest before it, else the first after it."""
    words = drafts[index].words
    fits = [
        (other_index, other)
        for other_index, other in enumerate(drafts)
        if other.kind == "person"
        and len(other.words) > len(words)
        and _is_short_for(words, other.words)
    ]
    if not fits:
        return own
    before = [fit for fit in fits if fit[0] < index]
    chosen = before[-1][1] if before else fits[0][1]
    longer = [
        other
        for _, other in fits
        if _is_short_for(chosen.words, other.words) and len(other.words) > len(chosen.words)
    ]
    return " ".join((longer[0] if longer else chosen).words)


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name is a part of a fuller one that people use alone."""
    lists = load_names()
    if short == full[-len(short) :]:
        return True
    if len(short) == 1:
        return full[0] == short[0] and len(full) <= 3 and full[0].lower() in lists.given  # noqa: PLR2004
    return short[0] == full[0] and short[-1] == full[-1]


def _other(drafts: list[Draft], index: int, own: str) -> str:
    """Lead an acronym or a last part back to the one longer name that it fits."""
    draft = drafts[index]
    longer = {
        " ".join(other.words): other
        for other in drafts
        if other.kind == draft.kind
        and len(other.words) > len(draft.words)
        and _stands_for(draft.words, other.words)
    }
    if len(longer) != 1:
        return own
    name, other = next(iter(longer.items()))
    return other.canonical or name


def _stands_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether one name is the acronym or the last words of another."""
    if short == full[-len(short) :]:
        return True
    if len(short) != 1 or not short[0].isupper():
        return False
    letters = "".join(word[0] for word in full if word.lower() not in _SMALL).upper()
    return letters == short[0].replace(".", "").upper()
