"""The ranked board of claims: a row each, filters, pages."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from headwater.model.base import Record
from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.report.lookup import Lookup
from headwater.report.ranking import WorthKind, find_kinds
from headwater.report.views.cards import origins_label
from headwater.report.views.origins import EVIDENCE
from headwater.report.views.texts import LESSER, MARGIN
from headwater.report.words import day, shorten, show_text

PER_PAGE: Final = 50  # rows of a page; about three screens
MARKS: Final = 6  # outlets shown as marks before "and others"
WIDTH: Final = 280  # characters of a claim's words in a row
LETTERS: Final = 3  # of an outlet's mark
NAMES: Final = 10_000  # outlets whose letters are remembered
SMALL: Final = frozenset({"the", "of", "and", "for", "a", "in", "on", "de", "la", "le", "der"})
LOOKS: Final[dict[WorthKind, str]] = {
    "echo": "one origin behind several documents",
    "possible echo": "perhaps one origin behind several",
    "disputed": "disputed",
    "figures differ": "figures disagree",
    "veiled": "nobody named stands behind it",
    "unsourced": "no source given",
}


class OutletMark(Record, frozen=True, kw_only=True):
    """An outlet as a small mark: its initials, its name, and how often it states the claim."""

    letters: str
    name: str
    times: int


class Row(Record, frozen=True, kw_only=True):
    """A claim on the board.

    Attributes:
        rank: From 1, most worth a look first.
        reading: The words with what they point at filled in, where that is needed.
        first, last: ISO days of the first and the last statement, empty if unknown.
        sources: Names of everybody in its chains.
    """

    id: str
    rank: int
    text: str
    reading: str
    documents: int
    statements: int
    outlets: tuple[OutletMark, ...]
    origins: str
    low: int
    high: int
    status: str
    looks: tuple[WorthKind, ...]
    evidence: tuple[str, ...]
    tags: tuple[str, ...]
    first: str
    last: str
    sources: tuple[str, ...]

    @property
    def notable(self) -> bool:
        """Tell whether the claim is repeated or has a reason to look beside the lack of a name."""
        return self.documents > 1 or bool(set(self.looks) - LESSER)

    @property
    def gist(self) -> str:
        """Return what the margin of a text says of the claim."""
        parts = (
            f"{self.documents} documents" if self.documents > 1 else "",
            self.origins,
            *(words for look, words in MARGIN.items() if look in self.looks),
        )
        return ", ".join(part for part in parts if part)

    @property
    def when(self) -> str:
        """Return first and last day as a reader writes them."""
        if self.first == self.last:
            return day(self.first)
        return f"{day(self.first)} – {day(self.last)}"


class Filters(Record, frozen=True, kw_only=True):
    """What a reader asked the board for; empty fields ask for nothing."""

    q: str = ""
    source: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    status: str = ""
    look: str = ""
    evidence: str = ""
    sort: str = ""

    def any(self) -> bool:
        """Tell whether anything was asked for."""
        return any(getattr(self, name) for name in self.__struct_fields__ if name != "sort")


class Choices(Record, frozen=True, kw_only=True):
    """What the filters offer."""

    outlets: tuple[str, ...]
    statuses: tuple[str, ...]
    looks: tuple[tuple[str, str], ...]
    evidence: tuple[str, ...]
    sources: tuple[str, ...]
    total: int


def read_filters(asked: Mapping[str, str]) -> Filters:
    """Return the filters of an address."""
    known = {name: asked.get(name, "").strip() for name in Filters.__struct_fields__}
    return Filters(**known)


def make_rows(lookup: Lookup) -> tuple[Row, ...]:
    """Return every claim as a row, most worth a look first."""
    ranked = [lookup.claims[key] for key in lookup.dossier.ranking if key in lookup.claims]
    return tuple(make_row(lookup, claim, rank) for rank, claim in enumerate(ranked, 1))


def make_row(lookup: Lookup, claim: Claim, rank: int) -> Row:
    """Return one claim."""
    mentions = lookup.mentions_of(claim)
    found = lookup.corroborations.get(claim.id)
    assessment = lookup.assessments.get(claim.id)
    best = lookup.mentions.get(claim.best, mentions[0])
    days = sorted(filter(None, (date_of(lookup, mention) for mention in mentions)))
    return Row(
        id=claim.id,
        rank=rank,
        text=shorten(claim.text, WIDTH),
        reading=shorten(best.reading, WIDTH),
        documents=len(claim.documents),
        statements=len(mentions),
        outlets=marks_of(lookup, mentions),
        origins=origins_label(found),
        low=found.low if found is not None else 0,
        high=found.high if found is not None else 0,
        status=assessment.status if assessment is not None else "not assessed",
        looks=find_kinds(lookup, claim),
        evidence=evidence_of(lookup, claim),
        tags=tags_of(best),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        sources=sources_of(lookup, mentions),
    )


def date_of(lookup: Lookup, mention: Mention) -> str:
    """Return the day on which a statement was published, empty if unknown."""
    published = lookup.documents[mention.document].published
    return published.value if published is not None else ""


def marks_of(lookup: Lookup, mentions: Iterable[Mention]) -> tuple[OutletMark, ...]:
    """Return the outlets of some statements in order, each once."""
    times: dict[str, int] = {}
    for document, number in Counter(mention.document for mention in mentions).items():
        name = show_text(lookup.outlet_name(document))
        times[name] = times.get(name, 0) + number
    return tuple(
        OutletMark(letters=initials(name), name=name, times=number)
        for name, number in times.items()
    )


@lru_cache(maxsize=NAMES)
def initials(name: str) -> str:
    """Return two or three letters that stand for an outlet."""
    words = [word for word in name.replace(".", " ").split() if word.casefold() not in SMALL]
    letters = "".join(word[0] for word in words if word[0].isalnum()).upper()
    if len(letters) > 1:
        return letters[:LETTERS]
    signs = "".join(sign for sign in name if sign.isalnum())
    if signs.isdigit():  # the number of a file, of which the end tells it from the others
        return signs[-LETTERS:]
    return signs[:2].capitalize() or "?"


def evidence_of(lookup: Lookup, claim: Claim) -> tuple[str, ...]:
    """Return the kinds of evidence that the claim's origins are, in words."""
    found = lookup.corroborations.get(claim.id)
    keys = found.origins if found is not None else ()
    kinds = (EVIDENCE[lookup.origins[key].evidence] for key in keys if key in lookup.origins)
    return tuple(dict.fromkeys(filter(None, kinds)))


