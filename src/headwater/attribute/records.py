"""Turn linked drafts into records."""

from typing import Final

from headwater.attribute.chain.through import Link
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.posts import RULE as POSTED
from headwater.attribute.find.words import Words
from headwater.attribute.marks import MODEL
from headwater.model.attribution import Attribution, Style
from headwater.model.base import content_id
from headwater.model.document import Document
from headwater.model.reason import Reason
from headwater.model.span import Place, Span

DIRECT_SHARE: Final = 0.9  # of the words in quotation marks; the scorer's and PolNeAR's reading


def make_record(
    document: Document, words: Words, link: Link, parent: Attribution | None
) -> Attribution:
    """Return the record of one linked draft.

    Args:
        document: The text.
        words: Its words.
        link: The draft with its speaker.
        parent: The record that it lies inside, if any.
    """
    draft, speaker = link.node.draft, link.speaker
    source = _spans(words, (draft.source,) if draft.source is not None else ())
    cue = _spans(words, (draft.cue,) if draft.cue is not None else ())
    content = _spans(words, draft.contents)
    numbers = [number for span in (*source, *cue, *content) for number in (span.start, span.end)]
    inside = parent.id if parent is not None else None
    return Attribution(
        id=content_id("a", document.id, speaker.name, inside or "", *numbers),
        document=document.id,
        source=source,
        cue=cue,
        content=content,
        inside=inside,
        # A post is word for word, without quotation marks.
        style="direct" if draft.rule == POSTED else style_of(words, draft.contents),
        cue_kind=draft.kind,
        name=speaker.name,
        kind=speaker.kind,
        affiliation=speaker.affiliation,
        antecedent=speaker.antecedent,
        veil=speaker.veil,
        stated=stated_day(words, link),
        probability=round(draft.weight, 3),
        reasons=_reasons(document, link, source, cue, content),
    )


def _spans(words: Words, parts: tuple[Found, ...]) -> tuple[Span, ...]:
    """Return spans of ranges of words, sorted."""
    return tuple(sorted({words.span(part.first, part.last) for part in parts}))


def style_of(words: Words, contents: tuple[Found, ...]) -> Style:
    """Return whether a content is quoted wholly, partly or not at all."""
    inner = [i for part in contents for i in range(part.first, part.last) if words.is_word(i)]
    quoted = sum(1 for index in inner if words.depth[index])
    if not inner or quoted == 0:
        return "indirect"
    return "direct" if quoted >= DIRECT_SHARE * len(inner) else "mixed"


def stated_day(words: Words, link: Link) -> str | None:
    """Return the ISO day in the sentence of the cue, outside the content; None if there is none."""
    draft = link.node.draft
    if draft.cue is None:
        return None
    first, last = words.bounds[words.sentence[draft.cue.first]]
    start, end = words.starts[first], words.ends[last - 1]
    contents = _spans(words, draft.contents)
    days = [
        time for time in words.parse.times
        if start <= time.span.start < end and time.precision == "day" and time.first is not None
        and not any(part.overlaps(time.span) for part in contents)
    ]  # fmt: skip
    at = words.starts[draft.cue.first]
    return (
        min(days, key=lambda time: (abs(time.span.start - at), time.span.start)).first
        if days
        else None
    )


def _reasons(
    document: Document,
    link: Link,
    source: tuple[Span, ...],
    cue: tuple[Span, ...],
    content: tuple[Span, ...],
) -> tuple[Reason, ...]:
    """Return why source, cue, content, name and link were decided so."""
    draft, speaker, node = link.node.draft, link.speaker, link.node

    def places(spans: tuple[Span, ...]) -> tuple[Place, ...]:
        return tuple(Place(document=document.id, span=span) for span in spans)

    shares = f" ({draft.shares})" if draft.rule == MODEL and draft.shares else ""
    reasons = [
        Reason(
            rule=draft.rule,
            text=f"a cue of the kind “{draft.kind}” with its content{shares}",
            places=places(cue or content),
            weight=round(draft.weight, 3),
        )
    ]
    antecedent = (speaker.antecedent,) if speaker.antecedent is not None else source
    reasons.append(Reason(rule=speaker.rule, text=speaker.why, places=places(antecedent)))
    if node.link:
        reasons.append(Reason(rule=node.link, text=node.why, places=places(source)))
    return tuple(reasons)
