"""Who else a pronoun could stand for."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from headwater.extract.cast import find_named
from headwater.extract.noun_phrases import WHEN
from headwater.extract.scene import Scene
from headwater.extract.verb_phrases import COORDINATORS, SUBORDINATORS
from headwater.extract.words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from headwater.lexicon.load import load_table
from headwater.model.span import Span, touching

COMMON: Final = (
    DETERMINERS | PREPOSITIONS | PRONOUNS | ADVERBS | AUXILIARIES | SUBORDINATORS | COORDINATORS
    | WHEN | frozenset("not yes or so there here both all many most more".split())
)  # fmt: skip
NO_PEOPLE: Final = frozenset({"body", "place", "outlet", "people", "work"})
_ARTICLE: Final = re.compile(r"\b(?:an?|the|its|our|this|that) $", re.IGNORECASE)
_CAPITAL: Final = re.compile(r"(?<![\w’'])[A-Z][a-z]+(?:[’'-]?[A-Za-z]+)*")


def find_rivals(scene: Scene, start: int, at: int, name: str, gender: str) -> tuple[str, ...]:
    """Return who else in a stretch "he" or "she" could stand for, in text order.

    Persons of that gender with other names; capitals that are no known name; people who are only
    called what they are ("the judge").

    Args:
        scene: The statement with its document.
        start: Where the stretch begins.
        at: The pronoun's place.
        name: Who was chosen.
        gender: "m" or "f".
    """
    if start >= at:
        return ()
    figures = scene.cast.between(start, at)
    others = [
        f.name
        for f in figures
        if f.sort == "person" and f.name != name and scene.cast.fits(f.name, gender)
    ]
    return (*others, *_unknown(scene, start, at, name), *_called(scene, start, at, name))


def _unknown(scene: Scene, start: int, at: int, name: str) -> Iterator[str]:
    """Yield capitals in a stretch that no name covers: they may be somebody."""
    stretch = Span(start=start, end=at)
    names = touching(scene.parse.names, (stretch,))
    known = [n.full for n in names if n.kind in NO_PEOPLE | {"person"}]
    known += [f.span for f in scene.cast.between(max(0, start - 1), at)]
    own = frozenset(name.lower().split())
    thing = 0  # end of a run of capitals behind an article: a person's name has none
    for match in _CAPITAL.finditer(scene.cast.text, start, at):
        if match.start() <= thing + 1 or _ARTICLE.search(scene.cast.text[: match.start()][-6:]):
            thing = match.end()
            continue
        word = match.group().lower().split("'")[0].split("’")[0]
        place = Span(start=match.start(), end=match.end())
        if word in COMMON | own or any(span.overlaps(place) for span in known):
            continue
        if match.start() in _openings(scene) and f" {word}" in scene.cast.text:
            continue  # a common word at the head of a sentence
        yield match.group()


def _openings(scene: Scene) -> frozenset[int]:
    """Return where sentences begin."""
    return frozenset(sentence.span.start for sentence in scene.cast.sentences)


@lru_cache(maxsize=1)
def _people() -> re.Pattern[str]:
    """Return a pattern for people who are called what they are ("the young officer")."""
    nouns = "|".join(sorted((*load_table("pronouns")["people"], *load_table("pronouns")["called"])))
    return re.compile(
        rf"\b(?:the|an?|this|that|one|another) (?:\w+ ){{0,2}}?(?:{nouns})\b", re.IGNORECASE
    )


def _called(scene: Scene, start: int, at: int, name: str) -> Iterator[str]:
    """Yield people in a stretch who are only called what they are, but not the one chosen."""
    for match in _people().finditer(scene.cast.text, start, at):
        figures = scene.cast.between(match.start(), match.end() + 2)
        known = find_named(scene.cast, match.start(), match.group().split()[-1].lower())
        if known != name and not any(f.name == name for f in figures):
            yield match.group()
