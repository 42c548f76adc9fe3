"""Which origins may be one: asked once for each two sources, whatever the number of claims."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

import msgspec

from headwater.judgements.anchors import SourceAnchors
from headwater.model.base import content_id
from headwater.model.dossier import Dossier
from headwater.model.trace import Corroboration, Tie, TieKind
from headwater.review.question import Answer, Question
from headwater.trace.bounds import count_bounds, merge_same
from headwater.trace.settings import TraceSettings

# Of many groups one tie seldom moves the bounds, and each try costs a colouring; as for pivots.
MAX_GROUPS: Final = 14
EXACT: Final = TraceSettings().exact_nodes


def ask_origins(dossier: Dossier, limit: int) -> tuple[Question, ...]:
    """Return the questions about origins that may be one: those with most claims to change.

    Pairs are tried from the one with most open ties down, until no later one can matter more.
    """
    home = {origin.id: origin.source for origin in dossier.origins}
    open_ties: dict[tuple[str, str], list[tuple[Corroboration, Tie]]] = defaultdict(list)
    for found in dossier.corroborations:
        for tie in found.ties:
            one, two = sorted((home[tie.left], home[tie.right]))
            if tie.kind == "maybe" and one != two:
                open_ties[one, two].append((found, tie))
    names = {source.id: source.name for source in dossier.sources}
    anchors = SourceAnchors(dossier)
    asked: list[Question] = []
    for pair, listed in sorted(open_ties.items(), key=lambda item: (-len(item[1]), item[0])):
        if sum(one.changes >= len(listed) for one in asked[:limit]) >= limit:
            break
        asked.append(_ask(names, anchors, pair, listed))
        asked.sort(key=lambda one: (-one.changes, one.id))
    return tuple(asked)


def _ask(
    names: Mapping[str, str],
    anchors: SourceAnchors,
    pair: tuple[str, str],
    listed: list[tuple[Corroboration, Tie]],
) -> Question:
    """Return the question about two sources."""
    left, right = pair
    about = (anchors.at(left), anchors.at(right))
    moved = sorted(found.claim for found, tie in listed if moves(found, tie))
    why = listed[0][1].reasons[0]
    return Question(
        id=content_id("q", "origin", *pair), topic="origin",
        text=f"Are {names[left]} and {names[right]} one origin?", why=why.text,
        changes=len(moved), claims=tuple(moved), uncertainty=1.0,
        places=tuple(sorted({p for _, tie in listed for r in tie.reasons for p in r.places})),
        records=pair,
        answers=(
            Answer(key="y", label="one origin", kind="same_origin", about=about),
            Answer(key="n", label="different origins", kind="different_origin", about=about),
        ),
    )  # fmt: skip


def moves(found: Corroboration, tie: Tie) -> bool:
    """Tell whether either answer to a tie changes how many origins a claim has."""
    if len(found.groups) > MAX_GROUPS:
        return False
    kinds: tuple[TieKind, TieKind] = ("same", "different")
    return any(_bounds(found, tie, kind) != (found.low, found.high) for kind in kinds)


def _bounds(found: Corroboration, tie: Tie, kind: TieKind) -> tuple[int, int]:
    """Return the bounds of a claim if a tie were settled so."""
    ties = [msgspec.structs.replace(one, kind=kind) if one == tie else one for one in found.ties]
    return count_bounds(merge_same(found.origins, ties), ties, EXACT)
