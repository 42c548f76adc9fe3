"""The rule by which two ends that give one uncommon figure in the same days are one release."""

from typing import Final

from headwater.lexicon.parties import state_written
from headwater.model.mention import Mention
from headwater.model.parse import Amount
from headwater.model.source import Source
from headwater.text.names import fold_name
from headwater.trace.details import is_odd, shared_amounts, shared_times, within_days
from headwater.trace.origins import End
from headwater.trace.view import Verdict, View, say
from headwater.trace.voices import is_nameless_work, may_be_one_work, of_other_states, work_head

# Characters between two statements of one passage: about two sentences of news prose.
BESIDE: Final = 400
_EARLY: Final = frozenset("initial preliminary first early".split())
_PLAIN: Final = frozenset("a an the report reports new latest recent official".split())


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


def one_report(left: End, right: End, view: View) -> Verdict | None:
    """Two wordings, neither a name, for what one party reported of one matter in the same days."""
    one, two = left.source, right.source
    unnamed = is_nameless_work(one) and is_nameless_work(two)
    sorts = _sort_of(one), _sort_of(two)
    alike = sorts[0] <= sorts[1] or sorts[1] <= sorts[0]
    if not unnamed or not alike or one.interest is None or one.interest != two.interest:
        return None
    pile, days = view.shared.pile, view.shared.settings.same_days
    if any(within_days(a, b, pile, days) for a in left.mentions for b in right.mentions):
        text = f"{one.name} and {two.name} are reports of {one.interest} on this within {days} days"
        return say("same", "trace.tie.report.v1", text, left, right, weight=0.7)
    return None


def _sort_of(work: Source) -> frozenset[str]:
    """Return the words that tell what sort of work it is: "early" for a first report."""
    words = (word for word in work_head(work) if not state_written(word))
    return (
        frozenset("early" if word in _EARLY else word for name in words for word in fold_name(name))
        - _PLAIN
    )


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
