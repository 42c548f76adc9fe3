"""A verb of the command line: a click command whose help ends with examples."""

from collections.abc import Sequence
from typing import Any

import click


def write_examples(formatter: click.HelpFormatter, examples: Sequence[str]) -> None:
    """Write examples as they stand, one a line."""
    with formatter.section("Example"):
        for example in examples:
            formatter.write(f"{'':{formatter.current_indent}}{example}\n")


class Verb(click.Command):
    """A command with examples."""

    def __init__(self, *given: Any, examples: Sequence[str] = (), **named: Any) -> None:  # noqa: ANN401
        super().__init__(*given, **named)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the examples."""
        write_examples(formatter, self.examples)


class VerbGroup(click.Group):
    """A group of commands with examples."""

    command_class = Verb

    def __init__(self, *given: Any, examples: Sequence[str] = (), **named: Any) -> None:  # noqa: ANN401
        super().__init__(*given, **named)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the examples."""
        write_examples(formatter, self.examples)
