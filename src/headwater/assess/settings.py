"""Settings of the assess stage."""

from headwater.model.base import Record


class AssessSettings(Record, frozen=True, kw_only=True):
    """What decides about status and grade.

    Attributes:
        reliability: Admiralty letter of sources that nobody has graded; F means that their
            reliability cannot be judged.
    """

    reliability: str = "F"
