"""A claim together with those that say it with more detail."""

from collections.abc import Collection
from typing import Final

from headwater.model.base import Record
from headwater.model.claim import Claim
from headwater.model.trace import Fold
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.views.origins import OriginTeller, TieLine
from headwater.report.words import count_of, say_origins, shorten, show_text

WIDTH: Final = 200  # characters of a folded claim's words
OUTLETS: Final = 4  # outlets of a folded claim that are named


class Detail(Record, frozen=True, kw_only=True):
    """A claim that says another one with more detail, in one line."""

    text: str
    link: str
    outlets: tuple[str, ...]
    more: int
    says: str


class Folded(Record, frozen=True, kw_only=True):
    """What is folded under a claim.

    Attributes:
        says: How many say the claim, how many with more detail, and the origins over all.
        origins: Where all of them end; what is surely one stands together.
        ties: Which of these are or may be one.
    """

    says: str
    lines: tuple[Detail, ...]
    origins: tuple[tuple[str, ...], ...] = ()
    ties: tuple[TieLine, ...] = ()


class DetailTeller:
    """Tells what says the claims of one dossier with more detail."""

    def __init__(self, lookup: Lookup, places: Places, origins: OriginTeller) -> None:
        self.lookup = lookup
        self.places = places
        self.origins = origins

    def folded(self, claim: Claim) -> Folded | None:
        """Return what is folded under a claim, None if nothing is."""
        fold = self.lookup.folds.get(claim.id)
        if fold is None:
            return None
        rank = self.lookup.rank
        keys = sorted(fold.special, key=lambda key: (rank.get(key, len(rank)), key))
        names = {key: self.source_name(fold, key) for key in fold.sources}
        groups = (tuple(dict.fromkeys(names[key] for key in keys)) for keys in fold.groups)
        return Folded(
            says=say_fold(claim, fold),
            lines=tuple(self.line(self.lookup.claims[key]) for key in keys),
            origins=tuple(groups),
            ties=self.origins.ties_between(fold.groups, fold.ties, names),
        )

    def line(self, claim: Claim) -> Detail:
        """Return a claim with more detail as a line."""
        mentions = self.lookup.mentions_of(claim)
        best = self.lookup.mentions.get(claim.best, mentions[0])
        outlets = dict.fromkeys(show_text(self.lookup.outlet_name(m.document)) for m in mentions)
        found = self.lookup.corroborations.get(claim.id)
        documents = f"{len(claim.documents)} document{'s' if len(claim.documents) > 1 else ''}"
        origins = f", {say_origins(found.low, found.high)}" if found is not None else ""
        assessment = self.lookup.assessments.get(claim.id)
        disputed = ", disputed" if assessment and assessment.status == "disputed" else ""
        return Detail(
            text=shorten(best.reading or claim.text, WIDTH),
            link=self.places.claim(claim.id) or self.places.of_mention(best),
            outlets=tuple(outlets)[:OUTLETS],
            more=max(0, len(outlets) - OUTLETS),
            says=f"{documents}{origins}{disputed}",
        )

    def generals(self, claim: Claim) -> tuple[tuple[str, str], ...]:
        """Return words and address of each claim that this one says with more detail."""
        found = []
        for key in self.lookup.general_of.get(claim.id, ()):
            other, link = self.lookup.claims.get(key), self.places.claim(key)
            if other is not None and link is not None:
                found.append((shorten(other.text, WIDTH), link))
        return tuple(found)

    def source_name(self, fold: Fold, key: str) -> str:
        """Return the name of a source at which a chain of a fold ends, as its claims name it."""
        members = {fold.claim, *fold.special}
        ends = [o for o in self.lookup.origins_at.get(key, ()) if o.claim in members]
        told = [origin for origin in ends if origin.own_voice is None]
        return self.origins.origin_name((told or ends)[0].id) if ends else key


def say_fold(claim: Claim, fold: Fold) -> str:
    """Return how many say a claim, how many with more detail, and the origins over all."""
    own = len(claim.documents)
    more = len(set(fold.documents) - set(claim.documents))
    says = f"{count_of(own, 'document').capitalize()} {'says' if own == 1 else 'say'} this"
    detail = "also with more detail"
    if more:
        detail = f"{count_of(more, 'other')} with more detail"
    return f"{says}, {detail}; {say_origins(fold.low, fold.high)} over all"


def unfolded(lookup: Lookup, keys: Collection[str]) -> set[str]:
    """Return which of some claims are not folded under another of them."""
    under = {key: set(lookup.general_of.get(key, ())).intersection(keys) for key in keys}
    heads = {key for key in keys if not under[key]}
    return {key for key in keys if not under[key] & heads}
