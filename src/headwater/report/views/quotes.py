"""One document's words for a claim, in their sentence."""

import re
from typing import Final

from headwater.model.attribution import Attribution
from headwater.model.base import Record
from headwater.model.claim import StanceKind
from headwater.model.document import Document
from headwater.model.mention import Mention
from headwater.model.reason import Reason
from headwater.model.span import Place, Span, hull
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.views.marks import Mark, Piece, cut_pieces
from headwater.report.words import day, shorten, show_text

NEAR: Final = 160  # characters; a source or cue farther from its content is named, not shown
LONG: Final = 700  # characters; a longer window is clipped around the content
ROOM: Final = 240  # characters kept on each side of the content when clipped
TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # a language as HTML names it
UNCERTAIN: Final = 0.5  # below even odds an attribution is more probably wrong than right
NAME_WIDTH: Final = 70  # characters of a source's name in a line

STANCES: Final[dict[StanceKind, str]] = {
    "asserts": "", "reports": "", "hedges": "hedged", "doubts": "doubted",
    "denies": "denied", "updates": "updated",
}  # fmt: skip


class Step(Record, frozen=True, kw_only=True):
    """One link of a chain in words.

    Attributes:
        how: `published`, `said`, `inferred` or `copied`.
        link: The words that prove it.
    """

    name: str
    how: str
    link: str | None = None


class Quoted(Record, frozen=True, kw_only=True):
    """A mention as a reader sees it.

    Attributes:
        before, after: True if the sentence was clipped there.
        steps: The chain, outlet first.
        stated: The day on which it was said, if the text tells.
        language: Tag of the document's language, empty if unknown.
        tags: What qualifies the words: "denied", "possible", "negative", "headline", ...
        copies: Outlets with links that reprint the same words.
    """

    id: str
    outlet: str
    date: str
    stated: str
    document: str
    link: str
    pieces: tuple[Piece, ...]
    before: bool
    after: bool
    steps: tuple[Step, ...]
    circular: bool
    tags: tuple[str, ...]
    reasons: tuple["Why", ...] = ()
    copies: tuple["Reprint", ...] = ()
    language: str = ""


class Reprint(Record, frozen=True, kw_only=True):
    """A copy of the words elsewhere; `differs` if it is not letter by letter the same."""

    outlet: str
    date: str
    link: str
    differs: bool


class Why(Record, frozen=True, kw_only=True):
    """A reason with links to the words that prove it."""

    text: str
    links: tuple["Proof", ...] = ()


class Proof(Record, frozen=True, kw_only=True):
    """Words that prove something; `words` is empty where they stand beside it already."""

    words: str
    outlet: str
    link: str


