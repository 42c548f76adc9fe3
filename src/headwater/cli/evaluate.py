"""headwater eval: the pipeline against marks made by hand."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from headwater.cli.options import json_option, lexicon_option, part_option, with_parts
from headwater.cli.speak import result, result_json, say
from headwater.cli.verb import Verb, VerbGroup

if TYPE_CHECKING:
    from headwater.config import Settings
    from headwater.engine.progress import Watcher
    from headwater.evaluate.gold import GoldCase
    from headwater.evaluate.measures import Json

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")


@click.group(
    "eval",
    cls=VerbGroup,
    examples=(
        "headwater eval case gold/harbour",
        "headwater eval attribution polnear/dev",
        "headwater eval pairs pairs.jsonl",
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
def evaluate() -> None:
    """Score the pipeline against marks made by hand."""


@evaluate.command(
    cls=Verb,
    examples=(
        "headwater eval case gold/harbour",
        "headwater eval case gold/harbour --restrict --json",
    ),
)
@click.argument("folder", type=_FOLDER)
@click.option("--no-sidecar", is_flag=True, help="Give the pipeline the texts only.")
@click.option("--restrict", is_flag=True, help="Cut the answer down to the annotated statements.")
@click.option("--gold-mentions", is_flag=True, help="Give it the gold mentions.")
@click.option("--gold-claims", is_flag=True, help="Give it the gold mentions and claims.")
@click.option("--prediction", type=_FILE, help="Score this answer instead of the pipeline's.")
@part_option
@lexicon_option
@json_option
@quiet_option
def case(folder: Path, **options: Any) -> None:  # noqa: ANN401
    """Run the pipeline on a gold case and print all its scores.

    FOLDER holds docs/, docs.json and gold.json. The pipeline reads the texts, and title, outlet,
    byline and date of docs.json as its sidecar.
    """
    from headwater.evaluate.case_score import score, show
    from headwater.evaluate.gold import load_case

    gold = load_case(folder)
    prediction, read = answer(gold, folder, options)
    prediction, note = cut(gold, prediction, restricted=options["restrict"])
    say(f"{folder.name}: {read}{note}")
    scores = score(gold, prediction)
    if options["as_json"]:
        result_json(scores)
    else:
        result(f"{folder.name}: {read}{note}\n{show(scores)}")


def answer(gold: "GoldCase", folder: Path, options: dict[str, Any]) -> "tuple[Json, str]":
    """Return the answer to score, and in words what it was made from."""
    import json

    from headwater.evaluate.pipeline import run_case
    from headwater.report.interchange import to_interchange

    if options["prediction"]:
        return json.loads(options["prediction"].read_text(encoding="utf-8")), "a given answer"
    settings = chosen(options)
    if options["gold_mentions"] or options["gold_claims"]:
        from headwater.evaluate.oracle import run_on_gold

        claims: bool = options["gold_claims"]
        given = (
            "gold mentions, attributions and claims" if claims else "gold mentions, attributions"
        )
        return run_on_gold(gold, folder, settings, claims=claims), f"{given}; rest ours"
    sidecar = not options["no_sidecar"]
    dossier = run_case(folder, settings, sidecar=sidecar, watcher=watcher(options))
    told = "texts, and title, outlet, byline, date of docs.json" if sidecar else "texts only"
    return to_interchange(dossier), f"read {told}"


def cut(gold: "GoldCase", prediction: "Json", *, restricted: bool) -> "tuple[Json, str]":
    """Return the answer, cut if that was asked for, and a note on a selective case."""
    from headwater.evaluate.matching import restrict

    smaller, kept, total = restrict(gold, prediction)
    if restricted:
        return smaller, f"; cut to the annotated statements, {kept} of {total} mentions kept"
    if is_selective(gold):
        return (
            prediction,
            "; selective case: only part is annotated, read precision with --restrict",
        )
    return prediction, ""


def is_selective(gold: "GoldCase") -> bool:
    """Tell whether a case annotates only what bears on its question.

    A case that annotates everything marks half of the words and more; a selective one much less.
    """
    from headwater.evaluate.gold import SELECTIVE_SHARE, annotated_share

    return annotated_share(gold) < SELECTIVE_SHARE


@evaluate.command(cls=Verb, examples=("headwater eval attribution polnear/dev",))
@click.argument("folder", type=_FOLDER)
@click.option("--annotator", help="Take this person's marks as gold.")
@click.option("--limit", type=int, help="Only so many articles, in order of name.")
@part_option
@lexicon_option
@json_option
@quiet_option
def attribution(folder: Path, **options: Any) -> None:  # noqa: ANN401
    """Score attribution on articles with hand-marked source, cue and content.

    FOLDER holds text/ and attributions/ (brat standoff), as PolNeAR has them. Attributions inside
    others are dropped, since only outermost ones are marked there.
    """
    from headwater.evaluate.attribution_score import add_up, score, show, summarise
    from headwater.evaluate.brat import load_articles
    from headwater.evaluate.pipeline import tag_articles

    articles = dict(list(load_articles(folder).items())[: options["limit"]])
    found = tag_articles(articles, chosen(options), watcher(options))
    report = summarise(add_up(score(articles, found, options["annotator"])))
    if options["as_json"]:
        result_json(report)
    else:
        result(show(report))


@evaluate.command(cls=Verb, examples=("headwater eval pairs pairs.jsonl",))
@click.argument("file", type=_FILE)
@click.option("--part", default="gated.v1", show_default=True, help="Which part compares.")
@json_option
def pairs(file: Path, part: str, *, as_json: bool) -> None:
    """Score the comparison of statements on labelled pairs.

    FILE has JSON lines with a, b and label.
    """
    from headwater.evaluate.pairs_score import answer_pairs, read_pairs, score, show

    listed = read_pairs(file)
    report = score(listed, answer_pairs(listed, part))
    if as_json:
        result_json(report)
    else:
        result(show(report))


def chosen(options: dict[str, Any]) -> "Settings":
    """Return the settings with the parts that were asked for."""
    from headwater.config import Settings

    parts: Sequence[str] = options["parts"]
    return with_parts(Settings(), parts, only_lexicon=options["only_lexicon"])


def watcher(options: dict[str, Any]) -> "Watcher":
    """Return who is told how far the work is."""
    from headwater.engine.progress import Silent, watcher_for

    return Silent() if options["quiet"] else watcher_for()
