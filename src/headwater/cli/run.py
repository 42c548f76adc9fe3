"""headwater run: documents in, dossier out."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from headwater.cli.options import json_option, lexicon_option, part_option, with_parts
from headwater.cli.speak import Exit, end, result, result_json, say
from headwater.cli.verb import Verb

if TYPE_CHECKING:
    from headwater.case import Case, Outcome
    from headwater.config import Settings
    from headwater.engine.progress import Watcher
    from headwater.ingest.raw import RawFile


@click.command(
    cls=Verb,
    examples=(
        "headwater run articles/*.txt -o dossier/",
        'headwater run inbox/ saved/page.html --title "Harbour deal" -o dossier/',
        "cat feed.jsonl | headwater run - -o dossier/ --json",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("dossier"),
    show_default=True,
    help="Folder of the case; what it holds already is not read again.",
)
@click.option("--title", help="What the case is about; stands at the top of the dossier.")
@click.option(
    "--sidecar",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A docs.json that tells outlet, title and date of each file.",
)
@click.option(
    "--settings",
    "settings_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A case.toml to begin with.",
)
@click.option(
    "--judgements",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Decisions to add to the case (JSON lines).",
)
@click.option("--replace", is_flag=True, help="Forget the documents that the case held before.")
@part_option
@lexicon_option
@json_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say also what went on inside.")
def run(paths: Sequence[str], output: Path, **options: Any) -> None:  # noqa: ANN401
    """Trace the claims of a pile of documents.

    PATH is a file, a folder, a glob, a ZIP archive, or - for JSON lines on stdin. The dossier is
    OUTPUT/index.html; the same as data is OUTPUT/dossier.json. Run again with more paths to add
    documents, or with none to apply changed settings and new judgements.
    """
    from headwater.case import Case, read_judgements
    from headwater.cli.dossiers import prepare_desk
    from headwater.cli.main import log_to_stderr
    from headwater.cli.summary import plural

    log_to_stderr(verbose=options["verbose"])
    settings = choose_settings(output, options, begins=bool(paths))
    files = read_paths(paths, options["sidecar"], settings) if paths else ()
    case = Case.create(output, settings)
    fresh = case.replace(files) if options["replace"] else case.add(files)
    if files and not options["quiet"]:
        say(f"{plural(fresh, 'new file')} in {output}")
    if options["judgements"]:
        case.judge(*read_judgements(options["judgements"]))
    outcome = case.run(watcher(quiet=options["quiet"]))
    prepare_desk(case, outcome.dossier)
    tell(case, outcome, options)
    gaps = outcome.dossier.failures or any(e.state == "lost" for e in outcome.dossier.effects)
    end(Exit.GAPS if gaps else Exit.OK)


def choose_settings(folder: Path, options: dict[str, Any], *, begins: bool) -> "Settings":
    """Return the settings that were asked for: a file's, else those of the case in the folder.

    Raises:
        click.UsageError: If there is neither a case nor a document.
    """
    import msgspec

    from headwater.config import FILE, Settings, load_settings

    known = folder / FILE
    if not known.is_file() and not begins:
        raise click.UsageError(f"name the documents to read; {folder} holds no case yet")
    chosen = options["settings_file"] or (known if known.is_file() else None)
    settings = load_settings(chosen) if chosen else Settings()
    if options["replace"] and not begins:
        raise click.UsageError("--replace needs the documents to keep")
    if options["title"]:
        settings = msgspec.structs.replace(settings, title=options["title"])
    return with_parts(settings, options["parts"], only_lexicon=options["only_lexicon"])


def read_paths(
    paths: Sequence[str], sidecar: Path | None, settings: "Settings"
) -> "tuple[RawFile, ...]":
    """Return the files that the paths name, in an order that does not depend on theirs.

    Raises:
        click.UsageError: If a path names nothing.
    """
    from headwater.errors import InputError
    from headwater.ingest.files import collect

    try:
        files = collect(tuple(paths), sys.stdin.buffer, settings.ingest)
    except InputError as error:
        raise click.UsageError(str(error)) from error
    return describe(files, sidecar) if sidecar else files


def describe(files: "tuple[RawFile, ...]", sidecar: Path) -> "tuple[RawFile, ...]":
    """Return the files with what a sidecar says of them; it wins over one beside them."""
    import msgspec

    from headwater.ingest.sidecar import find_sidecar, read_sidecar

    entries = read_sidecar(sidecar.name, sidecar.read_bytes())
    return tuple(
        msgspec.structs.replace(file, sidecar=find_sidecar(file.name, entries) or file.sidecar)
        for file in files
    )


def watcher(*, quiet: bool) -> "Watcher":
    """Return who is told how far the work is."""
    from headwater.engine.progress import Silent, watcher_for

    return Silent() if quiet else watcher_for()


def tell(case: "Case", outcome: "Outcome", options: dict[str, Any]) -> None:
    """Say what came out: where it is, what stands out, what could not be read."""
    from headwater.case import DATA, PAGE
    from headwater.cli.summary import counts, decision_lines, failure_lines, headline

    dossier = outcome.dossier
    if options["as_json"]:
        facts = counts(dossier)
        files = {"page": str(case.folder / PAGE), "data": str(case.folder / DATA)}
        result_json({**facts, **files, "stage_runs": outcome.ran})
    elif not options["quiet"]:
        result(f"{headline(dossier)}\n{case.folder / PAGE}")
    for line in (*failure_lines(dossier), *decision_lines(dossier)):
        say(line)
