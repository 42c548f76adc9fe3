"""What was checked about a claim, what the documents at hand leave open, and what speaks against.

Nothing is looked up anywhere: each line says what the documents themselves let one check.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal

import msgspec

from headwater.model.base import Record
from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.model.trace import EvidenceKind, Hop
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.views.cards import Card
from headwater.report.views.origins import EVIDENCE
from headwater.report.words import count_of, day, series, shorten, show_text
from headwater.review.ask_marks import SURE
from headwater.verify import verify_data

State = Literal["holds", "open", "against"]
LINKS: Final = 6  # links to words of one line
NAMES: Final = 4  # names in a line before "others"
WIDTH: Final = 90  # characters of a name or of some words
# What could be looked up, if somebody had it: everything that is not a voice.
PAPERS: Final[frozenset[EvidenceKind]] = frozenset(
    {"records", "statistics", "document", "intelligence", "visual"}
)
AGAINST: Final = frozenset({"denies", "doubts"})
ORDER: Final[tuple[State, ...]] = ("against", "open", "holds")


class Proof(Record, frozen=True, kw_only=True):
    """Words that a line rests on: where they stand, and where that leads."""

    words: str
    link: str


class Check(Record, frozen=True, kw_only=True):
    """One thing that was checked: it holds, is open for want of something, or speaks against."""

    state: State
    text: str
    proofs: tuple[Proof, ...] = ()


class Step(Record, frozen=True, kw_only=True):
    """A step of a chain to somebody who is cited, and the statement whose chain it is."""

    mention: Mention
    hop: Hop
    source: Source


class Checker:
    """Checks the claims of one dossier."""

    def __init__(self, lookup: Lookup, places: Places) -> None:
        self.lookup = lookup
        self.places = places

    def checks(self, claim: Claim, card: Card) -> tuple[Check, ...]:
        """Return what was checked: first what speaks against the claim, last what holds."""
        stated = [self.lookup.mentions[key] for key in claim.mentions]
        steps = list(self.steps(stated))
        found = [
            *self.denials(stated, card),
            *self.figures(card),
            *self.papers(claim, steps),
            *self.outlets(stated, steps),
            *self.readings(stated),
            *self.dates(claim),
            self.again(claim, stated),
        ]
        return tuple(sorted(found, key=lambda check: ORDER.index(check.state)))

    def steps(self, stated: Sequence[Mention]) -> Iterator[Step]:
        """Yield the steps from the publishers of some statements to whom they cite."""
        for mention in stated:
            chain = self.lookup.chains.get(mention.id)
            for hop in chain.hops[1:] if chain is not None else ():
                source = self.lookup.sources.get(hop.source)
                if source is not None:
                    yield Step(mention=mention, hop=hop, source=source)

    def denials(self, stated: Sequence[Mention], card: Card) -> Iterator[Check]:
        """Yield who is against it, or that nobody is."""
        against = [answer for answer in card.answers if not answer.weak]
        inside = [m for m in stated if self.stance(m) in AGAINST]
        if inside:
            who = self.outlets_of(iter(inside))
            text = f"Denied or doubted where {series(who, NAMES)} reports it"
            yield Check(state="against", text=text, proofs=self.words(inside))
        if not against and not inside:
            yield Check(state="holds", text="Nobody in these documents denies or contradicts it")
        for answer in against:
            proofs = [Proof(words=quoted.outlet, link=quoted.link) for quoted in answer.quotes]
            text = f"{answer.label}: “{shorten(answer.text, WIDTH)}”"
            yield Check(state="against", text=text, proofs=tuple(proofs[:LINKS]))

    def stance(self, mention: Mention) -> str:
        """Return how a statement stands to its claim."""
        found = self.lookup.stances.get(mention.id)
        return found.stance if found is not None else ""

    def figures(self, card: Card) -> Iterator[Check]:
        """Yield which figures agree and which do not."""
        for table in card.figures:
            proofs = tuple(Proof(words=row.shown, link=row.link) for row in table.rows[:LINKS])
            number = count_of(len(table.rows), "figure")
            if table.agree:
                yield Check(state="holds", text=f"{table.title}: {number} agree", proofs=proofs)
            else:
                text = f"{table.title}: {number}, from {table.low} to {table.high}"
                yield Check(state="against", text=text, proofs=proofs)

    def papers(self, claim: Claim, steps: Sequence[Step]) -> Iterator[Check]:
        """Yield the records, papers and pictures that it rests on, none of which was looked at."""
        found = self.lookup.corroborations.get(claim.id)
        origins = [self.lookup.origins[key] for key in (found.origins if found else ())]
        for origin in origins:
            source = self.lookup.sources.get(origin.source)
            if origin.evidence not in PAPERS or source is None:
                continue
            mine = [step for step in steps if step.mention.id in origin.mentions]
            ends = [step for step in mine if step.source.id == source.id]
            who = self.outlets_of(step.mention for step in ends or mine)
            text = (
                f"{EVIDENCE[origin.evidence].capitalize()}: {shorten(source.name, WIDTH)}, "
                f"told by {series(who, NAMES)}; it is not among the documents, so nothing in it "
                "was seen"
            )
            yield Check(state="open", text=text, proofs=self.proofs(ends or mine))

    def outlets(self, stated: Sequence[Mention], steps: Sequence[Step]) -> Iterator[Check]:
        """Yield for each outlet that is cited whether its own words are among the documents."""
        cited: dict[str, list[Step]] = {}
        for step in steps:
            if step.source.kind == "media_outlet":
                cited.setdefault(step.source.id, []).append(step)
        for mine in cited.values():
            source = mine[0].source
            name, who = shorten(source.name, WIDTH), self.outlets_of(s.mention for s in mine)
            lead = f"{name} is cited by {series(who, NAMES)}"
            own = [mention for mention in stated if mention.document in source.documents]
            if own:
                proofs = self.words(own)
                late = self.is_later(own, [step.mention for step in mine])
                text = f"{lead}, and its own text here says it" + (
                    ", but on a later day than the first of them" if late else ""
                )
                yield Check(state="open" if late else "holds", text=text, proofs=proofs)
            elif source.documents:
                number = count_of(len(source.documents), "document")
                text = f"{lead}, but its {number} here do not say it"
                if len(source.documents) == 1:
                    text = f"{lead}, but its document here does not say it"
                yield Check(state="open", text=text, proofs=self.proofs(mine))
            else:
                text = f"{lead}; its own text is not among the documents"
                yield Check(state="open", text=text, proofs=self.proofs(mine))

    def is_later(self, own: Sequence[Mention], citing: Sequence[Mention]) -> bool:
        """Tell whether all of some statements are younger than the first that cites them."""
        days = [
            [found.value for m in side if (found := self.lookup.documents[m.document].published)]
            for side in (own, citing)
        ]
        return all(days) and min(days[0]) > min(days[1])

    def readings(self, stated: Sequence[Mention]) -> Iterator[Check]:
        """Yield the statement of which it is least sure that somebody is rightly said to say it."""
        cited = [
            (found.probability, mention.id, mention, found)
            for mention in stated
            if (found := self.lookup.attributions.get(mention.attribution or "")) is not None
        ]
        if cited and (least := min(cited, key=lambda one: one[:2]))[0] < SURE:
            probability, _, mention, found = least
            text = (
                f"Least surely read: that {shorten(found.name, WIDTH)} says it, in "
                f"{show_text(self.lookup.outlet_name(mention.document))} "
                f"({100 * probability:.0f} in 100)"
            )
            yield Check(state="open", text=text, proofs=self.words([mention]))

    def dates(self, claim: Claim) -> Iterator[Check]:
        """Yield which documents have no day, so that it is not known who was first."""
        documents = [self.lookup.documents[key] for key in claim.documents]
        undated = [one for one in documents if one.published is None]
        if undated:
            which = "no day of publication is known"
            names = series([show_text(self.lookup.outlet_name(one.id)) for one in undated], NAMES)
            proofs = tuple(
                Proof(words="say when", link=f"{self.places.document(one.id)}#about")
                for one in undated[:LINKS]
            )
            yield Check(state="open", text=f"Of {names} {which}", proofs=proofs)
        elif len(documents) > 1:
            days = sorted(one.published.value for one in documents if one.published is not None)
            span = day(days[0]) if days[0] == days[-1] else f"{day(days[0])} to {day(days[-1])}"
            number = count_of(len(documents), "document").capitalize()
            yield Check(state="holds", text=f"{number}, all with their day: {span}")

    def again(self, claim: Claim, stated: Sequence[Mention]) -> Check:
        """Return what the independent checker finds wrong with the claim's words and count."""
        faults = verify_data(self.records(claim, stated), whole=False)
        if faults:
            return Check(state="against", text=f"Checked again: {'; '.join(faults[:LINKS])}")
        number = count_of(len(stated), "statement")
        text = (
            f"Checked again apart from the stages: {number} word for word in "
            f"{'its' if len(stated) == 1 else 'their'} text, each chain on words for its steps, "
            "and the number of origins follows from what is known of each two"
        )
        return Check(state="holds", text=text)

    def records(self, claim: Claim, stated: Sequence[Mention]) -> dict[str, Any]:
        """Return what bears on a claim as plain data, as the checker takes it."""
        chains = [self.lookup.chains[m.id] for m in stated if m.id in self.lookup.chains]
        found = self.lookup.corroborations.get(claim.id)
        keys = {hop.source for chain in chains for hop in chain.hops}
        made: dict[str, Any] = {
            "mentions": stated,
            "claims": [claim],
            "chains": chains,
            "sources": [self.lookup.sources[key] for key in sorted(keys)],
            "origins": [self.lookup.origins[key] for key in (found.origins if found else ())],
            "corroborations": [found] if found else [],
        }
        texts = sorted({mention.document for mention in stated})
        documents = [{"id": key, "text": self.lookup.documents[key].text} for key in texts]
        return {**msgspec.to_builtins(made), "documents": documents}

    def outlets_of(self, mentions: Iterator[Mention]) -> list[str]:
        """Return the outlets of some statements, each once."""
        names = (show_text(self.lookup.outlet_name(mention.document)) for mention in mentions)
        return list(dict.fromkeys(names))

    def proofs(self, steps: Sequence[Step]) -> tuple[Proof, ...]:
        """Return the words that prove some steps; of the statement where a step has none."""
        found: dict[str, Proof] = {}
        for step in steps:
            place = step.hop.place
            link = self.places.link(place) if place is not None else None
            if place is not None and link is not None:
                words = shorten(self.lookup.words(place), WIDTH)
                found.setdefault(link, Proof(words=words, link=link))
        return tuple(found.values())[:LINKS] or self.words([step.mention for step in steps])

    def words(self, mentions: Sequence[Mention]) -> tuple[Proof, ...]:
        """Return some statements' words."""
        return tuple(
            Proof(words=shorten(mention.text, WIDTH), link=self.places.of_mention(mention))
            for mention in mentions[:LINKS]
        )
