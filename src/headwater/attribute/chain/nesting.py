"""Put attributions inside one another: who is said to have cited whom."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.attribute.find.classes import RELATIVES
from headwater.attribute.find.cues import is_relay
from headwater.attribute.find.drafts import LIKELY, Draft, Found
from headwater.attribute.find.noun_phrases import noun_phrase_after
from headwater.attribute.find.words import Words

SELF: Final = frozenset("i we you me us my our let's".split())
CONTENT_RULE: Final = "nesting.content.v1"
EXAMINED: Final = "examined.v1"
LISTED: Final = "listed.v1"


class Node(NamedTuple):
    """A draft with its place in a chain.

    Attributes:
        parent: Number of the node it lies inside, None for an outermost one.
        link: Name of the rule that put it there, or that added the node; empty if it stands alone.
        why: The link in words.
        outlet: True if the node stands for the outlet that the speaker spoke to.
    """

    draft: Draft
    parent: int | None = None
    link: str = ""
    why: str = ""
    outlet: bool = False


def extent(draft: Draft) -> tuple[int, int]:
    """Return the first and last word (excluded) of all that a draft covers."""
    parts = [
        part
        for part in (draft.source if not draft.carried else None, draft.cue, *draft.contents)
        if part is not None
    ]
    return min(part.first for part in parts), max(part.last for part in parts)


def find_parents(words: Words, drafts: Sequence[Draft]) -> tuple[Node, ...]:
    """Return the drafts in text order, each inside the smallest content that covers it.

    Speech of the same speaker about himself ("I think") inside a quotation is left out: it adds no
    link to the chain.
    """
    widened = [_with_relatives(words, draft, drafts) for draft in drafts]
    ordered = sorted(widened, key=lambda d: (extent(d)[0], -extent(d)[1], d.place, d.rule))
    kept = [
        draft
        for number, draft in enumerate(ordered)
        if not (_is_self(words, draft) and _smallest_around(words, ordered, number) is not None)
    ]
    return tuple(_place(words, kept, number) for number in range(len(kept)))


def _place(words: Words, drafts: Sequence[Draft], number: int) -> Node:
    """Return a draft with the draft that it lies inside."""
    draft = drafts[number]
    parent = _smallest_around(words, drafts, number)
    if parent is not None:
        return Node(draft, parent, CONTENT_RULE, "it stands in what the other source says")
    if (draft.rule == EXAMINED and draft.kind == "shows") or draft.rule == LISTED:
        host = _same_statement(drafts, number)
        if host is not None:
            rule, why = "nesting.examined.v1", "the other source is said to have it from there"
            inner = draft._replace(contents=drafts[host].contents, rule=rule)
            return Node(inner, host, rule, why)
    return Node(draft)


def _with_relatives(words: Words, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Return "cites records" with "which show that ..." as part of what is cited."""
    if draft.kind != "cites":
        return draft
    last = draft.contents[-1]
    for other in drafts:
        source = other.source
        if source is None or words.lower[source.first] not in RELATIVES:
            continue
        comma = source.first == last.last + 1 and words.raw[last.last] == ","
        if source.first == last.last or comma:
            wider = Found(last.first, max(last.last, extent(other)[1]))
            return draft._replace(contents=(*draft.contents[:-1], wider))
    return draft


def _same_statement(drafts: Sequence[Draft], number: int) -> int | None:
    """Return the draft of another source whose content is mostly this one's."""
    mine = {i for part in drafts[number].contents for i in range(part.first, part.last)}
    for other, draft in enumerate(drafts):
        theirs = {i for part in draft.contents for i in range(part.first, part.last)}
        if (
            other != number
            and draft.rule != EXAMINED
            and 2 * len(mine & theirs) > len(mine | theirs)
        ):
            return other
    return None


def _is_self(words: Words, draft: Draft) -> bool:
    """Tell whether the speaker of a quotation speaks of himself."""
    source = draft.source
    if source is None or source.last - source.first > 1:
        return False
    return words.lower[source.first] in SELF


