"""What had not been seen by one day, and what others say was decided: conflicts over time."""

from datetime import date
from typing import Final

from headwater.link.accusations import FLAT
from headwater.link.alignment import Pair, share_of
from headwater.link.answers import Answer, names_around, names_only
from headwater.link.days import find_dates
from headwater.link.opposed import EVIDENCE
from headwater.link.outside import asks, is_turned_outside
from headwater.link.prepare import Held
from headwater.link.scene import Scene, told_of
from headwater.model.reason import Reason
from headwater.model.span import Place

# Shares of the words of either side, names aside, that the other has; from which a decision is
# about what was not seen. Read on the absences of 24 events: below it other decisions of the same
# parties are met.
DECIDED: Final = 0.3
OPEN: Final = ("hedges", "futures", "plans", "considering")  # nothing is decided yet
STILL: Final = 0.5  # the same for two texts that have seen nothing; half of either
LIKE: Final = 0.6  # likeness from which a word counts as met
YEAR, DAY = 4, 10  # characters of an ISO year, of an ISO day
APART: Final = 2  # days from which two texts speak of two times; one day is the same news


def moment(held: Held) -> str | None:
    """Return the time for which a statement holds as the start of an ISO day, None if unknown.

    A year, with its month, that its sentence gives counts before the day of the words.
    """
    day = held.statement.day
    dates = find_dates(held.sentence or held.mention.text)
    years = [when for when in dates if when.kind == "year"]
    if len(years) != 1 or (day and str(years[0].value[0]) > day[:YEAR]):
        return day
    months = [when.value[0] for when in dates if when.kind in {"month", "day"}]
    found = f"{years[0].value[0]:04}" + (f"-{months[0]:02}" if len(months) == 1 else "")
    return day if day and day.startswith(found) else found


def is_later(one: Held, two: Held) -> bool:
    """Tell whether the first of two statements is of a later time, by more than a day."""
    first, second = moment(one), moment(two)
    if not first or not second:
        return False
    size = min(len(first), len(second))
    if size < DAY:
        return first[:size] > second[:size]
    return (date.fromisoformat(first[:DAY]) - date.fromisoformat(second[:DAY])).days >= APART


def time_reason(absent: Held, told: Held, what: str) -> tuple[Reason, ...]:
    """Return the reason that gives both times, empty if one is unknown or both are one."""
    days = moment(absent), moment(told)
    if not all(days) or days[0] == days[1]:
        return ()
    places = tuple(
        Place(document=one.mention.document, span=span)
        for one in (absent, told)
        for span in one.mention.spans[:1]
    )
    text = f"two times: no sign of it was seen as of {days[0]}; {what} as of {days[1]}"
    return (Reason(rule="time", text=text, places=places),)


def find_decided(scene: Scene, number: int, answer: Answer) -> list[tuple[float, int]]:
    """Return the statements that others decided what nobody had seen, best first, with scores."""
    one = scene.held[number]
    places = set(scene.near.get(number, ())) | set(scene.by_document[one.mention.document])
    places |= told_of(scene, number, names_around(one))
    found = []
    for other in sorted(places - {number} - set(scene.answers)):
        if _is_decision(scene.held[other], answer):
            score = _about(scene, number, answer, other)
            if score:
                found.append((score, other))
    return sorted(found, key=lambda pair: (-pair[0], pair[1]))


def find_earlier(scene: Scene, number: int, answer: Answer) -> list[tuple[float, int]]:
    """Return where nobody had seen the same thing at an earlier time either, with scores."""
    found = []
    for other, said in sorted(scene.answers.items()):
        later = said.kind == "absence" and is_later(scene.held[number], scene.held[other])
        if later and scene.pile.is_surely_one(number, other):
            left, right = (scene.held[n].statement for n in (number, other))
            pair = Pair(left, right, scene.pile.rarity)
            mine, theirs = list(answer.own), list(said.own)
            shares = (
                share_of(pair.best_left[mine], pair.weight_left[mine]) if mine else 0.0,
                share_of(pair.best_right[theirs], pair.weight_right[theirs]) if theirs else 0.0,
            )
            if min(shares) >= STILL:
                found.append((min(shares), other))
    return found


def _is_decision(held: Held, answer: Answer) -> bool:
    """Tell whether a mention states flatly, in another's voice, that somebody decided something."""
    statement = held.statement
    if statement.denial or statement.negative or statement.modality not in FLAT:
        return False
    meaning = statement.meaning
    if (
        asks(held)
        or is_turned_outside(held)
        or not meaning.count("approving")
        or meaning.count(*OPEN)
    ):
        return False
    return names_only(held.parties) != answer.parties and not held.parties & answer.parties


def _about(scene: Scene, number: int, answer: Answer, other: int) -> float:
    """Return how far a decision is about what was not seen, 0 if it is of other things."""
    one, two = scene.held[number], scene.held[other]
    if not names_around(one) & two.statement.meaning.names():
        return 0.0
    pair = Pair(one.statement, two.statement, scene.pile.rarity)
    own = [n for n in answer.own if not one.statement.meaning.terms[n].name]
    approving = {t.start for t in two.statement.meaning.turns if t.kind == "approving"}
    theirs = [
        n
        for n, term in enumerate(two.statement.meaning.terms)
        if not term.name and term.start not in approving and term.sense not in EVIDENCE
    ]
    if not own or not theirs or not (pair.best_left[own] >= LIKE).any():
        return 0.0
    shares = (
        share_of(pair.best_left[own], pair.weight_left[own]),
        share_of(pair.best_right[theirs], pair.weight_right[theirs]),
    )
    return sum(shares) / 2 if min(shares) >= DECIDED else 0.0
