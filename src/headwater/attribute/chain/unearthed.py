"""Put an outlet that dug up another one's old paper around what that paper says."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.attribute.chain.nesting import Node, source_place
from headwater.attribute.chain.through import AN_OUTLET, Link
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.noun_phrases import noun_phrase_before
from headwater.attribute.find.nouns import kind_of_noun, nouns_for
from headwater.attribute.find.outlets import OutletPlace
from headwater.attribute.find.words import Words
from headwater.attribute.name.speaker import Speaker, clean_name
from headwater.text.names import fold_name

FINDER_REACH: Final = 3  # words from the finder to its verb (", which has")
PAPER_REACH: Final = 10  # words from the verb to the paper and to whose it is
REACH: Final = 8  # sentences in which the paper's words may follow
UNEARTHED: Final = ("nesting.unearthed.v1", "the outlet is said to have dug up the other's paper")


class Find(NamedTuple):
    """A paper of another outlet that an outlet dug up: who did, whose it is, where that stands."""

    finder: OutletPlace
    owner: OutletPlace | None
    at: int
    paper: str


def put_behind_finders(words: Words, links: list[Link], outlets: Sequence[OutletPlace]) -> None:
    """Add the finder of an old paper around what that paper is said to say."""
    for find in _finds(words, outlets):
        for number in sorted(
            range(len(links)), key=lambda n: (source_place(links[n].node.draft), n)
        ):
            link = links[number]
            place = source_place(link.node.draft)
            if place <= find.at or link.node.parent is not None or link.dropped:
                continue
            far = words.sentence[place] - words.sentence[find.at] > REACH
            if far or not _is_of(link.speaker, find):
                break
            _put_around(links, number, find)


def _finds(words: Words, outlets: Sequence[OutletPlace]) -> list[Find]:
    """Return every paper that an outlet dug up, in text order."""
    found: list[Find] = []
    for finder in outlets:
        last = words.sentence_end(finder.first)
        verb = _verb_after(words, finder.last, last)
        if verb is None:
            continue
        end = min(last, verb + PAPER_REACH)
        paper = next((i for i in range(verb, end) if _is_paper(words.lower[i])), None)
        if paper is not None:
            owner = next((o for o in outlets if verb < o.first < end), None)
            found.append(Find(finder, owner, paper, _called(words, (verb, paper, end), owner)))
    return found


def _called(words: Words, place: tuple[int, int, int], owner: OutletPlace | None) -> str:
    """Return what a paper is called ("1995 story from the Gazette")."""
    verb, paper, end = place
    first = noun_phrase_before(words, paper + 1, verb)
    behind = owner is not None and paper < owner.first < end
    last = owner.last if owner is not None and behind else paper + 1
    return clean_name(words.words(first.first if first is not None else paper, last))


def _is_paper(noun: str) -> bool:
    """Tell whether a noun is for what an outlet publishes."""
    return kind_of_noun(noun) == "report" or noun in nouns_for("things", "by_outlets")


def _verb_after(words: Words, first: int, last: int) -> int | None:
    """Return the word behind a verb of digging up that follows an outlet."""
    verbs = nouns_for("routes", "unearthing")
    for index in range(first, min(last - 1, first + FINDER_REACH + 1)):
        if words.lower[index] in verbs:
            return index + 1
        if " ".join(words.lower[index : index + 2]) in verbs:
            return index + 2
    return None


def _is_of(speaker: Speaker, find: Find) -> bool:
    """Tell whether a speaker is the paper that was dug up, or the outlet whose paper it is."""
    if speaker.kind not in ("media_outlet", "report", "organization"):
        return False
    mine = set(fold_name(speaker.name))
    if find.owner is not None:
        return bool(mine & set(fold_name(find.owner.name)) - {"the"})
    return kind_of_noun(speaker.head) == "report"


def _put_around(links: list[Link], number: int, find: Find) -> None:
    """Add a node for the finder around a node, with the same content."""
    link, (rule, why) = links[number], UNEARTHED
    draft = link.node.draft
    source = Found(find.finder.first, find.finder.last)
    around = Draft(source, draft.cue, draft.contents, "cites", rule, draft.weight, carried=True)
    speaker = Speaker(find.finder.name, "media_outlet", why=AN_OUTLET)
    links.append(Link(Node(around, None, rule, why, outlet=True), speaker))
    paper = link.speaker._replace(name=find.paper, kind="report", affiliation=_owner(find))
    inner = link.node._replace(parent=len(links) - 1, link=rule, why=why)
    links[number] = link._replace(node=inner, speaker=paper)


def _owner(find: Find) -> str | None:
    """Return the name of the outlet whose paper was dug up."""
    return find.owner.name if find.owner is not None else None
