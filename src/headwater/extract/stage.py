"""The extract stage."""

from collections.abc import Sequence
from typing import Final

from headwater.extract.asking import is_asked
from headwater.extract.cast import Cast, read_cast
from headwater.extract.fragments import is_fragment
from headwater.extract.kinds import name_kind
from headwater.extract.modality import weigh_strength, weigh_under
from headwater.extract.reading import read_alone
from headwater.extract.regions import Region, find_regions
from headwater.extract.settings import ExtractSettings
from headwater.extract.statements import Statement, cut_statements
from headwater.extract.words import Words
from headwater.model.attribution import Attribution
from headwater.model.base import content_id
from headwater.model.document import Document
from headwater.model.mention import Mention
from headwater.model.parse import Amount, Parse, Time
from headwater.model.reason import Reason
from headwater.model.span import Place, Span, touching

DEFINITE: Final = frozenset("the his her its their our these those both past last next".split())
RUNGS: Final = frozenset("top bottom middle upper lower richest poorest".split())
LOOK_BACK: Final = 12  # characters; room for the one word before a number


def extract(
    document: Document,
    parse: Parse,
    attributions: Sequence[Attribution],
    *,
    settings: ExtractSettings | None = None,
) -> tuple[Mention, ...]:
    """Return the mentions of a document in text order.

    Each attributed content and each own statement of the outlet is cut into propositions; each has
    its chain of attributions, its polarity, modality, quantities and times. What the outlet itself
    asks is none: it answers, or leaves it to the reader.

    Args:
        document: The text.
        parse: Its marks.
        attributions: All of the document's attributions, nested ones included, in any order.
        settings: Defaults if left out.
    """
    chosen = settings or ExtractSettings()
    cast = read_cast(document, parse, attributions)
    mentions: dict[tuple[tuple[Span, ...], tuple[str, ...]], Mention] = {}
    for region in find_regions(document, parse, attributions, chosen):
        names = tuple(a.name for a in region.chain)  # two cues for one source state it once
        for statement in cut_statements(document, parse, region, chosen):
            if not region.chain and is_asked(document.text, statement):
                continue
            mention = make_mention(document, parse, cast, region, statement)
            mentions.setdefault((mention.spans, names), mention)
    return tuple(sorted(mentions.values(), key=place_of))


def place_of(mention: Mention) -> tuple[int, int, int, str]:
    """Return what mentions are sorted by: text order, also where two share a subject or a verb."""
    spans = mention.spans
    return spans[0].start, spans[-1].end, sum(span.start for span in spans), mention.id


def make_mention(
    document: Document, parse: Parse, cast: Cast, region: Region, statement: Statement
) -> Mention:
    """Build the record of one statement."""
    inner = region.chain[-1] if region.chain else None
    spans = tuple(sorted(statement.spans))
    text = " ".join(span.cut(document.text) for span in spans)
    words = _weighed(statement, region)
    strength = weigh_under(
        document.text, statement.under, weigh_strength(document.text, words, inner)
    )
    places = tuple(Place(document=document.id, span=span) for span in strength.evidence)
    amounts = _pick_amounts(document.text, parse, statement)
    where = [f"{span.start}-{span.end}" for span in spans]
    return Mention(
        id=content_id("m", document.id, *where, *(a.id for a in region.chain)),
        document=document.id,
        spans=spans,
        statement=statement.whole,
        text=" ".join(text.split()),
        reading=read_alone(cast, parse, statement, region.chain),
        sentence=statement.sentence,
        attribution=inner.id if inner else None,
        chain=tuple(a.id for a in region.chain),
        kind=name_kind(text, inner),
        polarity=strength.polarity,
        modality=strength.modality,
        evidence=strength.evidence,
        amounts=amounts,
        times=_pick_times(parse, statement),
        stated=_day_stated(document, region.chain),
        stance_cue=strength.by_cue,
        fragment=is_fragment(document.text, statement, amounts, inner),
        headline=_is_headline(document, statement.sentence),
        probability=min((a.probability for a in region.chain), default=1.0),
        reasons=(Reason(rule="modality.v1", text=strength.why, places=places),),
    )


def _weighed(statement: Statement, region: Region) -> Words:
    """Return the words that tell how firm a statement is: a cue that only judges is none."""
    if region.sense != "bare":
        return statement.told or statement.words
    start = region.chain[-1].content[0].start
    return statement.words.pick(
        i for i, (at, _) in enumerate(statement.words.places) if at >= start
    )


def _pick_amounts(text: str, parse: Parse, statement: Statement) -> tuple[Amount, ...]:
    """Return the amounts in the statement's words that measure something."""
    inside = (a for a in parse.amounts if any(s.overlaps(a.span) for s in statement.spans))
    return tuple(a for a in inside if not _names_a_group(text, a))


def _names_a_group(text: str, amount: Amount) -> bool:
    """Tell whether a number only says who is meant: "the two countries", "the top 1 percent"."""
    before = text[max(0, amount.span.start - LOOK_BACK) : amount.span.start].lower().split()
    if not before or amount.comparator != "=":
        return False
    joined = text[amount.span.end : amount.span.end + 1] == "-"  # "his 40-page letter" has a size
    counts = amount.unit == "count" and not joined and before[-1] in DEFINITE
    return before[-1] in RUNGS or counts


def _pick_times(parse: Parse, statement: Statement) -> tuple[Time, ...]:
    """Return the times in the statement's words."""
    near = touching(parse.times, statement.spans)
    return tuple(t for t in near if any(span.contains(t.span) for span in statement.spans))


def _day_stated(document: Document, chain: Sequence[Attribution]) -> str | None:
    """Return the day of the speech act: the innermost one that is told, else the publication."""
    for attribution in reversed(chain):
        if attribution.stated is not None:
            return attribution.stated
    return document.published.value if document.published else None


def _is_headline(document: Document, sentence: Span) -> bool:
    """Tell whether the sentence is the document's title."""
    title = document.title
    return title is not None and title.span is not None and title.span.overlaps(sentence)
