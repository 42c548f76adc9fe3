"""Citations of other outlets held against hand marks: python bench/cited_outlets.py POLNEAR MARKS.

POLNEAR holds `text/<article>.txt`; MARKS is a file of JSON lines with `article`, `publisher`,
`type`, `start`, `end` and `self`. An outlet is cited where an attribution that is an outlet's, or
that of a report, poll or data, names it in its source. Marks of wire copies and credit lines are
not about the text; marks of an outlet citing itself count neither way.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

from headwater.attribute.chain.routes import own_outlet
from headwater.attribute.find.outlets import find_outlets
from headwater.attribute.find.words import Words
from headwater.attribute.tagged import attribute_tagged
from headwater.model.document import Document, Stated
from headwater.parse import parse

PUBLISHERS: Final = {
    "breitbart": "Breitbart",
    "huff-post": "HuffPost",
    "nyt": "The New York Times",
    "politico": "Politico",
    "usa-today": "USA TODAY",
    "wash-post": "The Washington Post",
    "west-journal": "Western Journalism",
}
NOT_IN_TEXT: Final = frozenset({"wire_copy", "credit_line"})
PRONOUN: Final = 4  # characters; "it" and "they" are no citations
CITED: Final = frozenset({"media_outlet", "report", "dataset"})

GENERIC: Final = frozenset({"reports", "media", "press"})  # outlets cited without a name

Place = tuple[int, int]


def cited_places(document: Document) -> set[Place]:
    """Return where the attributions of a document cite other outlets."""
    marks = parse(document)
    words = Words(document, marks)
    own = document.outlet.value if document.outlet else None
    outlets = [place for place in find_outlets(words) if not own_outlet(own, place.name)]
    found: set[Place] = set()
    for one in attribute_tagged(document, marks):
        if (
            one.kind not in CITED | {"unattributed"}
            or one.reasons[0].rule == "nesting.inherited.v1"
        ):
            continue
        pronoun = one.source and one.source[0].cut(document.text).lower() in {"which", "who"}
        for span in (one.antecedent,) if pronoun and one.antecedent else one.source:
            inside = {
                (words.starts[place.first], words.ends[place.last - 1])
                for place in outlets
                if span.start <= words.starts[place.first] < span.end
                and (one.kind != "media_outlet" or place.name == one.name)
            }
            alone = one.kind == "media_outlet" and span.end - span.start > PRONOUN
            alone = alone and one.name[0].isupper()
            alone = alone or not GENERIC.isdisjoint(span.cut(document.text).lower().split())
            found |= inside or ({(span.start, span.end)} if alone else set())
    return found


def overlap(left: Place, right: Place) -> bool:
    """Tell whether two places share a character."""
    return left[0] < right[1] and right[0] < left[1]


def main(polnear: Path, marks: Path) -> None:
    """Print precision, recall and F1 of cited outlets."""
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in marks.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["type"] not in NOT_IN_TEXT:
            gold[row["article"]].append(row)
    right = wrong = missed = 0
    for path in sorted((polnear / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        outlet = PUBLISHERS.get(path.stem.split("_")[0])
        stated = Stated(value=outlet, given_by="field") if outlet else None
        document = Document(
            id=path.stem, name=path.stem, digest="", format="text", text=text, outlet=stated
        )
        left = cited_places(document)
        wanted = {(r["start"], r["end"]): r.get("self", False) for r in gold[path.stem]}
        for place, itself in sorted(wanted.items()):
            hit = next((one for one in sorted(left) if overlap(one, place)), None)
            if hit is not None:
                left.discard(hit)
            if not itself:
                right += hit is not None
                missed += hit is None
        wrong += len({one for one in left if not any(overlap(one, place) for place in wanted)})
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"cited outlets: precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
