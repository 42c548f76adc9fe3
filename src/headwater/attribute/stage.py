"""The attribute stage."""

from collections.abc import Sequence
from typing import Final

from headwater.attribute.asides import judges_claim, withholds, without_asides
from headwater.attribute.chain.links import link_nodes
from headwater.attribute.chain.material import add_material
from headwater.attribute.chain.nesting import cite_inner, find_parents, put_behind_relays
from headwater.attribute.chain.through import Link
from headwater.attribute.clause_ends import within_clause
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.outlets import find_outlets
from headwater.attribute.find.papers import find_papers
from headwater.attribute.find.rules import find_all, find_quoted
from headwater.attribute.find.words import Words
from headwater.attribute.marks import TagsText, read_marks
from headwater.attribute.mend import without_day
from headwater.attribute.merge import merge
from headwater.attribute.records import make_record
from headwater.attribute.settings import AttributeSettings
from headwater.model.attribution import Attribution
from headwater.model.document import Document
from headwater.model.parse import Parse

HINT: Final = 0.15  # probability from which the model backs a rule that it does not overrule


def attribute(
    document: Document,
    parse: Parse,
    *,
    tagger: TagsText | None = None,
    settings: AttributeSettings | None = None,
) -> tuple[Attribution, ...]:
    """Return who is said to say what, in text order, nested attributions after those around them.

    Args:
        document: The text.
        parse: Its marks.
        tagger: The trained model; None for words and order alone.
        settings: Defaults if left out.
    """
    chosen = settings or AttributeSettings()
    words = Words(document, parse)
    outlets = find_outlets(words)
    drafts = (*find_all(words), *find_papers(words, outlets))
    if tagger is not None:
        places = [(span.start, span.end) for span in parse.paragraphs]
        marks = read_marks(words, tagger.tag(document.text, minimum=HINT, paragraphs=places))
        sure = tuple(draft for draft in marks if draft.weight >= chosen.minimum)
        hints = tuple(draft for draft in marks if draft.weight < chosen.minimum)
        drafts = merge(words, (sure, hints), drafts, outlets)
    if not chosen.marks:
        drafts = tuple(without_day(words, without_asides(words, draft)) for draft in drafts)
    if chosen.nested:
        drafts = (*drafts, *find_quoted(words, drafts))
    kept = (d for d in drafts if not judges_claim(words, d) and not withholds(words, d))
    drafts = tuple(within_clause(words, d) for d in kept)
    nodes = put_behind_relays(words, cite_inner(words, find_parents(words, drafts)))
    nodes = add_material(words, nodes)
    links = link_nodes(words, nodes, outlets, document.outlet.value if document.outlet else None)
    if chosen.marks:
        links = tuple(link._replace(dropped=False) for link in links)
    return make_records(document, words, links)


def make_records(
    document: Document, words: Words, links: Sequence[Link]
) -> tuple[Attribution, ...]:
    """Return the records of linked nodes, parents before children."""
    records: dict[int, Attribution] = {}
    for number in sorted(range(len(links)), key=lambda n: (_depth(links, n), n)):
        link = links[number]
        if link.node.draft.contents and not link.dropped:
            parent = records.get(link.node.parent) if link.node.parent is not None else None
            records[number] = make_record(document, words, link, parent)
    unique = {record.id: record for record in records.values()}
    order = sorted(unique.values(), key=lambda a: (a.content[0], a.inside is not None, a.id))
    return tuple(order)


def _depth(links: Sequence[Link], number: int) -> int:
    """Return how many links lie around a node."""
    depth, at = 0, links[number].node.parent
    while at is not None and depth < len(links):
        depth, at = depth + 1, links[at].node.parent
    return depth


__all__ = ["Draft", "Found", "attribute"]
