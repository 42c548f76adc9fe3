"""Settings of the link stage."""

from headwater.model.base import Record


class LinkSettings(Record, frozen=True, kw_only=True):
    """How statements are linked.

    Attributes:
        candidates: Most other statements that one is compared with.
        join: Least mean probability of being the same at which two groups are joined, if a pair of
            them is called the same. Of 295 claims of ten news events read by hand at 0.2, 0.3 keeps
            131 of the 132 right ones and drops 39 of the 91 wrong ones.
        reads: Most pairs that the reader reads, the likeliest ones first.
        read_from: Least probability of being the same, by measure, at which a pair is read.
        detail: What a probability that one statement says the other with a detail more counts
            beside that of being the same, where no figure, day, party or step parts them.
        relate: Least probability of a relation that is kept.
    """

    candidates: int = 32
    join: float = 0.3
    detail: float = 0.2
    reads: int = 4_000
    read_from: float = 0.15
    relate: float = 0.4
