"""Whom and what the pronouns of a statement stand for; nobody, where it is not sure."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from headwater.extract.cast import (
    PERSON_REACH,
    find_antecedent,
    find_named,
    find_person,
    is_sound,
    sort_of,
)
from headwater.extract.clauses import find_subject
from headwater.extract.rivals import find_rivals
from headwater.extract.scene import Scene
from headwater.extract.verb_phrases import SUBORDINATORS
from headwater.extract.words import ADVERBS, DETERMINERS, Words
from headwater.lexicon.load import load_table
from headwater.model.attribution import Attribution, SourceKind
from headwater.model.parse import Quote

EMPTY_REACH: Final = 8  # words from "it is" to the "that" or "to" that it stands for
BE: Final = frozenset("is was are were be been 's would will may might could has".split())
OPENING: Final = SUBORDINATORS | ADVERBS | {"and", "but", "so", "yet", "or", "then"}
SUBJECTS: Final = frozenset({"he", "she"})
OBJECTS: Final = frozenset({"him", "her"})
BODIES: Final = frozenset({"body", "outlet"})
NO_ACTORS: Final[frozenset[SourceKind]] = frozenset({"report", "dataset", "leak", "visual"})
SIDES: Final[frozenset[SourceKind]] = frozenset({"organization", "government"})


@lru_cache(maxsize=16)
def listed(key: str) -> frozenset[str]:
    """Return a list of the pronoun lexicon."""
    return frozenset(load_table("pronouns")[key])


def read_pronouns(scene: Scene) -> Iterator[tuple[int, str]]:
    """Yield the place of each pronoun of a statement that is known, and the name it stands for."""
    words = scene.statement.words
    for index in range(len(words)):
        name = _name_of(scene, index, words[index].partition("'")[0])
        if name is not None and is_sound(name):
            yield words.places[index][0], name


def _name_of(scene: Scene, index: int, word: str) -> str | None:
    """Return the name that a word stands for; None if it is no pronoun, or if nobody can tell."""
    at = scene.statement.words.places[index][0]
    for key in ("male", "female"):
        if word in listed(key):
            either = _is_either(scene.statement.words, index)
            return None if either else _person(scene, index, key[0])
    for key, sort in (("thing", "thing"), ("group", "group")):
        if word in listed(key):
            return _other(scene, index, sort)
    if word in listed("reflexive"):
        own = scene.inner is not None and index == 0 and not scene.is_quoted(at)
        return scene.inner.name if own and scene.inner is not None else None
    if word in listed("self") or word in listed("side"):
        return _speaking(scene, index, word)
    if index == 0 and word in {"which", "who"}:
        return _just_named(scene, at, word)
    return _called(scene, index) if word == "the" else None


def _just_named(scene: Scene, at: int, word: str) -> str | None:
    """Return the name right before ", which" or ", who", if it is that of a thing or a person."""
    before = scene.cast.between(scene.statement.sentence.start, at)
    if not before or before[-1].owner or (word == "who") == (before[-1].sort == "thing"):
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
    """Return the name that "he" or "she" stands for; None if somebody else could be meant.

    Who speaks, or is named first in what is said, goes before others only where the pronoun is the
    subject; behind other words it may be led back to those.
    """
    words = scene.statement.words
    at = words.places[index][0]
    speakers = [a.name for a in reversed(scene.chain) if _is_one(a)]
    name = find_person(
        scene.cast, at, "m" if gender == "m" else "f", scene.start, speakers,
        quoted=scene.is_quoted(at),
    )  # fmt: skip
    if name is None:
        return None
    leads = _leads(words, index)
    if name in speakers:
        if words[0] in OBJECTS and words.lower[1:2] == ("to",):
            return None  # "the judge told her to leave her house"
        if _others_told(scene, name, gender):
            return None  # "praised Borg, saying he was no fool"
        own = leads and words[index] in SUBJECTS
        return name if own or not find_rivals(scene, scene.start, at, name, gender) else None
    start = _last_named(scene, name, at)
    if leads and words[index] in SUBJECTS and _is_subject(scene, name, start):
        return name
    return None if find_rivals(scene, start, at, name, gender) else name


def _others_told(scene: Scene, name: str, gender: str) -> bool:
    """Tell whether somebody else is named between the speaker and what is said."""
    between = scene.cast.between(scene.told, scene.start)
    return any(
        f.sort == "person" and f.name != name and scene.cast.fits(f.name, gender) for f in between
    )


def _is_subject(scene: Scene, name: str, start: int) -> bool:
    """Tell whether a name is all the subject of the sentence that begins at a place."""
    sentence = scene.cast.sentences[scene.cast.sentence_at(start)]
    words = Words(scene.cast.text, sentence.tokens)
    subject = words.spans(find_subject(words, range(len(words))))
    if len(subject) != 1:
        return False
    figures = scene.cast.between(subject[0].start, subject[0].end)
    return bool(figures) and figures[0].name == name and figures[0].span.contains(subject[0])


def _last_named(scene: Scene, name: str, at: int) -> int:
    """Return where the sentence begins in which somebody was named last before a place."""
    start = scene.cast.sentence_at(at)
    for back in range(start, max(-1, start - PERSON_REACH - 1), -1):
        span = scene.cast.sentences[back].span
        if any(f.name == name for f in scene.cast.between(span.start, min(span.end, at))):
            return span.start
    return at


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
        return None if _names_another(words, index, inner) else inner.name
    if inner is not None:
        return None
    return find_antecedent(scene.cast, at, "thing" if sort == "thing" else "group")


def _names_another(words: Words, index: int, inner: Attribution) -> bool:
    """Tell whether "it" more likely means a thing than its speaker: "it was an accident"."""
    if inner.kind in NO_ACTORS:
        return True  # "research shows it is not so"
    _, mark, tail = words[index].partition("'")
    at = index + (1 if mark else 2)
    being = f"'{tail}" in BE if mark else words.lower[index + 1 : index + 2] in (("is",), ("was",))
    return being and at < len(words) and words[at] in DETERMINERS


def _leads(words: Words, index: int) -> bool:
    """Tell whether nothing but opening words stands before a token: no other subject."""
    return all(words[i] in OPENING or words.is_mark(i) for i in range(index))


def _is_empty(words: Words, index: int) -> bool:
    """Tell whether "it" stands for a clause or for nothing ("it is clear that")."""
    word, _, tail = words[index].partition("'")
    if word != "it":
        return False
    following = words[index + 1] if index + 1 < len(words) else ""
    if following in listed("empty_verbs"):
        return True
    ahead = words.lower[index + 1 : index + 1 + EMPTY_REACH]
    if f"'{tail}" in BE or following in BE:
        return not {"that", "to", "whether", "if", "when", "for", "who"}.isdisjoint(ahead)
    return False


def _speaking(scene: Scene, index: int, word: str) -> str | None:
    """Return who says "I", or for whom "we" is said; only whoever is quoted says so.

    "We" of a body's spokesman or head is that body's; "our country" is everybody's, and what
    others say as a rule too.
    """
    words, inner = scene.statement.words, scene.inner
    at = words.places[index][0]
    quote = scene.quote_at(at)
    if inner is None or inner.veil is not None or quote is None:
        return None
    if _is_other_voice(scene, inner, quote):
        return None
    if word in listed("self"):
        return inner.name if sort_of(inner) == "person" else None
    following = words.lower[index + 1 : index + 4]
    if word not in {"we", "our"} or not listed("shared").isdisjoint(following) and word == "our":
        return None  # "all of us", "our democracy"
    if inner.kind in SIDES:
        return inner.name
    return _side_of(scene, inner) if word == "we" else None


def _is_other_voice(scene: Scene, speaker: Attribution, quote: Quote) -> bool:
    """Tell whether somebody else than the speaker may say "I" in a quotation.

    A quotation in what the speaker says, behind the name of somebody else, may be theirs; and who
    is named in a quotation does not say it.
    """
    first = min(span.start for span in speaker.content)
    if quote.depth and first < quote.span.start:
        return True
    before = scene.cast.between(max(first, scene.statement.sentence.start), quote.span.start)
    if any(figure.sort == "person" and figure.name != speaker.name for figure in before):
        return True
    said = scene.cast.between(quote.inner.start, quote.inner.end)
    return any(figure.name == speaker.name and not figure.owner for figure in said)


def _side_of(scene: Scene, speaker: Attribution) -> str | None:
    """Return the body that a person speaks for as its spokesman or head."""
    side = speaker.affiliation or ""
    if sort_of(speaker) != "person" or not side[:1].isupper():
        return None  # himself or everybody; a calling, no side: "a nurse who runs for mayor"
    names = scene.parse.names
    roles = {
        word
        for name in names
        if name.canonical == speaker.name
        for word in (name.role or "").lower().split()
    }
    bodies = {n.text for n in names if n.kind in BODIES} | {
        n.canonical for n in names if n.kind in BODIES
    }
    return side if side in bodies and not roles.isdisjoint(listed("speaking_for")) else None


def _called(scene: Scene, index: int) -> str | None:
    """Return whom "the minister" stands for, if nothing else says which minister."""
    words = scene.statement.words
    if index + 1 >= len(words) or words[index + 1] not in listed("called"):
        return None
    if index + 2 < len(words):
        following = words.raw[index + 2]
        if following in {"of", "for", "-", "’", "'", "at", "in"} or following[0].isupper():
            return None
    return find_named(scene.cast, words.places[index][0], words[index + 1])
