"""Who and what a document names, so that a pronoun can be led back to it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from headwater.extract.subjects import find_subject
from headwater.extract.words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, Words
from headwater.lexicon.called import goes_by
from headwater.lexicon.genders import read_genders
from headwater.lexicon.load import load_table
from headwater.lexicon.parties import states_in
from headwater.model.attribution import Attribution, SourceKind
from headwater.model.document import Document
from headwater.model.parse import Name, NameKind, Parse, Sentence
from headwater.model.span import Span

Sort = Literal["person", "thing", "group"]

MALE: Final = frozenset({"he", "him", "his", "himself"})
FEMALE: Final = frozenset({"she", "her", "hers", "herself"})
PERSON_REACH: Final = 3  # sentences back in which a person stays present; see `gap` in bench
OWNING: Final = frozenset("his her its their our my your".split())
MAX_SUBJECT: Final = 6  # words of a subject that stands for a pronoun; longer ones read badly
POSSESSIVES: Final = ("'s", "’s", "s'", "s’")
HEADS: Final = frozenset({"president", "premier", "chancellor"})  # alone, those of a state
PAST: Final = frozenset({"former", "ex", "then", "late", "vice", "deputy", "acting"})
NO_NOUNS: Final = frozenset(
    "per so including as if when because what who where how why there".split()
)
_SORTS: Final[dict[NameKind, Sort]] = {
    "person": "person", "body": "thing", "outlet": "thing", "place": "thing", "people": "group",
}  # fmt: skip
_THINGS: Final[frozenset[SourceKind]] = frozenset(
    {"organization", "government", "media_outlet", "report", "dataset", "leak", "visual"}
)
_SAME_SEX: Final = {
    "m": re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE),
    "f": re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE),
}
_ARTICLE: Final = re.compile(r"\b(?:an?|the|its|former|top|senior) $", re.IGNORECASE)
_BEHIND: Final = re.compile(r" (\w+)")
NO_NAMES: Final = frozenset("such one that than if what whoever how why when where".split())
LEAST: Final = 3  # letters of a name


class Figure(NamedTuple):
    """Somebody or something that stands at one place of the text.

    `owner` is True if "'s" follows; `role` is the title that goes with a person's name.
    """

    span: Span
    name: str
    sort: Sort
    owner: bool
    role: str | None = None


class Cast(NamedTuple):
    """All figures of a document in text order, and "m" or "f" by the name of a person."""

    text: str
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    genders: dict[str, str]

    def between(self, start: int, end: int) -> tuple[Figure, ...]:
        """Return the figures that begin in a stretch."""
        first = bisect_left(self.figures, start, key=lambda figure: figure.span.start)
        last = bisect_left(self.figures, end, key=lambda figure: figure.span.start)
        return self.figures[first:last]

    def sentence_at(self, at: int) -> int:
        """Return the number of the sentence that a place is in; -1 before the first."""
        return bisect_right(self.sentences, at, key=lambda s: s.span.start) - 1

    def fits(self, name: str, gender: str) -> int:
        """Tell whether "he" or "she" may stand for a person: 2 surely, 1 perhaps, 0 not."""
        known = self.genders.get(name)
        return 1 if known is None else 2 if known == gender else 0


def read_cast(document: Document, parse: Parse, attributions: Sequence[Attribution]) -> Cast:
    """Return the figures of a document: its names, and the pronouns that speak as whom they mean.

    Args:
        document: The text.
        parse: Its marks.
        attributions: Those of the document; where a pronoun is a source, the name that it was
            led to is known, and so is the person's gender.
    """
    text = document.text
    genders = _with_pronouns(read_genders(text, parse.names), text, attributions)
    figures = {
        name.full.start: Figure(
            name.full, name.canonical, _SORTS[name.kind], _owns(text, name.span), name.role
        )
        for name in parse.names
        if name.kind in _SORTS and not _modifies(text, name)
    }
    for attribution in attributions:
        sort = sort_of(attribution)
        if len(attribution.source) != 1 or sort is None:
            continue
        span = attribution.source[0]
        if span.cut(text).lower() in PRONOUNS - {"who", "which", "that", "i", "we"}:
            figures.setdefault(span.start, Figure(span, attribution.name, sort, owner=False))
    ordered = tuple(figures[start] for start in sorted(figures))
    return Cast(text, parse.sentences, ordered, genders)


def _with_pronouns(
    genders: dict[str, str], text: str, attributions: Sequence[Attribution]
) -> dict[str, str]:
    """Return genders with those that the pronouns of sources tell, by majority."""
    counts: Counter[str] = Counter()
    for attribution in attributions:
        said = " ".join(span.cut(text) for span in attribution.source).lower()
        if attribution.kind == "person" and said in MALE | FEMALE:
            counts[attribution.name] += 1 if said in MALE else -1
    told = {name: "m" if count > 0 else "f" for name, count in counts.items() if count}
    return {**told, **genders}


def sort_of(attribution: Attribution) -> Sort | None:
    """Return whether a source is a person, a thing or a group; None if the text hides it."""
    if attribution.veil is not None:
        return "group" if attribution.veil.plural else None
    if attribution.kind == "person":
        return "group" if is_plural(attribution.name.split()) else "person"
    if attribution.kind not in _THINGS:
        return None
    return "group" if is_plural(attribution.name.split()) else "thing"


@lru_cache(maxsize=1)
def _followers() -> frozenset[str]:
    """Return nouns that a person's name only modifies ("the Borg campaign")."""
    return frozenset(load_table("pronouns")["followers"])


