"""The `headwater` command: finds its verb, and turns errors into words and exit codes."""

import importlib
import logging
import os
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from typing import Final

import click

import headwater
from headwater.cli.speak import Exit, say
from headwater.cli.verb import VerbGroup
from headwater.errors import ContractError, HeadwaterError

# Verb, where it stands, and what it does in a few words. Verbs are imported when they are used,
# so that the help of one does not load the models of another.
VERBS: Final[Mapping[str, tuple[str, str]]] = {
    "run": ("headwater.cli.run:run", "Trace the claims of a pile of documents."),
    "show": ("headwater.cli.show:show", "Show a dossier's findings in the terminal."),
    "explain": (
        "headwater.cli.explain:explain",
        "Say what was found at a place of a text, and why.",
    ),
    "serve": (
        "headwater.cli.serve:serve",
        "Read, check and correct a case in the browser.",
    ),
    "compare": ("headwater.cli.compare:compare", "Say whether two statements state the same."),
    "judge": ("headwater.cli.judge:judge", "Record an analyst's decision."),
    "diff": ("headwater.cli.diff:diff", "Say which claims are new, gone or changed."),
    "export": ("headwater.cli.export:export", "Write a dossier in another format."),
    "verify": ("headwater.cli.verify:verify", "Check a dossier against its own snapshots."),
    "eval": ("headwater.cli.evaluate:evaluate", "Score the pipeline against marks made by hand."),
    "doctor": (
        "headwater.cli.doctor:doctor",
        "Say whether everything that Headwater needs is there.",
    ),
}


class Verbs(VerbGroup):
    """The verbs, loaded when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the verbs in the order of use."""
        return list(VERBS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """Import a verb."""
        if cmd_name not in VERBS:
            return None
        module, _, name = VERBS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """List the verbs without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(verb, words) for verb, (_, words) in VERBS.items()])


@click.group(
    examples=("headwater run articles/*.txt -o dossier/", "headwater show dossier/"),
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(headwater.__version__, prog_name="headwater")
def verbs() -> None:
    """Trace reported claims upstream to where they really come from.

    Exit codes: 0 ok, 1 error, 2 wrong use, 3 finished but something could not be read,
    4 a verification failed.
    """


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(leave_quietly())


def leave_quietly(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code, with errors said in words.

    Args:
        arguments: Those of the process if None.
    """
    try:
        code = verbs.main(arguments, prog_name="headwater", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        say("Stopped.")
        return Exit.ERROR
    except BrokenPipeError:  # the reader of our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    except ContractError as error:
        say(f"Error: {error}\nThis is a defect or a damaged installation: headwater doctor")
        return Exit.ERROR
    except sqlite3.Error as error:
        say(f"Error: the case's store cannot be used ({error}); does another run work on it?")
        return Exit.ERROR
    except (HeadwaterError, OSError) as error:
        say(f"Error: {error}")
        return Exit.ERROR
    return code if isinstance(code, int) else Exit.OK


def log_to_stderr(*, verbose: bool) -> None:
    """Send what the program notes about itself to stderr, if anybody wants to read it.

    Libraries are silenced: what they complain of, such as a broken page, is told as a failure.
    """
    logging.basicConfig(level=logging.CRITICAL, stream=sys.stderr, format="%(name)s: %(message)s")
    logging.getLogger("headwater").setLevel(logging.DEBUG if verbose else logging.ERROR)
