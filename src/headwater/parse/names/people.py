"""Signs around a name that it is a person: roles before and behind, ages, verbs of speech."""

import re
from typing import Final

import msgspec

from headwater.lexicon.name_lists import load_names
from headwater.lexicon.verbs import verb_forms
from headwater.model.parse import Sentence
from headwater.parse.names.drafts import Draft
from headwater.parse.names.words import Word

_AGE: Final = re.compile(r",\s+(?:aged\s+)?\d{1,3}(?:,|\b\s*$|-year)")
_BEHIND: Final = re.compile(
    r",\s+(?P<role>(?:who\s+(?:is|was|heads|leads|runs|chairs|directs)\s+)?(?:(?:an?|the|its|his|her|their|then|former|senior|deputy|head|"
    r"chief|director|president|chair\w*|professor|vice|executive|managing|co-)\b)(?:[^,;:()\n.!?\"“”]|(?<=[A-Z])\.|\.(?=[A-Z]\.)){2,110})"
    r"(?=[,.;)]|$)"
)
_PLAIN_ROLE: Final = re.compile(
    r",\s+(?P<role>(?:[a-z-]+\s+){0,3}(?:[a-z-]+)(?:\s+(?:of|at|for|in|with)\s+[^,;:()\n.!?\"“”]{2,60})?)(?=[,.;])"
)
_WORD: Final = re.compile(r"[\w-]+")
_LEAD_WORDS: Final = 7  # Words of an apposition in which its role noun must come.
_ADJECTIVES: Final = frozenset({"major", "principal", "fellow"})  # Not roles in small letters.
_SAID_WIDTH: Final = 24
_VERB_BEHIND: Final = re.compile(
    r"[\s,]+(?:also\s+|then\s+|later\s+|has\s+|had\s+)?(?P<verb>[a-z]+)"
)
_VERB_BEFORE: Final = re.compile(r"(?P<verb>[a-z]+)\s+$")


def add_signs(text: str, sentence: Sentence, words: list[Word], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of a sentence with roles and the signs of a person."""
    by_start = {word.start: index for index, word in enumerate(words)}
    return [_add(text, sentence, words, by_start[draft.start], draft) for draft in drafts]


def _add(text: str, sentence: Sentence, words: list[Word], index: int, draft: Draft) -> Draft:
    """Look before and behind one name that may be a person's."""
    if draft.kind not in {None, "person"}:
        return draft
    if draft.role is None:
        draft = _role_before(text, words, index, draft)
    elif draft.full == words[_first_of(words, draft.full)].start:
        draft = _extend_role(text, words, draft)
    if draft.role is None and (draft.kind == "person" or len(draft.words) > 1):
        draft = _role_behind(text, sentence, draft)
    if not draft.person and _looks_spoken(text, sentence, draft):
        draft = msgspec.structs.replace(draft, person=len(draft.words) > 1)
    return draft


def _first_of(words: list[Word], start: int) -> int:
    return next((i for i, word in enumerate(words) if word.start == start), 0)


def _extend_role(text: str, words: list[Word], draft: Draft) -> Draft:
    """Take "former" and the like into a role that was found inside the run."""
    first = _leftmost(words, _first_of(words, draft.full))
    begin = words[first].start
    if begin == draft.full:
        return draft
    return msgspec.structs.replace(draft, full=begin, role=_squeeze(text[begin : draft.start]))


def _role_before(text: str, words: list[Word], index: int, draft: Draft) -> Draft:
    """Find a role noun right before the name, and how far left the role goes."""
    lists = load_names()
    if index == 0 or not words[index].joined:
        return draft
    before = words[index - 1]
    if before.capital or before.lower not in lists.roles - _ADJECTIVES:
        return draft
    first = _leftmost(words, index - 1)
    begin = words[first].start
    return msgspec.structs.replace(
        draft, full=begin, role=_squeeze(text[begin : draft.start]), kind="person", person=True
    )


def _leftmost(words: list[Word], index: int) -> int:
    """Step left over the words of a role: modifiers, role nouns, names of bodies and states."""
    lists = load_names()
    while index > 0 and words[index].joined:
        word = words[index - 1]
        fits = word.capital or word.lower in lists.modifiers or word.lower in lists.roles
        if not fits or word.initial and not word.capital:
            break
        if word.initial and (word.lower in {"the", "a", "an"} or word.lower in verb_forms()):
            break
        index -= 1
    while (
        index > 0
        and words[index - 1].owns
        and words[index - 1].end + 3 >= words[index].start
        and words[index - 1].capital
    ):
        index -= 1
    return index


def _role_behind(text: str, sentence: Sentence, draft: Draft) -> Draft:
    """Find an apposition: "Jane Doe, a spokeswoman for X,"."""
    match = _BEHIND.match(text, draft.end, sentence.span.end) or _PLAIN_ROLE.match(
        text, draft.end, sentence.span.end
    )
    if match is not None and has_role(match["role"]):
        return msgspec.structs.replace(
            draft, role=_squeeze(match["role"]), kind="person", person=True
        )
    role = _role_apart(text, sentence, draft)
    if role is not None:
        return msgspec.structs.replace(draft, role=role, kind="person", person=True)
    if _AGE.match(text, draft.end, sentence.span.end):
        return msgspec.structs.replace(draft, person=True)
    return draft


_APART: Final = re.compile(
    r"(?:^|[,;]\s|\b(?:the|a|an|its|their|and|by|with|to|from)\s)(?P<role>(?:[\w-]+\s){0,3}?[\w-]+\s(?:for|of|at|to|in)\s"
    r"[^,;:\"“”]{2,70}),\s$"
)
_APART_WIDTH: Final = 110


def _role_apart(text: str, sentence: Sentence, draft: Draft) -> str | None:
    """Find a role before a comma: "a spokeswoman for the harbour board, Jane Doe, said"."""
    low = max(sentence.span.start, draft.start - _APART_WIDTH)
    if text[draft.end : draft.end + 1] != "," and not _VERB_BEHIND.match(text, draft.end):
        return None
    match = _APART.search(text[low : draft.start])
    if match is None or len(draft.words) == 1:
        return None
    head = re.split(r"\s(?:for|of|at|to|in)\s", match["role"], maxsplit=1)[0].split()[-1].lower()
    role = re.sub(r"^(?:the|an?|its|their)\s", "", match["role"], flags=re.IGNORECASE)
    return _squeeze(role) if head in load_names().roles else None


def has_role(words: str) -> bool:
    """Tell whether a role noun is among the first words."""
    lists = load_names()
    found = [match.group().lower() for match in _WORD.finditer(words)]
    return any(word in lists.roles for word in found[:_LEAD_WORDS])


def _looks_spoken(text: str, sentence: Sentence, draft: Draft) -> bool:
    """Tell whether a verb of speech stands right behind or before the name."""
    lists = load_names()
    behind = _VERB_BEHIND.match(text, draft.end, min(sentence.span.end, draft.end + _SAID_WIDTH))
    if behind is not None and behind["verb"] in lists.said:
        return True
    before = _VERB_BEFORE.search(
        text[max(sentence.span.start, draft.start - _SAID_WIDTH) : draft.start]
    )
    return before is not None and before["verb"] in lists.said - {"who", "himself", "herself"}


def _squeeze(words: str) -> str:
    return " ".join(words.split()).rstrip(" ,")
