"""Name the sources of nested drafts and add the links that the text only implies."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.attribute.chain.nesting import Node
from headwater.attribute.chain.own_voice import is_own_voice
from headwater.attribute.chain.routes import (
    found_of,
    outlet_in_cue,
    outlet_in_source,
    outlet_spoken_to,
    own_outlet,
)
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.outlets import OutletPlace
from headwater.attribute.find.words import Words
from headwater.attribute.name.genders import read_genders
from headwater.attribute.name.pronouns import Known
from headwater.attribute.name.speaker import Context, Speaker
from headwater.attribute.name.speakers import name_speaker

NEAR: Final = (
    6  # sentences in which "Lee said" still belongs to what Lee told the outlet named before
)


class Link(NamedTuple):
    """A node with its speaker; `dropped` if it is the document's own voice."""

    node: Node
    speaker: Speaker
    dropped: bool = False


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
    _through_outlets(words, links, outlets, outlet)
    return tuple(links)


def name_all(words: Words, nodes: Sequence[Node]) -> dict[int, Speaker]:
    """Return the speaker of each node, named in text order."""
    memory: list[Known] = []
    context = Context(words, memory, read_genders(words))
    speakers: dict[int, Speaker] = {}
    for number in sorted(range(len(nodes)), key=lambda n: (_source_place(nodes[n].draft), n)):
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


def _source_place(draft: Draft) -> int:
    """Return where a draft's source stands; its cue if it has none."""
    if draft.source is not None:
        return draft.source.first
    return draft.cue.first if draft.cue is not None else draft.place


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


def _through_outlets(
    words: Words, links: list[Link], outlets: Sequence[OutletPlace], outlet: str | None
) -> None:
    """Add the outlets that sources spoke to, and that groups were met through."""
    met: dict[str, tuple[Speaker, Node, int]] = {}
    for number in sorted(range(len(links)), key=lambda n: (_source_place(links[n].node.draft), n)):
        link = links[number]
        if link.dropped:
            continue
        draft = link.node.draft
        within = outlet_in_cue(words, draft, outlets)
        if within is not None and link.speaker.kind != "media_outlet":
            inner = Draft(
                found_of(within),
                draft.cue,
                draft.contents,
                "says",
                "nesting.cited.v1",
                draft.weight,
            )
            speaker = Speaker(within.name, "media_outlet", why="a news outlet")
            links.append(
                Link(
                    Node(
                        inner,
                        number,
                        "nesting.cited.v1",
                        "the other source points to its report",
                        outlet=True,
                    ),
                    speaker,
                )
            )
        if link.node.parent is None and link.speaker.kind != "media_outlet":
            told = outlet_spoken_to(words, draft, outlets)
            if told is None and link.speaker.kind == "person":
                told = outlet_in_source(words, draft, outlets)
            if told is not None and not own_outlet(outlet, told.name):
                speaker = Speaker(told.name, "media_outlet", why="a news outlet")
                _put_around(
                    links,
                    number,
                    speaker,
                    found_of(told),
                    "nesting.medium.v1",
                    "the source spoke to or writes for this outlet",
                )
            elif _met_as(link.speaker, met) is not None:
                _inherit(words, links, number, met)
        _remember(words, links, number, met)


def _met_as(speaker: Speaker, met: dict[str, tuple[Speaker, Node, int]]) -> str | None:
    """Return the name under which a source was met through an outlet, None if it was not."""
    names = (speaker.name, *((speaker.known.name,) if speaker.known is not None else ()))
    return next((name for name in names if name in met), None)


def _inherit(
    words: Words, links: list[Link], number: int, met: dict[str, tuple[Speaker, Node, int]]
) -> None:
    """Put the outlet through which a source was met around its later words."""
    link = links[number]
    speaker, node, sentence = met[_met_as(link.speaker, met) or ""]
    here = words.sentence[_source_place(link.node.draft)]
    if link.speaker.kind == "person" and here - sentence > NEAR:
        return
    if link.speaker.kind not in ("person", "anonymous", "dataset", "leak"):
        return
    _put_around(
        links,
        number,
        speaker,
        node.draft.source,
        "nesting.inherited.v1",
        "the source was met before through this outlet",
    )


def _remember(
    words: Words, links: list[Link], number: int, met: dict[str, tuple[Speaker, Node, int]]
) -> None:
    """Keep through which outlet a source was met."""
    link = links[number]
    parent = link.node.parent
    if parent is None or links[parent].speaker.kind != "media_outlet":
        return
    sentence = words.sentence[_source_place(link.node.draft)]
    if link.speaker.kind == "person" and not links[parent].node.outlet:
        return
    met[link.speaker.name] = (links[parent].speaker, links[parent].node, sentence)


def _put_around(
    links: list[Link], number: int, speaker: Speaker, source: Found | None, rule: str, why: str
) -> None:
    """Add a node for an outlet around a node, with the same content."""
    link = links[number]
    draft = link.node.draft
    around = Draft(source, draft.cue, draft.contents, "told", rule, draft.weight)
    links.append(Link(Node(around, link.node.parent, rule, why, outlet=True), speaker))
    links[number] = link._replace(
        node=link.node._replace(parent=len(links) - 1, link=rule, why=why)
    )
