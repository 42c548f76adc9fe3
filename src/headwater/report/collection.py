"""Many things of one kind, in order, by place or by id, and as a table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar, overload

from headwater.report.frames import Cell, ColumnType, to_arrow, to_pandas
from headwater.report.notebook import show_table

Columns = Mapping[str, ColumnType]


class Rowed(Protocol):
    """Something with an id that has a line in a table of its kind."""

    columns: ClassVar[Columns]
    id: str

    def row(self) -> dict[str, Cell]:
        """Return its line: a value, or None, for each column."""


T = TypeVar("T", bound=Rowed)


class Found(Sequence[T], Generic[T]):
    """Things of one kind, in the dossier's order, by place or by id."""

    def __init__(self, kind: type[T], items: Sequence[T]) -> None:
        self._kind = kind
        self._items = tuple(items)
        self._by_id = {item.id: item for item in self._items}

    @overload
    def __getitem__(self, key: int | str) -> T: ...
    @overload
    def __getitem__(self, key: slice) -> "Found[T]": ...
    def __getitem__(self, key: int | str | slice) -> "T | Found[T]":
        """Return one by place or id, or several by places.

        Raises:
            KeyError: If no id is so.
        """
        if isinstance(key, slice):
            return Found(self._kind, self._items[key])
        return self._by_id[key] if isinstance(key, str) else self._items[key]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def to_arrow(self) -> Any:  # noqa: ANN401 - of an optional library
        """Return a `pyarrow.Table`, a row for each; needs `headwater[frames]`."""
        return to_arrow(self._kind.columns, [item.row() for item in self._items])

    def to_pandas(self) -> Any:  # noqa: ANN401 - of an optional library
        """Return a `pandas.DataFrame` by id, a row for each; needs `headwater[frames]`."""
        return to_pandas(self._kind.columns, [item.row() for item in self._items])

    def __repr__(self) -> str:
        return f"<{len(self)} of {self._kind.__name__}>"

    def _repr_html_(self) -> str:
        return show_table(self._kind.columns, [item.row() for item in self._items])
