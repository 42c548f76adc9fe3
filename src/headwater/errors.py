"""The errors that Headwater raises on purpose.

HeadwaterError
    InputError      the user can mend it; says what to change
    DocumentError   skip this document, go on with the rest
    ContractError   a part of Headwater broke its promise; stop
"""


class HeadwaterError(Exception):
    """Base of all errors raised on purpose."""


class InputError(HeadwaterError):
    """The user can mend it; the message says what is wrong, where, and what to change."""


class DocumentError(HeadwaterError):
    """One document cannot be used; the engine records it and goes on.

    Args:
        document: File name or document id.
        stage: The stage that gave up.
        reason: Why, for people.
        where: Page, line or byte, if known.
        advice: What the user can do.
    """

    def __init__(
        self,
        document: str,
        stage: str,
        reason: str,
        where: str | None = None,
        advice: str | None = None,
    ) -> None:
        super().__init__(f"{document}: {reason}" + (f" ({where})" if where else ""))
        self.document = document
        self.stage = stage
        self.reason = reason
        self.where = where
        self.advice = advice


class ContractError(HeadwaterError):
    """A part broke its promise, or a shipped file is damaged."""
