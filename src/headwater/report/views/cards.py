"""A claim as a reader sees it."""

from typing import Final

from headwater.model.assessment import Assessment
from headwater.model.base import Record
from headwater.model.claim import Claim, Relation
from headwater.model.mention import Mention
from headwater.model.trace import Corroboration, EvidenceKind, Origin, Tie
from headwater.report.lookup import Lookup
from headwater.report.pictures.picture import Picture, draw_chains
from headwater.report.ranking import WorthKind, find_kinds
from headwater.report.views.figures import FigureTable, compare_figures
from headwater.report.views.places import Places
from headwater.report.views.quotes import Quoted, Quoter, Reprint, Why, is_long
from headwater.report.words import count_of, count_word, interval, shorten, show_text

EVIDENCE: Final[dict[EvidenceKind, str]] = {
    "testimony": "testimony", "official_statement": "official statement", "document": "document",
    "intelligence": "intelligence", "records": "records", "visual": "pictures or video",
    "own_observation": "own observation", "statistics": "statistics", "unknown": "",
}  # fmt: skip
CREDIBILITY: Final = {
    1: "confirmed by other sources", 2: "probably true", 3: "possibly true",
    4: "doubtful", 5: "improbable", 6: "truth cannot be judged",
}  # fmt: skip
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
MANY: Final = 3  # names in a sentence before "and others"
LIST_WIDTH: Final = 320  # characters of a claim's words in a list


class OriginLine(Record, frozen=True, kw_only=True):
    """One origin, or several that are surely one."""

    names: tuple[str, ...]
    notes: tuple[str, ...]
    links: tuple[str, ...]


class TieLine(Record, frozen=True, kw_only=True):
    """Two or more origins that are or may be one, for the same reason."""

    names: tuple[str, ...]
    verdict: str
    reasons: tuple[Why, ...]


class Answer(Record, frozen=True, kw_only=True):
    """Another claim that bears on this one, and can hardly hold beside it."""

    label: str
    weak: bool
    claim: str
    text: str
    quotes: tuple[Quoted, ...]
    more: int
    reasons: tuple[Why, ...]


class Beside(Record, frozen=True, kw_only=True):
    """Another claim in one line."""

    label: str
    claim: str
    text: str
    link: str
    outlet: str
    why: str


class ClaimLine(Record, frozen=True, kw_only=True):
    """A claim in a list."""

    id: str
    text: str
    link: str
    origins: str
    documents: int
    outlets: tuple[str, ...]
    status: str
    kinds: tuple[WorthKind, ...]
    who: str
    tags: tuple[str, ...]


class Card(Record, frozen=True, kw_only=True):
    """A claim with everything that is known of it."""

    line: ClaimLine
    gist: str
    grade: str
    grade_words: str
    estimate: str
    evidence: tuple[str, ...]
    picture: Picture | None
    quotes: tuple[Quoted, ...]
    origins: tuple[OriginLine, ...]
    ties: tuple[TieLine, ...]
    pivots: tuple[Why, ...]
    counted: tuple[Why, ...]
    answers: tuple[Answer, ...]
    further: tuple[Beside, ...]
    figures: tuple[FigureTable, ...]
    joined: tuple[Why, ...]
    assessed: tuple[Why, ...]


