"""Which of our own labelled pairs the whole pipeline joins, by threshold.

    PYTHONPATH=src:. python bench/link/joins.py DATA 90 0.15 0.2 0.3 0.4

DATA holds `linking/clusters_allsides`; the pairs are `training/link/own_pairs.tsv`. Runs the first
so many clusters of articles from raw text and prints, for each threshold, how many of the labelled
pairs became one claim, how many of them are the same (or one entails the other), and how many of
the same were joined. The pairs are in the training of the pair model: read the figures against each
other, not as such.
"""

import json
import sys
from pathlib import Path

import msgspec
from training.link.own import read_own
from training.link.pairs import read_rows

from headwater.config import Settings
from headwater.engine.local import Input, analyse
from headwater.engine.marking import Forgetful
from headwater.ingest import ingest
from headwater.ingest.raw import RawFile
from headwater.model.dossier import Dossier

FIELDS = ("id", "title", "outlet", "date", "text")
Side = tuple[str, int, int]
Pair = tuple[Side, Side, str]


def labelled(data: Path) -> dict[str, list[Pair]]:
    """Return the pairs of each cluster: article and place of either side, and the label."""
    found: dict[str, list[Pair]] = {}
    for row in read_own(data):
        sides = [(row[f"doc_{side}"], *row[f"place_{side}"]) for side in "ab"]
        found.setdefault(row["cluster"], []).append((sides[0], sides[1], row["label"]))
    return found


def claims_of(dossier: Dossier) -> dict[Side, str]:
    """Return the claim of each mention, by article and place."""
    names = {document.id: document.name for document in dossier.documents}
    home = {mention: claim.id for claim in dossier.claims for mention in claim.mentions}
    return {
        (names[m.document], m.spans[0].start, m.spans[-1].end): home[m.id]
        for m in dossier.mentions
        if m.id in home
    }


def main(data: Path, most: int, thresholds: list[float]) -> None:
    """Print joined, precision, precision with entailed ones, recall and F1 of each threshold."""
    events = {
        event["id"]: event
        for part in ("train", "dev")
        for event in read_rows(data / f"linking/clusters_allsides/{part}.jsonl")
    }
    pairs = labelled(data)
    counts = {threshold: [0, 0, 0] for threshold in thresholds}  # joined, same, entailed
    total = 0
    for cluster in sorted(pairs)[:most]:
        rows = ({key: a[key] for key in FIELDS} for a in events[cluster]["articles"])
        raw = "".join(json.dumps(row) + "\n" for row in rows).encode()
        given = Input(documents=ingest([RawFile(name="articles.jsonl", data=raw)]).documents)
        cache = Forgetful()
        for threshold in thresholds:
            own = msgspec.structs.replace(Settings().link, join=threshold)
            settings = msgspec.structs.replace(Settings(), link=own)
            home = claims_of(analyse(given, settings, cache=cache))
            for left, right, label in pairs[cluster]:
                if left not in home or right not in home:
                    continue
                total += label == "same" and threshold == thresholds[0]
                if home[left] == home[right]:
                    row = counts[threshold]
                    row[0] += 1
                    row[1] += label == "same"
                    row[2] += label.startswith("entails")
    for threshold, (joined, same, entailed) in counts.items():
        right, wide = same / max(joined, 1), (same + entailed) / max(joined, 1)
        recall = same / max(total, 1)
        f1 = 2 * same / max(joined + total, 1)
        print(
            f"join {threshold:.2f}: {joined} joined, same {right:.2f}, same or entailed {wide:.2f},"
            f" of {total} same ones {recall:.2f}, F1 {f1:.3f}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), [float(value) for value in sys.argv[3:]])
