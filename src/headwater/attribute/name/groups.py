"""Name sources that the text does not name: groups of officials, people familiar with a matter."""

import re
from collections.abc import Set
from typing import Final

from headwater.attribute.find.drafts import Found
from headwater.attribute.find.nouns import Phrase
from headwater.attribute.find.words import Words
from headwater.attribute.name.pronouns import Known
from headwater.attribute.name.speaker import Context, Speaker, clean_name, state_of
from headwater.attribute.name.veils import hides, is_marked, read_veil, singular
from headwater.model.attribution import SourceKind, Veil

PUBLIC: Final = frozenset({"officials", "authorities", "diplomats"})  # may speak for their state


def of_hidden(context: Context, source: Found, phrase: Phrase) -> Speaker | None:
    """Return a source without a name; None if the phrase names somebody or something."""
    words = context.words
    if not hides(words, phrase, source):
        return None
    veil = read_veil(words, phrase, source)
    group = _group_of(context, source, phrase)
    if group is not None:
        return Speaker(
            group.name,
            group.kind,
            veil.body,
            words.span(*group.found),
            veil,
            group.plural,
            phrase.head,
            "speakers.group.v1",
            "one of the unnamed sources met before",
            group,
        )
    public = _is_public(words, source, phrase, veil)
    kind: SourceKind = "government" if public else "anonymous"
    name = clean_name(words.words(*phrase.whole))
    belongs = state_of(veil.body)
    return Speaker(
        name, kind, belongs, None, veil, veil.plural, phrase.head, "veils.v1", "without a name"
    )


def _is_public(words: Words, source: Found, phrase: Phrase, veil: Veil) -> bool:
    """Tell whether unnamed officials stand for their state ("Chinese officials")."""
    if veil.body is None or not veil.plural or phrase.head not in PUBLIC:
        return False
    return veil.grounds is None and veil.number is None and not is_marked(words, source)


def _group_of(context: Context, source: Found, phrase: Phrase) -> Known | None:
    """Return the group met before that "the officials" or "one of the people" belongs to."""
    words = context.words
    part = "of" in words.lower[source.first : source.first + 3]
    if phrase.number == "another" or (phrase.number in {"a", "an"} and not part):
        return None
    if is_marked(words, phrase.core):
        return None
    mine = {singular(word) for word in words.lower[phrase.core.first : phrase.head_end]}
    fits = [known for known in context.memory if _may_be(known, phrase.head, mine)]
    if phrase.definite and not phrase.head.endswith("s") and fits and not fits[-1].plural:
        return fits[-1]  # "the official" is the one met last, "officials" those met first
    return fits[0] if fits else None


def _may_be(known: Known, head: str, mine: Set[str]) -> bool:
    """Tell whether a phrase with these words may stand for a group met before."""
    if known.kind not in ("anonymous", "government") or singular(known.head) != singular(head):
        return False
    if not known.plural and (known.kind == "government" or head.endswith("s")):
        return False
    theirs = {singular(word.lower()) for word in re.findall(r"\w+", known.name)}
    return mine - {"senior", "same"} <= theirs
