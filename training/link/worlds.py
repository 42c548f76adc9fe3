"""Invented news events: what several outlets would write of them, and how these statements relate.

A file of `worlds/` holds events in this form; a letter is a proposition, its lines are wordings:

    # a name for the event
    A: the ministry bought 400 scopes in May
    A: its purchase of four hundred scopes in May
    B: the ministry has bought scopes
    rel: A>B

`A>B` says that A entails B, `C!A` that they contradict, `D~A` that D is the accused party's denial
of A, `E+A` that E is the newer state. Two wordings of one letter are the same; what is not listed
is related. All words are our own and all events invented.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from training.link.sources import SIX, Example

FOLDER: Final = Path(__file__).with_name("worlds")
# Pairs of one event that are read at most, by label: the plain ones would drown the rest.
MOST: Final = {
    "same": 30,
    "entails": 28,
    "contradicts": 14,
    "denies": 10,
    "updates": 14,
    "related": 40,
}
APART: Final = 3  # pairs of statements of two events, for each event
_LINE: Final = re.compile(r"([A-Z]): (.+)")
_TIE: Final = re.compile(r"([A-Z])([>!~+])([A-Z])")
_SIGNS: Final = {">": "entails_ab", "!": "contradicts", "~": "denies", "+": "updates"}


class World(NamedTuple):
    """One invented event: wordings of each proposition, and labels of pairs of propositions."""

    name: str
    wordings: dict[str, list[str]]
    ties: dict[tuple[str, str], str]


def _add(world: World, line: str) -> None:
    """Take in a line of wording or of ties.

    Raises:
        ValueError: The line is in no known form, or a tie names a letter without wording.
    """
    if worded := _LINE.fullmatch(line):
        world.wordings.setdefault(worded[1], []).append(worded[2].strip())
        return
    if not line.startswith("rel: "):
        raise ValueError(f"neither event, wording nor tie: {line[:40]}")
    for word in line.removeprefix("rel: ").split():
        tie = _TIE.fullmatch(word)
        if tie is None or not {tie[1], tie[3]} <= world.wordings.keys():
            raise ValueError(f"{word} ties no two wordings")
        world.ties[tie[1], tie[3]] = _SIGNS[tie[2]]


def read_worlds(folder: Path = FOLDER) -> list[World]:
    """Return all events, in the order of file names and lines.

    Raises:
        ValueError: A line is in no known form; says which.
    """
    found: list[World] = []
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("# "):
                found.append(World(line[2:].strip(), {}, {}))
            elif line.strip():
                try:
                    _add(found[-1], line)
                except ValueError as fault:
                    raise ValueError(f"{path.name}, line {number}: {fault}") from None
    return found


def label_of(world: World, one: str, two: str) -> str:
    """Return the label of a wording of one proposition with a wording of another, in this order."""
    if one == two:
        return "same"
    if (label := world.ties.get((one, two))) is not None:
        return label
    turned = world.ties.get((two, one))
    if turned is None:
        return "related"
    return "entails_ba" if turned == "entails_ab" else turned


def _pairs(world: World) -> Iterator[tuple[str, str, str]]:
    """Yield every pair of statements of an event with its label."""
    said = [(letter, text) for letter, texts in world.wordings.items() for text in texts]
    for number, (one, left) in enumerate(said):
        for two, right in said[number + 1 :]:
            yield left, right, label_of(world, one, two)


def make_worlds(worlds: list[World], seed: int = 11) -> list[Example]:
    """Return pairs of statements of each event, and some of two events."""
    lot = random.Random(seed)
    found = []
    everything = [text for world in worlds for texts in world.wordings.values() for text in texts]
    for world in worlds:
        by_label: dict[str, list[tuple[str, str, str]]] = {}
        for pair in _pairs(world):
            by_label.setdefault(pair[2].split("_")[0], []).append(pair)
        chosen = [
            pair
            for kind, pairs in sorted(by_label.items())
            for pair in lot.sample(pairs, min(MOST[kind], len(pairs)))
        ]
        own = [text for texts in world.wordings.values() for text in texts]
        chosen += [(lot.choice(own), lot.choice(everything), "unrelated") for _ in range(APART)]
        for a, b, label in chosen:
            row = {"cluster": f"world {world.name}", "label": label, "a": a, "b": b}
            found.append(Example(a, b, SIX[label], "worlds", row))
    return found