def _modifies(text: str, name: Name) -> bool:
    """Tell whether a person's name only says whose aide or plan is meant ("a former Borg aide")."""
    if name.kind != "person" or name.role is not None:
        return False
    behind = _BEHIND.match(text, name.span.end)
    if behind is None or not behind[1].islower():
        return False
    if behind[1] in _followers():
        return True
    if behind[1] in AUXILIARIES:
        return False
    start = name.span.start
    return behind[1].endswith("s") and _ARTICLE.search(text[max(0, start - 9) : start]) is not None


def is_sound(name: str) -> bool:
    """Tell whether words can stand for a pronoun: a name, and no pronoun or scrap of a page."""
    words = name.split()
    bare = name.strip("'’\"").lower()
    if bare in PRONOUNS | DETERMINERS or (len(bare) < LEAST and not name.isupper()):
        return False
    if words[-1].lower() in PREPOSITIONS | DETERMINERS or words[0].lower() in NO_NAMES:
        return False
    capital = [word for word in words if word[0].isupper()]
    twice = len(set(capital)) < len(capital)
    return not twice and not any(
        word.startswith(other) and word[len(other)].isupper()  # "Ivo Borg Ivo BorgLima"
        for word in capital
        for other in capital
        if LEAST <= len(other) < len(word)
    )


def _owns(text: str, span: Span) -> bool:
    """Tell whether a name has a possessive mark."""
    return text.startswith(POSSESSIVES[:2], span.end) or span.cut(text).endswith(POSSESSIVES)


def find_person(
    cast: Cast, at: int, gender: str, start: int, speakers: Sequence[str], voice: str | None
) -> str | None:
    """Return the name of the person that "he" or "she" stands for, or None.

    The first fitting person of the content comes first, then the speaker, then who is named in
    the sentence and the ones before; nobody calls himself "he" in his own words.

    Args:
        cast: The document's figures.
        at: Place of the pronoun.
        gender: "m" or "f".
        start: Where the content begins.
        speakers: Names of the persons who may mean themselves, the innermost first.
        voice: Whose very words the pronoun stands in, if it stands in quotation marks.
    """
    barred = frozenset({voice} if voice is not None else ())
    inside = _first_person(cast, start, at, gender, barred)
    if inside is not None:
        return inside.name
    for name in speakers:
        if name not in barred and cast.fits(name, gender):
            return name
    number = cast.sentence_at(at)
    for back in range(min(number, PERSON_REACH) + 1):
        span = cast.sentences[number - back].span
        found = _first_person(cast, span.start, at if not back else span.end, gender, barred)
        if found is not None:
            other = _SAME_SEX[gender].search(cast.text, span.start, found.span.start)
            return None if other else found.name  # "He met Borg. He": not Borg, it seems
    return None


