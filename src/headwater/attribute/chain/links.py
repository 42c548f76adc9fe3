"""Name the sources of nested drafts and add the links that the text only implies."""

from collections.abc import Sequence

from headwater.attribute.chain.introduced import name_introduced
from headwater.attribute.chain.nesting import Node, source_place
from headwater.attribute.chain.own_voice import is_own_voice
from headwater.attribute.chain.through import Link, inherit_holders, put_behind_outlets
from headwater.attribute.chain.unearthed import put_behind_finders
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.outlets import OutletPlace
from headwater.attribute.find.words import Words
from headwater.attribute.name.pronouns import SINGULAR, Known
from headwater.attribute.name.speaker import Context, Speaker
from headwater.attribute.name.speakers import name_speaker
from headwater.lexicon.genders import read_genders


def link_nodes(
    words: Words, nodes: Sequence[Node], outlets: Sequence[OutletPlace], outlet: str | None
) -> tuple[Link, ...]:
    """Return every node with its speaker, and further nodes for outlets in between.

    Args:
        words: The document.
        nodes: Drafts with their parents; positions in the sequence are the parents' numbers.
        outlets: All outlets that the document names.
        outlet: Name of the document's own outlet, if known.
    """
    speakers = name_all(words, nodes)
    links = [
        Link(node, speakers[number], is_own_voice(words, node, speakers[number], outlet))
        for number, node in enumerate(nodes)
    ]
    links = _reparent_dropped(_without_echoes(_carried_over(words, links)))
    links = name_introduced(words, links)
    inherit_holders(links)
    put_behind_finders(words, links, outlets)
    put_behind_outlets(words, links, outlets, outlet)
    return tuple(links)


def name_all(words: Words, nodes: Sequence[Node]) -> dict[int, Speaker]:
    """Return the speaker of each node, named in text order."""
    memory: list[Known] = []
    context = Context(words, memory, read_genders(words.text, words.parse.names))
    speakers: dict[int, Speaker] = {}
    for number in sorted(range(len(nodes)), key=lambda n: (source_place(nodes[n].draft), n)):
        draft = nodes[number].draft
        speaker = name_speaker(context, draft.source)
        speakers[number] = speaker
        if draft.source is not None and speaker.kind != "unattributed":
            at = draft.source.first
            memory.append(
                Known(
                    at,
                    words.sentence[at],
                    speaker.name,
                    speaker.kind,
                    speaker.head,
                    speaker.plural,
                    _known_at(words, speaker, draft.source),
                    nodes[number].parent is not None,
                    number,
                )
            )
    return speakers


def _known_at(words: Words, speaker: Speaker, source: Found) -> Found:
    """Return where a source's fullest name was read."""
    return (
        speaker.known.found
        if speaker.known is not None
        else source
        if speaker.antecedent is None
        else Found(*words.within(speaker.antecedent))
    )


def _carried_over(words: Words, links: list[Link]) -> list[Link]:
    """Return the links with "it allegedly ..." given to the source of the sentence before.

    The adverb shows that the outlet still reports what somebody else says; in the same paragraph,
    right behind an attributed sentence, that can only be the same source.
    """
    found = list(links)
    for number, link in enumerate(links):
        if not _is_lone_hearsay(link):
            continue
        before = _link_before(words, links, link)
        if before is not None and before.node.draft.source is not None:
            if before.speaker.kind == "person" and _is_of_one(words, link):
                continue
            speaker = before.speaker._replace(
                antecedent=words.span(*before.node.draft.source),
                rule="speakers.carried.v1",
                why="the adverb shows that the source of the sentence before goes on",
            )
            found[number] = link._replace(speaker=speaker)
    return found


def _is_lone_hearsay(link: Link) -> bool:
    """Tell whether a link is an outermost "allegedly" without a source."""
    draft = link.node.draft
    return draft.source is None and draft.kind == "rumoured" and link.node.parent is None


def _is_of_one(words: Words, link: Link) -> bool:
    """Tell whether "he reportedly left" is told of one person: most likely of the one before."""
    draft = link.node.draft
    first = min(part.first for part in (*draft.contents, draft.cue) if part is not None)
    return not SINGULAR.isdisjoint(words.lower[max(first - 1, 0) : first + 1])


def _link_before(words: Words, links: Sequence[Link], link: Link) -> Link | None:
    """Return the outermost link with a source of the sentence before, in the same paragraph."""
    cue = link.node.draft.cue
    if cue is None:
        return None
    wanted = (words.sentence[cue.first] - 1, words.paragraph_of(cue.first))
    for other in links:
        draft = other.node.draft
        if draft.source is None or draft.cue is None or other.node.parent is not None:
            continue
        if (words.sentence[draft.cue.first], words.paragraph_of(draft.cue.first)) == wanted:
            return other
    return None


def _without_echoes(links: list[Link]) -> list[Link]:
    """Return the links with those dropped that repeat the speaker around them."""
    found: list[Link] = []
    for link in links:
        parent = link.node.parent
        same = parent is not None and (
            links[parent].speaker.name == link.speaker.name or link.speaker.kind == "unattributed"
        )
        found.append(link._replace(dropped=True) if same else link)
    return found


def _reparent_dropped(links: list[Link]) -> list[Link]:
    """Return the links with those inside a dropped one moved outward."""

    def outward(parent: int | None) -> int | None:
        while parent is not None and links[parent].dropped:
            parent = links[parent].node.parent
        return parent

    return [
        link._replace(node=link.node._replace(parent=outward(link.node.parent))) for link in links
    ]
