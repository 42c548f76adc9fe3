"""Settings of the trace stage."""

from headwater.model.base import Record


class TraceSettings(Record, frozen=True, kw_only=True):
    """What decides about copies, ties and bounds.

    Attributes:
        gram: Words in one fingerprint. Five words seldom recur by chance in two stories.
        window: Fingerprints of which winnowing keeps the least; any shared run of
            `gram + window - 1` words is sure to be seen.
        max_documents: A fingerprint in more documents than this is boilerplate.
        min_shared: Shared fingerprints that make a pair of documents worth aligning.
        min_passage: Words of the shortest shared passage that is kept.
        same_days: Two origins that give the same figure so many days apart or less tell of one
            release; a news cycle.
        exact_nodes: Largest graph whose chromatic number is computed exactly.
        pivots: Open facts that are listed for each claim at most; the one or two that decide.
        removals: Sources without which the interval changes, listed at most.
    """

    gram: int = 5
    window: int = 4
    max_documents: int = 200
    min_shared: int = 3
    min_passage: int = 8
    same_days: int = 31
    exact_nodes: int = 60
    pivots: int = 2
    removals: int = 6
