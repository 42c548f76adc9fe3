"""Who decides, when, and what it changes: what verbs that record decisions share."""

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from headwater.cli.speak import say

if TYPE_CHECKING:
    from headwater.case import Case


def person(options: dict[str, Any]) -> str:
    """Return who decides."""
    return str(options["who"] or getpass.getuser())


def now() -> str:
    """Return the time of the machine, with its zone; the one place where it is read."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")  # noqa: TID251 - the edge


def apply(case: "Case", options: dict[str, Any]) -> None:
    """Run a case again if that was asked for, and say on stderr what changed."""
    if not options["at_once"]:
        return
    from headwater.cli.diff import lines_of
    from headwater.cli.dossiers import prepare_desk
    from headwater.review.changes import changes

    before = case.dossier()
    after = case.run().dossier
    prepare_desk(case, after)
    say("\n".join(lines_of(changes(before, after))))
