"""Which sources were read or joined on weak grounds."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from headwater.judgements.anchors import at_cited, at_span
from headwater.model.base import content_id
from headwater.model.dossier import Dossier
from headwater.model.reason import Reason
from headwater.model.source import Source
from headwater.model.span import Place
from headwater.review.question import Answer, Question, in_brief

SURE: Final = 0.85  # probability from which a person seldom finds an attribution wrong
FIRM: Final = 1.0  # weight of a rule that leaves no choice


def ask_attributions(dossier: Dossier) -> Iterator[Question]:
    """Yield the questions about who says something, where that is doubtful."""
    resting: dict[str, set[str]] = defaultdict(set)
    home = {key: claim.id for claim in dossier.claims for key in claim.mentions}
    for mention in dossier.mentions:
        for key in mention.chain if mention.id in home else ():
            resting[key].add(home[mention.id])
    homes = {document.id: document for document in dossier.documents}
    for one in dossier.attributions:
        if one.probability >= SURE or not resting[one.id]:
            continue
        about = (at_cited(homes[one.document], one),)
        words = " … ".join(span.cut(homes[one.document].text) for span in one.content)
        spans = sorted((*one.source, *one.cue, *one.content))
        claims = tuple(sorted(resting[one.id]))
        yield Question(
            id=content_id("q", "attribution", one.id), topic="attribution",
            text=f"Does “{in_brief(words)}” come from {one.name}?",
            short=f"Do the marked words come from {one.name}?",
            why=f"{100 * one.probability:.0f} in 100 that they do",
            changes=len(claims), claims=claims,
            uncertainty=round(min(1.0, 2 * (1 - one.probability)), 6),
            places=tuple(Place(document=one.document, span=span) for span in spans),
            records=(one.id,),
            answers=(
                Answer(key="y", label="yes", kind="source_is", about=about, value=one.name),
                Answer(key="n", label="no, the outlet says it itself", kind="source_is",
                       about=about, value=""),
            ),
        )  # fmt: skip


def ask_sources(dossier: Dossier) -> Iterator[Question]:
    """Yield the questions about wordings that were taken for one source on weak grounds."""
    resting: dict[str, set[str]] = defaultdict(set)
    for origin in dossier.origins:
        resting[origin.source].add(origin.claim)
    for source in dossier.sources:
        asked = set()
        for reason in source.reasons:
            if reason.weight < FIRM and len({p.document for p in reason.places}) > 1:
                one = _ask_source(dossier, source, reason, sorted(resting[source.id]))
                if one.text.casefold() not in asked:
                    yield one
                asked.add(one.text.casefold())


def _ask_source(dossier: Dossier, source: Source, why: Reason, claims: list[str]) -> Question:
    """Return the question about two wordings of one source."""
    documents = {document.id: document for document in dossier.documents}
    first, *_, last = sorted(why.places)
    about = tuple(at_span(documents[place.document], place.span) for place in (first, last))
    words = [" ".join(anchor.quote.split()) if anchor.quote else "" for anchor in about]
    return Question(
        id=content_id("q", "source", source.id, why.text), topic="source",
        text=f"Are “{words[0]}” and “{words[1]}” one source ({source.name})?", why=why.text,
        changes=len(claims), claims=tuple(claims),
        uncertainty=round(min(1.0, 2 * (FIRM - why.weight)), 6), places=(first, last),
        records=(source.id,),
        answers=(
            Answer(key="y", label="one source", kind="same_source", about=about),
            Answer(key="n", label="different sources", kind="different_source", about=about),
        ),
    )  # fmt: skip
