"""Figures and times that two mentions share."""

from typing import Final

from headwater.model.mention import Mention
from headwater.model.parse import Amount
from headwater.text.between import Days, days_between, published_days
from headwater.trace.pile import Pile

# Digits without trailing zeros; three are seldom equal by chance, and seldom rounded alike.
ODD_DIGITS: Final = 3
# Counts up to ten occur in every text.
SMALL_COUNT: Final = 10
# Figures are one if they differ by at most half a percent, as in the scoring of gold cases.
TOLERANCE: Final = 0.005


def shared_amounts(one: Mention, two: Mention) -> tuple[Amount, ...]:
    """Return the amounts of one mention that the other has too; small counts and ranks left out."""
    return tuple(
        amount
        for amount in one.amounts
        if not _is_common(amount) and any(_equal(amount, other) for other in two.amounts)
    )


def _is_common(amount: Amount) -> bool:
    return amount.unit in {"rank", "year"} or (
        amount.unit == "count" and amount.value <= SMALL_COUNT
    )


def _equal(one: Amount, two: Amount) -> bool:
    return one.unit == two.unit and abs(one.value - two.value) <= TOLERANCE * abs(one.value)


def is_odd(amount: Amount) -> bool:
    """Tell whether a figure is so particular that two sources seldom find it on their own."""
    return len(f"{amount.value:.6g}".replace(".", "").split("e")[0].strip("0-")) >= ODD_DIGITS


def shared_times(one: Mention, two: Mention) -> tuple[tuple[str, str], ...]:
    """Return the intervals of days that both mentions name."""
    mine = {(t.first, t.last) for t in one.times if t.first and t.last}
    theirs = {(t.first, t.last) for t in two.times if t.first and t.last}
    return tuple(sorted((a, b) for a, b in mine & theirs if a and b))


def within_days(one: Mention, two: Mention, pile: Pile, days: int) -> bool:
    """Tell whether two statements were made so close together; False if a date is unknown."""
    apart = days_between(_days(one, pile), _days(two, pile))
    return apart is not None and apart <= days


def _days(mention: Mention, pile: Pile) -> Days | None:
    """Return when a statement was made: its own day, or the document's first and last."""
    published = published_days(pile.documents[mention.document])
    if mention.stated is None or (published and mention.stated == published[1]):
        return published
    return mention.stated, mention.stated
