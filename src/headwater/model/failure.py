"""What could not be read or finished."""

from headwater.model.base import Record


class Failure(Record, frozen=True, kw_only=True):
    """A document that was skipped at a stage, and why, in words for people.

    Attributes:
        document: File name (with the member of an archive after `!`) or document id.
        where: Page, line or byte, if known.
        advice: What the user can do about it.
    """

    document: str
    stage: str
    reason: str
    where: str | None = None
    advice: str | None = None
