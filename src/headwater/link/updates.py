"""What a later statement brings up to date: a count that grew, a plan that was carried out."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np

from headwater.link.alignment import Pair, Rarity, Statement, share_of
from headwater.link.features import days_apart, measure
from headwater.link.figures import unmatched
from headwater.link.gates import Gate, find_gates
from headwater.link.heads import MET, head_of, heads_meet
from headwater.link.meaning import Meaning, read_meaning
from headwater.link.parts import main_clauses
from headwater.link.prepare import Held
from headwater.link.wording import has_kind
from headwater.link.words import tokens_of

# Share of the words of either statement, names and words that only tell the step aside, that the
# other has. At least so much makes them one act; read on the step gates of ten news events.
ONE_ACT: Final = 0.6
ACTED: Final = 0.45  # the same where one and the same party acts and the verbs meet; judgement
NAMED: Final = 5.0  # times that a count of a named event grows at most while it is news; judgement
UNNAMED: Final = 2.0  # the same where no name tells that both count one thing
# Least share of words, and least sum of it and what the reader gives for an update, where the verbs
# do not meet or names differ. Read on 23 events: of the five pairs past it, any verbs, four are
# right, of the eight just below it five are wrong.
SOME: Final = 0.3
BOTH: Final = 1.0
ACT: Final = 0.1  # likeness of the verbs that this takes; "paint" and "close" have 0, "shut" 0.2
STEP_ONLY: Final = frozenset({"step", "limit", "actor"})  # what may part a plan and its deed
CHANGING: Final = frozenset({"figure", "step"})  # gates of what time alone may change
PARTIES: Final = 2  # shared names from which a further one on one side does no harm
AHEAD: Final = frozenset({"futures", "plans", "considering"})
STEPPING: Final = AHEAD | {"approving"}
DEMANDING: Final = frozenset(
    "should must urge urges urged wants wanted asked asks hopes hoped hoping tried tries attempted"
    " aims aimed called threatens threatened threatening threaten if unless".split()
)  # what is wanted of somebody, or supposed, need not come
# Verbs of what is only told: "announced a halt" is no halt yet.
TOLD: Final = frozenset(
    "announce announces announced declare declares declared promise promises promised pledge"
    " pledges pledged vow vows vowed propose proposes proposed".split()
)  # by judgement
INFINITIVE: Final = re.compile(r"\bto\s+(?:\w+ly\s+)?$")  # before a verb that is to be, not was
BEFORE: Final = re.compile(r"\b(?:already had|had already)\b")  # done before a plan was told of
OPEN: Final = ("hedges", "some", "parts")
# How much or how many a deed is of: "all mills" are closed by more than "closed both its mills".
EXTENT: Final = re.compile(r"\b(?:all|every|each|both|several|many|most|another)\b", re.IGNORECASE)
STEPS: Final = ("considered", "planned", "agreed", "done")
DEED: Final = 3  # the step of what is done


class Update(NamedTuple):
    """Which of two statements is newer, and why."""

    right_is_newer: bool
    score: float
    text: str


def _step_of(statement: Statement) -> int | None:
    """Return how far what a statement tells of has come; None if that is not said."""
    meaning = statement.meaning
    if meaning.count(*OPEN) or statement.negative or statement.denial:
        return None
    if any(token.lower in DEMANDING | TOLD for token in tokens_of(meaning.text)):
        return None
    if meaning.count("considering"):
        return 0
    if statement.modality == "planned" or meaning.count("futures", "plans"):
        return 1
    head = head_of(meaning)
    infinite = head is None or INFINITIVE.search(meaning.text[: meaning.terms[head].start])
    if infinite or statement.modality != "asserted" or BEFORE.search(meaning.text):
        return None
    return 2 if meaning.count("approving") else 3


def _act_of(meaning: Meaning) -> int | None:
    """Return the position of the term for the act; in "the mayor to sign it" what follows "to"."""
    head = head_of(meaning)
    found = re.search(r"\bto\s+(?:\w+ly\s+)?(?=[a-z])", meaning.text) if head is None else None
    if found is None:
        return head
    ahead = (n for n, t in enumerate(meaning.terms) if t.start >= found.end() and not t.name)
    return next(ahead, None)


def _acts_meet(pair: Pair, least: float = MET) -> bool:
    """Tell whether the act that each side tells of is met by the other."""
    one, two = _act_of(pair.left.meaning), _act_of(pair.right.meaning)
    if one is None or two is None:
        return False
    likeness = min(float(pair.best_left[one]), float(pair.best_right[two]))
    return likeness >= least or heads_meet(pair)


def _tells_enough(pair: Pair) -> bool:
    """Tell whether two statements share more than one word of what is told, or who does it.

    "Will stand up for ourselves" is not carried out by "they know where we stand".
    """
    agents = pair.left.meaning.agents
    if agents and agents == pair.right.meaning.agents:
        return True
    met = []
    for side, best in ((pair.left.meaning, pair.best_left), (pair.right.meaning, pair.best_right)):
        steps = {turn.start for turn in side.turns if turn.kind in STEPPING}
        told = zip(side.terms, best, strict=True)
        met.append(sum(bool(x >= MET and not t.name and t.start not in steps) for t, x in told))
    return min(met) > 1


def _share(pair: Pair) -> float:
    """Return the share of either statement, names and words of the step aside, the other has."""
    shares = []
    for side, best, weight in (
        (pair.left.meaning, pair.best_left, pair.weight_left),
        (pair.right.meaning, pair.best_right, pair.weight_right),
    ):
        steps = {turn.start for turn in side.turns if turn.kind in STEPPING}
        keep = np.array([not t.name and t.start not in steps for t in side.terms], dtype=bool)
        if not keep.any():
            return 0.0
        shares.append(share_of(best[keep], weight[keep]))
    return min(shares)


def _fewer_names(pair: Pair) -> frozenset[str] | None:
    """Return the names of the statement with fewer of them if the other has all, else None."""
    left, right = (side.meaning.names() for side in (pair.left, pair.right))
    return left & right if left <= right or right <= left else None


def _may_grow(pair: Pair, one: float, two: float) -> bool:
    """Tell whether the lower of two counts may have grown to the greater one while it is news."""
    names = _fewer_names(pair)
    most = NAMED if names else UNNAMED
    return names is not None and min(one, two) > 0 and max(one, two) <= most * min(one, two)


def _name_the_same(pair: Pair) -> bool:
    """Tell whether two statements share all names, or two of them and one side has no other."""
    left, right = (side.meaning.names() for side in (pair.left, pair.right))
    shared = _fewer_names(pair)
    return bool(shared) and (left == right or len(shared or ()) >= PARTIES)


def _is_one_extent(pair: Pair) -> bool:
    """Tell whether two statements do not tell of another extent: of both mills, of all mills."""
    words, counts = [], []
    for side in (pair.left.meaning, pair.right.meaning):
        words.append({found[0].lower() for found in EXTENT.finditer(side.text)})
        counts.append({f.value for f in side.figures if f.unit == "count" and not f.passing})
    if all(words):
        return bool(words[0] & words[1])
    own = counts[1] - counts[0] if words[0] else counts[0] - counts[1]
    return not any(words) or not own  # "all mills", "nine mills"; two counts are a gate


def _may_step(pair: Pair) -> bool:
    """Tell whether two statements of the same names tell how far something has come, unlike."""
    one, two = _step_of(pair.left), _step_of(pair.right)
    return None not in {one, two} and one != two and _name_the_same(pair)


def _may_count(ends: tuple[Held, Held]) -> bool:
    """Tell whether both statements count what grows while it is told."""
    return all(has_kind(held.mention.text, "growing") for held in ends)


def find_step(pair: Pair, gates: tuple[Gate, ...]) -> Update | None:
    """Return the update of a plan or a thought by the deed, if two statements are of one act."""
    if {gate.kind for gate in gates} - {"limit"} != {"step"} or not _may_step(pair):
        return None
    one, two = _step_of(pair.left), _step_of(pair.right)
    if one is None or two is None:
        return None
    apart = days_apart(pair.left, pair.right)
    newer_is_older = apart is not None and (apart > 0) != (two > one) and apart != 0
    share = _share(pair)
    acting = pair.left.meaning.agents
    least = ACTED if acting and acting == pair.right.meaning.agents else ONE_ACT
    if newer_is_older or share < least or not _acts_meet(pair):
        return None
    if not _tells_enough(pair) or not _is_one_extent(pair):
        return None
    text = f"what was {STEPS[min(one, two)]} in the one is {STEPS[max(one, two)]} in the other"
    return Update(two > one, share, text)


def read_step(
    pair: Pair, ends: tuple[Held, Held], gates: tuple[Gate, ...], read: Callable[[], float]
) -> Update | None:
    """Return the update of a plan by its deed in other words, if the reader too holds it to be one.

    Args:
        pair: Two statements with their words matched.
        ends: Their mentions, of two documents.
        gates: What parts them.
        read: Gives the chance of an update; asked only where the words allow it.
    """
    kinds = {gate.kind for gate in gates}
    one, two = _step_of(pair.left), _step_of(pair.right)
    if "step" not in kinds or kinds - STEP_ONLY or one is None or two is None or one == two:
        return None
    names = [read_meaning(end.words).names() | end.statement.meaning.names() for end in ends]
    apart = days_apart(pair.left, pair.right)
    if not names[0] & names[1] or (apart and (apart > 0) != (two > one)):
        return None
    share = _share(pair)
    if max(one, two) < DEED or share < SOME or not _acts_meet(pair, ACT):
        return None
    if (names[0] - names[1] and names[1] - names[0]) or not _is_one_extent(pair):
        return None  # who met one guest has not met another yet
    if share + read() < BOTH:
        return None
    text = f"what was {STEPS[min(one, two)]} in the one is done in the other, as both are read"
    return Update(two > one, share, text)


def find_growth(pair: Pair, ends: tuple[Held, Held], gates: tuple[Gate, ...]) -> Update | None:
    """Return the update of a count that grew while it was told, if two statements count one thing.

    Where no day tells which is later, the greater count is, if nobody in particular counts.
    """
    if {gate.kind for gate in gates} - {"limit"} != {"figure"}:
        return None
    if not _may_count(ends):
        return None
    found = unmatched(pair.left.meaning.figures, pair.right.meaning.figures)
    if len(found) != 1 or any(g.unit == "percent" for pair_ in found for g in pair_):
        return None
    left, right = found[0]
    apart = days_apart(pair.left, pair.right)
    if apart and (apart > 0) != (right.value > left.value):
        return None
    one, two = (held.parties for held in ends)
    if (not apart and one != two) or not _may_grow(pair, left.value, right.value):
        return None
    share = _share(pair)
    if share < ONE_ACT or not heads_meet(pair):
        return None
    return Update(right.value > left.value, share, "a count that grows while it is told")


def find_update(
    pair: Pair, ends: tuple[Held, Held], gates: tuple[Gate, ...], rarity: Rarity
) -> Update | None:
    """Return which of two statements of two documents brings the other up to date, if one does.

    What else a sentence tells beside its main clause is left out if need be.
    """
    if ends[0].mention.document == ends[1].mention.document:
        return None
    found = find_step(pair, gates) or find_growth(pair, ends, gates)
    left, right = (side.meaning.names() for side in (pair.left, pair.right))
    if found or not left & right or not {gate.kind for gate in gates} & CHANGING:
        return found
    part = main_clauses(pair, rarity)
    if part is None or not (_may_step(part) or _may_count(ends)) or not heads_meet(part):
        return None
    inner = find_gates(part, measure(part))
    return find_step(part, inner) or find_growth(part, ends, inner)
