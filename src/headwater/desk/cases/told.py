"""What a person says about a document that its file does not: outlet, day, headline, address."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from headwater.case import Case
from headwater.desk.cases.uploads import FIELDS
from headwater.errors import InputError
from headwater.model.document import Document

GIVEN_BY: Final = "the person who read it"


def tell(case: Case, document: Document, said: Mapping[str, str]) -> bool:
    """Keep what a person says about a document; tell whether that is news.

    Args:
        case: The case, whose next run obeys.
        document: As the last run read it.
        said: Masthead fields by name; what is empty or as it was read already is passed over.

    Raises:
        InputError: If the day is none, or the document is a part of a file of many.
    """
    now = {name: stated.value for name in FIELDS if (stated := getattr(document, name))}
    fresh = {
        name: value
        for name in FIELDS
        if (value := said.get(name, "").strip()) and value != now.get(name)
    }
    if not fresh:
        return False
    check_day(fresh.get("published"))
    if not case.say_about(document.name, fresh, given_by=GIVEN_BY):
        raise InputError(
            f"{document.name} is one of several documents in a file; "
            "what is known of it must be said in that file"
        )
    return True


def check_day(day: str | None) -> None:
    """Check that a day, if there is one, is one.

    Raises:
        InputError: If it is not written as YYYY-MM-DD.
    """
    try:
        if day is not None:
            date.fromisoformat(day)
    except ValueError as error:
        raise InputError(f"{day!r} is no day; write it as 2031-05-17") from error
