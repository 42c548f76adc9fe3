"""Name persons by a role: "the minister", "a spokesman for the mine"."""

import re
from typing import Final

from headwater.attribute.find.drafts import Found
from headwater.attribute.find.nouns import Phrase, nouns_for
from headwater.attribute.find.words import Words
from headwater.attribute.name.people import spoken_for
from headwater.attribute.name.pronouns import Known
from headwater.attribute.name.speaker import (
    Context,
    Speaker,
    affiliation_of,
    clean_name,
    is_state_body,
    same_as,
)
from headwater.lexicon.called import goes_by
from headwater.model.attribution import SourceKind
from headwater.model.parse import Name

PARTIES: Final = frozenset({"republican", "democratic", "gop", "conservative", "labour"})
SHORT: Final = 4  # letters of "Gov", "prof"
NEAR: Final = 3  # sentences in which "the senator" is the person named just before
ROLE_RULE: Final = "speakers.role.v1"


def of_role(context: Context, source: Found, phrase: Phrase) -> Speaker | None:
    """Return a person named only by a role ("the minister"), or an unnamed spokesperson's body."""
    words = context.words
    spokes = phrase.head in nouns_for("people", "spokes")
    if not spokes and phrase.head not in nouns_for("people", "leaders"):
        return None
    wanted = {w for w in words.lower[phrase.core.first : phrase.head_end] if len(w) > 1}
    sure = phrase.definite or spokes
    at = words.starts[source.first]
    found = _with_role(words, wanted, at, sure=sure)
    if found is None and sure and len(wanted - PARTIES) > 1:
        found = _with_role(words, wanted - PARTIES, at, sure=sure)
    if found is not None:
        why = "the text gives that role to this person"
        belongs = affiliation_of(found.role)
        return Speaker(found.canonical, "person", belongs, found.full, rule=ROLE_RULE, why=why)
    text = clean_name(words.words(*phrase.whole))
    alone = phrase.head in nouns_for("people", "single") or _is_new(words, source, phrase)
    if phrase.definite and alone:
        last = _last_person(context, source)
        if last is not None:
            return same_as(last, words, rule=ROLE_RULE, why="the person met just before")
    if not spokes:
        why = "a person named by a role"
        return Speaker(text, "person", head=phrase.head, rule=ROLE_RULE, why=why)
    body = spoken_for(words, phrase)
    kind: SourceKind = "government" if body and is_state_body(body) else "organization"
    why = "an unnamed spokesperson"
    return Speaker(text, kind, body, head=phrase.head, rule=ROLE_RULE, why=why)


def _is_new(words: Words, source: Found, phrase: Phrase) -> bool:
    """Tell whether "the former city mayor" only tells more of whom the text names otherwise."""
    former = "former" in words.lower[phrase.core.first : phrase.head_end]
    return former and phrase.head not in words.lower[: source.first]


def _last_person(context: Context, source: Found) -> Known | None:
    """Return the last person that was a source, if it is near."""
    here = context.words.sentence[source.first]
    for known in reversed(context.memory):
        if known.kind == "person" and not known.head and not known.plural:
            return known if here - known.sentence <= NEAR else None
    return None


def _with_role(words: Words, wanted: set[str], at: int, *, sure: bool) -> Name | None:
    """Return the person whose title has all the words.

    The nearest before, if the phrase is surely definite; else the only such person of the document.
    """
    fits = [name for name in words.parse.names if _has_role(name, wanted)]
    before = [name for name in fits if name.span.start < at]
    if sure and before:
        return before[-1]
    alone = len({name.canonical for name in fits}) == 1
    return fits[0] if alone and (sure or len(wanted) > 1) else None


def _has_role(name: Name, wanted: set[str]) -> bool:
    """Tell whether a person's title has all the words."""
    if name.kind != "person" or not name.role:
        return False
    titles = re.findall(r"[\w-]+", name.role)
    return all(any(_is_title(title, word) for title in titles) for word in wanted)


def _is_title(title: str, word: str) -> bool:
    """Tell whether a title is a word or short for it; a firm's "representative" is no "Rep."."""
    short = len(title) <= SHORT and word != "representative"
    return title.lower().rstrip(".") == word or (short and goes_by(title, word))
