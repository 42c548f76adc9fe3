"""The pairs that we labelled ourselves: where they stand in their articles, and the label.

`own_pairs.tsv` holds documents, characters from and to, and labels by the guidelines of the
hand-labelled pairs; of text only the names that a reader put in for pronouns (`filled`: characters
of the statement, and what stands in their place). `claim` tells whether both belong to one claim
of a dossier: the same but for details that nobody would check by themselves; where it is empty,
the label tells. Statements are those that the pipeline found in clusters of articles on one event;
no cluster is one that the other hand-labelled pairs are from.
"""

import csv
from pathlib import Path
from typing import Any, Final

from training.link.pairs import read_rows

TABLE: Final = Path(__file__).with_name("own_pairs.tsv")


def fill(words: str, filled: str) -> str:
    """Return a statement with names put in: "0-2=Ann Lee" puts one in for its first two characters."""
    for edit in reversed(filled.split("|") if filled else ()):
        place, _, name = edit.partition("=")
        start, end = place.split("-")
        words = words[: int(start)] + name + words[int(end) :]
    return words


def is_claim(label: str, told: str) -> int | None:
    """Return 1 or 0 for one claim or two; None where neither label nor reader tells."""
    if told:
        return int(told)
    return None if label.startswith("entails") else int(label == "same")


def read_articles(data: Path) -> dict[str, dict[str, Any]]:
    """Return the articles that the table has places in, by their numbers.

    Those that come as sentences have each as a paragraph.
    """
    found = {
        article["id"]: article
        for name in ("clusters_allsides", "basil")
        for part in ("train", "dev")
        for event in read_rows(data / f"linking/{name}/{part}.jsonl")
        for article in event["articles"]
    }
    for article in found.values():
        if "text" not in article:
            article["text"] = "\n\n".join(article["sentences"])
    return found


def read_own(data: Path) -> list[dict[str, Any]]:
    """Return rows in the form of the hand-labelled pairs, with the texts put in."""
    articles = read_articles(data)
    found = []
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            row: dict[str, Any] = {"cluster": line["cluster"], "label": line["label"]}
            row["claim"] = is_claim(line["label"], line["claim"])
            for side in "ab":
                article = articles[line[f"doc_{side}"]]
                text = article["text"]
                row[f"doc_{side}"], row[f"date_{side}"] = article["id"], article["date"]
                place = int(line[f"start_{side}"]), int(line[f"end_{side}"])
                row[f"place_{side}"], words = place, text[slice(*place)]
                row[side] = fill(words, line[f"filled_{side}"])
                ends = (int(line[f"sentence_{end}_{side}"]) for end in ("start", "end"))
                row[f"sentence_{side}"] = text[slice(*ends)]
            found.append(row)
    return found
