"""Name papers, data, leaks and recordings; "the report" is led back to its fuller name."""

import re
from typing import Final

from headwater.attribute.find.nouns import Phrase, kind_of_noun, nouns_for
from headwater.attribute.find.words import Words
from headwater.attribute.name.pronouns import Known
from headwater.attribute.name.speaker import (
    FAMILY,
    Context,
    Speaker,
    after_role,
    clean_name,
    same_as,
    state_of,
)
from headwater.attribute.name.veils import singular
from headwater.lexicon.parties import state_written
from headwater.model.attribution import SourceKind

THINGS: Final = frozenset({"report", "dataset", "leak", "visual"})
RULE: Final = "speakers.thing.v1"
OWN_REACH: Final = 3  # words between "whose" and the paper's noun
TITLED: Final = frozenset({"titled", "entitled", "called", "headlined", "dubbed", "named"})
CLOSING: Final = {"“": "”", "„": "“", "«": "»"}  # the mark that ends a title
OTHERS: Final = frozenset({"a", "an", "another", "second", "separate", "new", "earlier"})
REACH: Final = 3  # words from "another" to its noun
SEVERAL: Final = frozenset({"several", "some", "many", "most"})


def of_thing(context: Context, phrase: Phrase) -> Speaker | None:
    """Return what a noun phrase for a paper, data, a leak or a recording stands for, or None."""
    words = context.words
    kind = kind_of_noun(phrase.head)
    if kind is None or kind not in THINGS:
        return None
    if kind == "report" and "leaked" in words.lower[phrase.core.first : phrase.core.last]:
        kind = "leak"
    text = _with_title(words, phrase)
    if phrase.definite:
        before = _met_before(context, phrase, kind, text)
        if before is not None:
            return before
    if kind == "report" and _is_vague(words, phrase):
        why = "reports that are not named"
        return Speaker(text, "unattributed", head=phrase.head, plural=True, why=why)
    belongs = after_role(text) or state_of(_owner(words, phrase)) or _owner_before(words, phrase)
    plural = phrase.head.endswith("s")
    why = "a paper, data or a recording is cited"
    return Speaker(text, kind, belongs, head=phrase.head, plural=plural, why=why)


def _with_title(words: Words, phrase: Phrase) -> str:
    """Return a thing's words, with the title that an apposition gives it ("titled “Thunder”")."""
    plain = clean_name(words.words(*phrase.whole))
    if phrase.aside is None or words.raw[phrase.aside.first] != ",":
        return plain
    opening = phrase.aside.first + 2
    if words.lower[opening - 1] not in TITLED or opening not in words.quote_at:
        return plain
    titled = clean_name(words.words(phrase.whole.first, words.quote_at[opening]))
    return f"{titled}{CLOSING.get(words.raw[opening], words.raw[opening])}"


def _is_bare(words: Words, phrase: Phrase) -> bool:
    """Tell whether nothing but vague adjectives stands around the noun."""
    before = set(words.lower[phrase.core.first : phrase.head_end - 1])
    return before <= nouns_for("things", "vague") and phrase.core.last == phrase.head_end


def _is_vague(words: Words, phrase: Phrase) -> bool:
    """Tell whether a phrase speaks of reports without telling which."""
    if phrase.number in SEVERAL:
        return True
    bare = not phrase.number and phrase.head.endswith("s") and _is_bare(words, phrase)
    return bare and not phrase.definite


def _met_before(context: Context, phrase: Phrase, kind: SourceKind, text: str) -> Speaker | None:
    """Return the paper or data met before that a definite phrase stands for."""
    words, memory = context.words, context.memory
    if not _is_bare(words, phrase):
        fuller = _same_thing(context, phrase, kind)
        if fuller is None:
            return None
        found = same_as(fuller, words, rule=RULE, why="the same paper or data as before")
        part = {w.lower() for w in text.split()} <= {w.lower() for w in fuller.name.split()}
        return found if part else found._replace(name=text, head=phrase.head)
    for known in reversed(memory):
        alike = singular(known.head) == singular(phrase.head) and known.kind == kind
        if alike and len(known.name) > len(text):
            return same_as(known, words, rule=RULE, why="the paper named more fully before")
    if phrase.head in nouns_for("things", "utterance") and memory:
        again = _called_before(context, phrase)
        if again is not None:
            return same_as(again, words, rule=RULE, why=f"whose {phrase.head} it was before")
        why = f"the {phrase.head} of the source before"
        plain = [
            known
            for known in memory
            if not (known.inner or words.depth[known.at] or known.head in FAMILY)
        ]
        return same_as((plain or memory)[-1], words, rule=RULE, why=why)
    return None


def _called_before(context: Context, phrase: Phrase) -> Known | None:
    """Return who "the lawsuit" was led back to before, if the text brings in no other since."""
    words, noun = context.words, phrase.head
    for known in reversed(context.memory):
        if noun not in words.lower[known.at : known.at + REACH]:
            continue
        told = range(known.at + REACH, phrase.core.first)
        other = any(
            words.lower[at] == noun
            and not words.depth[at]
            and any(words.lower[i] in OTHERS for i in range(at - REACH, at))
            for at in told
        )
        return None if other else known
    return None


def _same_thing(context: Context, phrase: Phrase, kind: SourceKind) -> Known | None:
    """Return the paper or data met before of the same kind that shares a telling word."""
    plain = nouns_for("things", "vague") | nouns_for("things", "generic")
    words = context.words
    mine = {singular(w) for w in words.lower[phrase.core.first : phrase.head_end]} - plain
    for known in reversed(context.memory):
        theirs = {singular(word.lower()) for word in re.findall(r"\w+", known.name)} - plain
        if known.kind == kind and mine & theirs:
            return known
    return None


def _owner(words: Words, phrase: Phrase) -> str | None:
    """Return the words before the head noun if they name a state."""
    if phrase.head_end - 1 <= phrase.core.first:
        return None
    before = words.words(phrase.core.first, phrase.head_end - 1)
    return before if state_written(before) else None


def _owner_before(words: Words, phrase: Phrase) -> str | None:
    """Return whose "the study" is if the sentence before says so ("the institute, whose study")."""
    if not (phrase.definite and _is_bare(words, phrase)):
        return None
    here = words.sentence[phrase.core.first]
    if here == 0 or words.paragraph_of(phrase.core.first) != words.paragraph_of(
        words.bounds[here - 1][0]
    ):
        return None
    first, last = words.bounds[here - 1]
    for at in range(first + 1, last - 1):
        ahead = words.lower[at + 1 : at + 1 + OWN_REACH]
        if words.lower[at] == "whose" and phrase.head in ahead:
            names = [name for name in words.parse.names if name.span.end <= words.starts[at]]
            near = [name for name in names if name.span.start >= words.starts[first]]
            bodies = [name for name in near if name.kind != "person"] or near
            return bodies[-1].canonical if bodies else None
    return None
