"""Chains: hops in a row, joined across documents; circles are cut and reported."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from headwater.model.document import Document
from headwater.model.mention import Mention
from headwater.model.reason import Reason
from headwater.model.span import Place, Span
from headwater.model.trace import Chain, Copy, Hop, Passage
from headwater.trace.hops import find_hops
from headwater.trace.judged import judged_steps
from headwater.trace.pile import Pile
from headwater.trace.quoted import repeats
from headwater.trace.voices import is_nameless_work

# Words of a passage that two stories do not share by chance: a long sentence. Below it, one claim
# put plainly may be worded alike twice.
TELLING: Final = 16
COPY_KINDS = frozenset({"copy", "version", "excerpt"})


@dataclass(frozen=True)
class Step:
    """One document's word that a source cites another one for a claim.

    Attributes:
        document: Whose word it is.
        published: True if the first source is the document's publisher or wire agency.
        hop: The step to the source that is cited.
        mention: Where the document cites it; None for a person's judgement.
    """

    document: str
    published: bool
    hop: Hop
    mention: Mention | None = None


@dataclass(frozen=True)
class Traced:
    """A chain and, if it ends in a document's own voice, that document's id."""

    chain: Chain
    own_voice: str | None


Known = dict[str, list[Step]]
Steps = dict[str, Known]


def build_chains(pile: Pile) -> tuple[Traced, ...]:
    """Return the chain of each mention, sorted by mention id."""
    own = {key: find_hops(mention, pile) for key, mention in pile.mentions.items()}
    steps = _index_steps(own, pile)
    return tuple(_extend(pile.mentions[key], own, steps, pile) for key in sorted(own))


def _index_steps(own: dict[str, tuple[Hop, ...]], pile: Pile) -> Steps:
    """Return, by claim and source, whom the source is said to cite for the claim."""
    steps: Steps = defaultdict(lambda: defaultdict(list))
    for key, hops in own.items():
        claim, document = pile.claim_of.get(key), pile.mentions[key].document
        if claim is None:
            continue
        for one, two in pairwise(hops):
            published = one.how in {"published", "copied"}
            step = Step(document, published, two, pile.mentions[key])
            steps[claim][one.source].append(step)
    for source, onward, why in judged_steps(pile):
        step = Step("", published=False, hop=Hop(source=onward, how="inferred", reasons=(why,)))
        for claim in pile.claims:
            steps[claim][source].insert(0, step)
    return steps


def _extend(mention: Mention, own: dict[str, tuple[Hop, ...]], steps: Steps, pile: Pile) -> Traced:
    """Follow a chain beyond its document as far as other words lead."""
    hops = list(own[mention.id])
    seen = {hop.source for hop in hops}
    voice = mention.document if all(hop.how in {"published", "copied"} for hop in hops) else None
    known = steps.get(pile.claim_of.get(mention.id, ""), {})
    reasons: list[Reason] = []
    circular = False
    while hops:
        choice = _choose(hops, mention, voice, known, pile)
        fresh = [step for step in choice if step.hop.source not in seen]
        if choice and not fresh:
            circular = True
            reasons.append(_circle(hops[-1], choice[0], pile))
            break
        quoted = _quoted_from(mention, own, pile) if voice and not fresh else None
        if fresh:
            hops.append(_inferred(hops[-1], fresh[0], mention, pile))
            voice = None
        elif quoted and quoted.source not in seen:
            hops.append(quoted)
            voice = None
        else:
            copied = _copied_from(mention, voice, seen, pile) if voice == mention.document else None
            if copied is None:
                break
            hops.append(copied[1])
            voice = copied[0]
        seen.add(hops[-1].source)
    chain = Chain(
        mention=mention.id, hops=tuple(hops), own_depth=len(own[mention.id]), circular=circular,
        reasons=tuple(reasons),
    )  # fmt: skip
    return Traced(chain, voice)


def _choose(
    hops: Sequence[Hop], mention: Mention, voice: str | None, known: Known, pile: Pile
) -> list[Step]:
    """Return the steps that lead on from the last hop; behind a title's "report" the text's."""
    choice = _onward(known.get(hops[-1].source, ()), mention, voice, pile)
    if choice or len(hops) == 1 or not _is_hearsay_of_title(mention, hops[-1], pile):
        return choice
    told = known.get(hops[-2].source, ())
    return [s for s in told if s.document == mention.document and s.hop.source != hops[-1].source]


def _onward(known: Iterable[Step], mention: Mention, voice: str | None, pile: Pile) -> list[Step]:
    """Return the steps that lead on from a source, most often said first.

    Args:
        known: What any text says that the source cites for the claim.
        mention: Whose chain is followed.
        voice: The document in whose own voice the chain ends, None if it ends with a source.
        pile: The records of the case.
    """
    steps = [
        step for step in known
        if voice is None or not step.document or _is_own(mention, step, voice, pile)
    ]  # fmt: skip
    count: dict[str, int] = defaultdict(int)
    for step in steps:
        count[step.hop.source] += 1
    return sorted(
        steps, key=lambda s: (bool(s.document), -count[s.hop.source], s.hop.source, s.document)
    )


def _is_hearsay_of_title(mention: Mention, last: Hop, pile: Pile) -> bool:
    """Tell whether a title says a thing on the word of "a report" or "reports"."""
    source = pile.sources[last.source]
    nameless = source.kind == "unattributed" or is_nameless_work(source)
    return nameless and _is_in_title(mention, pile.documents[mention.document])


def _is_in_title(mention: Mention, document: Document) -> bool:
    title = document.title.span if document.title else None
    return title is not None and title.overlaps(mention.spans[0])


def _is_own(mention: Mention, step: Step, voice: str, pile: Pile) -> bool:
    """Tell whether a document's own voice has a statement from whom it cites for it elsewhere.

    A title tells in short what the text attributes below it, and quoted words stay their
    speaker's. What else an outlet says flatly it may have from others; and what it attributes
    in one story tells nothing about another story.
    """
    if step.document != voice or not step.published or step.mention is None:
        return False
    document = pile.documents[voice]
    if mention.document != voice:
        return True  # words that were copied from there
    return _is_in_title(mention, document) or repeats(
        mention, step.mention, (document.text, document.text)
    )


def _inferred(last: Hop, step: Step, mention: Mention, pile: Pile) -> Hop:
    """Return a hop that another text, or another place of this text, gives."""
    if step.hop.reasons:
        return step.hop
    name = pile.sources[last.source].name
    onward = pile.sources[step.hop.source].name
    where = "this text" if step.document == mention.document else pile.documents[step.document].name
    reason = Reason(
        rule="trace.join.v1",
        text=f"{where} shows that {name} has this from {onward}",
        places=(step.hop.place,) if step.hop.place else (),
        weight=0.9 if step.document == mention.document else 0.8,
    )
    return Hop(
        source=step.hop.source, attribution=step.hop.attribution, how="inferred",
        place=step.hop.place, reasons=(reason,),
    )  # fmt: skip


def _circle(last: Hop, step: Step, pile: Pile) -> Reason:
    names = pile.sources[last.source].name, pile.sources[step.hop.source].name
    return Reason(
        rule="trace.circle.v1",
        text=f"circular: {names[0]} is said to have this from {names[1]}, which the chain has",
        places=(step.hop.place,) if step.hop.place else (),
    )


def _quoted_from(mention: Mention, own: dict[str, tuple[Hop, ...]], pile: Pile) -> Hop | None:
    """Return the hop to whom other texts give the words that a mention has without a speaker.

    Of several, whom most texts name.
    """
    texts = pile.documents[mention.document].text
    found: dict[str, list[tuple[Mention, Hop]]] = defaultdict(list)
    for other in pile.by_claim.get(pile.claim_of.get(mention.id, ""), ()):
        last = own[other.id][-1:]
        if other.document == mention.document or not last or last[0].how != "said":
            continue
        if repeats(mention, other, (texts, pile.documents[other.document].text)):
            found[last[0].source].append((other, last[0]))
    if not found:
        return None
    source = min(found, key=lambda key: (-len(found[key]), key))
    other, hop = min(found[source], key=lambda item: item[0].id)
    name = pile.documents[other.document].name
    reason = Reason(
        rule="trace.quoted.v1",
        text=f"{name} quotes the same words from {pile.sources[source].name}",
        places=tuple(sorted({place_of(mention), place_of(other)})),
        weight=0.9,
    )
    return Hop(source=source, attribution=hop.attribution, how="inferred", place=hop.place,
               reasons=(reason,))  # fmt: skip


def place_of(mention: Mention) -> Place:
    """Return where a mention begins."""
    return Place(document=mention.document, span=mention.spans[0])


def _copied_from(
    mention: Mention, voice: str | None, seen: set[str], pile: Pile
) -> tuple[str, Hop] | None:
    """Return the document whose words the mention repeats in its own voice, with the hop to it.

    Of several, the one that holds most of the text; never one that says the opposite.
    """
    if voice is None:
        return None
    for copy in sorted(pile.copies_of.get(voice, ()), key=lambda c: -_my_share(c, voice)):
        other = copy.right if copy.left == voice else copy.left
        passage = covering_passage(mention, copy, pile.documents[voice].text)
        publisher = pile.publisher.get(other)
        if copy.kind in COPY_KINDS and copy.upstream == other and passage and publisher:
            if publisher in seen or _turned(mention, other, pile):
                continue
            place = Place(
                document=other, span=passage.left if copy.left == other else passage.right
            )
            reason = Reason(
                rule="trace.copied.v1",
                text=f"the same words stand in {pile.documents[other].name}, which came first",
                places=tuple(
                    sorted((place, Place(document=voice, span=_mine(passage, copy, voice))))
                ),
            )
            return other, Hop(source=publisher, how="copied", place=place, reasons=(reason,))
    return None


def _my_share(copy: Copy, document: str) -> float:
    """Return how much of a document stands in the other one: most of it is the likelier way."""
    return copy.left_share if copy.left == document else copy.right_share


def _turned(mention: Mention, document: str, pile: Pile) -> bool:
    """Tell whether a document says of the claim only the opposite of what a mention says."""
    claim = pile.claim_of.get(mention.id, "")
    said = {m.polarity for m in pile.by_claim.get(claim, ()) if m.document == document}
    return bool(said) and mention.polarity not in said


def _mine(passage: Passage, copy: Copy, document: str) -> Span:
    return passage.left if copy.left == document else passage.right


def covering_passage(mention: Mention, copy: Copy, text: str) -> Passage | None:
    """Return the shared passage in which the greater part of the mention's words stand.

    Args:
        mention: In one of the two documents.
        copy: What they share. A short passage shows reuse only if one text is a copy.
        text: Of the mention's document.
    """
    for passage in copy.passages:
        span = _mine(passage, copy, mention.document)
        inside = sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in mention.spans)
        brief = copy.kind != "copy" and len(span.cut(text).split()) < TELLING
        if 2 * inside >= sum(s.end - s.start for s in mention.spans) and not brief:
            return passage
    return None
