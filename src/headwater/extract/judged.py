"""What people decided about statements: which there are, and how each is read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import msgspec

from headwater.extract.cast import read_cast
from headwater.extract.regions import Region
from headwater.extract.stage import make_mention, place_of
from headwater.extract.statements import Statement
from headwater.extract.words import Words
from headwater.judgements import meant
from headwater.judgements.kinds import read_quantity
from headwater.judgements.words import reason
from headwater.model.attribution import Attribution
from headwater.model.document import Document
from headwater.model.judgement import Judgement
from headwater.model.mention import Mention
from headwater.model.parse import Amount, Parse
from headwater.model.span import Place, Span

Change = Callable[[Mention, Judgement], dict[str, object]]
Mentions = tuple[Mention, ...]
Chains = Mapping[str, tuple[Attribution, ...]]


def correct(
    document: Document,
    parse: Parse,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    judgements: Sequence[Judgement],
    chains: Chains,
) -> Mentions:
    """Return the statements of a document as people corrected them, in text order.

    A statement keeps its id. Own claims are added first, so that they can be corrected too.

    Args:
        document: The text.
        parse: Its marks.
        attributions: As corrected.
        mentions: As `extract` found them.
        judgements: In force, with their anchors in the present texts, oldest first.
        chains: The attributions that chains and own claims name, by judgement.
    """
    here = [one for one in judgements if any(a.digest == document.digest for a in one.about)]
    found = {mention.id: mention for mention in mentions}
    for one in here:
        if one.kind == "own_claim":
            made = _own(document, parse, attributions, one, chains)
            if made and not any(made.spans == other.spans for other in found.values()):
                found[made.id] = made
    for one in here:
        for key in choose(tuple(found.values()), one, document) if one.kind in CHANGES else ():
            found[key] = _change(found[key], one, chains)
    return tuple(sorted(found.values(), key=place_of))


def choose(
    mentions: Sequence[Mention], judgement: Judgement, document: Document
) -> tuple[str, ...]:
    """Return the ids of the statements that the first anchor means."""
    anchor = judgement.about[0]
    if anchor.span is None or anchor.digest != document.digest:
        return ()
    things = [meant.Found(key=one.id, spans=one.spans, text=one.text) for one in mentions]
    return tuple(str(key) for key in meant.meant(anchor, things))


def _change(mention: Mention, judgement: Judgement, chains: Chains) -> Mention:
    """Return a statement with what a person decided of it."""
    if judgement.kind == "chain_is":
        chain = chains.get(judgement.id, ())
        change: dict[str, object] = {
            "chain": tuple(one.id for one in chain),
            "attribution": chain[-1].id if chain else None,
            "probability": 1.0,
        }
    else:
        change = CHANGES[judgement.kind or ""](mention, judgement)
    value = judgement.value or "nothing"
    what = f"{WORDS[judgement.kind or '']} {value}"
    places = tuple(Place(document=mention.document, span=span) for span in mention.spans)
    reasons = (*mention.reasons, reason(judgement, what, places))
    name = {"chain_is": "chain"}.get(judgement.kind or "", judgement.kind or "")
    change["corrected"] = tuple(sorted({*mention.corrected, name}))
    return msgspec.structs.replace(mention, **change, reasons=reasons)


def _strength(field: str) -> Change:
    """Return what sets modality or polarity, which then come from nobody's cue."""
    return lambda _, judgement: {field: judgement.value, "stance_cue": False}


def _quantity(mention: Mention, judgement: Judgement) -> dict[str, object]:
    """Return the amounts of a statement with one set right, or none."""
    if not judgement.value:
        return {"amounts": ()}
    read = read_quantity(judgement.value)
    if read is None:
        return {}
    at = judgement.about[1].span if len(judgement.about) > 1 else None
    old = [a for a in mention.amounts if at is None or a.span.overlaps(at)]
    span = at or (old[0].span if old else mention.spans[0])
    high = read.value if read.comparator == "=" else None
    low = read.value if read.comparator in {"=", ">", ">="} else None
    high = read.value if read.comparator in {"<", "<="} else high
    amount = Amount(
        span=span, value=read.value, low=low, high=read.high if read.high is not None else high,
        unit=read.unit, comparator=read.comparator,  # type: ignore[arg-type]
        measure=old[0].measure if old else "level", direction=old[0].direction if old else None,
        what=old[0].what if old else None,
    )  # fmt: skip
    kept = [a for a in mention.amounts if a not in old]
    return {"amounts": tuple(sorted([*kept, amount], key=lambda a: a.span))}


CHANGES: Final[Mapping[str, Change]] = {
    "chain_is": lambda _mention, _judgement: {},
    "polarity": _strength("polarity"),
    "modality": _strength("modality"),
    "quantity": _quantity,
}
WORDS: Final = {
    "chain_is": "that this comes through",
    "polarity": "that this is",
    "modality": "that this is",
    "quantity": "that the figure is",
}


def _own(
    document: Document,
    parse: Parse,
    attributions: Sequence[Attribution],
    judgement: Judgement,
    chains: Chains,
) -> Mention | None:
    """Return the statement that a person found in a selection, None if it holds no word."""
    spans = _join(a.span for a in judgement.about if a.span and a.digest == document.digest)
    tokens = [
        (token, sentence.span)
        for sentence in parse.sentences
        for token in sentence.tokens
        if any(span.start <= token[0] and token[1] <= span.end for span in spans)
    ]
    if not tokens:
        return None
    words = Words(document.text, [token for token, _ in tokens])
    statement = Statement(words, spans, spans, tokens[0][1])
    chain = chains.get(judgement.id) or _around(attributions, spans)
    region = Region(chain, spans, whole=False)
    cast = read_cast(document, parse, attributions)
    made = make_mention(document, parse, cast, region, statement)
    places = tuple(Place(document=document.id, span=span) for span in spans)
    why = reason(judgement, "that this is a claim", places)
    return msgspec.structs.replace(made, kind="fact", reasons=(*made.reasons, why))


def _join(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in text order; those that overlap become one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            last = joined.pop()
            joined.append(Span(start=last.start, end=max(last.end, span.end)))
        else:
            joined.append(span)
    return tuple(joined)


def _around(attributions: Sequence[Attribution], spans: Sequence[Span]) -> tuple[Attribution, ...]:
    """Return the chain of the innermost attribution whose content holds all of the spans."""
    by_id = {one.id: one for one in attributions}
    holding = [
        one for one in attributions
        if all(any(c.contains(span) for c in one.content) for span in spans)
    ]  # fmt: skip
    chains = [_upward(one, by_id) for one in holding]
    return max(chains, key=lambda chain: (len(chain), chain[-1].id), default=())


def _upward(one: Attribution, by_id: Mapping[str, Attribution]) -> tuple[Attribution, ...]:
    """Return an attribution with those around it, outermost first."""
    chain = [one]
    while (above := by_id.get(chain[0].inside or "")) is not None and len(chain) < len(by_id):
        chain.insert(0, above)
    return tuple(chain)
