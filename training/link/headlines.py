"""A head for the stance of a headline to a rumour (Emergent) that counts words that tell.

    python -m training.link.headlines --data DIR --checkpoint FILE --cache DIR

As `heads`, with counts of words that refute, hedge and confirm, forms of questions, and the same
of the other headlines on the claim. Settings by cross-validation over claims of the train part.
Nothing of it ships.
"""

import argparse
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from training.link.heads import FOLDS, Rows, cached

TOKEN: Final = r"(?u)\b\w+\b|\?|!"
STRENGTHS: Final = (0.001, 0.003, 0.01)  # inverse penalties that are tried
WORDS: Final = 10.0  # weight of single words beside measures of unit variance
KINDS: Final = {
    "refutes": r"hoax\w*|fake\w*|false\w*|den(?:y|ies|ied|ial)|debunk\w*|bogus|untrue|wrong"
    r"|satir\w*|nope|myth|refut\w*|dismiss\w*|reject\w*|disput\w*|retract\w*|apolog\w*|fabricat\w*|fiction"
    r"|lie[sd]?|doubt\w*|s[ck]eptic\w*|unlikely|actually|alive|duped|scam|prank\w*|stunt|spoof"
    r"|didn.t|doesn.t|isn.t|wasn.t|won.t|never|not?",
    "hedges": r"report\w*|alleg\w*|claim\w*|rumou?r\w*|could|may|might|possibl\w*|said|says?"
    r"|sources?|unconfirmed|purport\w*|appears?|apparently|suspect\w*|believed|thought|feared"
    r"|investigat\w*|seems?|supposedly|according|tipped|considering|speculat\w*|hint\w*",
    "confirms": r"confirm\w*|official\w*|admit\w*|announc\w*|video|photos?|watch|reveal\w*|shows?"
    r"|proof|authentic\w*|verif\w*|caught|footage|pictures?|images?",
}
PATTERNS: Final = {k: re.compile(rf"\b(?:{v})\b", re.IGNORECASE) for k, v in KINDS.items()}
WORD: Final = re.compile(r"\w{3,}")
STEM: Final = 5  # letters that two forms of one word share
OPENS: Final = re.compile(r"(?:no|is|did|was|are|has|does|why|how|what|who)\b", re.IGNORECASE)


def count(row: dict[str, Any], others: list[str]) -> dict[str, float]:
    """Return what the words of a headline, its claim and the headlines beside it tell."""
    claim, headline = row["a"], row["b"]
    found = {"asks": float("?" in headline), "opens": float(bool(OPENS.match(headline)))}
    found |= {"ends": float(headline.endswith("?")), "updated": float("pdate" in headline)}
    known = set(claim.lower().split())
    one, two = ({w[:STEM] for w in WORD.findall(text.lower())} for text in (claim, headline))
    found |= {"covers": len(one & two) / max(1, len(one)), "length": len(two) / 10.0}
    for kind, pattern in PATTERNS.items():
        words = [word.lower() for word in pattern.findall(headline)]
        told, asked = len(words), len(pattern.findall(claim))
        found |= {kind: told, f"{kind}, claim": asked, f"{kind}, new": (told > 0) - (asked > 0)}
        found |= {f"word {word}": 1.0 for word in words if word not in known}
        if others:
            found[f"{kind}, others"] = sum(bool(pattern.search(o)) for o in others) / len(others)
    return found


def counts(rows: Rows) -> list[dict[str, float]]:
    """Return the counts of each row."""
    beside: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        beside[row["a"]].append(row["b"])
    return [count(row, [b for b in beside[row["a"]] if b != row["b"]]) for row in rows]


class Head:
    """A logistic regression over measures, reader, counts and single words."""

    def __init__(self, strength: float) -> None:
        """Choose the penalty."""
        self.model = LogisticRegression(C=strength, max_iter=400, class_weight="balanced")
        self.dense, self.counts = StandardScaler(), StandardScaler(with_mean=False)
        self.names = DictVectorizer()
        self.words = TfidfVectorizer(
            ngram_range=(1, 2), min_df=3, sublinear_tf=True, token_pattern=TOKEN
        )

    def fit(self, rows: Rows, dense: NDArray[Any], found: list[dict[str, float]]) -> "Head":
        """Fit on rows."""
        self.dense.fit(dense)
        self.counts.fit(self.names.fit_transform(found))
        self.words.fit([row["b"] for row in rows])
        self.model.fit(self._put(rows, dense, found), [row["label"] for row in rows])
        return self

    def _put(self, rows: Rows, dense: NDArray[Any], found: list[dict[str, float]]) -> Any:  # noqa: ANN401 - a sparse matrix
        told = self.counts.transform(self.names.transform(found))
        words = self.words.transform([row["b"] for row in rows]) * WORDS
        return sparse.hstack([sparse.csr_matrix(self.dense.transform(dense)), told, words]).tocsr()

    def label(self, rows: Rows, dense: NDArray[Any], found: list[dict[str, float]]) -> list[str]:
        """Return the label of each row."""
        return list(self.model.predict(self._put(rows, dense, found)))


def main() -> None:
    """Choose the penalty on train, print what dev gives."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--data", "--checkpoint", "--cache"):
        parser.add_argument(name, type=Path, required=True)
    chosen = parser.parse_args()
    parts = [
        cached(chosen.cache, chosen.data, chosen.checkpoint, "emergent", p)
        for p in ("train", "dev")
    ]
    (rows, dense, _), (dev, dev_dense, _) = parts
    found, gold = counts(rows), [row["label"] for row in rows]
    reached: dict[float, float] = {}
    for strength in STRENGTHS:
        held = np.empty(len(rows), dtype=object)
        for inside, outside in GroupKFold(FOLDS).split(gold, groups=[row["a"] for row in rows]):
            part = [rows[n] for n in inside], dense[inside], [found[n] for n in inside]
            rest = [rows[n] for n in outside], dense[outside], [found[n] for n in outside]
            held[outside] = Head(strength).fit(*part).label(*rest)
        reached[strength] = f1_score(gold, list(held), average="macro")
    best = max(STRENGTHS, key=lambda s: reached[s])
    answers = Head(best).fit(rows, dense, found).label(dev, dev_dense, counts(dev))
    truth = [row["label"] for row in dev]
    print(  # noqa: T201
        f"emergent dev: macro-F1 {f1_score(truth, answers, average='macro'):.3f}, accuracy"
        f" {accuracy_score(truth, answers):.3f}"
        f" (train, cross-validated {reached[best]:.3f}; C {best})"
    )


if __name__ == "__main__":
    main()
