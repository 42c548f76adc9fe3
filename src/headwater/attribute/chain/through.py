"""Put outlets around the sources that spoke to them or were met through them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from headwater.attribute.chain.material import HOLDER
from headwater.attribute.chain.nesting import Node, source_place
from headwater.attribute.chain.routes import (
    found_of,
    outlet_in_cue,
    outlet_in_source,
    outlet_spoken_to,
    outlet_that_obtained,
    own_outlet,
)
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.nouns import PAPERS
from headwater.attribute.find.outlets import OutletPlace
from headwater.attribute.find.words import Words
from headwater.attribute.name.speaker import Speaker

PRESS: Final = frozenset({"reporters", "journalists", "newsmen"})
NEAR: Final = 6  # sentences in which "Lee said" still belongs to what Lee told an outlet
AN_OUTLET: Final = "a news outlet"
MEDIUM: Final = ("nesting.medium.v1", "the source spoke to or writes for this outlet")
INHERITED: Final = ("nesting.inherited.v1", "the source was met before through this outlet")


class Link(NamedTuple):
    """A node with its speaker; `dropped` if it is the document's own voice."""

    node: Node
    speaker: Speaker
    dropped: bool = False


def put_behind_outlets(
    words: Words, links: list[Link], outlets: Sequence[OutletPlace], outlet: str | None
) -> None:
    """Add the outlets that sources spoke to, and that groups were met through."""
    met: dict[str, tuple[Speaker, Node, int]] = {}
    for number in sorted(range(len(links)), key=lambda n: (source_place(links[n].node.draft), n)):
        link = links[number]
        if link.dropped:
            continue
        _add_cited(words, links, number, outlets)
        if link.node.parent is None and link.speaker.kind != "media_outlet":
            told = _outlet_of(words, link, outlets)
            if told is not None and own_outlet(outlet, told.name):
                met.pop(link.speaker.name, None)  # now he speaks to the document's own outlet
            elif told is not None:
                speaker = Speaker(told.name, "media_outlet", why=AN_OUTLET)
                _put_around(links, number, speaker, found_of(told), MEDIUM)
            elif _met_as(link.speaker, met) is not None:
                _inherit(words, links, number, met)
        _remember(words, links, number, met)


def inherit_holders(links: list[Link]) -> None:
    """Put the leak or the papers in which some material was met around its later words too."""
    for number, link in enumerate(tuple(links)):
        known = link.speaker.known
        if known is None or link.speaker.kind not in PAPERS:
            continue
        parent = links[known.node].node.parent
        if parent is None or links[parent].node.draft.rule != HOLDER[0] or known.node == number:
            continue
        if links[parent].speaker.name in _names_around(links, number):
            continue
        held = links[parent].node.draft
        around = held._replace(contents=link.node.draft.contents, carried=True)
        links.append(Link(Node(around, link.node.parent, *HOLDER), links[parent].speaker))
        links[number] = link._replace(
            node=link.node._replace(parent=len(links) - 1, link=HOLDER[0], why=HOLDER[1])
        )


def _names_around(links: Sequence[Link], number: int) -> set[str]:
    """Return the names of the speakers around a link."""
    names: set[str] = set()
    parent = links[number].node.parent
    while parent is not None:
        names.add(links[parent].speaker.name)
        parent = links[parent].node.parent
    return names


def _outlet_of(words: Words, link: Link, outlets: Sequence[OutletPlace]) -> OutletPlace | None:
    """Return the outlet that a source spoke to, writes for, or whose paper it is."""
    draft = link.node.draft
    told = outlet_spoken_to(words, draft, outlets)
    if told is None and link.speaker.kind == "person":
        told = outlet_in_source(words, draft, outlets)
    if told is None and link.speaker.kind in PAPERS:
        told = outlet_that_obtained(words, draft, outlets)
    return told


def _add_cited(
    words: Words, links: list[Link], number: int, outlets: Sequence[OutletPlace]
) -> None:
    """Add the outlet whose paper a cue names, inside its source ("pointed to a Gazette report")."""
    link = links[number]
    place = outlet_in_cue(words, link.node.draft, outlets)
    if place is None or link.speaker.kind == "media_outlet":
        return
    draft = link.node.draft
    rule, why = "nesting.cited.v1", "the other source points to its report"
    inner = Draft(found_of(place), draft.cue, draft.contents, "says", rule, draft.weight)
    speaker = Speaker(place.name, "media_outlet", why=AN_OUTLET)
    links.append(Link(Node(inner, number, rule, why, outlet=True), speaker))


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
    here = words.sentence[source_place(link.node.draft)]
    if link.speaker.kind == "person" and here - sentence > NEAR:
        return
    if link.speaker.kind not in ("person", "anonymous", "dataset", "leak"):
        return
    told = link.node.draft.addressee
    if told is not None and not PRESS.isdisjoint(words.lower[told.first : told.last]):
        return  # "Lee told reporters" is another talk
    _put_around(links, number, speaker, node.draft.source, INHERITED)


def _remember(
    words: Words, links: list[Link], number: int, met: dict[str, tuple[Speaker, Node, int]]
) -> None:
    """Keep through which outlet a source was met."""
    link = links[number]
    parent = link.node.parent
    if parent is None or links[parent].speaker.kind != "media_outlet":
        return
    sentence = words.sentence[source_place(link.node.draft)]
    if link.speaker.kind == "person" and not links[parent].node.outlet:
        return
    met[link.speaker.name] = (links[parent].speaker, links[parent].node, sentence)


def _put_around(
    links: list[Link], number: int, speaker: Speaker, source: Found | None, added: tuple[str, str]
) -> None:
    """Add a node for an outlet around a node, with the same content.

    Args:
        links: All links; the new one is put at the end.
        number: The one that gets it around itself.
        speaker: The outlet.
        source: Its words.
        added: The rule that adds it, and why.
    """
    link = links[number]
    draft, (rule, why) = link.node.draft, added
    around = Draft(source, draft.cue, draft.contents, "told", rule, draft.weight)
    links.append(Link(Node(around, link.node.parent, rule, why, outlet=True), speaker))
    node = link.node._replace(parent=len(links) - 1, link=rule, why=why)
    inner = link.speaker
    if inner.veil is not None:
        inner = inner._replace(veil=replace(inner.veil, medium=speaker.name))
    links[number] = link._replace(node=node, speaker=inner)
