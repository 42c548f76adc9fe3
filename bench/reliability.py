"""Reliability of the attribute stage's probabilities, as a table and as a picture.

    python bench/reliability.py POLNEAR/dev [--svg bench/attribution_reliability.svg] [--errors]

Every outermost attribution counts, whichever of model and rules found it; right is a triple as
the evaluation counts it. Links that are added for chains are left out, as the corpus marks none.
`--errors` lists what is missed and wrong, by kind, for whoever reads them.
"""

import argparse
from collections import defaultdict
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from headwater.config import Settings
from headwater.evaluate.attribution_score import match_contents, outermost, source_is_right
from headwater.evaluate.brat import GoldArticle, Marked, load_articles, mark
from headwater.evaluate.kinds import quoted_tokens, style_of
from headwater.evaluate.pipeline import ADDED_LINK
from headwater.model.document import Document
from headwater.registry import load

BINS: Final = 10
SIDE: Final = 320  # pixels of the picture's plot
EDGE: Final = 46  # pixels around it, for the scales


class Found(NamedTuple):
    """One attribution of the stage: its marks and its probability."""

    marked: Marked
    probability: float


def find(article: GoldArticle, settings: Settings) -> list[Found]:
    """Return the outermost attributions of an article."""
    raw = article.text.raw
    document = Document(id=article.stem, name=article.stem, digest="", format="text", text=raw)
    marks = load("parse", settings.parts.parse)(document, settings=settings.parse)
    chosen = msgspec.structs.replace(settings.attribute, marks=True)
    records = load("attribute", settings.parts.attribute)(document, marks, settings=chosen)
    found = []
    for one in records:
        if not one.reasons[0].rule.startswith(ADDED_LINK):
            roles = {
                role: [(span.start, span.end) for span in getattr(one, role)]
                for role in ("source", "cue", "content")
            }
            found.append(Found(mark(article.text, roles), one.probability))
    kept = {id(marked) for marked in outermost([one.marked for one in found])}
    return [one for one in found if id(one.marked) in kept]


def judge(
    article: GoldArticle, found: list[Found], errors: dict[str, list[str]]
) -> list[tuple[float, bool]]:
    """Return the probability of each attribution, and whether it is right."""
    gold = article.by() or ()
    matched = {p: g for g, p, _ in match_contents(gold, [one.marked for one in found])}
    quoted = quoted_tokens(article.text)
    judged = []
    for number, one in enumerate(found):
        partner = matched.get(number)
        right = partner is not None and source_is_right(
            gold[partner].source, one.marked.source, article.text
        )
        judged.append((one.probability, right))
        if not right:
            errors["false " + style_of(one.marked, article.text, quoted)].append(
                shown(article, one.marked)
            )
    for number, marked in enumerate(gold):
        if number not in matched.values():
            errors["missed " + style_of(marked, article.text, quoted)].append(
                shown(article, marked)
            )
    return judged


def shown(article: GoldArticle, marked: Marked) -> str:
    """Return the words of an attribution."""
    parts = []
    for tokens in (marked.source, marked.cue, marked.content):
        parts.append(" ".join(article.text.word(token) for token in sorted(tokens)))
    return " | ".join(parts)


def table(judged: list[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Return mean said, share right and number of each tenth that has any."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for probability, right in judged:
        bins[min(BINS - 1, int(probability * BINS))].append((probability, right))
    return [
        (sum(p for p, _ in ones) / len(ones), sum(r for _, r in ones) / len(ones), len(ones))
        for _, ones in sorted(bins.items())
    ]


def draw(rows: list[tuple[float, float, int]]) -> str:
    """Return a picture: what was said across, what was right up, area by number."""
    size, most = SIDE + 2 * EDGE, max(number for _, _, number in rows)

    def at(across: float, up: float) -> tuple[float, float]:
        return EDGE + SIDE * across, EDGE + SIDE * (1 - up)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" '
        'font-family="sans-serif" font-size="11">',
        "<title>Reliability of attribution: probability said against share right</title>",
        f'<rect width="{size}" height="{size}" fill="#fff"/>',
    ]
    for step in range(0, BINS + 1, 2):
        (x, bottom), (left, y) = at(step / BINS, 0), at(0, step / BINS)
        value = step / BINS
        lines.append(
            f'<text x="{x:.0f}" y="{bottom + 16:.0f}" text-anchor="middle">{value}</text>'
            f'<text x="{left - 8:.0f}" y="{y + 4:.0f}" text-anchor="end">{value}</text>'
        )
    (x1, y1), (x2, y2) = at(0, 0), at(1, 1)
    lines.append(
        f'<path d="M{x1} {y1}V{y2}H{x2}V{y1}Z" fill="none" stroke="#888"/>'
        f'<path d="M{x1} {y1}L{x2} {y2}" stroke="#888" stroke-dasharray="4"/>'
    )
    for said, right, number in rows:
        x, y = at(said, right)
        radius = 3 + 9 * (number / most) ** 0.5
        place = f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"'
        lines.append(f'<circle {place} fill="#27599b" fill-opacity="0.7"/>')
    middle = size / 2
    lines.append(f'<text x="{middle}" y="{size - 8}" text-anchor="middle">probability said</text>')
    turned = f'x="14" y="{middle}" transform="rotate(-90 14 {middle})"'
    lines.append(f'<text {turned} text-anchor="middle">share right</text>')
    return "\n".join([*lines, "</svg>", ""])


def main() -> None:
    """Print the table, and write the picture if it is wanted."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--svg", type=Path)
    arguments.add_argument("--errors", action="store_true")
    given = arguments.parse_args()
    settings, judged = Settings(), []
    errors: dict[str, list[str]] = defaultdict(list)
    for _, article in sorted(load_articles(given.folder).items()):
        judged += judge(article, find(article, settings), errors)
    rows = table(judged)
    print("| attributions | mean said | right |\n| --- | --- | --- |")
    for said, right, number in rows:
        print(f"| {number} | {said:.3f} | {right:.3f} |")
    gap = sum(abs(said - right) * number for said, right, number in rows) / len(judged)
    print(f"\nexpected calibration error {gap:.3f} on {len(judged)} attributions")
    if given.svg:
        given.svg.write_text(draw(rows), encoding="utf-8")
    for kind, listed in sorted(errors.items()) if given.errors else ():
        print(f"\n{kind}: {len(listed)}")
        print("\n".join(listed))


if __name__ == "__main__":
    main()
