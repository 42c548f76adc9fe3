"""What other claims say to a claim."""

from typing import Final

from headwater.model.base import Record
from headwater.model.claim import Claim, Relation
from headwater.report.alone import in_context
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.views.folds import Folder
from headwater.report.views.quotes import Quoted, Why
from headwater.report.words import shorten, show_text

AGAINST: Final = {
    ("denies", True): "Denied", ("denies", False): "Denies",
    ("contradicts", True): "Cannot both hold", ("contradicts", False): "Cannot both hold",
    ("updates", True): "Newer", ("updates", False): "Older",
    ("entails", True): "Follows from", ("entails", False): "Implies",
    ("supports", True): "Given as evidence", ("supports", False): "Given as evidence for",
}  # fmt: skip
ORDER: Final = (
    "Denied", "Denies", "Cannot both hold", "Newer", "Older", "Given as evidence",
    "Given as evidence for", "Follows from", "Implies",
)  # fmt: skip
CONFLICTS: Final = frozenset({"denies", "contradicts"})
ANSWERS: Final = 3  # conflicting claims with their words; further ones take a line each
REASONS: Final = 3  # reasons of a relation that are shown
SHOWN: Final = 3  # quotations of a conflicting claim
LIST_WIDTH: Final = 320  # characters of a claim's words in a list


class Answer(Record, frozen=True, kw_only=True):
    """Another claim that bears on this one, and can hardly hold beside it."""

    label: str
    weak: bool
    key: str
    claim: str | None
    text: str
    quotes: tuple[Quoted, ...]
    more: int
    reasons: tuple[Why, ...]


class Beside(Record, frozen=True, kw_only=True):
    """Another claim in one line."""

    label: str
    key: str
    claim: str | None
    text: str
    link: str
    outlet: str
    why: str


class AnswerTeller:
    """Tells what other claims say to claims of one dossier."""

    def __init__(self, lookup: Lookup, places: Places) -> None:
        self.lookup = lookup
        self.places = places
        self.folder = Folder(lookup, places)

    def answers(self, claim: Claim) -> tuple[Answer, ...]:
        """Return what conflicting claims say to this one, denials first."""
        found = [self.answer(claim, r) for r in self.lookup.relations.get(claim.id, ())]
        known = [answer for answer in found if answer is not None]
        return tuple(sorted(known, key=lambda a: (a.weak, ORDER.index(a.label))))

    def further(self, claim: Claim) -> tuple[Beside, ...]:
        """Return the claims near this one in a line each: conflicts left over, then the others."""
        relations = self.lookup.relations.get(claim.id, ())
        shown = {answer.key for answer in self.answers(claim)[:ANSWERS]}
        ordered = sorted(relations, key=lambda r: (r.kind not in CONFLICTS, -r.score, r.kind))
        found = [self.beside(claim, relation) for relation in ordered]
        return tuple(line for line in found if line is not None and line.key not in shown)

    def beside(self, claim: Claim, relation: Relation) -> Beside | None:
        """Return the other side of a relation as a line, None if it is not in the dossier."""
        incoming = relation.to_claim == claim.id
        other = self.lookup.claims.get(relation.from_claim if incoming else relation.to_claim)
        best = self.lookup.mentions.get(other.best) if other is not None else None
        if other is None or best is None or other.id == claim.id:
            return None
        return Beside(
            label=AGAINST[relation.kind, incoming],
            key=other.id,
            claim=self.places.claim(other.id),
            text=shorten(in_context(self.lookup, best) or other.text, LIST_WIDTH),
            link=self.places.of_mention(best),
            outlet=show_text(self.lookup.outlet_name(best.document)),
            why=show_text("; ".join(reason.text for reason in relation.reasons[:REASONS])),
        )

    def answer(self, claim: Claim, relation: Relation) -> Answer | None:
        """Return the other side of a relation, None if it is not in the dossier."""
        incoming = relation.to_claim == claim.id
        other = self.lookup.claims.get(relation.from_claim if incoming else relation.to_claim)
        if other is None or other.id == claim.id or relation.kind not in CONFLICTS:
            return None
        return Answer(
            label=AGAINST[relation.kind, incoming],
            weak=relation.weak,
            key=other.id,
            claim=self.places.claim(other.id),
            text=shorten(other.text, LIST_WIDTH),
            quotes=self.folder.folded(other, SHOWN),
            more=max(0, self.folder.count(other) - SHOWN),
            reasons=self.folder.quoter.whys(relation.reasons[:REASONS]),
        )
