"""Which pairs of statements are worth comparing."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from headwater.link.alignment import Statement
from headwater.link.settings import LinkSettings

SMALL: Final = 1200  # statements; up to it every shared word finds candidates
CONTEXT: Final = 0.3  # what a match with the words around a statement counts
SHARED: Final = 0.2  # of the lighter statement's weight, that two share in a large pile
VISITS: Final = 800  # others that one statement meets in a large pile, at most
CROWDED: Final = 16  # candidates of one statement in a large pile, at most
LONGEST: Final = 800  # statements of one key that are met in a large pile, at most


def _keys(statement: Statement) -> dict[str, float]:
    """Return the keys of a statement with what they count."""
    meaning = statement.meaning
    found = {term.sense: 1.0 for term in meaning.terms}
    found |= {f"n:{figure.unit}:{figure.value:.4g}": 1.0 for figure in meaning.figures}
    found |= {f"d:{when.kind}:{when.value}": 0.7 for when in meaning.dates}
    for key in statement.context:
        if not key.startswith("#"):
            found.setdefault(key, CONTEXT)
    return found


def find_candidates(
    statements: Sequence[Statement], settings: LinkSettings
) -> tuple[tuple[int, int], ...]:
    """Return pairs of positions `(i, j)`, `i < j`, that share rare words, names or figures.

    Each statement looks through the lists of its rarest keys until it has met so many others,
    and keeps its best `settings.candidates`; so the work grows with the number of statements.
    """
    keys = [_keys(statement) for statement in statements]
    posts: dict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(keys):
        for key in held:
            posts[key].append(number)
    total = len(statements)
    worth = {key: math.log1p(total / len(post)) ** 2 for key, post in posts.items()}
    own = [sum(share**2 * worth[key] for key, share in held.items()) for held in keys]
    large = total > SMALL
    most = min(settings.candidates, CROWDED) if large else settings.candidates
    found: set[tuple[int, int]] = set()
    for number in range(total):
        scores = _meet(number, keys, posts, worth, VISITS if large else total * len(keys[number]))
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        for other, score in ranked[:most]:
            if not large or score >= SHARED * min(own[number], own[other]):
                found.add((min(number, other), max(number, other)))
    return tuple(sorted(found))


def _meet(
    number: int,
    keys: Sequence[dict[str, float]],
    posts: dict[str, list[int]],
    worth: dict[str, float],
    visits: int,
) -> dict[int, float]:
    """Return what each other statement shares with one, by its rarest keys first."""
    held = keys[number]
    scores: dict[int, float] = defaultdict(float)
    for key in sorted(held, key=lambda key: (-worth[key], key)):
        post = posts[key]
        visits -= len(post)
        if visits < 0 and scores:
            break
        weight = held[key] * worth[key]
        for other in post[:LONGEST]:
            scores[other] += weight * keys[other][key]
    scores.pop(number, None)
    return scores
