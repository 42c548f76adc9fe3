"""A group of mentions to a claim: its wording and why they were joined."""

from collections.abc import Sequence

from headwater.link.compare_pairs import reasons_of
from headwater.link.pile import Pile
from headwater.link.prepare import Held
from headwater.model.base import content_id
from headwater.model.claim import Claim
from headwater.model.reason import Reason


def _best(members: Sequence[Held]) -> Held:
    """Return the mention that words a claim best.

    It names its parties and figures, says who does what in words of its own, is no headline, and
    is not long.
    """

    def rank(one: Held) -> tuple[float, str]:
        meaning = one.statement.meaning
        full = len(meaning.names()) + len(meaning.figures) + min(len(meaning.terms), 12) / 4
        alone = 2 * bool(meaning.agents) + one.mention.text[0].isupper() - bool(one.mention.reading)
        against = 2 * one.mention.headline + (len(one.mention.spans) > 1)
        return -(full + alone - against - len(meaning.text) / 150), one.mention.id

    return min(members, key=rank)


def make_claim(
    members: Sequence[Held], order: dict[str, tuple[str, int]], reasons: tuple[Reason, ...]
) -> Claim:
    """Return the claim of mentions that say the same."""
    ids = sorted((one.mention.id for one in members), key=lambda number: order[number])
    best = _best(members)
    return Claim(
        id=content_id("c", *sorted(ids)), mentions=tuple(ids), best=best.mention.id,
        text=best.mention.text,
        documents=tuple(sorted({one.mention.document for one in members})), reasons=reasons,
    )  # fmt: skip


def join_reasons(pile: Pile, members: Sequence[int]) -> tuple[Reason, ...]:
    """Return why the distinct statements of a claim were joined: each with its best partner."""
    found: list[Reason] = []
    for number in members[1:]:
        pairs = [(min(number, other), max(number, other)) for other in members if other != number]
        pair = max(pairs, key=lambda link: (pile.score(*link).score, link))
        if pair in pile.same:
            found += pile.judged.joined(pair, pile.nodes, pile.held)
            continue
        a, b = (pile.held[pile.first[node]].mention for node in pair)
        starts = (a.spans[0].start, b.spans[0].start)
        if len(a.spans) == len(b.spans) == 1:
            found += reasons_of(
                pile.verdict(*pair), pile.matched(pair), (a.document, b.document), starts
            )[-1:]
        else:
            found.append(
                Reason(
                    rule="words", text="their words match", weight=round(pile.score(*pair).score, 3)
                )
            )
    return (*found, *pile.judged.parted(frozenset(members), pile.node, pile.held))
