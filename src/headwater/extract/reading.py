"""A statement's words with its pronouns and left-out subjects filled in, for reading it alone."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.extract.cast import (
    PERSON_REACH,
    Cast,
    find_antecedent,
    find_named,
    find_person,
    is_plural,
    sort_of,
)
from headwater.extract.left_out import find_left_out
from headwater.extract.noun_phrases import LONGEST
from headwater.extract.scene import Scene
from headwater.extract.statements import Statement
from headwater.extract.verb_phrases import SUBORDINATORS, is_verb_phrase
from headwater.extract.words import ADVERBS, DETERMINERS, PREPOSITIONS, Words
from headwater.lexicon.load import load_table
from headwater.lexicon.verbs import third_person
from headwater.model.attribution import Attribution
from headwater.model.parse import Parse
from headwater.model.span import Span

EMPTY_REACH: Final = 8  # words from "it is" to the "that" or "to" that it stands for
BE: Final = frozenset("is was are were be been 's would will may might could has".split())
TAILS: Final = {"'m": " is", "'ll": " will", "'d": " would"}
AGREEING: Final = {"am": "is", "are": "is", "were": "was", "have": "has", "do": "does"}
OPENING: Final = SUBORDINATORS | ADVERBS | {"and", "but", "so", "yet", "or", "then"}


class Edit(NamedTuple):
    """Words of the document that are read as others; an empty `new` leaves them out."""

    start: int
    end: int
    new: str


def read_alone(cast: Cast, parse: Parse, statement: Statement, chain: Sequence[Attribution]) -> str:
    """Return a statement in words that say who acts; "" if its own words say so already.

    A pronoun whose noun the statement names before stays as it is. What cannot be led back to one
    name stays too: an unknown actor reads better than a wrong one.

    Args:
        cast: Whom and what the document names.
        parse: The document's marks.
        statement: The words.
        chain: Who says it, from the outermost inward; empty for the outlet.
    """
    scene = Scene(cast, parse, statement, tuple(chain))
    edits = list(_edits(scene))
    before = "" if edits and edits[0].start == statement.spans[0].start else find_left_out(scene)
    if not edits and not before:
        return ""
    parts = [_edited(cast.text, span, edits) for span in statement.spans]
    return " ".join(" ".join((before, *parts)).split())


@lru_cache(maxsize=16)
def _listed(key: str) -> frozenset[str]:
    """Return a list of the pronoun lexicon."""
    return frozenset(load_table("pronouns")[key])


def _edits(scene: Scene) -> Iterator[Edit]:
    """Yield what is read as other words, in text order."""
    words = scene.statement.words
    said: set[str] = set()
    behind = _relative(words)
    for index in range(len(words)):
        if behind and index == behind:
            yield Edit(words.places[index - 1][0], words.places[index][1], "")
            continue
        start, end = words.places[index]
        head, mark, tail = words[index].partition("'")
        name = _name_of(scene, index, head)
        if name is None:
            continue
        here = (f for s in scene.statement.spans for f in scene.cast.between(s.start, s.end))
        if name in said or any(f.name == name and f.span.end <= start for f in here):
            continue
        said.add(name)
        if head == "the":
            yield Edit(start, words.places[index + 1][1], name)
            continue
        yield Edit(start, end, name + _behind(words, index, head, mark + tail))
        if head in {"i", "we"} and not mark and not is_plural(name.split()):
            yield from _agreeing(words, index + 1)


def _relative(words: Words) -> int:
    """Return where "which" or "who" stands behind the noun that it is about; 0 if it does not."""
    for index in range(2, min(len(words) - 1, LONGEST + 2)):
        if words.finite[index] or words[index - 2] in PREPOSITIONS:
            return 0
        if words[index] in {"which", "who"}:
            return index if words[index - 1] == "," and is_verb_phrase(words, index + 1) else 0
    return 0


def _agreeing(words: Words, index: int) -> Iterator[Edit]:
    """Yield the verb behind "I" or "we" in the form that goes with a name."""
    while index < len(words) and (words[index] in ADVERBS or words[index].endswith("ly")):
        index += 1
    if index >= len(words):
        return
    form = words.verb(index)
    if words[index] in AGREEING:
        yield Edit(*words.places[index], AGREEING[words[index]])
    elif form is not None and form.form == "base":
        yield Edit(*words.places[index], third_person(words[index]))


def _behind(words: Words, index: int, head: str, tail: str) -> str:
    """Return what follows the name that stands for a pronoun: a verb's rest or "'s"."""
    if tail in TAILS:
        return TAILS[tail]
    following = words[index + 1] if index + 1 < len(words) else ""
    one = head in {"i", "we"}
    if tail in {"'ve", "'re"}:
        return {"'ve": " has", "'re": " is"}[tail] if one else {"'ve": " have", "'re": " are"}[tail]
    if tail == "'s":
        return " has" if following in {"been", "had", "got"} else " is"
    if head == "her" and not _is_owner(words, index):
        return ""
    return "’s" if head in _listed("owning") else ""


def _is_owner(words: Words, index: int) -> bool:
    """Tell whether "her" goes with a noun behind it."""
    if index + 1 >= len(words) or words.is_mark(index + 1):
        return False
    following = words[index + 1]
    return following not in PREPOSITIONS | DETERMINERS | {"and", "or", "that", "not", "as"}


