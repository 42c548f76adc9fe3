"""headwater judge: an analyst's decision, appended to the case's log."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

import click

from headwater.cli.deciding import apply, now, person
from headwater.cli.options import json_option
from headwater.cli.speak import result, result_json
from headwater.cli.verb import Verb
from headwater.model.judgement import JudgementKind

if TYPE_CHECKING:
    from headwater.case import Case
    from headwater.model.judgement import Judgement

QUEUE: Final = "queue"
KINDS: Final = get_args(JudgementKind)


@click.command(
    cls=Verb,
    examples=(
        'headwater judge dossier/ same_claim --at a.txt:12-58 --at b.txt:40-95 --why "one ship"',
        'headwater judge dossier/ source_is --at a.txt:12-58 --value "Ines Okafor" --apply',
        'headwater judge dossier/ --undo j-0123456789ab --why "mixed up two ports"',
        "headwater judge dossier/ --history",
        "headwater judge dossier/ queue",
        "headwater judge dossier/ --merge colleague/decisions.jsonl",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("kind", type=click.Choice((*KINDS, QUEUE)), required=False)
@click.option(
    "--at",
    "places",
    multiple=True,
    metavar="DOCUMENT[:START-END]",
    help="A place it is about; may be given again.",
)
@click.option("--name", "names", multiple=True, help="A source it is about, by name.")
@click.option("--value", help="What is decided, where the kind needs it (a name, a letter A-F).")
@click.option("--why", default="", help="The reason, for whoever reads the case later.")
@click.option("--who", help="Who decides; your login name by default.")
@click.option("--undo", metavar="ID", help="Take back an earlier decision.")
@click.option("--history", is_flag=True, help="List what was decided, newest first.")
@click.option("--item", metavar="ID", help="Only of this statement, claim, source or document.")
@click.option(
    "--merge", type=click.Path(exists=True, path_type=Path), help="Add another log or case's."
)
@click.option("--number", default=10, show_default=True, help="How many questions of the queue.")
@click.option("--apply", "at_once", is_flag=True, help="Run again at once; say what changed.")
@json_option
def judge(folder: Path, kind: str | None, places: Sequence[str], **options: Any) -> None:  # noqa: ANN401
    """Record an analyst's decision about a case; the next run obeys it.

    Decisions are only ever added (FOLDER/decisions.jsonl). KIND says what is decided: that two
    statements are the same claim or not, that two sources are one, who says something, that a
    claim rests on a source. `queue` asks about the least certain decisions, those first that most
    claims hang on. Without KIND, --undo takes a decision back and --history lists them.
    """
    from headwater.case import Case

    case = Case.open(folder)
    if options["history"]:
        tell_history(case, options)
    elif options["merge"]:
        added = case.merge(options["merge"])
        result(f"{len(added)} new")
        apply(case, options)
    elif kind == QUEUE:
        from headwater.cli.queue import work_through

        work_through(case, options)
    else:
        judgement = decide(case, kind, places, options)
        case.judge(judgement)
        result(judgement.id)
        apply(case, options)


def decide(
    case: "Case", kind: str | None, places: Sequence[str], options: dict[str, Any]
) -> "Judgement":
    """Return the judgement that was asked for, of this person at this time.

    Raises:
        click.UsageError: If it decides nothing, or takes back one that is not there.
    """
    import msgspec

    from headwater.cli.anchor import anchor
    from headwater.errors import InputError
    from headwater.judgements.make import make, undo
    from headwater.model.judgement import Anchor

    who, made_at = person(options), now()
    if kind is None:
        if options["undo"] is None:
            raise click.UsageError(f"say what is decided ({', '.join(KINDS)}), or --undo ID")
        if options["undo"] not in known_ids(case):
            raise click.UsageError(f"the case has no judgement {options['undo']}")
        return undo(options["undo"], who=who, made_at=made_at, why=options["why"])
    dossier = case.dossier() if places else None
    known = msgspec.convert(kind, JudgementKind)
    about = tuple(anchor(dossier, place, known) for place in places if dossier is not None)
    about = (*about, *(Anchor(name=name) for name in options["names"]))
    try:
        return make(
            known, about, who=who, made_at=made_at, value=options["value"], why=options["why"]
        )
    except InputError as error:
        raise click.UsageError(str(error)) from error


def known_ids(case: "Case") -> set[str]:
    """Return the ids of all judgements, those that came with the documents too."""
    from headwater.errors import InputError

    found = {judgement.id for judgement in case.judgements()}
    try:
        return found | {judgement.id for judgement in case.dossier().judgements}
    except InputError:
        return found


def tell_history(case: "Case", options: dict[str, Any]) -> None:
    """List what was decided, newest first."""
    import msgspec

    from headwater.judgements.force import merge
    from headwater.judgements.history import history

    dossier = case.dossier()
    known = merge(case.judgements(), dossier.judgements)
    dossier = msgspec.structs.replace(dossier, judgements=known)
    entries = history(dossier, options["item"])
    if options["as_json"]:
        result_json(entries)
        return
    for entry in entries:
        became = f"{entry.effect.state}: {entry.effect.text}" if entry.effect else "not yet run"
        result(f"{entry.judgement.id}  {entry.text}\n    {became}")
