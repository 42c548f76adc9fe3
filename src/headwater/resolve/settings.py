"""Settings of the resolve stage."""

from headwater.model.base import Record


class ResolveSettings(Record, frozen=True, kw_only=True):
    """What decides whether two names are one source.

    Attributes:
        report_days: Reports of one issuer are one report if the documents that cite them were
            published at most this many days apart. A news cycle and its follow-ups last weeks;
            issuers publish their next report on a matter months later.
        spelling: Least likeness of two spellings of a full name, 0..100 (normalised edit
            distance). One changed letter in ten keeps transliterations together.
    """

    report_days: int = 45
    spelling: float = 90.0
