"""What makes a statement another one than a more general one beside it: its bearer, its growth."""

import re
from functools import lru_cache
from typing import Final

from headwater.lexicon.load import compile_phrases, load_table
from headwater.link.alignment import Pair, Statement, share_of
from headwater.link.bearers import is_of_bearer
from headwater.link.heads import LIGHT, head_of
from headwater.link.meaning import Meaning
from headwater.link.prepare import Held

PEOPLE: Final = re.compile(r"(?:ns|[kr]is)$")  # "Germans", "Iraqis": people who may be anybody
ITEM: Final = 0.6  # share of a list's item that another must have to be about it; as MET
DEED: Final = r"(?:its|their|his|her|our|my|the|military|political|economic|financial)\b"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return what tells that a deed grows, what hints at growth, and what leads to a fear."""
    table = load_table("bearers")
    verbs = compile_phrases(table["stepping_up"]).pattern
    hints = compile_phrases((*table["stepping_up"], *table["growing"]))
    fears = "|".join(table["fears"])
    return (
        re.compile(rf"{verbs} {DEED}", re.IGNORECASE),
        hints,
        re.compile(rf"\b(?:{fears}) (?:about|over|of)$", re.IGNORECASE),
    )


@lru_cache(maxsize=32768)
def _opens(meaning: Meaning) -> tuple[str, bool] | None:
    """Return the state that a statement begins with, and whether people or firms of it act.

    None if it begins otherwise, or with a word for its people.
    """
    first = next(iter(meaning.terms), None)
    if first is None or not first.concept.startswith("="):
        return None
    bears = is_of_bearer(meaning, first)
    return None if PEOPLE.search(first.word) and not bears else (first.concept, bears)


def _is_feared(held: Held) -> bool:
    """Tell whether a statement without a verb of its own was cut from "concerns about"."""
    if head_of(held.statement.meaning) is not None:
        return False
    before = held.sentence[: max(0, held.mention.spans[0].start - held.mention.sentence.start)]
    return _patterns()[2].search(before.rstrip(" \"“‘'")) is not None


def narrows(left: Held, right: Held) -> str | None:
    """Return why the one of two statements is no other wording of the other, None if it may be.

    "Banks of a state" are not the state, "stepped up its raids" is not "raids", and what there are
    fears of is not what is so.
    """
    a, b = (side.statement.meaning for side in (left, right))
    one, two = _opens(a), _opens(b)
    if one and two and one[0] == two[0] and one[1] != two[1]:
        return "only one of them is of people or firms of the state"
    grows, hints, _ = _patterns()
    for this, other in ((a, b), (b, a)):
        if grows.search(this.text) and not hints.search(other.text):
            return "only one of them tells that it grows"
    return "only one of them is feared" if _is_feared(left) != _is_feared(right) else None


def item_of(statement: Statement) -> list[int]:
    """Return the positions of what tells a list's item from the others, without its verb."""
    return [
        number
        for number, term in enumerate(statement.meaning.terms)
        if term.sense in statement.own and term.word not in LIGHT and not term.word.endswith("ing")
    ]


def adds_item(pair: Pair) -> bool:
    """Tell whether one side names a means ("by sending lathes"), and the other, no item, lacks it.

    Only an item that says what is done, by a gerund; other items may go with what is said of all.
    """
    sides = ((pair.left, pair.best_left, pair.weight_left),
             (pair.right, pair.best_right, pair.weight_right))  # fmt: skip
    if bool(pair.left.own) == bool(pair.right.own):
        return False
    side, best, weight = sides[0] if pair.left.own else sides[1]
    own = (term.word for term in side.meaning.terms if term.sense in side.own)
    rows = item_of(side)
    means = any(word.endswith("ing") and word != "including" for word in own)
    return means and bool(rows) and share_of(best[rows], weight[rows]) < ITEM
