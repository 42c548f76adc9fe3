"""Measure how many gold pairs survive blocking, alone and among thousands of headlines.

    PYTHONPATH=src python bench/link/blocking.py CORPORA [HEADLINES]

Pairs are those of one claim in different documents (gold cases), and those of `pairs/dev.jsonl`
that are the same, entail, conflict or update. A pair survives if it is among the candidates.
"""

import json
import re
import sys
from itertools import combinations
from pathlib import Path

from headwater.evaluate.gold import load_case
from headwater.link.alignment import Statement
from headwater.link.block import find_candidates
from headwater.link.compare_pairs import statement_of
from headwater.link.settings import LinkSettings

Piles = dict[str, tuple[list[Statement], set[tuple[int, int]]]]
BEARING = {"same", "entails_ab", "entails_ba", "contradicts", "denies", "updates"}
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")


def sentence_at(text: str, place: int) -> str:
    """Return the sentence around a place."""
    start = 0
    for match in SENTENCE.finditer(text):
        if match.start() >= place:
            return text[start : match.start()]
        start = match.end()
    return text[start:]


def of_case(folder: Path) -> tuple[list[Statement], set[tuple[int, int]]]:
    """Return the statements of a gold case and its pairs across documents."""
    case = load_case(folder)
    rows = [row for row in case.mentions if not row.get("optional")]
    found = []
    for row in rows:
        raw = case.docs[row["doc"]].text
        day = row["stated"]["from"] if row.get("stated") else None
        text = row.get("narrow_text") or row["text"]
        found.append(statement_of(text, sentence=sentence_at(raw, row["spans"][0][0]), day=day))
    wanted = {
        (i, j)
        for i, j in combinations(range(len(rows)), 2)
        if rows[i]["claim"] == rows[j]["claim"] and rows[i]["doc"] != rows[j]["doc"]
    }
    return found, wanted


def of_pairs(path: Path) -> tuple[list[Statement], set[tuple[int, int]]]:
    """Return the distinct statements of labelled pairs and the pairs that bear on each other."""
    places: dict[tuple[str, str], int] = {}
    found: list[Statement] = []
    wanted = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ends = []
        for side in "ab":
            key = row[f"doc_{side}"], row[side]
            if key not in places:
                places[key] = len(found)
                sentence, day = row[f"sentence_{side}"], row[f"date_{side}"]
                found.append(statement_of(row[side], sentence=sentence, day=day))
            ends.append(places[key])
        if row["label"] in BEARING:
            wanted.add((min(ends), max(ends)))
    return found, wanted


def headlines(path: Path, most: int) -> list[Statement]:
    """Return headlines as statements."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    titles = dict.fromkeys(row["title"].strip() for row in rows if row["title"].strip())
    return [statement_of(title) for title in list(titles)[:most]]


def main(corpora: Path, most: int) -> None:
    """Print what survives, and how many candidates each statement has."""
    piles: Piles = {name: of_case(corpora / "cases" / name) for name in ("seeds", "trump_taxes")}
    piles["pairs/dev"] = of_pairs(corpora / "data/pairs/dev.jsonl")
    hay = headlines(corpora / "data/linking/ruwa_headlines/docs.jsonl", most)
    for name, (statements, wanted) in piles.items():
        for others in ([], hay):
            candidates = find_candidates([*statements, *others], LinkSettings())
            kept = len(wanted & set(candidates))
            total = len(statements) + len(others)
            print(
                f"{name:12} of {total:6} statements: {kept:4} of {len(wanted):4} pairs survive, "
                f"{kept / len(wanted):.3f}; {len(candidates) / total:.1f} candidates a statement"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
