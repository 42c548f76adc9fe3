"""How often a pronoun is read as the right name.

    PYTHONPATH=src python bench/pronouns.py DATA

DATA holds `linking/gap` and `linking/gum_news`. GAP: one ambiguous pronoun of a text, two names; an
answer is right if it shares a word with the name that is meant. GUM news: every personal pronoun of
the development articles that is marked and whose chain holds a name.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from headwater.config import Settings
from headwater.engine.marking import Forgetful, Marker, mark_all
from headwater.engine.progress import Silent
from headwater.extract.cast import read_cast
from headwater.extract.pronouns import read_pronouns
from headwater.extract.regions import find_regions
from headwater.extract.scene import Scene
from headwater.extract.statements import cut_statements
from headwater.ingest import ingest
from headwater.ingest.raw import RawFile

SORTS = {
    "he, she": "he him his she her hers",
    "it": "it its",
    "they": "they them their theirs",
    "I, we": "i me my mine we us our ours",
}
LONGEST = 6  # words of a name
Row = dict[str, Any]
Readings = list[dict[int, str]]


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def readings(texts: list[str]) -> Readings:
    """Return, for each text, the name that each pronoun is read as, by its place."""
    lines = (json.dumps({"id": f"{n:05}", "text": text}) + "\n" for n, text in enumerate(texts))
    raw = RawFile(name="texts.jsonl", data="".join(lines).encode())
    settings = Settings()
    documents = sorted(ingest([raw]).documents, key=lambda one: one.name)
    marked, _ = mark_all(documents, Marker(settings, Forgetful(), ()), Silent())
    found: Readings = []
    for one in sorted(marked, key=lambda one: one.document.name):
        cast = read_cast(one.document, one.parse, one.attributions)
        names: dict[int, str] = {}
        regions = find_regions(one.document, one.parse, one.attributions, settings.extract)
        for region in regions:
            for statement in cut_statements(one.document, one.parse, region, settings.extract):
                names |= dict(read_pronouns(Scene(cast, one.parse, statement, region.chain)))
        found.append(names)
    return found


def is_name(answer: str, name: str) -> bool:
    """Tell whether two names share a word that tells."""
    left, right = (frozenset(re.findall(r"\w{3,}", one.casefold())) for one in (answer, name))
    return not left.isdisjoint(right)


def judge(answer: str | None, names: list[str]) -> str:
    """Return whether an answer is right, wrong or left out."""
    if not answer:
        return "left"
    return "right" if any(is_name(answer, name) for name in names) else "wrong"


def score_gap(rows: list[Row]) -> None:
    """Print how many of the pronouns that mean one of the two names are read as it."""
    counts: Counter[str] = Counter()
    for row, names in zip(rows, readings([row["text"] for row in rows]), strict=True):
        meant = [row[side] for side in "AB" if row[f"{side}_coref"]]
        counts["with a name" if meant else "without"] += 1
        counts[judge(names.get(row["pronoun_offset"]), meant) + ("" if meant else ", none")] += 1
    print("GAP", dict(sorted(counts.items())))


def score_gum(rows: list[Row]) -> None:
    """Print the same for the pronouns of news articles, by sort."""
    texts, places = zip(*(rebuild(row) for row in rows), strict=True)
    counts: dict[str, Counter[str]] = {sort: Counter() for sort in SORTS}
    for row, starts, names in zip(rows, places, readings(list(texts)), strict=True):
        for at, sort, meant in marked_pronouns(row):
            counts[sort][judge(names.get(starts[at]), meant)] += 1
    for sort, found in counts.items():
        print("GUM", sort, dict(sorted(found.items())))


def rebuild(row: Row) -> tuple[str, list[int]]:
    """Return an article's text, a sentence a line, and where each token begins."""
    text, starts = "", []
    for sentence in row["sentences"]:
        at = len(text)
        text += sentence["text"] + "\n"
        for token in sentence["tokens"]:
            found = text.find(token, at)
            starts.append(found if found >= 0 else at)
            at = starts[-1] + len(token)
    return text, starts


def marked_pronouns(row: Row) -> Iterator[tuple[int, str, list[str]]]:
    """Yield the place, the sort and the names of each pronoun whose chain holds a name."""
    tokens = row["tokens"]
    chains: dict[str, list[tuple[int, list[str]]]] = {}
    for mention in row["mentions"]:
        words = tokens[mention["start"] : mention["end"] + 1]
        chains.setdefault(mention["chain"], []).append((mention["start"], words))
    for members in chains.values():
        names = [" ".join(words) for _, words in members if is_named(words)]
        for at, words in members:
            sort = sort_of(words) if len(words) == 1 else ""
            if sort and names:
                yield at, sort, names


def sort_of(words: list[str]) -> str:
    """Return the sort of a pronoun; "" for other words."""
    return next((sort for sort, known in SORTS.items() if words[0].lower() in known.split()), "")


def is_named(words: list[str]) -> bool:
    """Tell whether a mention is a name and not too long a one."""
    return len(words) <= LONGEST and words[-1][:1].isupper() and not sort_of(words)


def main(data: Path) -> None:
    """Score both."""
    score_gap(read_rows(data / "linking/gap/dev.jsonl"))
    score_gum(read_rows(data / "linking/gum_news/dev.jsonl"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
