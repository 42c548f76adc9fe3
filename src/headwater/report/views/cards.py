"""A claim as a reader sees it."""

from typing import Final

from headwater.model.assessment import Assessment
from headwater.model.base import Record
from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.model.trace import Corroboration
from headwater.report.alone import in_context
from headwater.report.lookup import Lookup
from headwater.report.pictures.picture import Picture, draw_chains
from headwater.report.places import Places
from headwater.report.ranking import WorthKind, find_kinds
from headwater.report.views.answers import ANSWERS, LIST_WIDTH, Answer, AnswerTeller, Beside
from headwater.report.views.detail import DetailTeller, Folded
from headwater.report.views.figures import FigureTable, compare_figures
from headwater.report.views.folds import Folder
from headwater.report.views.origins import EVIDENCE, OriginLine, OriginTeller, TieLine
from headwater.report.views.quotes import Quoted, Why
from headwater.report.words import count_of, count_word, say_origins, series, shorten, show_text

CREDIBILITY: Final = {
    1: "confirmed by other sources", 2: "probably true", 3: "possibly true",
    4: "doubtful", 5: "improbable", 6: "truth cannot be judged",
}  # fmt: skip
QUOTES: Final = 100  # statements of a claim that are quoted; nobody reads more of one
REASONS: Final = 40  # reasons of a join that are shown; each merge has one
MANY: Final = 3  # names in a sentence before "and others"


class ClaimLine(Record, frozen=True, kw_only=True):
    """A claim in a list.

    Attributes:
        who: On whose word its best wording stands.
        sources: Where its chains end, a name for each origin.
        own: True if the only origin is the voice of the only outlet.
        anchors: Ids of its mentions, its wording's first; they outlive a change of the claim.
        reading: The words with what they point at filled in, where that is needed.
        context: The sentence around words that state nothing alone.
        folded: What says the claim with more detail.
        generals: Words and address of what the claim says with more detail.
    """

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
    sources: tuple[str, ...] = ()
    own: bool = False
    reading: str = ""
    anchors: tuple[str, ...] = ()
    context: str = ""
    folded: Folded | None = None
    generals: tuple[tuple[str, str], ...] = ()


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
    more_quotes: int
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
        self.folder = Folder(lookup, places)
        self.quoter = self.folder.quoter
        self.origins = OriginTeller(lookup, places)
        self.answers = AnswerTeller(lookup, places)
        self.details = DetailTeller(lookup, places, self.origins)

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
            sources=tuple(line.names[0] for line in self.origins.origin_lines(found)),
            own=len(claim.documents) == 1 and not best.chain,
            reading=shorten(best.reading, LIST_WIDTH),
            anchors=(best.id, *(m.id for m in mentions if m.id != best.id)),
            context=shorten(in_context(self.lookup, best), LIST_WIDTH),
            folded=self.details.folded(claim),
            generals=self.details.generals(claim),
        )

    def who(self, mention: Mention) -> str:
        """Return on whose word a mention stands."""
        cited = self.lookup.attributions.get(mention.attribution or "")
        if cited is None or cited.kind == "unattributed":
            return ""
        return shorten(cited.name, 60)

    def card(self, claim: Claim) -> Card:
        """Return a claim with everything that is known of it."""
        found = self.lookup.corroborations.get(claim.id)
        assessment = self.lookup.assessments.get(claim.id)
        origins = self.origins.origins(found)
        quotes = self.folder.folded(claim, QUOTES)
        answers = self.answers.answers(claim)
        repeated = len(claim.documents) > 1
        picture = draw_chains(self.lookup, self.places, claim) if repeated else None
        quoter, best = self.quoter, self.lookup.mentions[claim.best]
        return Card(
            line=self.line(claim),
            gist=self.gist(claim, found, answers),
            grade=f"{assessment.reliability}{assessment.credibility}" if assessment else "",
            grade_words=grade_words(assessment),
            estimate=estimate_words(assessment),
            evidence=tuple(dict.fromkeys(filter(None, (EVIDENCE[o.evidence] for o in origins)))),
            picture=picture if picture is not None and picture.ways else None,
            quotes=quotes,
            more_quotes=self.folder.count(claim) - len(quotes),
            origins=self.origins.origin_lines(found),
            ties=self.origins.tie_lines(found),
            pivots=quoter.whys(found.pivots, best) if found is not None else (),
            counted=quoter.whys(found.reasons, best) if found is not None else (),
            answers=answers[:ANSWERS],
            further=self.answers.further(claim),
            figures=compare_figures(self.lookup, self.places, claim),
            joined=quoter.whys(claim.reasons[:REASONS], best),
            assessed=quoter.whys(assessment.reasons, best) if assessment is not None else (),
        )  # fmt: skip

    def gist(self, claim: Claim, found: Corroboration | None, answers: tuple[Answer, ...]) -> str:
        """Return one or two sentences that say how the claim is sourced and who is against it."""
        says = count_of(len(claim.documents), "document").capitalize()
        verb = "says" if len(claim.documents) == 1 else "say"
        names = [line.names[0] for line in self.origins.origin_lines(found)]
        if found is None or not names:
            rest = "where it comes from was not traced"
        elif found.high == 1:
            rest = f"the words lead to one origin, {names[0]}"
        else:
            least = "one origin" if found.low == 1 else f"{count_word(found.low)} separate origins"
            perhaps = f", perhaps {count_word(found.high)}" if found.low < found.high else ""
            rest = f"the words lead to {least}{perhaps}: {series(names, MANY)}"
        against = [a for a in answers if a.label == "Denied" and not a.weak]
        denial = ""
        if against:
            who: dict[str, str] = {}
            for quoted in (q for a in against for q in a.quotes):
                who.setdefault(quoted.steps[-1].name, quoted.stated or quoted.date)
            dated = [f"{name} ({when})" if when else name for name, when in who.items()]
            denial = f" Denied by {series(dated, MANY)}."
        return f"{says} {verb} this; {rest}.{denial}"


def origins_label(found: Corroboration | None) -> str:
    """Return `1 origin`, `1–3 origins`, or a dash if nothing was traced."""
    if found is None:
        return "not traced"
    return say_origins(found.low, found.high)


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
