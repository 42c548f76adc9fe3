"""A group of mentions to a claim: its wording and why they were joined."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from headwater.lexicon.tables import pointing_words
from headwater.lexicon.verbs import may_be_finite
from headwater.link.compare_pairs import reasons_of
from headwater.link.pile import Pile
from headwater.link.prepare import Held
from headwater.link.turned import cue_negates
from headwater.link.words import tokens_of
from headwater.model.base import content_id
from headwater.model.claim import Claim
from headwater.model.reason import Reason
from headwater.text.opening import opening_word

# What being the same as all others is worth in the choice of the wording, in names or figures; by
# judgement, on six claims of which the richest wording said something that the others do not.
CENTRAL: Final = 6.0
STRANGE: Final = 0.5  # what a name or figure costs that no other mention has
DENIED: Final = 6.0  # what it costs that the words affirm what is denied; as for being central
REFERRING: Final = frozenset("that which who whom whose itself himself herself themselves".split())
WHOLE: Final = 2.0  # what a finite verb is worth, and a beginning that says whom it is about


def _told(one: Held) -> frozenset[str]:
    """Return the names and figures that a mention tells."""
    meaning = one.statement.meaning
    return meaning.names() | {f"{figure.unit} {figure.value}" for figure in meaning.figures}


def _is_clause(one: Held) -> bool:
    """Tell whether the words have a finite verb ("sellers shipping parts" have none)."""
    return any(may_be_finite(token.text) for token in tokens_of(one.mention.text))


def _is_torn(one: Held) -> bool:
    """Tell whether the words begin with what only the text before tells, or break a bracket off."""
    text = one.mention.text
    return opening_word(text) in pointing_words() | REFERRING or text.count("[") != text.count("]")


def _best(members: Sequence[Held], central: Mapping[str, float]) -> Held:
    """Return the mention that words a claim best.

    It says what the others say too, names its parties and figures, says who does what in words of
    its own, is no headline, and is not long.
    """
    if len(members) == 1:
        return members[0]
    told = Counter(what for one in members for what in _told(one))
    others = len(members) - 1

    def shared(one: Held) -> float:
        return sum(2 * (told[what] - 1) / others - STRANGE for what in sorted(_told(one)))

    def rank(one: Held) -> tuple[float, str]:
        meaning = one.statement.meaning
        full = shared(one) + min(len(meaning.terms), 12) / 4
        alone = 2 * bool(meaning.agents) + one.mention.text[0].isupper() - bool(one.mention.reading)
        whole = WHOLE * (_is_clause(one) - _is_torn(one))
        headline, torn = one.mention.headline, len(one.mention.spans) > 1
        against = 2 * headline + torn + DENIED * cue_negates(one.statement)
        middle = CENTRAL * central.get(one.mention.id, 1.0)
        return -(middle + full + alone + whole - against - len(meaning.text) / 150), one.mention.id

    return min(members, key=rank)


def make_claim(
    members: Sequence[Held],
    order: dict[str, tuple[str, int]],
    reasons: tuple[Reason, ...],
    central: Mapping[str, float],
) -> Claim:
    """Return the claim of mentions that say the same.

    Args:
        members: Its mentions.
        order: Where each mention stands.
        reasons: Why they were joined.
        central: Of each mention, how surely the others say it too, 0..1.
    """
    ids = sorted((one.mention.id for one in members), key=lambda number: order[number])
    best = _best(members, central)
    return Claim(
        id=content_id("c", *sorted(ids)), mentions=tuple(ids), best=best.mention.id,
        text=best.mention.text,
        documents=tuple(sorted({one.mention.document for one in members})), reasons=reasons,
    )  # fmt: skip


def find_central(pile: Pile, nodes: Sequence[int]) -> dict[int, float]:
    """Return of each distinct statement of a claim how surely the others say it too, 0..1."""
    if len(nodes) == 1:
        return {nodes[0]: 1.0}
    found = {}
    for one in nodes:
        scores = [pile.implied(one, by=two) for two in nodes if two != one]
        found[one] = round(sum(scores) / len(scores), 6)
    return found


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
        shown = reasons_of(
            pile.verdict(*pair), pile.matched(pair), (a.document, b.document), (a.spans, b.spans)
        )
        weight = round(pile.score(*pair).score, 3)
        found += shown[-1:] or (Reason(rule="words", text="their words match", weight=weight),)
    return (*found, *pile.judged.parted(frozenset(members), pile.node, pile.held))
