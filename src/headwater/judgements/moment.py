"""When a judgement was made, in an order that clocks of all zones agree on."""

from datetime import UTC, datetime
from functools import lru_cache

from headwater.model.judgement import Judgement


def moment(judgement: Judgement) -> tuple[str, str]:
    """Return what judgements are ordered by: the time in UTC, then the id."""
    return _in_utc(judgement.made_at), judgement.id


@lru_cache(maxsize=16384)
def _in_utc(made_at: str) -> str:
    """Return a time in UTC; what has no zone or is no time stays as it is."""
    try:
        read = datetime.fromisoformat(made_at)
    except ValueError:
        return made_at
    if read.tzinfo is None:
        return made_at
    return read.astimezone(UTC).isoformat(timespec="microseconds")
