"""What a reader may conclude about a claim."""

from typing import Literal

from headwater.model.base import Record
from headwater.model.reason import Reason

Status = Literal[
    "contradicted by records", "supported by records", "disputed", "corroborated",
    "possibly single origin", "single origin", "unsourced",
]  # fmt: skip


class Band(Record, frozen=True, kw_only=True):
    """A row of the ICD 203 scale: probabilities in percent, both ends included."""

    name: str
    low: int
    high: int


class Assessment(Record, frozen=True, kw_only=True):
    """Status, Admiralty grade and estimative band of a claim, with the reasons.

    Attributes:
        reliability: Admiralty letter A-F, the analyst's to set; F (cannot be judged) by default.
        credibility: Admiralty number 1-6, by rule.
        estimate: The band that the sources' own words give, None if they give none.
    """

    claim: str
    status: Status
    reliability: str = "F"
    credibility: int
    estimate: Band | None = None
    reasons: tuple[Reason, ...] = ()
