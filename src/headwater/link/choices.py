"""How surely an answer is about what others say of a party, and which of that it is about."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from headwater.link.accusations import Target
from headwater.link.answers import Answer
from headwater.link.scene import Scene

ANSWERS: Final = 0.35  # share of a denial's own words from which it may answer an accusation
SAID_SO: Final = 0.5  # the same where no cue denies: "he did not attend" answers few statements
LIKELIER: Final = 0.5  # probability of being against from which it is likelier than not
CHARGED: Final = 0.15  # added for words that accuse, not only tell of what may be blamed; judgement
SHOWN: Final = 0.15  # added where the other says that there is evidence; by judgement
HALFWAY: Final = 0.5  # closeness within which an evasive answer may be about what was said
OPPOSED: Final = 0.6  # probability of being against from which the reader is sure
BESIDE: Final = 0.8  # closeness from which what is said of a party is what it answers
CLOSE: Final = 0.85  # of the best answered accusation's score, that a further one must reach
SURE: Final = 0.66  # score from which a denial in its own words is firm; golden cases
SURE_BLANKET: Final = 0.5  # the same for one without words of its own
ASIDE: Final = 0.8  # of the score, where the accusation is one item of a list; by judgement
NO_ACTOR: Final = 0.7  # of the score, where the accusation does not name the party as acting
PASSING: Final = 0.15  # share of an accusation's words below which the matter is named in passing
ANSWERED: Final = 4  # accusations that one answer is taken to be about at most


class Choice(NamedTuple):
    """An accusation that an answer is about, with how surely, 0..1."""

    score: float
    firm: bool
    target: Target


def weigh_specific(target: Target, answer: Answer) -> Choice:
    """Return how surely an answer in its own words is about an accusation.

    Where no cue denies, the speaker may be telling of anything that it did not do; then the other
    must blame it, or the reader too must hold that both cannot be so.
    """
    least = ANSWERS if answer.cued else SAID_SO
    reproached = answer.cued or target.blaming or target.against >= LIKELIER
    if target.cover < least or not reproached:
        return Choice(0.0, firm=False, target=target)
    read = min(1.0, target.against / OPPOSED)
    score = 0.5 * target.cover + 0.35 * read + 0.1 * target.central + 0.05 * target.blaming
    score *= (1.0 if target.acting else NO_ACTOR) * (ASIDE if target.aside else 1.0)
    sure = score >= SURE and target.acting and answer.means <= target.met
    return Choice(score, firm=sure, target=target)


def weigh_absent(target: Target) -> Choice:
    """Return how surely "no evidence of it" is about what another states."""
    score = 0.8 * target.cover + 0.2 * target.back + (SHOWN if target.shown else 0.0)
    return Choice(score if score >= SURE else 0.0, firm=True, target=target)


def weigh_blanket(target: Target, answer: Answer) -> Choice:
    """Return how surely an answer that names no accusation is about one.

    Only what a cue denies may be a thing beside it that blames nobody.
    """
    score = 0.25 + 0.3 * target.central + 0.3 * target.close + 0.15 * target.matter
    score = min(1.0, score + CHARGED) if target.charging else score
    beside = answer.cued and target.acting and target.close >= BESIDE
    reproach = target.charging or (target.blaming and max(target.close, target.central) >= HALFWAY)
    if not (reproach or beside) or not (target.close or target.central):
        score = 0.0
    score *= 1.0 if target.acting else NO_ACTOR
    return Choice(score, firm=score >= SURE_BLANKET, target=target)


def choose_best(scene: Scene, choices: Iterable[Choice], most: int) -> list[Choice]:
    """Return the surest choices, best first, one for each claim; one only if none is firm."""
    found: dict[int, Choice] = {}
    for one in sorted(choices, key=lambda c: (-c.score, -c.target.back, c.target.number)):
        if one.score > 0:
            found.setdefault(scene.claim[one.target.number], one)
    firm = [choice for choice in list(found.values())[:most] if choice.firm]
    if firm:
        best = _compact(firm[0], found.values())
        firm = [best, *(one for one in firm[1:] if one.target is not best.target)]
    # Who sent no arms does not answer "it sent lathes" if another says that it sent arms.
    near = [one for one in firm if one.score >= firm[0].score * CLOSE]
    return [one for one in near if firm[0].target.met <= one.target.met] or list(found.values())[:1]


def _compact(choice: Choice, others: Iterable[Choice]) -> Choice:
    """Return what a denial is about: not what names it in passing if another says it in few words.

    "The law punishes the port for hiding the leak" and "the port for hiding the leak": whoever
    denies the hiding answers the latter.
    """
    best = choice.target
    if best.back >= PASSING:
        return choice
    shorter = (
        one
        for one in others
        if one.score >= CLOSE * choice.score
        and one.target.acting
        and best.met <= one.target.met
        and one.target.back >= max(PASSING, 2 * best.back)
    )
    found = max(shorter, key=lambda one: (one.score, -one.target.number), default=None)
    return choice if found is None else found._replace(score=choice.score, firm=choice.firm)


def leave_items(choices: list[Choice]) -> list[Choice]:
    """Return the choices without items of lists, if what is not about an item is sure.

    Who answers all in general answers the accusation, not one of its examples.
    """
    general = [choice for choice in choices if not choice.target.aside]
    return general if any(choice.firm for choice in general) else choices
