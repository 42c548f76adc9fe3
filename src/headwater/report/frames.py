"""Tables for pandas and Arrow: the door to both libraries."""

import importlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal

from headwater.errors import InputError

ColumnType = Literal["text", "texts", "whole", "number", "yes", "day"]
Cell = str | int | float | bool | date | tuple[str, ...] | None


def to_arrow(columns: Mapping[str, ColumnType], rows: Sequence[Mapping[str, Cell]]) -> Any:  # noqa: ANN401 - of an optional library
    """Return rows as a `pyarrow.Table`; the types do not depend on the rows.

    Args:
        columns: Names and types, in order.
        rows: A value, or None, for each column.

    Raises:
        InputError: If pyarrow is not installed.
    """
    arrow = door("pyarrow")
    types: Final = {
        "text": arrow.string(), "texts": arrow.list_(arrow.string()), "whole": arrow.int64(),
        "number": arrow.float64(), "yes": arrow.bool_(), "day": arrow.date32(),
    }  # fmt: skip
    arrays = [
        arrow.array([row[name] for row in rows], type=types[kind])
        for name, kind in columns.items()
    ]  # fmt: skip
    return arrow.table(arrays, names=list(columns))


def to_pandas(columns: Mapping[str, ColumnType], rows: Sequence[Mapping[str, Cell]]) -> Any:  # noqa: ANN401 - of an optional library
    """Return rows as a `pandas.DataFrame` indexed by id; days are timestamps.

    Raises:
        InputError: If pandas or pyarrow is not installed.
    """
    door("pandas")
    return to_arrow(columns, rows).to_pandas(date_as_object=False).set_index("id")


def door(name: str) -> Any:  # noqa: ANN401 - a module
    """Import an optional library.

    Raises:
        InputError: If it is not installed, with what to do.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise InputError(f"{name} is needed for this: pip install 'headwater[frames]'") from error
