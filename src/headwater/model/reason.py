"""Why something was decided."""

from headwater.model.base import Record
from headwater.model.span import Place


class Reason(Record, frozen=True, kw_only=True):
    """One reason of a decision.

    Attributes:
        rule: Name of the rule or model that decided, such as `cues.v1` or `judgement`.
        text: The reason in one readable clause, without a full stop.
        places: The words that prove it; empty only where the reason is the lack of words.
        weight: How strongly it counts, 0..1; 1 for a rule that leaves no choice.
    """

    rule: str
    text: str
    places: tuple[Place, ...] = ()
    weight: float = 1.0
