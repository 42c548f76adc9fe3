"""Score cases that the rules and thresholds were not made on.

    HEADWATER_CORPORA=FOLDER PYTHONPATH=src python bench/unseen.py [CASE ...]

FOLDER holds `data/linking/newswcl50/docs_dev.jsonl` (six events of 2018, five outlets each) and
`data/linking/clusters_allsides` (eight events of 2016 to 2020, four or five outlets each).
`bench/unseen/*.json` has what one reader of each event found in it by the rules of the gold cases:
where each statement stands, whose word it is, which statements are one claim, how many independent
origins it has; no text. Mends the spacing of the first, which are tokenised, runs them from raw
text and prints the figures of `headwater eval case`, cut to the annotated statements.
`bench/unseen/README.md` tells which events rules were made on since.
"""

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from headwater.config import Settings
from headwater.engine.local import Input, analyse
from headwater.evaluate.case_score import score
from headwater.evaluate.gold import GoldCase, load_case
from headwater.evaluate.matching import restrict
from headwater.evaluate.pipeline import read_documents
from headwater.report.interchange import to_interchange

HERE: Final = Path(__file__).resolve().parent
CORPORA: Final = Path(os.environ.get("HEADWATER_CORPORA", HERE.parent.parent / "shared"))
FIGURES: Final = (
    ("mentions", "mentions", "mentions found", "f1"),
    ("found and chain", "attribution", "mention found and chain right", "f1"),
    ("immediate", "attribution", "immediate source", "acc"),
    ("chain", "attribution", "full chain", "acc"),
    ("origins", "claims", "origins of aligned claims", "f1"),
    ("links", "claim clustering", "pairs across documents, all gold", "f1"),
    ("exact", "claims", "independent origins, 2+ documents", "acc"),
    ("within 1", "claims", "independent origins, 2+ documents", "within 1"),
)
# Spaces that the tokeniser of the source put in: a pattern, what stands for it.
SPACED: Final = (
    (re.compile(r"(?<=\w) - (?=\w)"), "-"),
    (re.compile(r"(?<=[A-Za-z]\.) - ?(?=\w)"), "-"),
    (re.compile(r" ([,.;:?!%)])"), r"\1"),
    (re.compile(r"([($]) "), r"\1"),
    (re.compile(r" ('s|n't|'re|'ve|'ll|'d|'m|’s|n’t)\b"), r"\1"),
    (re.compile(r"\s?``\s?|\s?''\s?"), ' " '),
)


def mend(text: str) -> str:
    """Return an article as it is read: spaces and quotation marks mended, paragraphs apart."""
    paragraphs = []
    for line in text.replace("\\n", "\n").split("\n"):
        plain = " ".join(line.split())
        for pattern, instead in SPACED:
            plain = pattern.sub(instead, plain)
        if plain:
            paragraphs.append(_quoted(plain))
    return "\n\n".join(paragraphs) + "\n"


def _quoted(text: str) -> str:
    """Return a paragraph with its marks opened and closed in turn, close to what they hold."""
    parts = text.split('"')
    found = parts[0]
    for number, part in enumerate(parts[1:]):
        opens = number % 2 == 0
        found = found + "“" + part.removeprefix(" ") if opens else found.rstrip(" ") + "”" + part
    return found


def read_articles() -> dict[str, str]:
    """Return the articles that the events are made of, by their numbers."""
    linking = CORPORA / "data/linking"
    path = linking / "newswcl50/docs_dev.jsonl"
    found = {row["id"]: mend(row["text"]) for row in map(json.loads, path.open(encoding="utf-8"))}
    for part in ("train", "dev"):
        path = linking / f"clusters_allsides/{part}.jsonl"
        for event in map(json.loads, path.open(encoding="utf-8")):
            found |= {article["id"]: article["text"] for article in event["articles"]}
    return found


def build(annotation: Mapping[str, Any], articles: Mapping[str, str], folder: Path) -> None:
    """Write an event as a gold case folder."""
    docs, texts = [], {}
    (folder / "docs").mkdir(parents=True)
    for doc in annotation["docs"]:
        number = doc.get("article", f"{annotation['event']}_{doc['id']}")
        text = texts[doc["id"]] = articles[number]
        (folder / "docs" / f"{doc['id']}.txt").write_text(text, encoding="utf-8", newline="")
        title = text[slice(*doc["title"])] if "title" in doc else None
        docs.append(
            {"id": doc["id"], "file": f"docs/{doc['id']}.txt", "prefix": doc["prefix"],
             "original": doc["id"],
             "outlet": doc.get("outlet", f"Outlet {doc['id']}"), "outlet_in_text": False,
             "title": title, "byline": None, "dateline": None, "published": doc["published"]}
        )  # fmt: skip
    gold = dict(annotation) | {"mentions": [_worded(m, texts) for m in annotation["mentions"]]}
    gold["claims"] = [{"text": claim["id"], **claim} for claim in annotation["claims"]]
    (folder / "docs.json").write_text(json.dumps({"docs": docs}), encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")


def _worded(mention: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """Return a mention with its words put in from its document."""
    text = texts[mention["doc"]]
    found = {"text": " … ".join(text[a:b] for a, b in mention["spans"]), "type": "fact", **mention}
    if "narrow" in mention:
        found["narrow_text"] = " … ".join(text[a:b] for a, b in mention["narrow"])
    return found


def read_cases(names: list[str], home: Path) -> Iterator[tuple[str, Path, GoldCase]]:
    """Yield each event with its folder, built anew."""
    articles = read_articles()
    for file in sorted((HERE / "unseen").glob("*.json")):
        if not names or file.stem in names:
            build(json.loads(file.read_text(encoding="utf-8")), articles, home / file.stem)
            yield file.stem, home / file.stem, load_case(home / file.stem)


def main() -> None:
    """Print the figures of each event and their means."""
    rows = []
    with tempfile.TemporaryDirectory() as home:
        for name, folder, case in read_cases(sys.argv[1:], Path(home)):
            documents = read_documents(folder, Settings(), sidecar=True)
            dossier = analyse(Input(documents=documents), Settings())
            scores = score(case, restrict(case, to_interchange(dossier))[0])
            shared = sum(len(claim["docs"]) > 1 for claim in case.gold["claims"])
            rows.append([float(scores[a][b][c] or 0) for _, a, b, c in FIGURES])
            show(f"{name} ({len(case.mentions)} statements, {shared} shared claims)", rows[-1])
    if len(rows) > 1:
        show("mean", [sum(column) / len(rows) for column in zip(*rows, strict=True)])


def show(name: str, row: list[float]) -> None:
    """Print one line."""
    cells = (f"{label} {value:.3f}" for (label, *_), value in zip(FIGURES, row, strict=True))
    print(f"{name:44}", "  ".join(cells), flush=True)


if __name__ == "__main__":
    main()