class CardMaker:
    """Makes the views of claims of one dossier."""

    def __init__(self, lookup: Lookup, places: Places) -> None:
        self.lookup = lookup
        self.places = places
        self.quoter = Quoter(lookup, places)

    def line(self, claim: Claim) -> ClaimLine:
        """Return a claim as a line of a list."""
        found = self.lookup.corroborations.get(claim.id)
        assessment = self.lookup.assessments.get(claim.id)
        mentions = self.lookup.mentions_of(claim)
        best = self.lookup.mentions.get(claim.best, mentions[0])
        outlets = dict.fromkeys(show_text(self.lookup.outlet_name(m.document)) for m in mentions)
        return ClaimLine(
            id=claim.id,
            text=shorten(claim.text, LIST_WIDTH),
            link=self.places.of_mention(best),
            origins=origins_label(found),
            documents=len(claim.documents),
            outlets=tuple(outlets),
            status=assessment.status if assessment is not None else "not assessed",
            kinds=find_kinds(self.lookup, claim),
            who=self.who(best),
            tags=self.quoter.tags(best),
        )

    def who(self, mention: Mention) -> str:
        """Return on whose word a mention stands."""
        cited = self.lookup.attributions.get(mention.attribution or "")
        return shorten(cited.name, 60) if cited is not None else ""

    def card(self, claim: Claim) -> Card:
        """Return a claim with everything that is known of it."""
        found = self.lookup.corroborations.get(claim.id)
        assessment = self.lookup.assessments.get(claim.id)
        origins = self.origins(found)
        quotes = self.folded(claim)
        answers = self.answers(claim)
        repeated = len(claim.documents) > 1
        picture = draw_chains(self.lookup, self.places, claim) if repeated else None
        quoter = self.quoter
        return Card(
            line=self.line(claim),
            gist=self.gist(claim, found, answers),
            grade=f"{assessment.reliability}{assessment.credibility}" if assessment else "",
            grade_words=grade_words(assessment),
            estimate=estimate_words(assessment),
            evidence=tuple(dict.fromkeys(filter(None, (EVIDENCE[o.evidence] for o in origins)))),
            picture=picture,
            quotes=quotes,
            origins=self.origin_lines(found),
            ties=self.tie_lines(found),
            pivots=quoter.whys(found.pivots) if found is not None else (),
            counted=quoter.whys(found.reasons) if found is not None else (),
            answers=answers[:ANSWERS],
            further=self.further(claim),
            figures=compare_figures(self.lookup, self.places, claim),
            joined=quoter.whys(claim.reasons),
            assessed=quoter.whys(assessment.reasons) if assessment is not None else (),
        )  # fmt: skip

    def origins(self, found: Corroboration | None) -> list[Origin]:
        """Return the origins of a claim."""
        keys = found.origins if found is not None else ()
        return [self.lookup.origins[key] for key in keys if key in self.lookup.origins]

    def folded(self, claim: Claim) -> tuple[Quoted, ...]:
        """Return the claim's quotations, reprints folded under the one they reprint."""
        reprints, hidden = self.reprints(claim)
        together: dict[tuple[object, ...], list[Mention]] = {}
        for mention in self.lookup.mentions_of(claim):
            if mention.id not in hidden:
                same = mention.id if is_long(mention.sentence) else mention.chain
                key = (mention.document, mention.sentence, same, mention.polarity)
                together.setdefault(key, []).append(mention)
        quotes = []
        for mentions in together.values():
            quoted = self.quoter.quote(*mentions)
            copies = [copy for m in mentions for copy in reprints.get(m.id, ())]
            quotes.append(with_copies(quoted, tuple(copies)))
        return tuple(quotes)

    def reprints(self, claim: Claim) -> tuple[dict[str, list[Reprint]], set[str]]:
        """Return for each mention where copies of its document repeat it, and what that hides."""
        mentions = self.lookup.mentions_of(claim)
        by_document: dict[str, list[Mention]] = {}
        for mention in mentions:
            by_document.setdefault(mention.document, []).append(mention)
        reprints: dict[str, list[Reprint]] = {}
        hidden: set[str] = set()
        for copy in self.lookup.dossier.copies:
            if copy.kind not in {"copy", "version"} or not {copy.left, copy.right} <= set(
                by_document
            ):
                continue
            first = copy.upstream if copy.upstream in {copy.left, copy.right} else None
            first = first or min(copy.left, copy.right, key=lambda d: self.lookup.numbers[d])
            second = copy.right if first == copy.left else copy.left
            for left, right in zip(by_document[first], by_document[second], strict=False):
                if left.id not in hidden and right.id not in hidden and right.id not in reprints:
                    hidden.add(right.id)
                    reprints.setdefault(left.id, []).append(self.reprint(left, right))
        return reprints, hidden

    def reprint(self, left: Mention, right: Mention) -> Reprint:
        """Return one mention as a reprint of another."""
        return Reprint(
            outlet=show_text(self.lookup.outlet_name(right.document)),
            date=self.quoter.date(right.document),
            link=self.places.of_mention(right),
            differs=left.text != right.text,
        )

    def origin_name(self, key: str) -> str:
        """Return an origin's name for readers."""
        origin = self.lookup.origins.get(key)
        if origin is None:
            return key
        if origin.own_voice is not None:
            return f"{show_text(self.lookup.outlet_name(origin.own_voice))} in its own voice"
        source = self.lookup.sources.get(origin.source)
        return shorten(source.name, 90) if source is not None else origin.source

    def origin_lines(self, found: Corroboration | None) -> tuple[OriginLine, ...]:
        """Return a line for each origin, those that are surely one together."""
        if found is None:
            return ()
        grouped = {key for keys in found.groups for key in keys}
        groups = [*found.groups, *((key,) for key in found.origins if key not in grouped)]
        return tuple(self.origin_line(keys) for keys in groups)

    def origin_line(self, keys: tuple[str, ...]) -> OriginLine:
        """Return the line of one group of origins."""
        known = [self.lookup.origins[key] for key in keys if key in self.lookup.origins]
        notes = [EVIDENCE[origin.evidence] for origin in known]
        sources = [self.lookup.sources[o.source] for o in known if o.source in self.lookup.sources]
        notes += ["unnamed" for source in sources if source.kind == "anonymous"]
        mentions = [
            self.lookup.mentions[m] for o in known for m in o.mentions if m in self.lookup.mentions
        ]
        links = [self.places.of_mention(m) for m in sorted(mentions, key=self.lookup.mention_order)]
        return OriginLine(
            names=tuple(dict.fromkeys(self.origin_name(key) for key in keys)),
            notes=tuple(dict.fromkeys(note for note in notes if note)),
            links=tuple(dict.fromkeys(links)),
        )  # fmt: skip

    def tie_lines(self, found: Corroboration | None) -> tuple[TieLine, ...]:
        """Return the pairs of origins that are or may be one, with reasons."""
        ties: list[Tie] = [t for t in found.ties if t.kind != "different"] if found else []
        verdicts = {"same": "are surely one", "maybe": "may be one"}
        merged: dict[tuple[str, tuple[str, ...]], list[Tie]] = {}
        for tie in sorted(ties, key=lambda t: (t.kind != "same", t.left, t.right)):
            why = tuple(reason.text for reason in tie.reasons)
            merged.setdefault((verdicts[tie.kind], why), []).append(tie)
        return tuple(
            TieLine(
                names=tuple(
                    dict.fromkeys(self.origin_name(k) for t in found for k in (t.left, t.right))
                ),
                verdict=verdict,
                reasons=self.quoter.whys(found[0].reasons),
            )
            for (verdict, _), found in merged.items()
        )

    def answers(self, claim: Claim) -> tuple[Answer, ...]:
        """Return what conflicting claims say to this one, denials first."""
        found = [self.answer(claim, r) for r in self.lookup.relations.get(claim.id, ())]
        known = [answer for answer in found if answer is not None]
        return tuple(sorted(known, key=lambda a: (a.weak, ORDER.index(a.label))))

    def further(self, claim: Claim) -> tuple[Beside, ...]:
        """Return the claims near this one in a line each: conflicts left over, then the others."""
        relations = self.lookup.relations.get(claim.id, ())
        shown = {answer.claim for answer in self.answers(claim)[:ANSWERS]}
        ordered = sorted(relations, key=lambda r: (r.kind not in CONFLICTS, -r.score, r.kind))
        found = [self.beside(claim, relation) for relation in ordered]
        return tuple(line for line in found if line is not None and line.claim not in shown)

    def beside(self, claim: Claim, relation: Relation) -> Beside | None:
        """Return the other side of a relation as a line, None if it is not in the dossier."""
        incoming = relation.to_claim == claim.id
        other = self.lookup.claims.get(relation.from_claim if incoming else relation.to_claim)
        best = self.lookup.mentions.get(other.best) if other is not None else None
        if other is None or best is None or other.id == claim.id:
            return None
        return Beside(
            label=AGAINST[relation.kind, incoming],
            claim=other.id,
            text=shorten(other.text, LIST_WIDTH),
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
        quotes = self.folded(other)
        return Answer(
            label=AGAINST[relation.kind, incoming],
            weak=relation.weak,
            claim=other.id,
            text=shorten(other.text, LIST_WIDTH),
            quotes=quotes[:MANY],
            more=max(0, len(quotes) - MANY),
            reasons=self.quoter.whys(relation.reasons[:REASONS]),
        )

    def gist(self, claim: Claim, found: Corroboration | None, answers: tuple[Answer, ...]) -> str:
        """Return one or two sentences that say how the claim is sourced and who is against it."""
        says = count_of(len(claim.documents), "document").capitalize()
        verb = "says" if len(claim.documents) == 1 else "say"
        names = [line.names[0] for line in self.origin_lines(found)]
        if found is None or not names:
            rest = "where it comes from was not traced"
        elif found.high == 1:
            rest = f"the words lead to one origin, {names[0]}"
        else:
            least = "one origin" if found.low == 1 else f"{count_word(found.low)} separate origins"
            perhaps = f", perhaps {count_word(found.high)}" if found.low < found.high else ""
            rest = f"the words lead to {least}{perhaps}: {series(names)}"
        against = [a for a in answers if a.label == "Denied" and not a.weak]
        denial = ""
        if against:
            who = dict.fromkeys(q.steps[-1].name for a in against for q in a.quotes if q.steps)
            denial = f" {series(list(who))} {'deny' if len(who) > 1 else 'denies'} it."
        return f"{says} {verb} this; {rest}.{denial}"


def with_copies(quoted: Quoted, copies: tuple[Reprint, ...]) -> Quoted:
    """Return a quotation with its reprints."""
    values = {name: getattr(quoted, name) for name in quoted.__struct_fields__}
    return Quoted(**{**values, "copies": copies})


def series(names: list[str]) -> str:
    """Return names as a series: "A, B and C"; more than three end in "and others"."""
    shown = names if len(names) <= MANY else [*names[:MANY], "others"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def origins_label(found: Corroboration | None) -> str:
    """Return `1 origin`, `1–3 origins`, or a dash if nothing was traced."""
    if found is None:
        return "not traced"
    return f"{interval(found.low, found.high)} origin{'' if found.high == 1 else 's'}"


def grade_words(assessment: Assessment | None) -> str:
    """Return the Admiralty grade in words."""
    if assessment is None:
        return ""
    reliability = (
        "reliability cannot be judged"
        if assessment.reliability == "F"
        else (f"reliability {assessment.reliability}")
    )
    return f"{reliability}, {CREDIBILITY[assessment.credibility]}"


def estimate_words(assessment: Assessment | None) -> str:
    """Return the estimative band in words, empty if the sources give none."""
    if assessment is None or assessment.estimate is None:
        return ""
    band = assessment.estimate
    return f"{band.name} ({band.low}–{band.high}%)"
