"""headwater compare: two statements held against each other."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TextIO

import click
import msgspec

from headwater.cli.options import json_option
from headwater.cli.speak import result
from headwater.cli.verb import Verb

if TYPE_CHECKING:
    from headwater.model.claim import Comparison

FIELDS: Final = ("sentence_a", "sentence_b", "date_a", "date_b")
_MEANINGS: Final = {
    "same": "both state the same",
    "entails_ab": "whoever accepts a must accept b",
    "entails_ba": "whoever accepts b must accept a",
    "contradicts": "both cannot hold",
    "denies": "one is the accused party's rejection of the other",
    "updates": "one is a later state of the other",
    "related": "the same matter, but neither follows from the other",
    "unrelated": "another matter",
}


@click.command(
    cls=Verb,
    examples=(
        'headwater compare --a "The port lost 40 cranes" --b "Forty cranes were lost at the port"',
        "headwater compare pairs.jsonl > verdicts.jsonl",
    ),
)
@click.argument("file", type=click.File(encoding="utf-8"), default="-")
@click.option("--a", "left", help="The first statement.")
@click.option("--b", "right", help="The second statement.")
@click.option("--part", default="gated.v1", show_default=True, help="Which part compares.")
@json_option
def compare(file: TextIO, left: str | None, right: str | None, part: str, *, as_json: bool) -> None:
    """Say whether two statements state the same, and why.

    Give two statements with --a and --b, or JSON lines with the fields a and b (and, if known,
    sentence_a, sentence_b, date_a, date_b) as FILE or on stdin. JSON lines come out the same way.
    """
    if left is None and right is None:
        for row in rows(file):
            result(line(row, verdict(row, part)))
        return
    texts = both(left, right)
    found = verdict({"a": texts[0], "b": texts[1]}, part)
    result(line({}, found) if as_json else in_words(found, texts))


def both(left: str | None, right: str | None) -> tuple[str, str]:
    """Return both statements.

    Raises:
        click.UsageError: If one is missing.
    """
    if left is None or right is None:
        raise click.UsageError("give both --a and --b, or neither")
    return left, right


def rows(file: TextIO) -> Iterator[Mapping[str, Any]]:
    """Yield the pairs of a file of JSON lines.

    Raises:
        click.UsageError: With the number of a line that is no pair.
    """
    for number, text in enumerate(file, 1):
        if not text.strip():
            continue
        try:
            row = msgspec.json.decode(text, type=dict[str, Any])
        except msgspec.MsgspecError as error:
            raise click.UsageError(f"line {number} is no JSON object: {error}") from error
        if not all(isinstance(row.get(side), str) for side in ("a", "b")):
            raise click.UsageError(f"line {number} lacks the statements a and b")
        yield row


def verdict(row: Mapping[str, Any], part: str) -> "Comparison":
    """Return the comparison of a pair."""
    from headwater.registry import load

    known = {name: row[name] for name in FIELDS if isinstance(row.get(name), str)}
    found: Comparison = load("compare", part)(row["a"], row["b"], **known)
    return found


def line(row: Mapping[str, Any], found: "Comparison") -> str:
    """Return a verdict as one JSON line, with the pair's id if it has one."""
    named = {"id": row["id"]} if "id" in row else {}
    reasons = [reason.text for reason in found.reasons]
    answer = {**named, "label": found.label, "score": found.score, "reasons": reasons}
    return msgspec.json.encode(answer).decode()


def in_words(found: "Comparison", texts: tuple[str, str]) -> str:
    """Return a verdict for people, with the words that decided."""
    lines = [f"{found.label}: {_MEANINGS[found.label]} (same with p {found.score:.2f})"]
    of_side = {found.left: texts[0], found.right: texts[1]}
    for reason in found.reasons:
        words = [f"“{place.span.cut(of_side[place.document])}”" for place in reason.places]
        lines.append(f"  because {reason.text}" + (f": {', '.join(words)}" if words else ""))
    return "\n".join(lines)
