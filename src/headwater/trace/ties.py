"""What is known of two ends of one claim: surely one, maybe one, surely different.

Each rule looks at one kind of fact and passes if it has nothing to say; the first that speaks
decides. The order and its grounds stand in docs/decisions on independence.
"""

from typing import Final

from headwater.trace.acts import one_act
from headwater.trace.origins import End
from headwater.trace.ties_maybe import (
    about_itself,
    colleagues,
    material,
    namesakes,
    no_lineage,
    one_interest,
    together,
    unplaced,
    veiled,
)
from headwater.trace.ties_release import one_release, one_report
from headwater.trace.ties_same import (
    belongs,
    copied,
    judged,
    one_citation,
    one_utterance,
    rests_elsewhere,
    rests_on,
)
from headwater.trace.ties_voice import jointly, one_role, speaks_for
from headwater.trace.view import Rule, Verdict, View, say

RULES: Final[tuple[Rule, ...]] = (
    judged,
    copied,
    one_utterance,
    rests_on,
    one_citation,
    rests_elsewhere,
    belongs,
    one_act,
    one_release,
    one_report,
    jointly,
    one_role,
    one_interest,
    no_lineage,
    speaks_for,
    about_itself,
    colleagues,
    together,
    namesakes,
    veiled,
    material,
    unplaced,
)


def decide(left: End, right: End, view: View) -> Verdict:
    """Return the tie of two ends and the reason of the rule that decided."""
    for rule in RULES:
        verdict = rule(left, right, view)
        if verdict:
            return verdict
    names = f"{left.source.name} and {right.source.name}"
    return say(
        "different", "trace.tie.separate.v1",
        f"{names} speak for different parties, and neither is shown to rest on the other",
        left, right, weight=0.7,
    )  # fmt: skip
