"""Draw unlabelled pairs of statements from news events, for the teacher to label.

    python -m training.link.pool --data DIR --out FILE

Runs the pipeline up to the measures on every event of `linking/clusters_allsides` but those that
were read by hand (`docs/stages/link.md`) and one that a gold case shares its matter with, and
writes per event the likeliest pairs by measure and some by lot, as JSON lines of `cluster`, `a`, `b`. About ten minutes on one core.
"""

import argparse
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from headwater.config import Settings
from headwater.engine.local import STEPS, draft_of, mark_all, run_step
from headwater.engine.marking import Forgetful, Marker
from headwater.engine.progress import Silent
from headwater.ingest import ingest
from headwater.ingest.raw import RawFile
from headwater.link.block import find_candidates
from headwater.link.judged import read_judgements
from headwater.link.pile import Pile
from headwater.link.prepare import prepare
from headwater.link.settings import LinkSettings
from headwater.model.document import Document
from training.link.pairs import read_rows

FIELDS: Final = ("id", "title", "outlet", "date", "text")
READ_BY_HAND: Final = frozenset(
    "as-0305 as-0533 as-0943 as-1454 as-1951 as-2036 as-2101 as-2151 as-2598 as-2606".split()
)
MATTERS: Final = ("tax return", "taxes")  # of a gold case
LONGEST: Final = 70_000  # characters of an event that is still read
SHORTEST: Final = 14  # characters of a statement
# How many pairs of an event, and how often one statement may be among them: by measure, by lot.
DRAWN: Final = ((80, 4), (40, 99))

Scored = tuple[float, int, int]


def documents_of(event: dict[str, Any]) -> tuple[Document, ...]:
    """Return the articles of an event as they are read."""
    rows = ({key: article[key] for key in FIELDS} for article in event["articles"])
    raw = "".join(json.dumps(row) + "\n" for row in rows).encode()
    return ingest([RawFile(name="articles.jsonl", data=raw)]).documents


def make_pile(event: dict[str, Any], settings: Settings) -> Pile:
    """Return the measured pile of an event's articles."""
    documents = documents_of(event)
    ordered = sorted(documents, key=lambda one: (one.name, one.id))
    marked, _ = mark_all(ordered, Marker(settings, Forgetful()), Silent())
    attributions = [one for each in marked for one in each.attributions]
    mentions = [one for each in marked for one in each.mentions]
    draft = draft_of(
        [each.document for each in marked], settings, parses=tuple(m.parse for m in marked),
        attributions=tuple(attributions), mentions=tuple(mentions),
    )  # fmt: skip
    step = next(step for step in STEPS if step.stage == "resolve")
    sources = run_step(step, draft, (), settings)["sources"]
    held = prepare(documents, attributions, mentions, sources)
    pile = Pile(held, read_judgements((), held, documents), None)
    settled = LinkSettings()
    statements = [held[number].statement for number in pile.first]
    pile.compare(find_candidates(statements, settled), settled)
    return pile


def score_pairs(pile: Pile) -> list[Scored]:
    """Return the chance by measure and both statements, of two documents each."""
    found = []
    for (i, j), verdict in pile.verdicts.items():
        a, b = (pile.held[pile.first[number]].mention for number in (i, j))
        short = min(len(a.text), len(b.text)) < SHORTEST
        if a.document == b.document or short or a.text.lower() == b.text.lower():
            continue
        found.append((verdict.score, i, j))
    return found


def draw(pairs: list[Scored], lot: random.Random) -> Iterator[tuple[int, int]]:
    """Yield pairs worth a label."""
    orders: tuple[Callable[[Scored], float], ...] = (
        lambda one: one[0],
        lambda _: lot.random(),
    )
    seen: dict[tuple[int, int] | int, int] = {}
    for order, (left, most) in zip(orders, DRAWN, strict=True):
        for _, i, j in sorted((-order(one), one[1], one[2]) for one in pairs):
            if left == 0:
                break
            if (i, j) in seen or seen.get(i, 0) >= most or seen.get(j, 0) >= most:
                continue
            seen[i, j] = 1
            seen[i], seen[j] = seen.get(i, 0) + 1, seen.get(j, 0) + 1
            left -= 1
            yield i, j


def main() -> None:
    """Read the arguments and draw."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    with arguments.out.open("w", encoding="utf-8") as out:
        for part in ("train", "dev"):
            for event in read_rows(arguments.data / f"linking/clusters_allsides/{part}.jsonl"):
                told = f"{event['event']} {event['neutral_summary']}".lower()
                length = sum(len(article["text"]) for article in event["articles"])
                other = event["id"] not in READ_BY_HAND and not any(m in told for m in MATTERS)
                if not other or length >= LONGEST:
                    continue
                pile = make_pile(event, Settings())
                for i, j in draw(score_pairs(pile), random.Random(event["id"])):  # noqa: S311
                    a, b = (pile._words(pile.first[number]) for number in (i, j))  # noqa: SLF001
                    out.write(json.dumps({"cluster": event["id"], "a": a, "b": b}) + "\n")


if __name__ == "__main__":
    main()