def _first_person(
    cast: Cast, start: int, end: int, gender: str, barred: frozenset[str]
) -> Figure | None:
    """Return the first person named in a stretch who fits; owners ("Lee's son") come last."""
    fitting = [
        (figure.owner, -cast.fits(figure.name, gender), number, figure)
        for number, figure in enumerate(cast.between(start, end))
        if figure.sort == "person" and figure.name not in barred and cast.fits(figure.name, gender)
    ]
    return min(fitting)[-1] if fitting else None


def find_antecedent(cast: Cast, at: int, sort: Sort) -> str | None:
    """Return the subject of the sentence before, if it is short and agrees in number; else None."""
    number = cast.sentence_at(at) - 1
    if number < 0 or cast.sentences[number].paragraph != cast.sentences[number + 1].paragraph:
        return None
    words = Words(cast.text, cast.sentences[number].tokens)
    subject = find_subject(words, range(len(words)))
    if not 0 < len(subject) <= MAX_SUBJECT or any(words[i] in PRONOUNS for i in subject):
        return None
    if words.is_mark(subject[0]) or words[subject[0]] in PREPOSITIONS | ADVERBS | NO_NOUNS:
        return None
    if words[subject[0]] in OWNING:
        return None  # "their talks"
    core = tuple(i for i in subject if not words.is_mark(i))
    spans = words.spans(subject)
    if not core or len(spans) > 1:
        return None
    named = cast.between(spans[0].start, spans[0].end)
    if named and named[0].span.contains(spans[0]):
        return named[0].name if named[0].sort == sort else None
    plural = is_plural([words[i] for i in core])
    return spans[0].cut(cast.text) if plural == (sort == "group") and not named else None


def is_plural(words: Sequence[str]) -> bool:
    """Tell whether a noun phrase is plural, from the last word before a preposition."""
    stop = next((n for n, word in enumerate(words) if word.lower() in PREPOSITIONS and n), None)
    head = words[: stop if stop is not None else len(words)]
    if any(word.lower() == "and" for word in head):
        return True
    if len(head) > 1 and head[-1].islower() and head[-1].endswith("ed"):
        head = head[:-1]  # "officials interviewed by"
    last = head[-1] if head else ""
    if last.lower() in {"people", "police", "women", "men"}:
        return True
    return last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is"))


def find_named(cast: Cast, at: int, noun: str) -> str | None:
    """Return who or what "the president", "the ministry" stands for: the last that is called so.

    None if several are called so and the text does not name one of them close by.
    """
    sex = "f" if noun.endswith("woman") else "m" if noun.endswith("man") else None
    called = [
        f
        for f in cast.between(0, at)
        if _is_called(f, noun) and (sex is None or f.sort != "person" or cast.fits(f.name, sex))
    ]
    names = {figure.name for figure in called}
    if len(names) > 1:
        first = max(0, cast.sentence_at(at) - 1)
        start = cast.sentences[first].span.start
        names = {figure.name for figure in called if figure.span.start >= start}
    return names.pop() if len(names) == 1 else None


def _is_called(figure: Figure, noun: str) -> bool:
    """Tell whether a figure goes by a noun: it is the head of a role, or in a body's name."""
    if figure.name.lower() == noun:
        return False
    if figure.sort == "thing":
        return noun in figure.name.lower().split()
    words = (figure.role or "").lower().split()
    stop = next((n for n, word in enumerate(words) if word in PREPOSITIONS), len(words))
    if not any(goes_by(word, noun) for word in words[:stop][-1:]) or not PAST.isdisjoint(words):
        return False
    others = [word for n, word in enumerate(words) if n not in {stop - 1, stop} and word != "the"]
    return noun not in HEADS or not others or bool(states_in(" ".join(others)))
