"""What a statement would say without its negation, and whether that is what another says.

Whether two statements conflict is read best from what they would be without the difference: if
"the guild did not sell the barn" is turned into "the guild did sell the barn" and that is what the
other says, or follows from it, then the two cannot both be so.
"""

import re
from typing import Final

from headwater.link.alignment import Pair, share_of
from headwater.link.compare import decide, measure_pair, read_pair
from headwater.link.heads import head_of, negates_head
from headwater.link.meaning import Meaning, read_meaning
from headwater.link.parts import name_others
from headwater.link.pile import THOROUGH, Pile
from headwater.link.prepare import Held
from headwater.link.turns import NEGATIONS
from headwater.link.wording import has_kind

SHORT: Final = re.compile(
    r"\b(?:(did|does|do|is|are|was|were|has|have|had|would|could|should|must|might)n[’']t"
    r"|(ca|can|wo)(?:n[’']t|not))\b",
    re.IGNORECASE,
)  # a verb with its negation
LONG: Final = {"ca": "can", "can": "can", "wo": "will"}
DROPPED: Final = re.compile(
    r"\b(?:never|not(?! (?:only|just|merely)\b)|ever|any|categorically)\b\s*", re.IGNORECASE
)
TURNED: Final = (
    (re.compile(r"\bnothing\b", re.IGNORECASE), "something"),
    (re.compile(r"\b(?:nobody|no[ -]one)\b", re.IGNORECASE), "somebody"),
    (re.compile(r"\bnone of\b", re.IGNORECASE), "some of"),
    (re.compile(r"\b(?:no longer|not yet)\b", re.IGNORECASE), "still"),
    (re.compile(r"\bwithout\b", re.IGNORECASE), "with"),
    (re.compile(r"\bno\b\s*", re.IGNORECASE), ""),
)
HOLLOW: Final = frozenset(
    "tell tells told say says said state states stated claim claims claimed suggest suggests"
    " suggested mention mentions mentioned think thinks thought believe believes believed know"
    " knows knew known want wants wanted expect expects expected ask asks asked mean means meant"
    " see sees saw seen hear hears heard like likes liked".split()
)  # verbs that leave it open whether what hangs on them is so: "did not tell him that it leaked"
# What is told and not believed, or told and called untrue: what stands in between is denied.
DOUBTED: Final = re.compile(
    r"^(?:[\w’'-]+ ){0,6}?(?:(?:do|does|did)(?: not|n[’']t)|never)(?: \w+ly| really)?"
    r" (?:believe|think)[sd]?(?: that)? (?P<told>(?!so\b|it\b[.,]?$).+)$",
    re.IGNORECASE,
)
REPEATED: Final = re.compile(
    r" that (?P<told>.+) (?:is|are|was|were) [\"“‘]?(?:\w+ ){0,3}?[\w-]+[\"”’.]*$"
)  # of what is known to be repeated and called untrue
OWN: Final = 2  # words besides names below which too little is denied
ACT: Final = 0.3  # likeness from which an act is met: "misled" and "lied" are that near
# Gates of what parts two statements besides the negation: then it is not that which is denied.
PARTING: Final = frozenset({"figure", "date", "year", "actor", "direction", "opposite", "negation"})
MET: Final = 0.3  # least share of the denial's words that the other has, to be worth reading


def _tidy(text: str) -> str:
    """Return a text with single blanks."""
    return re.sub(r"\s{2,}", " ", text).strip()


def affirm(text: str) -> str:
    """Return what a text says without its negations: "did not sell it" is "did sell it"."""
    found = SHORT.sub(lambda m: m[1] or LONG[m[2].lower()], text)
    for pattern, words in TURNED:
        found = pattern.sub(words, found)
    return _tidy(DROPPED.sub("", found))


def _is_denied_once(meaning: Meaning) -> bool:
    """Tell whether one plain negation, and nothing else, turns the main clause round."""
    turns = [turn.kind for turn in meaning.turns if turn.kind in NEGATIONS]
    head = head_of(meaning)
    if turns != ["negators"] or head is None or not negates_head(meaning):
        return False
    return meaning.terms[head].word not in HOLLOW


def _told(words: str) -> str | None:
    """Return what words repeat as not believed or untrue: "did not think that the barn burned"."""
    found = REPEATED.search(words) if has_kind(words, "untrue") else DOUBTED.match(words)
    told = found["told"] if found else None
    return None if told is None or read_meaning(told).negative() else told


def turn_back(held: Held) -> str | None:
    """Return what a statement negates, as it is read; None if it negates nothing plainly."""
    words = held.words
    told = _told(words)
    if told is not None:
        own = sum(not term.name for term in read_meaning(told).terms)
        return told if own >= OWN and held.mention.modality != "planned" else None
    meaning = read_meaning(words)
    if sum(not term.name for term in meaning.terms) < OWN or held.mention.modality == "planned":
        return None
    return affirm(words) if _is_denied_once(meaning) else None


def is_worth_reading(pile: Pile, denial: Held, other: Held) -> bool:
    """Tell whether another has enough of what a denial says to be read with it."""
    pair = Pair(denial.statement, other.statement, pile.rarity)
    return share_of(pair.best_left, pair.weight_left) >= MET


def meets_act(pair: Pair) -> bool:
    """Tell whether the right statement has the act of the left one, and tells of no other party."""
    head = head_of(pair.left.meaning)
    return head is not None and float(pair.best_left[head]) >= ACT and not name_others(pair)


def agreement(pile: Pile, one: Held, words: str, other: Held, theirs: str) -> dict[str, float]:
    """Return how two statements would be compared in these words, if both stated them flatly.

    Empty without a reader, in a pile too large to be read thoroughly, and where the two tell of
    different acts, parties or figures.
    """
    if pile.reader is None or len(pile.first) > THOROUGH:
        return {}
    left, right = (
        side.statement._replace(
            meaning=read_meaning(text), negative=False, denial=False, modality="asserted"
        )
        for side, text in ((one, words), (other, theirs))
    )
    found = measure_pair(left, right, pile.rarity)
    if any(gate.wall and gate.kind in PARTING for gate in found.gates) or not meets_act(found.pair):
        return {}
    return decide(found, read_pair(pile.reader, words, theirs)).shares
