"""The word that tells what a statement says of its subject."""

import re
from functools import lru_cache
from typing import Final

from headwater.lexicon.verbs import verb_forms
from headwater.link.alignment import Pair
from headwater.link.meaning import Meaning
from headwater.link.turned import are_opposite, opposite_rows
from headwater.link.turns import AUXILIARIES, NEGATIONS
from headwater.link.words import sides, stem_of, tokens_of

MET: Final = 0.6  # likeness from which a word counts as met; as for what was decided
BEHIND: Final = 3  # characters between a verb and what it takes: "sold no mortars"
LIGHT: Final = frozenset(
    "give gives gave given giving make makes made making take takes took taken taking get gets got"
    " show shows showed shown showing hold holds held holding keep keeps kept keeping".split()
)  # verbs that leave it to the noun behind them to tell what is done: "gave no details"
ABLE: Final = frozenset({"free", "able", "unable", "entitled", "welcome"})  # before "to"
GIVEN: Final = [True, True, False]  # capitals of a name that opens a clause: "Drew Marsh called"
FINITE: Final = frozenset({"third", "past"})
MUTUAL: Final = frozenset(
    stem_of(word)
    for word in "meet talk speak confer negotiate discuss agree cooperate marry join share border"
    " merge clash fight compete debate differ be".split()
)  # both parties do it alike: who is named first tells nothing
CALLING: Final = frozenset(
    stem_of(word) for word in "call describe brand label dub characterize term deem".split()
)
BE: Final = frozenset("is are was were be been being".split())
PASSIVE: Final = 3  # words before a participle among which "was" stands: "was later fired"
BY: Final = re.compile(r"\bby\b")


def _verb_of(meaning: Meaning) -> int | None:
    """Return where the main verb begins; a leading gerund counts, a bare noun phrase has none."""
    names = {term.start for term in meaning.terms if term.name}
    tokens = tokens_of(meaning.text)
    if tokens and tokens[0].lower.endswith("ing"):
        return tokens[0].start
    for number, token in enumerate(tokens):
        form = verb_forms().get(token.lower)
        finite = form is not None and form.form in FINITE and not form.noun_too
        if not number and finite and [t.text[:1].isupper() for t in tokens[:3]] == GIVEN:
            continue
        unlisted = form is None and token.text.islower() and token.lower.endswith("ed")
        if token.lower in AUXILIARIES or (finite and token.start not in names):
            return token.start
        if number and unlisted:
            return token.start
    return None


def _is_light(meaning: Meaning, number: int) -> bool:
    """Tell whether a term leaves it to what follows to tell what is done: "free to sell"."""
    term = meaning.terms[number]
    to = meaning.text[term.end :].lower().startswith(" to ")
    return term.word in LIGHT or (to and term.word in ABLE)


@lru_cache(maxsize=32768)
def head_of(meaning: Meaning) -> int | None:
    """Return the position of the term that the main verb says, None for a bare noun phrase."""
    verb = _verb_of(meaning)
    if verb is None:
        return None
    turning = {turn.start for turn in meaning.turns}
    telling = [
        number
        for number, term in enumerate(meaning.terms)
        if term.start >= verb
        and not term.name
        and term.start not in turning
        and not term.word.endswith("ly")
    ]
    heavy = (n for n in telling if not _is_light(meaning, n))
    return next(heavy, telling[0] if telling else None)


def heads_meet(pair: Pair) -> bool:
    """Tell whether what each side says of its subject, or its opposite, is met by the other.

    "None survived" and "all were killed" do not meet: the negated opposite is the same.
    """
    opposite = set(opposite_rows(pair.left, pair.right))
    for side, best in ((pair.left, pair.best_left), (pair.right, pair.best_right)):
        head = head_of(side.meaning)
        if head is None:
            return False
        turned = any(
            row in opposite for row, _ in sides().get(side.meaning.terms[head].concept, ())
        )
        if best[head] < MET and not turned:
            return False
    return True


def do_one_deed(pair: Pair) -> bool:
    """Tell whether both sides tell of one deed that is done to somebody, by verbs that say it.

    "Roe met Doe" is no more Roe's deed than Doe's, and "Roe was fired" does not say who did it.
    """
    left, right = head_of(pair.left.meaning), head_of(pair.right.meaning)
    if left is None or right is None:
        return False
    one, two = (side.meaning.terms[at] for side, at in ((pair.left, left), (pair.right, right)))
    if are_opposite(one, two):
        return False
    if one.sense != two.sense and (pair.partner[left] != right or pair.best_left[left] < MET):
        return False
    return not any(
        term.concept in MUTUAL or is_undergone(side.meaning, at)
        for side, term, at in ((pair.left, one, left), (pair.right, two, right))
    )


def is_undergone(meaning: Meaning, head: int) -> bool:
    """Tell whether the main verb is passive and nobody is named as who does it."""
    term = meaning.terms[head]
    form = verb_forms().get(term.word)
    before = tokens_of(meaning.text[: term.start])[-PASSIVE:]
    if not any(token.lower in BE for token in before) or (form and form.form == "ing"):
        return False
    return not BY.search(meaning.text, term.end)


def calls(meaning: Meaning) -> bool:
    """Tell whether the main verb gives something a name: who does so does not act in it."""
    head = head_of(meaning)
    return head is not None and meaning.terms[head].concept in CALLING


def negates_head(meaning: Meaning) -> bool:
    """Tell whether a negation reaches what the main verb says, or stands right behind it."""
    head = head_of(meaning)
    if head is None or meaning.negated[head]:
        return head is not None
    end = meaning.terms[head].end
    return any(turn.kind in NEGATIONS and 0 <= turn.start - end <= BEHIND for turn in meaning.turns)
