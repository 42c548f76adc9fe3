"""The rule by which two ends that give one uncommon figure in the same days are one release."""

from typing import Final

from headwater.model.mention import Mention
from headwater.model.parse import Amount
from headwater.model.source import Source
from headwater.trace.details import is_odd, shared_amounts, shared_times, within_days
from headwater.trace.origins import End
from headwater.trace.view import Verdict, View, say
from headwater.trace.voices import may_be_one_work, of_other_states

# Characters between two statements of one passage: about two sentences of news prose.
BESIDE: Final = 400


def one_release(left: End, right: End, view: View) -> Verdict | None:
    """The same uncommon figures in the same days."""
    pile, days = view.shared.pile, view.shared.settings.same_days
    for one in left.mentions:
        for two in right.mentions:
            amounts, times = shared_amounts(one, two), shared_times(one, two)
            if not amounts or not within_days(one, two, pile, days):
                continue
            if _is_one_release(left.source, right.source, amounts, len(amounts) + len(times)):
                text = (
                    f"{left.source.name} and {right.source.name} give the same figure"
                    f"{' and time' if times else ''} within {days} days"
                )
                return say("same", "trace.tie.release.v1", text, left, right, weight=0.8)
    return _same_briefing(left, right, view)


def _is_one_release(one: Source, two: Source, amounts: tuple[Amount, ...], details: int) -> bool:
    """Tell whether equal figures show one release.

    Voices of one party need a figure and one more detail; works that may be one under two names
    need a figure so particular that two seldom agree on it. Others may well count the same thing.
    """
    if one.interest and one.interest == two.interest:
        return details > 1
    works = may_be_one_work(one, two) and not of_other_states(one, two)
    return works and any(is_odd(amount) for amount in amounts)


def _same_briefing(left: End, right: End, view: View) -> Verdict | None:
    """Words that stand beside such figures in both texts."""
    one, two = sorted((left.source.id, right.source.id))
    for pair in view.shared.released.get((one, two), ()):
        near = [any(_beside(m, other) for m in left.mentions + right.mentions) for other in pair]
        if all(near):
            text = (
                f"{left.source.name} and {right.source.name} give this beside a figure"
                " that both have"
            )
            return say("same", "trace.tie.briefing.v1", text, left, right, weight=0.7)
    return None


def _beside(one: Mention, two: Mention) -> bool:
    if one.document != two.document:
        return False
    return abs(one.sentence.start - two.sentence.start) <= BESIDE
