"""Settings of the link stage."""

from headwater.model.base import Record


class LinkSettings(Record, frozen=True, kw_only=True):
    """How statements are linked.

    Attributes:
        candidates: Most other statements that one is compared with.
        common: Share of statements above which a word is too common to find candidates by.
        join: Least mean probability of being the same at which two groups are joined.
        relate: Least probability of a relation that is kept.
    """

    candidates: int = 32
    common: float = 0.2
    join: float = 0.4
    relate: float = 0.4
