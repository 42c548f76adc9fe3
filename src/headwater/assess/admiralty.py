"""The number of the Admiralty code: how credible an item of information is.

Source:
    NATO AJP-2.1, source reliability and information credibility. The letter (reliability of the
    source) is for a person to set.
"""

from typing import Final

from headwater.assess.facts import Facts
from headwater.assess.rules import is_disputed
from headwater.model.reason import Reason

CONFIRMED: Final = 1
PROBABLY_TRUE: Final = 2
POSSIBLY_TRUE: Final = 3
DOUBTFUL: Final = 4
IMPROBABLE: Final = 5  # given only by records that contradict a claim, once they are checked
CANNOT_BE_JUDGED: Final = 6


def grade_credibility(facts: Facts) -> tuple[int, Reason]:
    """Return the number 1 to 6 and why; without a second origin nothing can be confirmed."""
    low = facts.corroboration.low if facts.corroboration else 0
    high = facts.corroboration.high if facts.corroboration else 0
    kinds = {origin.evidence for origin, _ in facts.origins} - {"unknown"}
    if is_disputed(facts):
        if low > 1:
            return _grade(POSSIBLY_TRUE, f"{low} origins that are surely different, but disputed")
        return _grade(DOUBTFUL, "disputed, and no second origin is sure")
    if low > 1 and len(kinds) > 1:
        return _grade(CONFIRMED, f"{low} origins that are surely different, of {len(kinds)} kinds")
    if low > 1:
        return _grade(PROBABLY_TRUE, f"{low} origins that are surely different, of one kind")
    if high > 1 and facts.sourced:
        return _grade(POSSIBLY_TRUE, f"{high} origins that may be one")
    return _grade(CANNOT_BE_JUDGED, "no second origin to hold it against")


def _grade(number: int, text: str) -> tuple[int, Reason]:
    return number, Reason(rule="assess.credibility.v1", text=f"credibility {number}: {text}")
