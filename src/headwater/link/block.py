"""Which pairs of statements are worth comparing."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from headwater.link.alignment import Statement
from headwater.link.settings import LinkSettings

SMALL: Final = 400  # statements; below it no word is too common to find candidates by
CONTEXT: Final = 0.3  # what a match with the words around a statement counts
SHARED: Final = 0.2  # of the lighter statement's weight, that two share in a large pile
LONGEST: Final = 400  # statements that share a word in a large pile; past it the word finds nothing


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

    Each statement keeps its best `settings.candidates`; words that stand in too many statements
    find nothing in a large pile, so the work grows nearly linearly.
    """
    keys = [_keys(statement) for statement in statements]
    posts: dict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(keys):
        for key in held:
            posts[key].append(number)
    total = len(statements)
    most = total if total <= SMALL else min(LONGEST, max(SMALL, int(settings.common * total)))
    rarity = {key: math.log1p(total / len(post)) for key, post in posts.items()}
    own = [sum(share**2 * rarity[key] ** 2 for key, share in held.items()) for held in keys]
    least = SHARED if total > SMALL else 0.0
    found: set[tuple[int, int]] = set()
    for number, held in enumerate(keys):
        scores: dict[int, float] = defaultdict(float)
        for key, share in held.items():
            post = posts[key]
            if len(post) > most:
                continue
            weight = share * rarity[key] ** 2
            for other in post:
                if other != number:
                    scores[other] += weight * keys[other][key]
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        best = [
            (other, score)
            for other, score in ranked[: settings.candidates]
            if score >= least * min(own[number], own[other])
        ]
        found |= {(min(number, other), max(number, other)) for other, _ in best}
    return tuple(sorted(found))