def _name_of(scene: Scene, index: int, word: str) -> str | None:
    """Return the name that a word stands for; None if it is no pronoun, or if nobody can tell."""
    at = scene.statement.words.places[index][0]
    for key in ("male", "female"):
        if word in _listed(key):
            either = _is_either(scene.statement.words, index)
            return None if either else _person(scene, index, key[0])
    for key, sort in (("thing", "thing"), ("group", "group")):
        if word in _listed(key):
            return _other(scene, index, sort)
    if word in _listed("self") or word in _listed("side"):
        return _speaking(scene, index, word)
    if index == 0 and word in {"which", "who"}:
        return _just_named(scene, at)
    return _called(scene, index) if word == "the" else None


def _just_named(scene: Scene, at: int) -> str | None:
    """Return the name right before ", which" or ", who"."""
    before = scene.cast.between(scene.statement.sentence.start, at)
    if not before or before[-1].owner:
        return None
    between = scene.cast.text[before[-1].span.end : at]
    return before[-1].name if between.strip() in {"", ","} else None


def _is_either(words: Words, index: int) -> bool:
    """Tell whether the words are "he or she"."""
    return "or" in words.lower[max(0, index - 1) : index + 2]


def _is_one(speaker: Attribution) -> bool:
    """Tell whether a speaker is one person, named or not."""
    return sort_of(speaker) == "person" or (speaker.veil is not None and not speaker.veil.plural)


def _person(scene: Scene, index: int, gender: str) -> str | None:
    """Return the name that "he" or "she" stands for.

    Behind other words of the statement the pronoun may be led back to them ("the owner and his
    son"); then nobody of an earlier sentence is taken for it if two of them could be meant.
    """
    at = scene.statement.words.places[index][0]
    speakers = [a.name for a in reversed(scene.chain) if _is_one(a)]
    name = find_person(
        scene.cast, at, "m" if gender == "m" else "f", scene.start, speakers,
        quoted=scene.is_quoted(at),
    )  # fmt: skip
    if _leads(scene.statement.words, index) or name in speakers:
        return name
    first = scene.cast.sentence_at(at)
    start = scene.cast.sentences[max(0, first - PERSON_REACH)].span.start if first >= 0 else 0
    near = [f for f in scene.cast.between(start, at) if f.sort == "person"]
    here = any(f.name == name and f.span.start >= scene.statement.sentence.start for f in near)
    fitting = {f.name for f in near if scene.cast.fits(f.name, gender)}
    return name if here or len(fitting) == 1 else None


def _other(scene: Scene, index: int, sort: str) -> str | None:
    """Return the name that "it" or "they" stands for."""
    words, inner = scene.statement.words, scene.inner
    at = words.places[index][0]
    if _is_empty(words, index):
        return None
    first = next(
        (i for i in range(index) if words[i] not in OPENING and not words.is_mark(i)), None
    )
    if first is not None:
        return None
    if inner is not None and not scene.is_quoted(at) and sort_of(inner) == sort:
        return inner.name
    if inner is not None:
        return None
    return find_antecedent(scene.cast, at, "thing" if sort == "thing" else "group")


def _leads(words: Words, index: int) -> bool:
    """Tell whether nothing but opening words stands before a token: no other subject."""
    return all(words[i] in OPENING or words.is_mark(i) for i in range(index))


def _is_empty(words: Words, index: int) -> bool:
    """Tell whether "it" stands for a clause or for nothing ("it is clear that")."""
    word, _, tail = words[index].partition("'")
    if word != "it":
        return False
    following = words[index + 1] if index + 1 < len(words) else ""
    if following in _listed("empty_verbs"):
        return True
    ahead = words.lower[index + 1 : index + 1 + EMPTY_REACH]
    if f"'{tail}" in BE or following in BE:
        return not {"that", "to", "whether", "if", "when", "for", "who"}.isdisjoint(ahead)
    return False


def _speaking(scene: Scene, index: int, word: str) -> str | None:
    """Return who says "I", or for whom "we" is said; only whoever is quoted says so.

    Whether a person without a body speaks for a side or for everybody, only the subject tells:
    "we urge" is a side's, "our country" may be anybody's.
    """
    words, inner = scene.statement.words, scene.inner
    if inner is None or inner.veil is not None or not scene.is_quoted(words.places[index][0]):
        return None
    sort = sort_of(inner)
    if word in _listed("self"):
        return inner.name if sort == "person" else None
    if inner.affiliation and not inner.affiliation[0].isupper():
        return None  # a calling, no side: "a nurse who is running for mayor"
    if sort == "person" and inner.affiliation is None and not _leads(words, index):
        return None
    return (inner.affiliation or inner.name) if sort is not None else None


def _called(scene: Scene, index: int) -> str | None:
    """Return whom "the minister" stands for, if nothing else says which minister."""
    words = scene.statement.words
    if index + 1 >= len(words) or words[index + 1] not in _listed("called"):
        return None
    if index + 2 < len(words):
        following = words.raw[index + 2]
        if following in {"of", "for", "-", "’", "'", "at", "in"} or following[0].isupper():
            return None
    return find_named(scene.cast, words.places[index][0], words[index + 1])


def _edited(text: str, span: Span, edits: Sequence[Edit]) -> str:
    """Return the words of a span with its edits made."""
    at, parts = span.start, []
    for edit in edits:
        if span.start <= edit.start and edit.end <= span.end:
            parts += [text[at : edit.start], edit.new]
            at = edit.end
    return "".join((*parts, text[at : span.end]))
