"""Differences of meaning that forbid calling two statements the same."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.lexicon.load import load_rows, load_table
from headwater.link.alignment import Pair, Statement, share_of
from headwater.link.days import When
from headwater.link.figures import implies, unmatched
from headwater.link.frame.differences import find_differences
from headwater.link.heads import head_of
from headwater.link.meaning import Meaning, read_meaning
from headwater.link.told.apart import find_exchanged, tells_round
from headwater.link.turned import cue_negates, opposite_rows, says_opposite
from headwater.link.wording import blames, has_kind
from headwater.link.words import stem_of, tokens_of

ITEM: Final = 0.2  # share of what sets a list's item apart that the other side must have
FRONTED: Final = re.compile(
    r"(?:\w+ (?:\w+ )?)?\b(?:after|before|once|when|since)\b[^,;:]+,",
    re.I,
)
NEGATED: Final = 0.35  # share of matched words that only one side negates, from which it is a wall
# Limits by kind of turn, and other words for them: "only a third", "just a third"; "half of those
# asked", "50 % of those asked".
LIMITING: Final = {
    "only": (re.compile(""), re.compile(r"\b(?:just|a mere|alone|nothing but)\b", re.IGNORECASE)),
    "parts": (
        re.compile(r"^(?:half|most) of"),
        re.compile(r"\b(?:majority|most|half|per ?cent)\b|%", re.IGNORECASE),
    ),
}


ROUND: Final = frozenset({"opposite", "direction", "limit"})  # of words for what is told round


class Gate(NamedTuple):
    """A difference of meaning.

    Attributes:
        kind: `figure`, `date`, `year`, `negation`, `opposite`, `direction`, `actor`,
            `step`, `limit`, `answer`, `item`.
        text: The reason in words.
        left, right: Where it stands in either statement, None where it is the lack of words.
        wall: True if no chain of similar statements may join them either.
        seen: True if the words of the two show it, so that who reads both can weigh it; False
            where it rests on cues, on the words around, or on figures and days. A step that
            the words of both tell alike counts as seen: it rests on how the one was cut.
        framed: True if the two are equal word by word around it, so that it is no error of
            reading, and no likeness of the rest speaks against it.
    """

    kind: str
    text: str
    left: tuple[int, int] | None = None
    right: tuple[int, int] | None = None
    wall: bool = True
    seen: bool = False
    framed: bool = False


def _figures(a: Meaning, b: Meaning) -> list[Gate]:
    """Return figures of one unit that differ beyond rounding."""
    found = []
    for f, g in unmatched(a.figures, b.figures):
        words = f"{a.text[f.start : f.end].strip()} is not {b.text[g.start : g.end].strip()}"
        wall = not (implies(f, g) or implies(g, f))
        found.append(Gate("figure", words, (f.start, f.end), (g.start, g.end), wall))
    return found[:1]


def _dates(a: Meaning, b: Meaning) -> list[Gate]:
    """Return dates of one kind that differ."""
    found: list[Gate] = []
    for kind in ("year", "day", "month", "weekday"):
        left: list[When] = [w for w in a.dates if w.kind == kind]
        right: list[When] = [w for w in b.dates if w.kind == kind]
        if left and right and not {w.value for w in left} & {w.value for w in right}:
            f, g = left[0], right[0]
            text = f"{a.text[f.start : f.end]} is not {b.text[g.start : g.end]}"
            found.append(
                Gate("year" if kind == "year" else "date", text, (f.start, f.end), (g.start, g.end))
            )
    return found[:1]


def _negation(pair: Pair, clash: float) -> list[Gate]:
    """Return a negation that one side has and the other lacks, of words that both have.

    Where both negate something, that is left to who reads both.
    """
    if clash < NEGATED or _both_negate(pair) or says_opposite(pair):
        return []
    holder = (
        pair.left
        if any(pair.left.meaning.negated) and not any(pair.right.meaning.negated)
        else pair.right
    )
    holder = pair.left if pair.left.negative and not pair.right.negative else holder
    turn = next(
        (
            t
            for t in holder.meaning.turns
            if t.kind in {"negators", "deniers", "blockers", "negating_phrases"}
        ),
        None,
    )
    place = (turn.start, turn.end) if turn else None
    text = f"only one of them negates ({turn.word})" if turn else "only one of them is a denial"
    return [
        Gate(
            "negation",
            text,
            place if holder is pair.left else None,
            place if holder is pair.right else None,
            seen=_in_words(pair),
        )
    ]


def _both_negate(pair: Pair) -> bool:
    """Tell whether both sides negate something, and as a whole both or neither."""
    a, b = pair.left.negative, pair.right.negative
    return a == b and (a or all(any(side.meaning.negated) for side in (pair.left, pair.right)))


def _in_words(pair: Pair) -> bool:
    """Tell whether no cue negates or denies either statement: the words alone do."""
    parts = (pair.left, pair.right)
    return not any(part.denial or cue_negates(part) for part in parts)


def _opposites(pair: Pair) -> list[Gate]:
    """Return a pair of opposite words."""
    found = []
    table = load_rows("opposites")
    a, b = pair.left.meaning, pair.right.meaning
    texts = a.text, b.text
    for row in opposite_rows(pair.left, pair.right)[:1]:
        stems = {stem_of(w.lower()) for side in ("left", "right") for w in table[row][side]}
        one = next(t for t in tokens_of(a.text) if stem_of(t.lower) in stems)
        two = next(t for t in tokens_of(b.text) if stem_of(t.lower) in stems)
        if tells_round(*texts):
            continue  # "A after B", "B before A"
        text = f"{one.lower} is opposite to {two.lower}"
        places = (one.start, one.end), (two.start, two.end)
        found.append(Gate("opposite", text, *places, seen=_in_words(pair)))
    return found


def two_times(kinds: Collection[str]) -> bool:
    """Tell whether gates of these kinds part two figures of two times: both may be so."""
    return "figure" in kinds and ("date" in kinds or "year" in kinds)


@lru_cache(maxsize=65536)
def _ahead(text: str) -> frozenset[str]:
    """Return what a text tells as not yet done: `considered`, `wished`, `promised`, `coming`.

    Only by words before what its main verb says, or in a bare phrase: what is promised or planned
    behind it is another deed ("will shut the site to keep a vow").
    """
    meaning = read_meaning(text)
    head, settled = head_of(meaning), frozenset(load_table("turns")["settled"])
    last = len(text) if head is None else meaning.terms[head].end
    fronted = FRONTED.match(text)
    first = fronted.end() if fronted else 0  # "after it promised to pay, they went back"
    found = set()
    for turn in meaning.turns:
        if first <= turn.start < last and turn.kind == "plans":
            found.add("promised" if turn.word in settled else "wished")
        elif first <= turn.start < last and turn.kind in {"considering", "futures"}:
            found.add("considered" if turn.kind == "considering" else "coming")
    return frozenset(found)


def _stage(side: Statement) -> dict[str, bool]:
    """Return which steps before the deed itself a statement tells of."""
    told, planned = _ahead(side.meaning.text), side.modality == "planned"
    promised = (planned and "coming" not in told) or "promised" in told
    return {
        "considered": "considered" in told,
        "wished": "wished" in told and not planned,
        "promised": promised,
        "ahead": planned or promised or "coming" in told,
        "approved": bool(side.meaning.count("approving")),
    }


def _steps(pair: Pair) -> list[Gate]:
    """Return the first step (considered, wished, planned, approved) that only one side tells of.

    "Plans to close" and "will close" are one step.
    """
    left, right = _stage(pair.left), _stage(pair.right)
    for step, words, wall in (
        ("considered", "being considered", True), ("wished", "wished, asked or tried for", True),
        ("ahead", "still to come", left["promised"] != right["promised"]),
        ("approved", "approved or agreed", False),
    ):  # fmt: skip
        other = pair.right if left[step] else pair.left
        elsewhere = step == "wished" and other.meaning.count("plans")
        if left[step] != right[step] and not elsewhere:
            alike = _ahead(pair.left.meaning.text) == _ahead(pair.right.meaning.text)
            return [Gate("step", f"only one of them is {words}", wall=wall, seen=alike)]
    return []


def _answers(a: Meaning, b: Meaning) -> list[Gate]:
    """Return that one side alone has seen no evidence, or calls proper what the other blames."""
    found = []
    for one, two in ((a, b), (b, a)):
        if has_kind(one.text, "absence") and not has_kind(two.text, "absence"):
            found.append(Gate("negation", "only one of them says that there is no evidence of it"))
        if has_kind(one.text, "excuse") and blames(two.text) and not has_kind(two.text, "excuse"):
            found.append(Gate("answer", "one calls proper what the other blames"))
    return found[:1]


def _items(pair: Pair) -> list[Gate]:
    """Return the item of a list that one side is about and the other does not have.

    It parts two items for good; what is said of all of them may be said with the item too.
    """
    both = all(side.own for side in (pair.left, pair.right))
    for side, best, weight in (
        (pair.left, pair.best_left, pair.weight_left),
        (pair.right, pair.best_right, pair.weight_right),
    ):
        rows = [n for n, term in enumerate(side.meaning.terms) if term.sense in side.own]
        if rows and share_of(best[rows], weight[rows]) < ITEM:
            where = side.meaning.terms[rows[0]].start, side.meaning.terms[rows[-1]].end
            text = f"only one of them is about {side.meaning.text[slice(*where)]}"
            left = side is pair.left
            places = (where if left else None, None if left else where)
            return [Gate("item", text, places[0], places[1], wall=both)]
    return []


def _is_limited(one: Meaning, two: Meaning, kind: str) -> bool:
    """Tell whether words limit one statement in a way that no other words of the second do."""
    found = [turn.word for turn in one.turns if turn.kind == kind]
    if not found or two.count(kind):
        return bool(found)
    worded = LIMITING[kind]
    return not (worded[0].search(found[0]) and worded[1].search(two.text))


def find_gates(pair: Pair, measured: dict[str, float]) -> tuple[Gate, ...]:
    """Return the differences of meaning of a pair, weightiest first."""
    a, b = pair.left.meaning, pair.right.meaning
    turned = _negation(pair, measured["negation_clash"]) or _opposites(pair)
    if measured["swapped"] and not tells_round(a.text, b.text):
        turned.append(Gate("direction", "who acts and who is acted on are exchanged"))
    found = _figures(a, b) + _dates(a, b) + turned
    if measured["agents"] and not tells_round(a.text, b.text):
        states = {name.startswith("=") for name in a.agents | b.agents}
        found.append(Gate("actor", "they name different parties as acting", wall=len(states) == 1))
    found += _steps(pair) + (_answers(a, b) if not turned else []) + _items(pair)
    kinds = ["parts"] if tells_round(a.text, b.text) else LIMITING  # "before", "only after"
    if any(_is_limited(a, b, kind) != _is_limited(b, a, kind) for kind in kinds):
        found.append(Gate("limit", "only one of them is limited to a part or to one alone"))
    elif measured["top_left"] != measured["top_right"]:
        found.append(Gate("limit", "only one of them has a rank", wall=False))
    texts = pair.left.meaning.text, pair.right.meaning.text
    framed = (*find_differences(*texts), *find_exchanged(*texts))
    if tells_round(*texts):
        framed = tuple(told for told in framed if told.kind not in ROUND)
    found += [Gate(*told, framed=True) for told in framed]
    return tuple(found)
