"""Settings of the link stage."""

from headwater.model.base import Record


class LinkSettings(Record, frozen=True, kw_only=True):
    """How statements are linked.

    Attributes:
        candidates: Most other statements that one is compared with.
        join: Least mean probability of belonging to one claim at which two groups are joined, if a
            pair of them surely does or says the same.
        reads: Most pairs that the reader reads, the likeliest ones first.
        read_from: Least probability of belonging to one claim, by measure, at which a pair is read.
        relate: Least probability of a relation that is kept.
    """

    candidates: int = 32
    join: float = 0.3
    reads: int = 4_000
    read_from: float = 0.1
    relate: float = 0.4
