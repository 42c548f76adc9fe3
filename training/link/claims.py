"""Train what tells whether two statements belong to one claim, and add it to `pair.npz`.

    python -m training.link.claims --data DIR --folds FOLDS --out src/headwater/weights/link_v1

Annotators of cases put more on one line of a dossier than what is the same word for word: a date,
a title or a manner more does not make another claim; a figure, a party or a step does. This
learns it from our own pairs (`own.py`, `claim`), as each fold's reader sees them, and from pairs
of statements that the pipeline finds in annotated events (`bench/unseen`), candidates as they
meet in a pile. Prints average precision on each event by a model that has not seen it. DIR is the
folder of `train.py`; `HEADWATER_CORPORA` names the one above it. Takes three minutes.
"""

import argparse
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import StandardScaler

from bench.unseen import read_cases
from headwater.config import Settings
from headwater.engine.local import Input, analyse
from headwater.evaluate.gold import GoldCase
from headwater.evaluate.matching import match_mentions, read_mentions
from headwater.evaluate.pipeline import read_documents
from headwater.link.block import find_candidates
from headwater.link.compare import claim_measures, measure_pair, read_pair
from headwater.link.compare_pairs import statement_of
from headwater.link.judged import Judged
from headwater.link.pile import Pile
from headwater.link.prepare import prepare
from headwater.report.interchange import to_interchange
from headwater.weights.reader_model import load_reader
from training.link.own import read_own
from training.link.train import pile_of, read_folds

# Events that it is fitted on; the others of `bench/unseen` are kept for judging.
FITTED: Final = ("0", "1", "2", "3", "4", "5", "as-0305", "as-2137", "as-2151", "as-2560")
OURS: Final = 0.3  # what one of our own pairs counts beside one of a pile; 0 to 1 were tried
STRENGTH: Final = 0.02  # inverse penalty; 0.005 to 0.1 make no difference


class Row(NamedTuple):
    """A pair: what is measured of it, 1 for each gate, the reader's log-odds, and the truth."""

    measured: Mapping[str, float]
    read: Mapping[str, float]
    claim: bool


def own_rows(data: Path, folds: Path) -> list[Row]:
    """Return our own pairs of which one claim or two is known, in both orders."""
    pairs = read_own(data)
    piles, found = pile_of(data, pairs), []
    read = read_folds(folds, pairs)
    for number, pair in enumerate(pairs):
        if pair["claim"] is None:
            continue
        a, b = (
            statement_of(pair[s], sentence=pair[f"sentence_{s}"], day=pair[f"date_{s}"])
            for s in "ab"
        )
        for turn, sides in enumerate(((a, b), (b, a))):
            measured = measure_pair(*sides, piles[pair["cluster"]])
            logits = read[2 * number + turn]
            found.append(Row(claim_measures(measured), logits, bool(pair["claim"])))
    return found


def event_rows(folder: Path, case: GoldCase) -> Iterator[Row]:
    """Yield the candidates between annotated statements of two documents, in both orders."""
    documents = read_documents(folder, Settings(), sidecar=True)
    dossier = analyse(Input(documents=documents), Settings())
    matched = match_mentions(case, read_mentions(case, to_interchange(dossier)))
    gold = {mention.id: key for key, mention in matched.items()}
    claims = {key: claim["id"] for claim in case.gold["claims"] for key in claim["mentions"]}
    places = {mention["id"]: mention["doc"] for mention in case.gold["mentions"]}
    held = prepare(dossier.documents, dossier.attributions, dossier.mentions, dossier.sources)
    reader = load_reader()
    pile = Pile(held, Judged({}, {}, {}, {}), reader.read if reader else None)
    known = {
        pile.node[n]: key for n, one in enumerate(held) if (key := gold.get(one.mention.id)) in claims
    }
    statements = [held[n].statement for n in pile.first]
    for a, b in sorted(find_candidates(statements, Settings().link)):
        one, two = known.get(a), known.get(b)
        if one is None or two is None or places[one] == places[two] or (a, b) in pile.sisters:
            continue
        for ends in ((a, b), (b, a)):
            words = (held[pile.first[node]].words for node in ends)
            read = read_pair(reader.read, *words) if reader else {}
            measured = measure_pair(*(statements[node] for node in ends), pile.rarity)
            yield Row(claim_measures(measured), read, claims[one] == claims[two])


class Fitted(NamedTuple):
    """A logistic model over standardised values."""

    names: Sequence[str]
    scaler: StandardScaler
    model: LogisticRegression

    def scores(self, rows: Sequence[Row]) -> NDArray[np.float64]:
        """Return log-odds of one claim (rows)."""
        return self.model.decision_function(self.scaler.transform(table(rows, self.names)))

    def arrays(self, kind: str) -> dict[str, Any]:
        """Return what `pair.npz` holds of it, under names that begin with a kind."""
        return {
            f"{kind}names": np.array(self.names), f"{kind}mean": self.scaler.mean_,
            f"{kind}scale": self.scaler.scale_, f"{kind}weights": self.model.coef_[0],
            f"{kind}bias": self.model.intercept_[0],
        }  # fmt: skip


def table(rows: Sequence[Row], names: Sequence[str]) -> NDArray[np.float64]:
    """Return the named values (rows, names); a gate that does not stand is 0."""
    every = [{**row.measured, **row.read} for row in rows]
    return np.array([[row.get(name, 0.0) for name in names] for row in every])


def fit(own: Sequence[Row], piled: Sequence[Row], *, read: bool) -> Fitted:
    """Return the model of both kinds of pairs, with the reader's word or without."""
    rows = [*own, *piled]
    names = {name for row in rows for name in row.measured}
    names |= set(rows[0].read) if read else set()
    listed = sorted(names)
    values, truth = table(rows, listed), [row.claim for row in rows]
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=STRENGTH, max_iter=4000)
    shares = np.repeat([OURS, 1.0], [len(own), len(piled)])
    return Fitted(listed, scaler, model.fit(scaler.transform(values), truth, sample_weight=shares))


def main() -> None:
    """Measure, judge event by event, fit all and add to `pair.npz`."""
    parser = argparse.ArgumentParser()
    for name in ("data", "folds", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    own = own_rows(arguments.data, arguments.folds)
    with tempfile.TemporaryDirectory() as home:
        events = {
            name: list(event_rows(folder, case))
            for name, folder, case in read_cases(list(FITTED), Path(home))
        }
    for name, rows in events.items():
        others = [row for other, listed in events.items() if other != name for row in listed]
        scores = fit(own, others, read=True).scores(rows)
        precision = average_precision_score([row.claim for row in rows], scores)
        print(f"{name}: {len(rows) // 2} pairs, average precision {precision:.3f}")  # noqa: T201
    every = [row for listed in events.values() for row in listed]
    path = arguments.out / "pair.npz"
    with np.load(path, allow_pickle=False) as arrays:
        kept = {name: arrays[name] for name in arrays.files if "claim_" not in name}
    for kind, read in (("claim_", False), ("read_claim_", True)):
        kept |= fit(own, every, read=read).arrays(kind)
    np.savez_compressed(path, **kept)


if __name__ == "__main__":
    main()
