"""What the whole pipeline joins on news events that were read statement by statement.

    PYTHONPATH=src:. python bench/link/joins.py DATA 0.15 0.2 0.3 0.4

DATA holds `linking/clusters_allsides`. `read_events.tsv` has each statement of 16 of its events:
where it stands, the number of what it says (two of one number say the same) and the numbers of what
it entails; no text. The reading is in no training (241 pairs of these events were labelled before).
Runs the events from raw text and prints, for each threshold, how many pairs of statements of two
documents became one claim, how many of these say the same (or one entails the other), and how many
of the same ones were joined.
"""

import csv
import itertools
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec
from training.link.pairs import read_rows
from training.link.pool import documents_of

from headwater.config import Settings
from headwater.engine.local import Input, analyse
from headwater.engine.marking import Forgetful
from headwater.model.dossier import Dossier

TABLE = Path(__file__).with_name("read_events.tsv")

Statement = tuple[str, int, int]  # article, first character, end
Said = tuple[str, frozenset[str]]  # what it says, what it entails


def read_events() -> dict[str, dict[Statement, Said]]:
    """Return what each statement of each event says."""
    found: dict[str, dict[Statement, Said]] = {}
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines, delimiter="\t"):
            statement = line["document"], int(line["start"]), int(line["end"])
            said = line["says"], frozenset(line["entails"].split())
            found.setdefault(line["event"], {})[statement] = said
    return found


def across(statements: Iterable[Statement]) -> set[tuple[Statement, Statement]]:
    """Return the pairs of statements of two documents."""
    pairs = itertools.combinations(sorted(statements), 2)
    return {(a, b) for a, b in pairs if a[0] != b[0]}


def count(dossier: Dossier, known: dict[Statement, Said]) -> list[int]:
    """Return how many pairs were joined, are the same of these, are entailed, and are the same."""
    names = {document.id: document.name for document in dossier.documents}
    places = {
        m.id: (names[m.document], m.spans[0].start, m.spans[-1].end) for m in dossier.mentions
    }
    there = set(places.values()) & known.keys()
    pairs: set[tuple[Statement, Statement]] = set()
    for claim in dossier.claims:
        pairs |= across({places[m] for m in claim.mentions} & there)
    same = {(a, b) for a, b in across(there) if known[a][0] == known[b][0]}
    entailed = {
        (a, b) for a, b in pairs if known[a][0] in known[b][1] or known[b][0] in known[a][1]
    }
    return [len(pairs), len(pairs & same), len(entailed - same), len(same)]


def main(data: Path, thresholds: list[float]) -> None:
    """Print joined, precision, precision with entailed ones, recall and F1 of each threshold."""
    known = read_events()
    counts = {threshold: [0, 0, 0, 0] for threshold in thresholds}
    for part in ("train", "dev"):
        for event in read_rows(data / f"linking/clusters_allsides/{part}.jsonl"):
            if event["id"] not in known:
                continue
            given = Input(documents=documents_of(event))
            cache = Forgetful()
            for threshold in thresholds:
                own = msgspec.structs.replace(Settings().link, join=threshold)
                settings = msgspec.structs.replace(Settings(), link=own)
                dossier = analyse(given, settings, cache=cache)
                more = count(dossier, known[event["id"]])
                counts[threshold] = [a + b for a, b in zip(counts[threshold], more, strict=True)]
    for threshold, (pairs, same, entailed, total) in counts.items():
        right, wide = same / max(pairs, 1), (same + entailed) / max(pairs, 1)
        print(
            f"join {threshold:.2f}: {pairs} joined, same {right:.2f}, same or entailed {wide:.2f},"
            f" of {total} same ones {same / max(total, 1):.2f},"
            f" F1 {2 * same / max(pairs + total, 1):.3f}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), [float(value) for value in sys.argv[2:]])
