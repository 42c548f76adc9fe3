"""A claim's page: the dossier's card, with handles to correct each statement."""

import msgspec

from headwater.desk.places import DeskPlaces
from headwater.desk.views.checks import Check, Checker
from headwater.desk.views.diffs import DiffPiece, compare_words
from headwater.desk.views.lookup import MANY
from headwater.model.attribution import Attribution
from headwater.model.base import Record
from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.model.span import Span, hull
from headwater.model.trace import Corroboration
from headwater.report.lookup import Lookup
from headwater.report.views.answers import Answer
from headwater.report.views.cards import Card, CardMaker
from headwater.report.views.folds import Folder
from headwater.report.views.origins import OriginTeller, TieLine
from headwater.report.views.quotes import LONG, Quoter
from headwater.report.words import shorten, show_text

TIES = 60  # pairs of origins that are read; a page tells a dozen of them


class AmountHandle(Record, frozen=True, kw_only=True):
    """A figure of a statement, as a correction names it."""

    place: str
    words: str
    value: float
    unit: str


class Handle(Record, frozen=True, kw_only=True):
    """What the corrections of one statement need to name.

    Attributes:
        place: `document number:start-end` of its words.
        near: The same of the paragraph around them, in which words are looked for.
        start: Offset at which the text begins that is shown, for words that people select.
        attribution: Id of who says it; empty for the outlet's own voice.
        source, cue: The words as they stand now.
    """

    id: str
    place: str
    near: str
    attribution: str
    start: int
    source: str
    cue: str
    content: str
    polarity: str
    modality: str
    amounts: tuple[AmountHandle, ...]
    copies: tuple["CopyLine", ...] = ()


class CopyLine(Record, frozen=True, kw_only=True):
    """A reprint of a statement, with what it words differently."""

    outlet: str
    date: str
    link: str
    diff: tuple[DiffPiece, ...]


class Pair(Record, frozen=True, kw_only=True):
    """Two origins that may be one, as a judgement names them."""

    names: tuple[str, str]
    shown: tuple[str, str]
    verdict: str


class ClaimPage(Record, frozen=True, kw_only=True):
    """Everything on a claim's page."""

    card: Card
    checks: tuple[Check, ...]
    handles: dict[str, Handle]
    pairs: tuple[Pair, ...]
    place: str
    best: str
    page: int
    pages: int
    statements: int


class ParagraphQuoter(Quoter):
    """Quotes whole paragraphs where they are not too long, and remembers where they begin."""

    def __init__(self, lookup: Lookup, places: DeskPlaces) -> None:
        super().__init__(lookup, places)
        self.windows: dict[str, Span] = {}

    def window(self, mention: Mention, cited: list[Attribution]) -> Span:
        """Return the paragraph of a mention; its sentences if the paragraph is long."""
        window = super().window(mention, cited)
        parse = self.lookup.parses.get(mention.document)
        touched = [p for p in parse.paragraphs if p.overlaps(window)] if parse else []
        whole = hull((window, *touched))
        self.windows[mention.id] = whole if whole.end - whole.start <= LONG else window
        return self.windows[mention.id]