def whole_parts(words: Words, draft: Draft) -> tuple[Found, ...]:
    """Return the parts of a content, those of one sentence as one.

    A relative clause that the model leaves out of a content still stands in it.
    """
    own = [part.first for part in (draft.source, draft.cue) if part is not None]
    joined: list[Found] = []
    for part in draft.contents:
        last = joined[-1] if joined else part
        near = words.sentence[last.first] == words.sentence[part.last - 1]
        if joined and near and not any(last.last <= at < part.first for at in own):
            part = Found(joined.pop().first, part.last)
        joined.append(part)
    return tuple(joined)


def _smallest_around(words: Words, drafts: Sequence[Draft], number: int) -> int | None:
    """Return the number of the draft with the smallest content that holds all of this one."""
    first, last = extent(drafts[number])
    best: int | None = None
    size = 0
    for other, draft in enumerate(drafts):
        if other == number:
            continue
        for part in whole_parts(words, draft):
            holds = part.first <= first and last <= part.last
            if holds and (best is None or part.last - part.first < size):
                best, size = other, part.last - part.first
    return best


def cite_inner(words: Words, nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the nodes with "X reported, citing Y" turned into Y inside X.

    The draft of `citing` gets the content of the draft that it hangs on.
    """
    done = list(nodes)
    for number, node in enumerate(done):
        draft = node.draft
        if (
            draft.kind != "cites"
            or draft.cue is None
            or not words.lower[draft.cue.last - 1].endswith("ing")
        ):
            continue
        host = _host_of(words, done, number)
        if host is None:
            continue
        cited = noun_phrase_after(words, draft.cue.last, words.sentence_end(draft.cue.first))
        if cited is None:
            continue
        inner = Draft(
            cited, draft.cue, done[host].draft.contents, "cites", "nesting.citing.v1", LIKELY
        )
        done[number] = Node(inner, host, "nesting.citing.v1", "the other source is said to cite it")
    return tuple(done)


def put_behind_relays(words: Words, nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the nodes with X put around Y where Y "was quoted by X as saying" something."""
    done = list(nodes)
    for number, node in enumerate(nodes):
        agent = _relaying_agent(words, node.draft)
        if agent is not None:
            rule, why = "nesting.relayed.v1", "the other source is said to quote it"
            outer = node.draft._replace(source=agent, kind="cites", rule=rule, addressee=None)
            done.append(Node(outer, node.parent, rule, why))
            done[number] = node._replace(parent=len(done) - 1, link=rule, why=why)
    return tuple(done)


def _relaying_agent(words: Words, draft: Draft) -> Found | None:
    """Return who quotes in "was quoted by X as saying", "was quoted as saying by X"."""
    cue = draft.cue
    if cue is None or not is_relay(words, cue) or not words.lower[cue.last - 1].endswith("ing"):
        return None
    last = words.sentence_end(cue.first)
    by = next(
        (i for i in range(cue.first, min(cue.last + 1, last)) if words.lower[i] == "by"), None
    )
    if by is None:
        return None
    return noun_phrase_after(words, by + 1, cue.last - 2 if by < cue.last else last)


def _host_of(words: Words, nodes: Sequence[Node], number: int) -> int | None:
    """Return the draft of the same sentence whose source does the citing.

    A later one with the same source ("X, citing Y, said") goes before an earlier one.
    """
    draft = nodes[number].draft
    if draft.cue is None:
        return None
    earlier: int | None = None
    for other, node in enumerate(nodes):
        host = node.draft
        if other == number or host.cue is None or host.kind == "cites":
            continue
        if words.sentence[host.cue.first] != words.sentence[draft.cue.first]:
            continue
        if host.cue.first > draft.cue.first and _same_start(host, draft):
            return other
        if host.cue.first < draft.cue.first:
            earlier = other
    return earlier


def _same_start(left: Draft, right: Draft) -> bool:
    """Tell whether two sources begin with the same word."""
    if left.source is None or right.source is None:
        return False
    return left.source.first == right.source.first


def source_place(draft: Draft) -> int:
    """Return where a draft's source stands; its cue if it has none."""
    if draft.source is not None:
        return draft.source.first
    return draft.cue.first if draft.cue is not None else draft.place
