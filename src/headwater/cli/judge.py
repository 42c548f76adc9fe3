"""headwater judge: an analyst's decision, appended to the case's log."""

import getpass
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

import click

from headwater.cli.speak import result
from headwater.cli.verb import Verb
from headwater.model.judgement import JudgementKind

if TYPE_CHECKING:
    from headwater.case import Case
    from headwater.model.dossier import Dossier
    from headwater.model.judgement import Anchor, Judgement

KINDS: Final = get_args(JudgementKind)
_PLACE: Final = re.compile(r"(?P<name>.+):(?P<start>\d+)-(?P<end>\d+)$")


@click.command(
    cls=Verb,
    examples=(
        'headwater judge dossier/ same_claim --at a.txt:12-58 --at b.txt:40-95 --why "one ship"',
        'headwater judge dossier/ --undo j-0123456789ab --why "mixed up two ports"',
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("kind", type=click.Choice(KINDS), required=False)
@click.option(
    "--at",
    "places",
    multiple=True,
    metavar="DOCUMENT:START-END",
    help="A place it is about; may be given again.",
)
@click.option("--name", "names", multiple=True, help="A source it is about, by name.")
@click.option("--value", help="What is decided, where the kind needs it (a name, a letter A-F).")
@click.option("--why", default="", help="The reason, for whoever reads the case later.")
@click.option("--who", help="Who decides; your login name by default.")
@click.option("--undo", metavar="ID", help="Take back an earlier decision.")
def judge(folder: Path, kind: str | None, places: Sequence[str], **options: Any) -> None:  # noqa: ANN401
    """Record an analyst's decision about a case; the next run obeys it.

    Decisions are only ever added (FOLDER/decisions.jsonl). KIND says what is decided: that two
    statements are the same claim or not, that two sources are one, that a claim rests on a source.
    Without KIND, --undo takes one back.
    """
    from headwater.case import Case

    case = Case.open(folder)
    check(case, kind, options["undo"])
    about = tuple(anchor(case.dossier(), place) for place in places)
    judgement = make(kind, about, options)
    case.judge(judgement)
    result(judgement.id)


def check(case: "Case", kind: str | None, undo: str | None) -> None:
    """Refuse a judgement that decides nothing or takes back one that is not there.

    Raises:
        click.UsageError: With what to say instead.
    """
    if kind is None and undo is None:
        raise click.UsageError(f"say what is decided ({', '.join(KINDS)}), or --undo ID")
    if undo is not None and undo not in {judgement.id for judgement in case.judgements()}:
        raise click.UsageError(f"the case has no judgement {undo}")


def make(kind: str | None, about: "tuple[Anchor, ...]", options: dict[str, Any]) -> "Judgement":
    """Return the judgement of this person, at this time."""
    import msgspec

    from headwater.model.base import content_id
    from headwater.model.judgement import Anchor, Judgement

    who = options["who"] or getpass.getuser()
    made_at = datetime.now(UTC).isoformat(timespec="seconds")  # noqa: TID251 - the edge
    about = (*about, *(Anchor(name=name) for name in options["names"]))
    parts = (who, made_at, kind or "", msgspec.json.encode(about).decode())
    return msgspec.convert(
        {
            "id": content_id("j", *parts, options["value"] or "", options["undo"] or ""),
            "who": who,
            "made_at": made_at,
            "kind": kind,
            "about": about,
            "value": options["value"],
            "why": options["why"],
            "undoes": options["undo"],
        },
        Judgement,
    )


def anchor(dossier: "Dossier", place: str) -> "Anchor":
    """Return the anchor of a place such as `a.txt:120-180`.

    Raises:
        click.BadParameter: If it is not a place in a document of the case.
    """
    from headwater.model.judgement import Anchor
    from headwater.model.span import Span

    match = _PLACE.match(place)
    if match is None:
        raise click.BadParameter(f"{place!r} should be DOCUMENT:START-END", param_hint="--at")
    named = (match["name"], f"{match['name']}.txt")
    found = [d for d in dossier.documents if d.name in named or d.id == match["name"]]
    if not found:
        known = ", ".join(document.name for document in dossier.documents)
        raise click.BadParameter(f"no document {match['name']!r}; the case has {known}")
    start, end = int(match["start"]), int(match["end"])
    if not start < end <= len(found[0].text):
        raise click.BadParameter(
            f"{place!r} is no stretch of a text of {len(found[0].text)} characters"
        )
    span = Span(start=start, end=end)
    return Anchor(digest=found[0].digest, span=span, quote=span.cut(found[0].text))