def tags_of(mention: Mention) -> tuple[str, ...]:
    """Return what qualifies the claim's best wording."""
    tags = (
        mention.modality if mention.modality != "asserted" else "",
        "in the negative" if mention.polarity == "negative" else "",
        mention.kind if mention.kind in {"opinion", "meta"} else "",
    )
    return tuple(tag for tag in tags if tag)


def sources_of(lookup: Lookup, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Return the names of everybody whom the mentions cite, each once."""
    cited = (lookup.source_of.get(key) for mention in mentions for key in mention.chain)
    names = dict.fromkeys(source.name for source in cited if source is not None)
    return tuple(dict.fromkeys(shorten(name, 90) for name in names))


def choose(rows: Iterable[Row], filters: Filters, found: frozenset[str] | None) -> list[Row]:
    """Return the rows that fit the filters, in the order that was asked for.

    Args:
        rows: All rows, in rank order.
        filters: What must fit.
        found: Ids of the claims that hold the words that were searched for; None for all.
    """
    kept = [row for row in rows if (found is None or row.id in found) and fits(row, filters)]
    match filters.sort:
        case "documents":
            kept.sort(key=lambda row: -row.documents)
        case "first":
            kept.sort(key=lambda row: row.first or "9999")
        case "last":
            kept.sort(key=lambda row: row.last, reverse=True)
    return kept


def fits(row: Row, filters: Filters) -> bool:
    """Tell whether a row has everything that was asked for."""
    return (
        (not filters.outlet or any(mark.name == filters.outlet for mark in row.outlets))
        and (not filters.status or row.status == filters.status)
        and (not filters.look or filters.look in row.looks)
        and (not filters.evidence or filters.evidence in row.evidence)
        and fits_source(row, filters.source)
        and fits_days(row, filters)
    )


def fits_source(row: Row, asked: str) -> bool:
    """Tell whether somebody of that name is cited for the claim."""
    wanted = asked.casefold()
    return not wanted or any(wanted in name.casefold() for name in row.sources)


def fits_days(row: Row, filters: Filters) -> bool:
    """Tell whether the claim was stated in the days asked for."""
    if filters.since and (not row.last or row.last < filters.since):
        return False
    return not (filters.until and (not row.first or row.first > filters.until))


def offer(rows: Iterable[Row]) -> Choices:
    """Return what the filters can choose from."""
    outlets: dict[str, None] = {}
    statuses: dict[str, None] = {}
    evidence: dict[str, None] = {}
    sources: dict[str, int] = {}
    looks: set[str] = set()
    total = 0
    for row in rows:
        total += 1
        outlets.update(dict.fromkeys(mark.name for mark in row.outlets))
        statuses[row.status] = None
        evidence.update(dict.fromkeys(row.evidence))
        looks.update(row.looks)
        for name in row.sources:
            sources[name] = sources.get(name, 0) + 1
    return Choices(
        outlets=tuple(sorted(outlets, key=str.casefold)),
        statuses=tuple(sorted(statuses)),
        looks=tuple((kind, words) for kind, words in LOOKS.items() if kind in looks),
        evidence=tuple(sorted(evidence)),
        sources=tuple(sorted(sources, key=lambda name: (-sources[name], name))[:OFFERED]),
        total=total,
    )


OFFERED: Final = 200  # sources that a filter suggests; the field takes any other too