class Quoter:
    """Makes quotations of one dossier."""

    def __init__(self, lookup: Lookup, places: Places) -> None:
        self.lookup = lookup
        self.places = places

    def quote(self, mention: Mention, *more: Mention) -> Quoted:
        """Return a mention's words in their sentence, with marks, chain and qualifications.

        Args:
            mention: What is quoted.
            more: Further mentions of the same sentence and chain, which are marked too.
        """
        document = self.lookup.documents[mention.document]
        chain = self.lookup.chains.get(mention.id)
        cited = [
            self.lookup.attributions[k] for k in mention.chain if k in self.lookup.attributions
        ]
        window = self.window(mention, cited)
        link = self.places.of_mention(mention)
        return Quoted(
            id=mention.id,
            outlet=show_text(self.lookup.outlet_name(document.id)),
            date=self.date(document.id),
            stated=day(next((c.stated for c in reversed(cited) if c.stated), None)),
            document=show_text(document.name),
            link=link,
            pieces=cut_pieces(document.text, window, marks_of((mention, *more), cited)),
            before=is_long(mention.sentence) and window.start > mention.sentence.start,
            after=is_long(mention.sentence) and window.end < mention.sentence.end,
            steps=self.steps(mention),
            circular=chain is not None and chain.circular,
            tags=self.tags(mention),
            reasons=self.whys(mention.reasons),
            language=language_of(document),
        )

    def window(self, mention: Mention, cited: list[Attribution]) -> Span:
        """Return the stretch to show: whole sentences where they are not too long."""
        window = find_window(mention, cited, len(self.lookup.documents[mention.document].text))
        sentences = self.lookup.sentences(mention.document)
        touched = [span for span in sentences if span.overlaps(window)]
        whole = hull((window, *touched))
        return window if is_long(whole) else whole

    def date(self, document: str) -> str:
        """Return a document's date as a reader writes it, empty if unknown."""
        published = self.lookup.documents[document].published
        return day(published.value) if published is not None else ""

    def steps(self, mention: Mention) -> tuple[Step, ...]:
        """Return a mention's chain in words, outlet first."""
        chain = self.lookup.chains.get(mention.id)
        outlet = self.lookup.outlet_name(mention.document)
        first = Step(name=shorten(outlet, NAME_WIDTH), how="published")
        if chain is None:
            return (first,)
        rest = chain.hops[1:] if chain.hops and chain.hops[0].how == "published" else chain.hops
        return (
            first,
            *(
                Step(
                    name=shorten(self.lookup.hop_name(hop), NAME_WIDTH),
                    how=hop.how,
                    link=self.places.link(hop.place) if hop.place is not None else None,
                )
                for hop in rest
            ),
        )

    def tags(self, mention: Mention) -> tuple[str, ...]:
        """Return what qualifies a mention, in a fixed order."""
        found = self.lookup.stances.get(mention.id)
        tags = [
            mention.modality if mention.modality != "asserted" else "",
            "in the negative" if mention.polarity == "negative" else "",
            STANCES[found.stance] if found is not None else "",
            mention.kind if mention.kind in {"opinion", "meta"} else "",
            "headline" if mention.headline else "",
            "uncertain who says it" if is_uncertain(self.lookup, mention) else "",
        ]
        return tuple(dict.fromkeys(tag for tag in tags if tag))

    def whys(self, reasons: tuple[Reason, ...], of: Mention | None = None) -> tuple[Why, ...]:
        """Return reasons with links to the words that prove them.

        Args:
            reasons: What is said.
            of: What they are about; a reason that names no place of its own links to its words.
        """
        about = self._about(of) if of is not None else ()
        return tuple(
            Why(text=show_text(reason.text), links=self.proofs(reason.places) or about)
            for reason in reasons
        )

    def _about(self, mention: Mention) -> tuple[Proof, ...]:
        """Return a link to what is talked about, without repeating its words."""
        link = self.places.link(Place(document=mention.document, span=mention.spans[0]))
        return (Proof(words="", outlet="its words", link=link),) if link is not None else ()

    def proofs(self, places: tuple[Place, ...]) -> tuple[Proof, ...]:
        """Return the words at some places, with links; places outside the dossier are left out."""
        found = []
        for place in dict.fromkeys(places):
            link = self.places.link(place)
            if link is not None:
                words = shorten(self.lookup.words(place), 180)
                outlet = show_text(self.lookup.outlet_name(place.document))
                found.append(Proof(words=words, outlet=outlet, link=link))
        return tuple(found)


def language_of(document: Document) -> str:
    """Return a document's language as a tag for HTML, empty if it is unknown or none."""
    value = document.language.value if document.language is not None else ""
    return value if TAG.fullmatch(value) else ""


def is_uncertain(lookup: Lookup, mention: Mention) -> bool:
    """Tell whether it is more probable that a mention is attributed wrongly than rightly."""
    cited = lookup.attributions.get(mention.attribution or "")
    return cited is not None and min(cited.probability, mention.probability) < UNCERTAIN


def is_long(span: Span) -> bool:
    """Tell whether a stretch is too long to be shown whole."""
    return span.end - span.start > LONG


def find_window(mention: Mention, cited: list[Attribution], length: int) -> Span:
    """Return the stretch to show: the sentence, with source and cue if they stand near.

    Args:
        mention: What is quoted.
        cited: The attributions of its chain.
        length: Length of the document's text.
    """
    content = hull(mention.spans)
    near = [
        span
        for found in cited
        for span in (*found.source, *found.cue)
        if content.start - NEAR <= span.end and span.start <= content.end + NEAR
    ]
    window = hull((mention.sentence, content, *near))
    if is_long(window):
        window = hull((content, *near))
        window = Span(start=max(0, window.start - ROOM), end=min(length, window.end + ROOM))
    if is_long(window):
        start = max(0, content.start - ROOM)
        window = Span(start=start, end=min(length, content.end + ROOM, start + 2 * LONG))
    return window


def marks_of(mentions: tuple[Mention, ...], cited: list[Attribution]) -> list[Mark]:
    """Return the marks of mentions with one chain: contents, sources and cues."""
    marks = [Mark(span=span, kind="content") for mention in mentions for span in mention.spans]
    marks += [Mark(span=a.span, kind="amount") for mention in mentions for a in mention.amounts]
    for found in cited:
        marks += [Mark(span=span, kind="source") for span in found.source]
        marks += [Mark(span=span, kind="cue") for span in found.cue]
    return marks
