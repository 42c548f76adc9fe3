"""Options that several verbs share."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from headwater.config import Settings

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

json_option: Decorator = click.option(
    "--json", "as_json", is_flag=True, help="Write JSON to stdout."
)
part_option: Decorator = click.option(
    "--part",
    "parts",
    multiple=True,
    metavar="KIND=NAME",
    help="Use another part for a stage, such as attribute=lexicon.v1. May be given again.",
)
lexicon_option: Decorator = click.option(
    "--only-lexicon",
    is_flag=True,
    help="Use no trained model: rules and lexicon only (quicker, less good).",
)


def with_parts(settings: "Settings", parts: Sequence[str], *, only_lexicon: bool) -> "Settings":
    """Return settings with other parts.

    Raises:
        click.BadParameter: If a choice is not of the form KIND=NAME, or there is no such part.
    """
    import msgspec

    from headwater.config import LEXICON_PARTS
    from headwater.errors import InputError
    from headwater.registry import address

    chosen = dict(LEXICON_PARTS) if only_lexicon else {}
    for part in parts:
        kind, equals, name = part.partition("=")
        if not equals or kind not in settings.parts.__struct_fields__:
            known = ", ".join(settings.parts.__struct_fields__)
            raise click.BadParameter(f"{part!r} should be KIND=NAME; kinds: {known}")
        chosen[kind] = name
    for kind, name in chosen.items():
        try:
            address(kind, name)
        except InputError as error:
            raise click.BadParameter(str(error)) from error
    changed = msgspec.structs.replace(settings.parts, **chosen)
    return msgspec.structs.replace(settings, parts=changed)
