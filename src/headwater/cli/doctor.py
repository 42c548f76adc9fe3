"""headwater doctor: is everything there."""

import platform
import sqlite3
from importlib import metadata
from typing import Any, Final

import click

import headwater
from headwater.cli.options import json_option
from headwater.cli.speak import Exit, end, result, result_json
from headwater.cli.verb import Verb

LIBRARIES: Final = (
    "anyascii", "click", "jinja2", "lxml_html_clean", "msgspec", "numpy", "onnxruntime",
    "pypdfium2", "python-docx", "rapidfuzz", "rich", "trafilatura",
)  # fmt: skip


@click.command(cls=Verb, examples=("headwater doctor", "headwater doctor --json"))
@json_option
def doctor(*, as_json: bool) -> None:
    """Say whether everything that Headwater needs is there."""
    found = examine()
    if as_json:
        result_json(found)
    else:
        result("\n".join(lines(found)))
    end(Exit.ERROR if found["problems"] else Exit.OK)


def examine() -> dict[str, Any]:
    """Return versions, parts, and what is wrong."""
    problems: list[str] = []
    libraries = {name: version_of(name) for name in LIBRARIES}
    problems += [f"{name} is not installed" for name, found in libraries.items() if found is None]
    parts: dict[str, dict[str, str]] = {}
    if not problems:
        parts, broken = examine_parts()
        problems += broken
    return {
        "headwater": headwater.__version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "sqlite": sqlite3.sqlite_version,
        "libraries": libraries,
        "parts": parts,
        "problems": problems,
    }


def version_of(library: str) -> str | None:
    """Return the installed version of a library, None if it is missing."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None


def examine_parts() -> tuple[dict[str, dict[str, str]], list[str]]:
    """Return every part with its address, and those that cannot be loaded."""
    from headwater.errors import HeadwaterError
    from headwater.registry import address, kinds, load, names

    found: dict[str, dict[str, str]] = {}
    broken = []
    for kind in kinds():
        found[kind] = {name: address(kind, name) for name in names(kind)}
        for name in found[kind]:
            try:
                load(kind, name)
            except HeadwaterError as error:
                broken.append(str(error))
    return found, broken


def lines(found: dict[str, Any]) -> list[str]:
    """Return what was found, for people."""
    head = [
        f"headwater {found['headwater']}, Python {found['python']}, {found['system']}, "
        f"SQLite {found['sqlite']}",
        "libraries: " + ", ".join(f"{k} {v or 'missing'}" for k, v in found["libraries"].items()),
    ]
    parts = [f"{kind}: {', '.join(names)}" for kind, names in found["parts"].items()]
    verdict = [f"problem: {problem}" for problem in found["problems"]] or ["everything is there"]
    return [*head, *parts, *verdict]
