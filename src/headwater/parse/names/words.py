"""Words of a sentence as names are made of them, and runs of capital words."""

import re
from collections.abc import Iterator
from typing import Final

from headwater.lexicon.name_lists import load_names, name_key
from headwater.lexicon.verbs import verb_forms
from headwater.model.base import Record
from headwater.model.parse import Sentence
from headwater.text.date_setting import MONTHS, WEEKDAYS
from headwater.text.tokens import STOP_WORDS

_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b(?!['’]))?|[^\W\d_]\.(?=\s+[^\W\d_])|[^\W_]+(?:[-'’&.](?=[^\W_])[^\W_]+)*"
)
_POSSESSIVE: Final = re.compile(r"['’]s$", re.IGNORECASE)
_HYPHENED: Final = re.compile(r"^(?P<head>[A-Z][\w.’']*)-(?P<tail>[a-z][\w-]*)$")
_PARTY_STATE: Final = re.compile(r"^[RDI]-[A-Z]")  # "R-Texas" behind a senator's name.
_ARTICLE_NAME: Final = re.compile(r"^(?:al|el|as|ash|ar|bin|ibn|ad|d|l)[-’'][A-Z]")
_NOT_NAMES: Final = frozenset(
    {"i", "i'm", "i've", "i'd", "i'll", "ok", "mr", "mrs", "ms"}
) | frozenset((set(MONTHS) | set(WEEKDAYS)) - {"may", "march", "jan", "jun", "sun", "mon"})
_HEADLINE_SHARE: Final = (
    0.6  # Share of longer words in capitals from which a line reads as a headline.
)
_HEADLINE_WORDS: Final = 4
_SURE_SHARE: Final = 0.85  # From here on even a line with a full stop is a headline.
_LONGEST_RUN: Final = 24  # Words; no name is longer, lists in capitals are.
_SMALL_ONE_IN: Final = 5  # Headlines keep at most one word in five small, short words apart.
_LONG: Final = 4  # Letters: shorter words stay small in headlines.
_SYLLABLE: Final = 5  # Letters of a syllable of a Korean or Chinese name.
_TAILS: Final = frozenset(
    "area based born class day elect era free level like only proof size style type wide"
    " year".split()
)
POSSESSIVE_NAMES: Final = frozenset(
    {"people's", "women's", "children's", "workers'", "king's", "queen's", "lloyd's", "moody's"}
)


class Word(Record, frozen=True, kw_only=True):
    """A word that may be part of a name.

    Attributes:
        start, end: Without a possessive ending.
        text: The word itself.
        capital: True if it is written as names are.
        initial: True if its capital may only mark the start of a sentence or quotation.
        joined: True if nothing but a space stands between it and the word before.
        owns: True if a possessive ending follows.
        cut: True if a hyphen and small letters follow ("Dutch-based").
    """

    start: int
    end: int
    text: str
    capital: bool
    initial: bool = False
    joined: bool = False
    owns: bool = False
    cut: bool = False

    @property
    def lower(self) -> str:
        """Return the word in lower case, apostrophes straight."""
        return self.text.lower().replace("’", "'")


def read_words(text: str, sentence: Sentence) -> list[Word]:
    """Return the words of a sentence in order."""
    found: list[Word] = []
    before = sentence.span.start
    for match in _WORD.finditer(text, sentence.span.start, sentence.span.end):
        gap = text[before : match.start()]
        first = (
            not found
            or (gap.strip() != "" and gap.strip()[-1:] in "\"“‘':«„(")
            or gap.strip() in {"—", "–", "-", "..."}
        )
        joined = bool(found) and _is_joined(found[-1], gap)
        if found and found[-1].owns and gap in {" ", "\u00a0"}:
            joined = found[-1].lower + "'s" in POSSESSIVE_NAMES
        found.extend(_split(text, match, initial=first, joined=joined))
        before = match.end()
    return found


_JOINING: Final = frozenset({" ", "\u00a0", "\n", "  ", ""})


def _is_joined(before: Word, gap: str) -> bool:
    """Tell whether nothing but a space, or the dot of a title, stands between two words."""
    if before.owns:
        return False
    if gap in {". ", ".\u00a0"}:
        return before.capital and before.lower in load_names().before
    return gap in _JOINING


def _split(text: str, match: re.Match[str], *, initial: bool, joined: bool) -> Iterator[Word]:
    """Yield a word, or the two names of a pair ("Russia-Ukraine")."""
    word, start = match.group(), match.start()
    possessive = _POSSESSIVE.search(word)
    owns = possessive is not None or _owns_as_plural(text, match)
    if possessive:
        word = word[: possessive.start()]
    pieces = _parts(word) if "-" in word and word[:1].isupper() else None
    if pieces is None:
        pieces = (word,)
    elif len(pieces) == 1:
        end = start + len(pieces[0])
        capital = _is_capital(pieces[0])
        yield Word(
            start=start,
            end=end,
            text=pieces[0],
            capital=capital,
            initial=initial,
            joined=joined,
            cut=True,
        )
        return
    for index, piece in enumerate(pieces):
        yield Word(
            start=start,
            end=start + len(piece),
            text=piece,
            capital=_is_capital(piece),
            initial=initial and index == 0,
            joined=joined and index == 0,
            owns=owns and index == len(pieces) - 1,
        )
        start += len(piece) + 1


