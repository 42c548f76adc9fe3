"""Tells how often what a text leaves open, or says is not so, is taken as asserted.

    PYTHONPATH=src python bench/factuality.py LINKING_DIR [PART] [ROWS] [--errors]

LINKING_DIR holds `uw_factuality`, `uds_ih2` and `commitmentbank`, whose people said for events and
embedded clauses from -3 (it is not so) to 3 (it is so) how far the author takes them as facts.
Each is looked up in the statements that `extract` gives: it counts as asserted if its statement is
asserted, affirms and tells neither what will be nor what ought to be. Events are looked up where
they are the main verb of a statement, clauses in the shortest statement that ends with them.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from headwater.attribute import attribute
from headwater.extract import extract
from headwater.extract.core import read_core
from headwater.extract.words import AUXILIARIES, Words
from headwater.model.document import Document
from headwater.model.mention import Mention
from headwater.model.parse import Parse
from headwater.parse import parse

SETS = ("uw_factuality", "uds_ih2", "commitmentbank")
SURE = 1.0  # mean of the raters from which a clause counts as said to be so, or not so
TAIL = re.compile(r"^(?:[.,;:!?%)\]”]|n't|'(?:s|re|ve|ll|d|m)?|-)$", re.IGNORECASE)
GLUED = frozenset("($[“-")
MARKS = {"-LRB-": "(", "-RRB-": ")", "``": "“", "''": "”"}
LEAD = 6  # characters by which a statement may end before the clause
VERB = 5  # words behind an auxiliary in which its verb stands
AHEAD = frozenset("will would shall should must ought 'll won't wouldn't shouldn't".split())
Row = dict[str, Any]


def write(tokens: list[str]) -> tuple[str, list[int]]:
    """Return tokens as a text, and where each begins."""
    text, places, glue = "", [], True
    for token in tokens:
        shown = MARKS.get(token, token)
        if text and not glue and not TAIL.match(shown):
            text += " "
        places.append(len(text))
        text += shown
        glue = shown in GLUED
    return text, places


def read(key: str, text: str) -> tuple[Parse, tuple[Mention, ...]]:
    """Return the statements of a text."""
    document = Document(id="d", name="d", digest=key, format="text", text=text)
    marks = parse(document)
    return marks, extract(document, marks, attribute(document, marks))


def core_of(text: str, marks: Parse, mention: Mention) -> tuple[Words, int | None]:
    """Return the words of a statement and its main verb."""
    tokens = [t for s in marks.sentences for t in s.tokens]
    inside = [t for t in tokens if any(x.start <= t[0] < x.end for x in mention.spans)]
    words = Words(text, inside)
    return words, read_core(words).finite if len(words) else None


def verbs_of(words: Words, finite: int | None) -> set[int]:
    """Return where the words of the main verb begin."""
    if finite is None:
        return set()
    found = {words.places[finite][0]}
    if words[finite] in AUXILIARIES or "'" in words[finite]:
        for at in range(finite + 1, min(len(words), finite + VERB)):
            found.add(words.places[at][0])
            if words.verb(at) is not None and words[at] not in AUXILIARIES | {"be", "been"}:
                break
    return found


def told(mention: Mention, words: Words, finite: int | None) -> str:
    """Return whether a statement says that something is so: yes, no, or open."""
    if mention.modality == "denied" or mention.polarity == "negative":
        return "no"
    ahead = finite is not None and words[finite] in AHEAD
    return "yes" if mention.modality == "asserted" and not ahead else "open"


def meant(label: float) -> str:
    """Return the same of the raters' mean."""
    return "yes" if label >= SURE else "no" if label <= -SURE else "open"


def clauses(row: Row) -> Iterator[tuple[str, str, str]]:
    """Yield gold, ours and the words of an embedded clause (CommitmentBank)."""
    text = row["a"]
    pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", row["b"])))
    found = list(re.finditer(pattern, text, re.IGNORECASE))
    if not found:
        return
    end = found[-1].end()
    marks, mentions = read(row["id"], text)
    near = [m for m in mentions if m.spans[0].start < end and m.spans[-1].end >= end - LEAD]
    if near:
        mention = min(near, key=lambda m: sum(s.end - s.start for s in m.spans))
        words, finite = core_of(text, marks, mention)
        yield meant(row["label"]), told(mention, words, finite), mention.text


def events(row: Row) -> Iterator[tuple[str, str, str]]:
    """Yield gold, ours and the words of each event that is a main verb."""
    text, places = write(row["a"].split(" "))
    marks, mentions = read(row["id"], text)
    cores = [(m, *core_of(text, marks, m)) for m in mentions]
    for target in row["targets"]:
        at = places[target["span1"][0]]
        for mention, words, finite in cores:
            if at in verbs_of(words, finite):
                yield meant(target["label"]), told(mention, words, finite), mention.text
                break


def score(folder: Path, part: str, most: int, *, show: bool) -> Counter[tuple[str, str]]:
    """Return how often each answer of people met each of ours."""
    rows = [json.loads(line) for line in (folder / f"{part}.jsonl").read_text("utf-8").splitlines()]
    rows = rows[:: max(1, len(rows) // most)][:most]
    found: Counter[tuple[str, str]] = Counter()
    for row in rows:
        for gold, ours, words in clauses(row) if "b" in row else events(row):
            found[gold, ours] += 1
            if show and gold != ours:
                print(f"  {gold} not {ours}: {words[:160]}")
    return found


def main(data: Path, part: str = "dev", rows: str = "1000") -> None:
    """Print the figures of each set."""
    for name in SETS:
        found = score(data / name, part, int(rows), show="--errors" in sys.argv)
        wrong = sum(n for (gold, ours), n in found.items() if gold != "yes" and ours == "yes")
        unsaid = sum(n for (gold, _), n in found.items() if gold != "yes")
        lost = sum(n for (gold, ours), n in found.items() if gold == "yes" and ours != "yes")
        said = sum(n for (gold, _), n in found.items() if gold == "yes")
        right = sum(n for (gold, ours), n in found.items() if gold == ours)
        print(
            f"{name:15} not asserted, taken as asserted {wrong:4} of {unsaid:4}"
            f" ({wrong / max(1, unsaid):.2f})   asserted, taken as not {lost:4} of {said:4}"
            f" ({lost / max(1, said):.2f})"
            f"   three-way accuracy {right / max(1, said + unsaid):.2f}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), *[a for a in sys.argv[2:] if not a.startswith("--")])
