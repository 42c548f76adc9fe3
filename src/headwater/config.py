"""Every setting of a case: read from `case.toml`, with defaults, and written back in full."""

import inspect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Final

import msgspec

from headwater.assess.settings import AssessSettings
from headwater.attribute.settings import AttributeSettings
from headwater.errors import InputError
from headwater.extract.settings import ExtractSettings
from headwater.ingest.settings import IngestSettings
from headwater.link.settings import LinkSettings
from headwater.model.base import Record
from headwater.parse.settings import ParseSettings
from headwater.registry import address
from headwater.report.settings import ReportSettings
from headwater.resolve.settings import ResolveSettings
from headwater.trace.settings import TraceSettings

FILE: Final = "case.toml"
_WIDTH: Final = 100  # columns of a comment
_FIELD: Final = re.compile(r"^    (\w[\w, ]*): (.*(?:\n {8}.*)*)", re.MULTILINE)  # of a docstring
_HEADER: Final = "# Every setting of this case, defaults included. Change a value and run again.\n"


class Parts(Record, frozen=True, kw_only=True):
    """The part that does the work of each stage, as the registry names it."""

    ingest: str = "files.v1"
    parse: str = "rules.v1"
    attribute: str = "model.v1"
    extract: str = "rules.v1"
    resolve: str = "rules.v1"
    link: str = "gated.v1"
    trace: str = "chains.v1"
    assess: str = "rules.v1"
    report: str = "dossier.v1"


LEXICON_PARTS: Final = {"attribute": "lexicon.v1"}  # instead of every trained model


class Settings(Record, frozen=True, kw_only=True):
    """The settings of all stages; a field for each stage, named like its folder.

    Attributes:
        title: What the case is about; empty for a title made of the number and the days of the
            documents.
    """

    title: str = ""
    parts: Parts = Parts()
    ingest: IngestSettings = IngestSettings()
    parse: ParseSettings = ParseSettings()
    attribute: AttributeSettings = AttributeSettings()
    extract: ExtractSettings = ExtractSettings()
    resolve: ResolveSettings = ResolveSettings()
    link: LinkSettings = LinkSettings()
    trace: TraceSettings = TraceSettings()
    assess: AssessSettings = AssessSettings()
    report: ReportSettings = ReportSettings()

    def __post_init__(self) -> None:
        """Refuse parts that do not exist.

        Raises:
            ValueError: With the names that do.
        """
        for kind, name in part_names(self.parts):
            try:
                address(kind, name)
            except InputError as error:
                raise ValueError(str(error)) from error


def part_names(parts: Parts) -> tuple[tuple[str, str], ...]:
    """Return (kind, name) of every part in use, sorted."""
    return tuple(sorted(msgspec.structs.asdict(parts).items()))


def read_settings(text: str, where: str = FILE) -> Settings:
    """Return the settings that a TOML text gives; what it leaves out has its default.

    Raises:
        InputError: If it is no TOML, or holds an unknown key or a value of the wrong kind.
    """
    try:
        return msgspec.convert(tomllib.loads(text), Settings)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{where} is not valid TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise InputError(f"{where}: {_in_words(str(error))}") from error


def _in_words(message: str) -> str:
    """Turn a decoder's message into one that names the section."""
    what, _, path = message.partition(" - at `$")
    section = path.rstrip("`").lstrip(".")
    what = what.replace("Object contains unknown field", "unknown key")
    return f"in [{section}]: {what}" if section else what


def load_settings(path: Path) -> Settings:
    """Return the settings of a `case.toml`.

    Raises:
        InputError: If it cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    return read_settings(text, str(path))


def to_toml(settings: Settings) -> str:
    """Return every setting as TOML text that `read_settings` takes, with what each one means."""
    return _HEADER + "\n".join(_lines(settings, ())) + "\n"


def _lines(record: Record, path: tuple[str, ...]) -> Iterator[str]:
    """Yield a record's plain values, then its records; what is None is left out."""
    if path:
        yield f"\n[{'.'.join(path)}]"
    values = msgspec.structs.asdict(record)
    meanings = _meanings(type(record))
    for name, value in values.items():
        if not isinstance(value, Record) and value is not None:
            meaning = meanings.get(name, "")
            yield from wrap(meaning, initial_indent="# ", subsequent_indent="# ", width=_WIDTH)
            yield f"{name} = {_value(msgspec.to_builtins(value))}"
    for name, value in values.items():
        if isinstance(value, Record):
            yield from _lines(value, (*path, name))


def _meanings(kind: type[Record]) -> dict[str, str]:
    """Return what the docstring says of each field, on one line."""
    _, _, told = (inspect.getdoc(kind) or "").partition("Attributes:\n")
    found = _FIELD.findall(told)
    return {name: " ".join(words.split()) for names, words in found for name in names.split(", ")}


def _value(value: object) -> str:
    """Return one value as TOML writes it.

    Raises:
        TypeError: If TOML has no such value.
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return msgspec.json.encode(value).decode()
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    raise TypeError(f"a setting cannot be a {type(value).__name__}")
