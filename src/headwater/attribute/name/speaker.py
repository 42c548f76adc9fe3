"""Who a source is in its document."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.attribute.find.nouns import nouns_for
from headwater.attribute.find.words import Words
from headwater.attribute.name.pronouns import Known
from headwater.lexicon.parties import find_body, state_name, state_written
from headwater.lexicon.tables import country_words
from headwater.model.attribution import SourceKind, Veil
from headwater.model.span import Span

FAMILY: Final = frozenset(
    """mother father wife husband son daughter brother sister widow widower uncle aunt cousin niece
    nephew grandmother grandfather partner girlfriend boyfriend friend""".split()
)
NAMELESS: Final = "a noun phrase without a name"
STATE_BODIES: Final = frozenset({"executive", "intelligence", "statistics", "court", "legislature"})
_ARTICLE: Final = re.compile(r"^(?:(?i:the|a|an)\s+|[Tt]h(?:is|at)\s+(?=[A-Z]))")
_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
_EMPLOYER: Final = re.compile(
    r"\b(?:for|of|at|from|with)\s+(?:the\s+)?"
    r"((?:[A-Z][\w’'.&-]*)(?:\s+(?:of|for|the|and|[A-Z][\w’'.&-]*))*)"
)


# A role with its body behind it; the secretaries of states are named for departments, not places.
_OF_SOMETHING: Final = re.compile(
    r"(?:the\s+|an?\s+)?(?!.*\b[Ss]ecretary\b)[a-z][\w\s-]*\b(?:for|of|at|with|from)\s+(?:the\s+)?[A-Z]"
)


class Speaker(NamedTuple):
    """Who a source is in its document; see `Attribution` for the fields.

    `head` is the head noun in lower case, empty for names; `known` is the earlier source that this
    one was led back to; `rule` and `why` tell how the name was found.
    """

    name: str
    kind: SourceKind
    affiliation: str | None = None
    antecedent: Span | None = None
    veil: Veil | None = None
    plural: bool = False
    head: str = ""
    rule: str = "speakers.v1"
    why: str = "named so in the text"
    known: Known | None = None


class Context(NamedTuple):
    """What is known when a source is named.

    Attributes:
        memory: The sources met so far, in text order.
        genders: "m" or "f" by canonical name; pronouns add to it.
    """

    words: Words
    memory: Sequence[Known]
    genders: dict[str, str]


def clean_name(text: str) -> str:
    """Return a name with single spaces, without article, possessive and stray marks."""
    plain = " ".join(text.replace("\u00a0", " ").split()).strip(' ,;:"“”„«»—–-')
    plain = re.sub(
        r"(?<=['’]s) (?:own|very own)$| (?:alone|itself|himself|herself|themselves)$", "", plain
    )
    return _POSSESSIVE.sub("", _ARTICLE.sub("", plain))


def same_as(known: Known, words: Words, *, rule: str, why: str) -> Speaker:
    """Return the speaker that an earlier source is."""
    return Speaker(
        known.name,
        known.kind,
        antecedent=words.span(*known.found),
        plural=known.plural,
        head=known.head,
        rule=rule,
        why=why,
        known=known,
    )


def after_role(text: str) -> str | None:
    """Return the name behind "spokesman for", "director of", "report by"; None if there is none."""
    found = _EMPLOYER.search(text)
    if found is None:
        return None
    return _POSSESSIVE.sub("", re.sub(r"\s+(?:of|for|the|and)$", "", found[1]))


def affiliation_of(role: str | None) -> str | None:
    """Return the body or state in a title such as "Foreign Ministry spokesperson"."""
    if not role or not FAMILY.isdisjoint(role.lower().split()):
        return None
    if _OF_SOMETHING.match(role):
        return after_role(role)
    words = role.replace("\u00a0", " ").split()
    lists = ("spokes", "leaders", "always", "title_words")
    closing = frozenset().union(*(nouns_for("people", key) for key in lists))
    while words and words[-1].lower().strip(".,") in closing:
        words.pop()
    while words and words[0].lower() in nouns_for("people", "title_openers"):
        words.pop(0)
    if not words:
        return after_role(role)
    text = _owner_only(clean_name(" ".join(words)))
    if not any(word[:1].isupper() for word in text.split()):
        return None
    state = country_words().get(text.lower())
    return state.name if state is not None else text or None


def _owner_only(text: str) -> str:
    """Return "Norway" for "Norway's foreign": what is left of a title when its noun is gone."""
    owner, mark, rest = text.replace("’s ", "'s ").partition("'s ")
    return owner if mark and not any(word[:1].isupper() for word in rest.split()) else text


def state_of(text: str | None) -> str | None:
    """Return the usual name of the state in some words; the words themselves if there is none."""
    code = state_written(text) if text else None
    return state_name(code) if code else text


def is_state_body(text: str) -> bool:
    """Tell whether words name a body of a state."""
    body = find_body(text)
    if body is not None:
        return body.kind in STATE_BODIES
    parts = {word.lower() for word in re.findall(r"\w+", text)}
    return bool(parts & nouns_for("people", "state_bodies"))
