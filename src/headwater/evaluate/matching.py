"""Which predicted mention answers which gold mention."""

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from headwater.errors import InputError
from headwater.evaluate.assignment import assign
from headwater.evaluate.gold import Doc, GoldCase, Tokens
from headwater.evaluate.measures import Json, jaccard, prf

MATCH: Final = 0.5  # token Jaccard that makes a match; the format of the gold cases sets it

# Weights of a match: any match beats any better fit of fewer, overlap beats wording, and an
# optional gold mention stands back. As the format of the gold cases sets them.
_ANY: Final = 100
_OVERLAP: Final = 10
_WORDING: Final = 5
_OPTIONAL: Final = 2


@dataclass(frozen=True)
class Predicted:
    """A predicted mention, brought into shape."""

    id: str
    doc: Doc
    tokens: Tokens
    words: frozenset[str]
    claim: str
    chain: tuple[str, ...]
    raw: Json


def spans_of(raw: Mapping[str, Any]) -> list[list[int]]:
    """Return the spans of a mention of the interchange format."""
    return raw.get("spans") or [[raw["start"], raw["end"]]]


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text without case."""
    return frozenset(re.findall(r"\w+", text.casefold()))


def read_mentions(case: GoldCase, prediction: Json) -> list[Predicted]:
    """Return the mentions of a prediction.

    Raises:
        InputError: If one has no place, is of an unknown document, or shares its id.
    """
    found = []
    for number, raw in enumerate(prediction["mentions"]):
        if "doc" not in raw or not ("spans" in raw or {"start", "end"} <= raw.keys()):
            raise InputError(f"mention {number} needs doc and start/end or spans")
        doc = case.doc(str(raw["doc"]))
        if doc is None:
            raise InputError(f"mention {number} is of an unknown document {raw['doc']!r}")
        spans = spans_of(raw)
        key = str(raw.get("id", f"#{number}"))
        found.append(
            Predicted(
                id=key,
                doc=doc,
                tokens=doc.tokens(spans),
                words=words_of(raw.get("text") or " ".join(doc.text[a:b] for a, b in spans)),
                claim=str(raw.get("claim") or f"alone:{key}"),
                chain=tuple(raw.get("chain") or ()),
                raw=raw,
            )
        )
    if len({mention.id for mention in found}) < len(found):
        raise InputError("mention ids are not unique")
    return found


def match_mentions(case: GoldCase, mentions: Sequence[Predicted]) -> dict[str, Predicted]:
    """Return the predicted mention for each gold mention id that was found: one to one.

    A gold mention may be hit through its statement span or its narrow spans. Where several gold
    mentions share a statement, wording decides which prediction goes to which.
    """
    by_id = {mention.id: mention for mention in mentions}
    weights: dict[tuple[str, str], float] = {}
    for gold in case.mentions:
        doc = case.docs[gold["doc"]]
        wide, narrow = doc.tokens(gold["spans"]), doc.tokens(gold.get("narrow", ()))
        words = words_of(gold.get("narrow_text") or gold["text"])
        for mention in mentions:
            if mention.doc is not doc:
                continue
            overlap = max(jaccard(mention.tokens, wide), jaccard(mention.tokens, narrow))
            if overlap >= MATCH:
                wording = _WORDING * jaccard(mention.words, words)
                back = _OPTIONAL if gold.get("optional") else 0
                weights[gold["id"], mention.id] = _ANY + _OVERLAP * overlap + wording - back
    return {gold_id: by_id[key] for gold_id, key in assign(weights).items()}


Outcome = Mapping[tuple[str, Tokens], str | None]


def score_statements(case: GoldCase, mentions: Sequence[Predicted]) -> Json:
    """Score systems that work on whole sentences: statements found, and statements linked."""
    groups: dict[str, list[Json]] = defaultdict(list)
    for gold in case.mentions:
        groups[f"{gold['doc']}:{gold['spans']}"].append(gold)
    required = {
        key for key, golds in groups.items() if not all(gold.get("optional") for gold in golds)
    }
    outcome = _place_statements(case, groups, mentions)
    said: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        where = outcome[mention.doc.id, mention.tokens]
        if where is not None:
            said[where].add(mention.claim)
    hits = [where for where in outcome.values() if where is None or where in required]
    meant = {key: {gold["claim"] for gold in golds} for key, golds in groups.items()}
    wanted, answer = _statement_links(meant), _statement_links(said)
    both = len(wanted & answer)
    found = sum(where is not None for where in hits)
    return {
        "statements found": prf(found, len(hits), len(required & said.keys()), len(required)),
        "statements linked across documents": prf(both, len(answer), both, len(wanted)),
    }


def _place_statements(
    case: GoldCase, groups: Mapping[str, list[Json]], mentions: Sequence[Predicted]
) -> Outcome:
    """Return the gold statement that each predicted stretch fits best, None where none does."""
    shapes = {
        key: [
            case.docs[gold["doc"]].tokens(spans)
            for gold in golds
            for spans in (gold["spans"], gold.get("narrow"))
            if spans
        ]
        for key, golds in groups.items()
    }
    outcome: dict[tuple[str, Tokens], str | None] = {}
    for mention in mentions:
        best, where = (0.0, 0.0), None
        for key, options in shapes.items():
            if key.startswith(f"{mention.doc.id}:"):
                overlap = max(jaccard(mention.tokens, option) for option in options)
                fit = (overlap, jaccard(mention.tokens, options[0]))
                if overlap >= MATCH and fit > best:
                    best, where = fit, key
        outcome[mention.doc.id, mention.tokens] = where
    return outcome


def _statement_links(claims: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    """Return the pairs of statements of different documents that share a claim."""
    return {
        (a, b)
        for a, b in itertools.combinations(sorted(claims), 2)
        if a.split(":")[0] != b.split(":")[0] and claims[a] & claims[b]
    }


def restrict(case: GoldCase, prediction: Json) -> tuple[Json, int, int]:
    """Cut a prediction down to the annotated statements of a selective case.

    Returns:
        The prediction with the mentions that share a word with some gold statement of their
        document, how many were kept, and how many there were.
    """
    zone: dict[str, set[int]] = defaultdict(set)
    for gold in case.mentions:
        zone[gold["doc"]] |= case.docs[gold["doc"]].tokens(gold["spans"])
    kept = [m.raw for m in read_mentions(case, prediction) if m.tokens & zone[m.doc.id]]
    left = {mention.get("claim") for mention in kept}
    cut = {
        **prediction,
        "mentions": kept,
        "claims": [c for c in prediction.get("claims") or [] if c["id"] in left],
        "relations": [
            r for r in prediction.get("relations") or [] if r["from"] in left and r["to"] in left
        ],
    }
    return cut, len(kept), len(prediction["mentions"])
