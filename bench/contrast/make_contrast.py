"""Make the contrast set: statements, true paraphrases, and changes of one thing.

    python bench/contrast/make_contrast.py > bench/contrast/contrast.jsonl

Every base is invented. Training never sees these bases (it has its own, in `training/link`).
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

BASES = Path(__file__).parent / "bases.txt"


class Base(NamedTuple):
    """One invented statement in parts."""

    agent: str
    alias: str
    other: str
    past: str
    plain: str
    participle: str
    gerund: str
    opposite: str
    synonym: str
    thing: str
    again: str
    figure: str
    figure_other: str
    year: str


def read_bases() -> Iterator[Base]:
    """Yield the bases in file order."""
    for line in BASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            agent, alias, other, verb, *rest = (part.strip() for part in line.split("|"))
            yield Base(agent, alias, other, *verb.split("/"), *rest)


def capital(text: str) -> str:
    """Return the text with a capital first."""
    return text[0].upper() + text[1:]


def whole(base: Base, verb: str | None = None, **change: str) -> str:
    """Return the statement, with another verb phrase or parts if given."""
    base = base._replace(**change)
    return capital(
        f"{base.agent} {verb or base.past} {base.thing.format(n=base.figure)} in {base.year}."
    )


def paraphrases(base: Base) -> Iterator[tuple[str, str]]:
    """Yield true paraphrases, with how they were made."""
    thing, again = base.thing.format(n=base.figure), base.again.format(n=base.figure)
    yield "date first", f"In {base.year}, {base.agent} {base.past} {again}."
    yield "other verb", whole(base, base.synonym)
    yield "other name", whole(base, agent=base.alias)
    if " " not in base.past:
        yield (
            "passive",
            capital(
                f"{thing} {'were' if many(base) else 'was'} {base.participle} by {base.agent}"
                f" in {base.year}."
            ),
        )
    yield "hedge", capital(f"{base.agent} reportedly {base.past} {thing} in {base.year}.")


def many(base: Base) -> bool:
    """Tell whether the object is plural."""
    head = re.split(r" (?:of|for|in|by|from|near) ", base.thing)[0]
    return head.endswith("s") or "{n}" in head


def changes(base: Base) -> Iterator[tuple[str, str]]:
    """Yield statements in which one thing is changed, with what."""
    year = str(int(base.year) - 1)
    yield "negation", whole(base, f"did not {base.plain}")
    yield "negation", whole(base, f"never {base.past}", thing=base.again)
    yield "denial", whole(base, f"denied {base.gerund}")
    yield "number", whole(base, figure=base.figure_other)
    yield "number", whole(base, figure=base.figure_other, thing=base.again, agent=base.alias)
    yield "date", whole(base, year=year)
    yield "date", f"In {year}, {base.agent} {base.past} {base.again.format(n=base.figure)}."
    yield "actor", whole(base, agent=base.other)
    yield "direction", whole(base, base.opposite)
    yield "modality", whole(base, f"is considering {base.gerund}")
    yield "modality", whole(base, f"promised to {base.plain}")
    yield "negation", whole(base, f"refused to {base.plain}", thing=base.again)
    if base.thing.startswith("{n}"):
        yield "scope", whole(base, thing=f"some of the {base.thing}")
    yield (
        "scope",
        capital(
            f"only {base.agent} {base.past} {base.thing.format(n=base.figure)} in {base.year}."
        ),
    )


def main() -> None:
    """Write all pairs as JSON lines."""
    for number, base in enumerate(read_bases()):
        first = whole(base)
        for label, pairs in (("same", paraphrases(base)), ("changed", changes(base))):
            for place, (kind, second) in enumerate(pairs):
                row = {
                    "id": f"c{number:03}-{label[0]}{place}",
                    "base": number,
                    "a": first,
                    "b": second,
                    "label": label,
                    "kind": kind,
                }
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