def _owns_as_plural(text: str, match: re.Match[str]) -> bool:
    """Tell whether a bare apostrophe behind an s makes the word an owner."""
    tail = text[match.end() : match.end() + 2]
    return tail[:1] in {"'", "’"} and tail[1:] == " " and match.group().endswith("s")


def _parts(word: str) -> tuple[str, ...] | None:
    """Return both names of a pair, the first part of "Dutch-based", None for one whole name."""
    lists = load_names()
    if name_key([word]) in lists.gazetteer:
        return None
    head, _, tail = word.partition("-")
    if "-" not in tail and all(name_key([part]) in lists.gazetteer for part in (head, tail)):
        return head, tail
    hyphened = _HYPHENED.match(word)
    if hyphened and hyphened["tail"] not in {"in", "on"} | lists.particles:
        return None if _is_given(hyphened["head"], hyphened["tail"]) else (hyphened["head"],)
    return None


def _is_given(head: str, tail: str) -> bool:
    """Tell whether "Tae-ok" is a given name in two syllables, and not a word like "Asia-wide"."""
    if name_key([head]) in load_names().gazetteer:
        return False
    short = len(head) <= _SYLLABLE and len(tail) <= _SYLLABLE
    return short and head[1:].islower() and tail not in _TAILS and tail not in verb_forms()


def _is_capital(word: str) -> bool:
    """Tell whether a word is written as names are."""
    lowered = word.lower().replace("’", "'")
    if _PARTY_STATE.match(word):
        return False
    if lowered in _NOT_NAMES:
        return lowered in {"mr", "mrs", "ms"}
    if word[:1].isupper():
        return True
    return bool(_ARTICLE_NAME.match(word)) or (
        word[:1].islower() and word[1:2].isupper() and len(word) >= _LONG
    )


def is_headline(text: str, sentence: Sentence, words: list[Word]) -> bool:
    """Tell whether capitals mean nothing here, as in headlines and lines in capitals."""
    if len(words) < _HEADLINE_WORDS:
        return False
    long = [word for word in words if len(word.text) >= _LONG and word.text[0].isalpha()]
    high = sum(1 for word in long if word.text[0].isupper())
    if not long or high / len(long) < _HEADLINE_SHARE:
        return False
    closed = text[sentence.span.end - 1] in '.!?"”'
    small = [word for word in words if word.text[0].islower() and word.lower not in STOP_WORDS]
    shouted = all(word.text.isupper() for word in long)
    sure = high / len(long) >= _SURE_SHARE and len(long) > _HEADLINE_WORDS
    few_small = len(small) * _SMALL_ONE_IN <= len(words)
    return few_small and (not closed or shouted or sure)


def find_runs(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Yield runs of capital words with the small words that join them, as `[first, after)`."""
    index = 0
    while index < len(words):
        if not words[index].capital:
            index += 1
            continue
        end = index + 1
        while end < len(words) and end - index < _LONGEST_RUN:
            step = _step(words, index, end)
            if step == 0:
                break
            end += step
        yield index, end
        index = end


_OF: Final = frozenset({"of", "for", "on"})


def _step(words: list[Word], start: int, end: int) -> int:
    """Return how many words the run grows by: a capital, or small words that join one to it."""
    word, last = words[end], words[end - 1]
    if not word.joined or last.cut:
        return 0
    if word.capital:
        return 0 if word.initial else 1
    lists = load_names()
    after = words[end + 1] if end + 1 < len(words) else None
    if word.lower in lists.particles and after is not None and after.capital and after.joined:
        return 2
    if word.lower in _OF:
        return _step_of(words, start, end)
    if word.lower == "and" and after is not None and after.capital and after.joined:
        return _step_and(words, start, end)
    return 0


def _step_of(words: list[Word], start: int, end: int) -> int:
    """Join "of (the)" and the like behind a head ("Ministry of ...", "Center for ...")."""
    lists = load_names()
    has_article = end + 1 < len(words) and words[end + 1].lower == "the"
    target = end + (2 if has_article else 1)
    if target >= len(words) or not (words[target].capital and words[target].joined):
        return 0
    last = words[end - 1].lower
    run = [words[i].lower for i in range(start, end)]
    if words[end].lower != "of":
        fits = bool(lists.for_heads.intersection(run))
    elif last in lists.body_heads | lists.roles | lists.of_heads:
        fits = True
    else:
        fits = "of" in run and bool(lists.body_heads.intersection(run))
    return target - end + 1 if fits else 0


def _step_and(words: list[Word], start: int, end: int) -> int:
    """Join "and" inside the name of a body ("Food and Drug Administration")."""
    lists = load_names()
    run = [words[i].lower for i in range(start, end)]
    after = end + 1
    stop = after
    while stop < len(words) and (stop == after or (words[stop].capital and words[stop].joined)):
        stop += 1
    tail = words[after:stop]
    if any(
        name_key([word.text]) in lists.gazetteer
        or word.lower in lists.roles
        or word.lower in lists.given
        for word in tail[:1]
    ):
        return 0
    if set(run) & lists.body_heads and ("of" in run or "for" in run or "on" in run):
        return 2
    ends_in_head = tail[-1].lower in lists.body_heads
    first = name_key([words[i].text for i in range(start, end)])
    return (
        2
        if ends_in_head
        and first not in lists.gazetteer
        and not (set(run) & (lists.body_heads | lists.given))
        else 0
    )