def show_claim(lookup: Lookup, places: DeskPlaces, claim: Claim, page: int) -> ClaimPage:
    """Return a claim's page.

    Args:
        lookup: One that holds claims of many statements in bounds.
        places: Where links lead.
        claim: The claim.
        page: Which of its statements to show, from 1.
    """
    maker = CardMaker(lookup, places)
    quoter = ParagraphQuoter(lookup, places)
    maker.folder.quoter = quoter
    maker.origins = FewTies(lookup, places)
    card = maker.card(claim)
    card = msgspec.structs.replace(
        card, answers=tuple(count_rest(lookup, answer) for answer in card.answers)
    )
    pages = max(1, -(-len(claim.mentions) // MANY))
    page = min(page, pages)
    if len(claim.mentions) > MANY:
        part = claim.mentions[(page - 1) * MANY : page * MANY]
        quotes = maker.folder.folded(msgspec.structs.replace(claim, mentions=part))
        card = msgspec.structs.replace(card, quotes=quotes)
    copies = copies_of(maker.folder, claim)
    return ClaimPage(
        card=card,
        checks=Checker(lookup, places).checks(claim, card),
        handles={
            quoted.id: handle(lookup, quoter, quoted.id, copies.get(quoted.id, ()))
            for quoted in card.quotes
        },
        pairs=pairs_of(maker.origins, claim),
        place=place_of(lookup, lookup.mentions[claim.best]),
        best=claim.best,
        page=page,
        pages=pages,
        statements=len(claim.mentions),
    )


class FewTies(OriginTeller):
    """Tells of a claim with many origins no more pairs than people read."""

    def tie_lines(self, found: Corroboration | None) -> tuple[TieLine, ...]:
        """Return what makes origins one, then what may; some of many."""
        if found is None or len(found.ties) <= TIES:
            return super().tie_lines(found)
        ties = sorted(found.ties, key=lambda t: (ORDER[t.kind], t.left, t.right))[:TIES]
        return super().tie_lines(msgspec.structs.replace(found, ties=tuple(ties)))


def count_rest(lookup: Lookup, answer: Answer) -> Answer:
    """Return an answer with the true number of statements that are left out."""
    total = len(lookup.claims[answer.key].mentions)
    if total <= MANY:
        return answer
    return msgspec.structs.replace(answer, more=total - len(answer.quotes))


def place_of(lookup: Lookup, mention: Mention) -> str:
    """Return where a mention stands, as a form names it."""
    span = hull(mention.spans)
    return f"{lookup.numbers[mention.document]}:{span.start}-{span.end}"


def handle(
    lookup: Lookup, quoter: ParagraphQuoter, key: str, copies: tuple[CopyLine, ...]
) -> Handle:
    """Return what the corrections of a statement need to name."""
    mention = lookup.mentions[key]
    text = lookup.documents[mention.document].text
    cited = lookup.attributions.get(mention.attribution or "")
    window = quoter.windows[key]
    number = lookup.numbers[mention.document]
    return Handle(
        id=key,
        place=place_of(lookup, mention),
        near=f"{number}:{window.start}-{window.end}",
        attribution=cited.id if cited is not None else "",
        start=window.start,
        source=words_of(cited.source, text) if cited is not None else "",
        cue=words_of(cited.cue, text) if cited is not None else "",
        content=show_text(" … ".join(span.cut(text) for span in mention.spans)),
        polarity=mention.polarity,
        modality=mention.modality,
        amounts=tuple(
            AmountHandle(
                place=f"{number}:{amount.span.start}-{amount.span.end}",
                words=show_text(amount.span.cut(text)),
                value=amount.value,
                unit=show_text(amount.unit),
            )
            for amount in mention.amounts
        ),
        copies=copies,
    )


def words_of(spans: tuple[Span, ...], text: str) -> str:
    """Return the words of an attribution's part."""
    return show_text(" … ".join(span.cut(text) for span in spans))


def copies_of(folder: Folder, claim: Claim) -> dict[str, tuple[CopyLine, ...]]:
    """Return the reprints of each statement, with the words that differ."""
    lookup = folder.lookup
    by_link = {folder.places.of_mention(m): m for m in lookup.mentions_of(claim)}
    reprints, _ = folder.reprints(claim)
    found: dict[str, tuple[CopyLine, ...]] = {}
    for key, copies in reprints.items():
        lines = []
        for copy in copies:
            other = by_link[copy.link]
            diff = compare_words(lookup.mentions[key].text, other.text) if copy.differs else ()
            lines.append(CopyLine(outlet=copy.outlet, date=copy.date, link=copy.link, diff=diff))
        found[key] = tuple(lines)
    return found


def pairs_of(teller: OriginTeller, claim: Claim) -> tuple[Pair, ...]:
    """Return the pairs of origins that a person may settle, the unsettled first."""
    found = teller.lookup.corroborations.get(claim.id)
    if found is None:
        return ()
    order = {"maybe": 0, "same": 1, "different": 2}
    pairs: dict[tuple[str, str], Pair] = {}
    for tie in sorted(found.ties, key=lambda t: (order[t.kind], t.left, t.right))[:TIES]:
        names = (source_name(teller.lookup, tie.left), source_name(teller.lookup, tie.right))
        if all(names) and names[0] != names[1]:
            shown = (shorten(names[0], 90), shorten(names[1], 90))
            pairs.setdefault(names, Pair(names=names, shown=shown, verdict=tie.kind))
    return tuple(pairs.values())[:PAIRS]


ORDER = {"same": 0, "maybe": 1, "different": 2}
PAIRS = 12  # pairs of origins with buttons; more are settled in the queue


def source_name(lookup: Lookup, key: str) -> str:
    """Return the name of an origin's source, empty if there is none."""
    origin = lookup.origins.get(key)
    source = lookup.sources.get(origin.source) if origin is not None else None
    return source.name if source is not None else ""
