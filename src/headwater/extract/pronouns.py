"""Whom and what the pronouns of a statement stand for; nobody, where it is not sure."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.extract.cast import (
    PERSON_REACH,
    find_antecedent,
    find_named,
    find_person,
    is_sound,
    sort_of,
)
from headwater.extract.rivals import find_rivals
from headwater.extract.scene import Scene
from headwater.extract.speaking import read_speaker
from headwater.extract.subjects import find_subject
from headwater.extract.verb_phrases import SUBORDINATORS
from headwater.extract.words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, Words
from headwater.lexicon.called import find_body, listed
from headwater.model.attribution import Attribution, SourceKind
from headwater.model.span import Span, touching

_BEING: Final = (("is",), ("was",), ("has",), ("had",))
OF_REACH: Final = 7  # characters; "of the "
_OF: Final = re.compile(r"\bof (?:the )?$")
EMPTY_REACH: Final = 8  # words from "it is" to the "that" or "to" that it stands for
BE: Final = frozenset("is was are were be been 's would will may might could has".split())
OPENING: Final = SUBORDINATORS | ADVERBS | {"and", "but", "so", "yet", "or", "then"}
SUBJECTS: Final = frozenset({"he", "she"})
OBJECTS: Final = frozenset({"him", "her"})
NO_ACTORS: Final[frozenset[SourceKind]] = frozenset({"report", "dataset", "leak", "visual"})


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
        return read_speaker(scene, index, word)
    if index == 0 and word in {"which", "who"}:
        return _just_named(scene, at, word) if _agrees(scene.statement.words, index) else None
    return _called(scene, index) if word == "the" else None


def _just_named(scene: Scene, at: int, word: str) -> str | None:
    """Return the name right before ", which" or ", who", if it is that of a thing or a person."""
    before = scene.cast.between(scene.statement.sentence.start, at)
    if not before or before[-1].owner or (word == "who") == (before[-1].sort == "thing"):
        return None
    place = before[-1].span
    if word == "which" and _OF.search(scene.cast.text[: place.start][-OF_REACH:]):
        return None  # "the siege of Lima, which ended": not Lima
    if word == "which" and is_where(scene, place, 1):
        return None  # "a raid in Lima, which killed ten"
    between = scene.cast.text[place.end : at]
    return before[-1].name if between.strip() in {"", ","} else None


def is_where(scene: Scene, span: Span, verb: int) -> bool:
    """Tell whether a name only says where: that of a place, of which nothing is told."""
    place = any(n.kind == "place" for n in touching(scene.parse.names, (span,)))
    return place and scene.statement.words.lower[verb : verb + 1] not in _BEING


def _agrees(words: Words, index: int) -> bool:
    """Tell whether the verb behind "who" may be that of one person or thing."""
    return words.lower[index + 1 : index + 2] not in (("have",), ("are",), ("were",), ("do",))


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
    if _is_joined(words, index):
        return _joined_to(scene, at)
    leads = _leads(words, index)
    heard = [a for a in scene.heard_at(at) if _is_one(a) and not _is_asked(words, index)]
    voice = scene.verbatim_at(at)
    speakers = [a.name for a in heard]
    name = find_person(scene.cast, at, gender, scene.start, speakers, voice.name if voice else None)
    if name is None or _is_unnamed_behind(scene, heard, name, at, gender):
        return None
    if words[index] in SUBJECTS | OBJECTS and _is_named_later(scene, name, at):
        return None
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


def _is_named_later(scene: Scene, name: str, at: int) -> bool:
    """Tell whether a statement names somebody behind a "he": then that is somebody else.

    In "he would not say whether Borg had left" it is not Borg who would not.
    """
    return any(
        figure.name == name and figure.span.start > at
        for span in scene.statement.spans
        for figure in scene.cast.between(span.start, span.end)
    )


def _is_joined(words: Words, index: int) -> bool:
    """Tell whether "his" follows "and": what is joined to somebody is his own."""
    joined = words[index] in {"his", "her"} and index > 1 and words[index - 1] == "and"
    return joined and _is_owner(words, index) and not words.is_mark(index - 2)


def _is_owner(words: Words, index: int) -> bool:
    """Tell whether a noun follows "his" or "her"."""
    following = words[index + 1] if index + 1 < len(words) else ""
    return words[index] == "his" or following not in PREPOSITIONS | DETERMINERS | {"", "and", "or"}


def _joined_to(scene: Scene, at: int) -> str | None:
    """Return who is named right before "and his"; None for "the trader and his sons"."""
    text = scene.cast.text
    before = scene.cast.between(scene.statement.sentence.start, at)
    near = [f for f in before if text[f.span.end : at].strip(" ,") == "and" and not f.owner]
    return near[-1].name if near and near[-1].sort == "person" else None


def _is_asked(words: Words, index: int) -> bool:
    """Tell whether somebody is asked to do something: "that he join" is not said of oneself."""
    if words[index] not in SUBJECTS or index + 1 >= len(words):
        return False
    form = words.verb(index + 1)
    free = not index or words[index - 1] not in AUXILIARIES
    return form is not None and form.form == "base" and free


def _is_unnamed_behind(
    scene: Scene, heard: Sequence[Attribution], name: str, at: int, gender: str
) -> bool:
    """Tell whether "he" would be an unnamed speaker behind it, with somebody named before it."""
    behind = any(
        a.name == name and a.veil is not None and a.source and a.source[0].start > at for a in heard
    )
    before = scene.cast.between(scene.statement.sentence.start, at)
    return behind and any(f.sort == "person" and scene.cast.fits(f.name, gender) for f in before)


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
    if _is_empty(words, index) or _is_object(words, index):
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
    if index and words[index - 1] == "when" and following in {"comes", "came"}:
        return True
    ahead = words.lower[index + 1 : index + 1 + EMPTY_REACH]
    if f"'{tail}" in BE or following in BE:
        return not {"that", "to", "whether", "if", "when", "for", "who"}.isdisjoint(ahead)
    return False


def _is_object(words: Words, index: int) -> bool:
    """Tell whether "it" opens what a verb before the statement governs: "makes it a crime"."""
    return words[index] == "it" and index + 1 < len(words) and words[index + 1] in DETERMINERS


def _called(scene: Scene, index: int) -> str | None:
    """Return whom "the minister" stands for, if nothing else says which minister."""
    words = scene.statement.words
    if index + 1 >= len(words) or words.raw[index + 1] in {"Senate", "Parliament", "Pentagon"}:
        return None  # they are names
    noun, at = words[index + 1], words.places[index][0]
    if index + 2 < len(words):
        following = words.raw[index + 2]
        if following in {"of", "for", "-", "’", "'", "at", "in"} or following[0].isupper():
            return None
    named = find_named(scene.cast, at, noun) if noun in listed("called") else None
    if named is not None or noun not in listed("firms") | listed("things"):
        return named
    body = find_body(scene.cast.text, scene.parse.names, at, noun)
    return body.canonical if body is not None else None
