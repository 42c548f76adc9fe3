"""The subject that a statement leaves out: who is to do, or is said to do, what follows."""

import re
from typing import Final

from headwater.extract.cast import is_sound, sort_of
from headwater.extract.scene import Scene
from headwater.extract.verb_phrases import has_clause, has_finite_verb, is_infinitive, skip_adverbs
from headwater.extract.words import DETERMINERS, PRONOUNS, Words
from headwater.lexicon.called import listed
from headwater.model.attribution import Attribution, CueKind

NEAR: Final = 6  # characters between a verb and what is wanted: " for "
TARGET_MOST: Final = 6  # words of whoever is told to do something, between cue and content
SELF_DOING: Final[frozenset[CueKind]] = frozenset(
    {"promises", "believes", "declines", "alleges", "denies", "says", "told"}
)
_ENDING: Final = re.compile(r"[\s,;:]+(?:of|for|from|with|against|about|to|into)?[\s,;:]*$")
_WHERE: Final = re.compile(r"\s(?:in|on|at|during|by|after|before)\s")
_OPENING: Final = re.compile(r"^(?:to|of|for|from|with|on|upon|against)\s+")
_WORD: Final = re.compile(r"\w")


def find_left_out(scene: Scene) -> str:
    """Return the subject that a statement leaves out, or ""."""
    words, inner = scene.statement.words, scene.inner
    if inner is not None and _is_framed(scene, inner):
        named = _says_of(words) or _is_cue_verb(scene, inner) or is_infinitive(words, 0)
        return inner.name if named and is_sound(inner.name) else ""
    if inner is None or not _opens_content(scene, inner):
        return ""
    wanted = _wanted(scene, inner)
    if wanted:
        return wanted
    form = words.verb(0)
    if not _is_to_do(words, inner) and (form is None or form.form != "ing"):
        return ""
    if _has_subject(words):
        return ""
    target = _target(scene, inner)
    if target:
        return target
    if inner.cue_kind not in SELF_DOING or sort_of(inner) is None or not is_sound(inner.name):
        return ""
    return inner.name


def _has_subject(words: Words) -> bool:
    """Tell whether words that begin with a verb have a subject of their own.

    "Flooding could reach the mill"; "to save the port, there will be a ban".
    """
    form = words.verb(0)
    doing = form is not None and form.form == "ing"
    opened = (words[i] == "," and has_clause(words, i + 1) for i in range(len(words) - 1))
    return any(opened) or (doing and has_finite_verb(words, range(len(words))))


def _wanted(scene: Scene, inner: Attribution) -> str:
    """Return who wants or promises a thing, with his verb ("Borg called for [a lower toll]").

    Only where the thing is a noun, or a deed of nobody named, right behind the verb.
    """
    words, text = scene.statement.words, scene.cast.text
    if not inner.cue or not is_sound(inner.name):
        return ""
    start, cue = inner.content[0].start, inner.cue[-1]
    hoped = inner.cue_kind == "believes" and cue.cut(text).endswith((" for", " to"))
    if not hoped and inner.cue_kind not in {"asks", "promises"}:
        return ""
    if len(scene.statement.whole) > 1:
        return ""  # an aim or a means, with who has it before
    told = len(inner.content) == 1 and inner.source and inner.source[-1].end <= inner.cue[0].start
    if not told or not 0 < start - cue.end <= NEAR or "\n" in text[cue.end : start]:
        return ""
    if words[0] == "to" or has_finite_verb(words, range(len(words))):
        return ""
    if inner.cue_kind == "promises" and any(is_infinitive(words, i) for i in range(len(words))):
        return ""
    said = text[inner.cue[0].start : start].strip()
    return "" if said.startswith("and ") else f"{inner.name} {said}"


def _is_framed(scene: Scene, inner: Attribution) -> bool:
    """Tell whether a statement begins with its cue: then its source is what it leaves out."""
    first = scene.statement.spans[0].start
    behind = all(span.end <= first for span in inner.source)
    return bool(inner.source) and behind and first < inner.content[0].start


def _is_cue_verb(scene: Scene, inner: Attribution) -> bool:
    """Tell whether a statement's first word is a verb right behind its source ("estimates")."""
    first, form = scene.statement.spans[0].start, scene.statement.words.verb(0)
    source = max(span.end for span in inner.source if span.end <= first)
    return form is not None and form.form != "ing" and not scene.cast.text[source:first].strip()


def _says_of(words: Words) -> bool:
    """Tell whether words begin with a verb, as "remarks about race" do not."""
    at = skip_adverbs(words, 0)
    form = words.verb(at) if at < len(words) else None
    return at < len(words) and (words.finite[at] or (form is not None and not form.noun_too))


def _is_to_do(words: Words, inner: Attribution) -> bool:
    """Tell whether the words begin with "to" or "not to" and a verb."""
    at = 1 if words[0] == "not" else 0
    if len(words) <= at + 1 or words[at] != "to":
        return False
    willing = inner.cue_kind in {"promises", "asks", "believes", "declines"}
    plain = words.raw[at + 1].islower() and words[at + 1] not in DETERMINERS | PRONOUNS
    return is_infinitive(words, at) or (willing and plain)


def _opens_content(scene: Scene, inner: Attribution) -> bool:
    """Tell whether a statement begins where what is said begins."""
    start, first = inner.content[0].start, scene.statement.spans[0].start
    return start <= first and not _WORD.search(scene.cast.text, start, first)


def _target(scene: Scene, inner: Attribution) -> str:
    """Return who is told or accused: the words between cue and content."""
    start = inner.content[0].start
    cue = max((span.end for span in inner.cue if span.end <= start), default=start)
    between = _ENDING.sub("", scene.cast.text[cue:start]).strip()
    between = _OPENING.sub("", _WHERE.split(between)[0].strip())  # "a message to voters to stay"
    if between.lower() in listed("reflexive"):
        return f"{inner.name} {scene.cast.text[inner.cue[0].start : cue]} {between}"
    if not between or len(between.split()) > TARGET_MOST or "," in between:
        return ""
    return between
