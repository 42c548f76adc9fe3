"""Units and currencies as they stand before and behind figures."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from headwater.lexicon.load import load_rows
from headwater.model.base import Record

_SIGN_WIDTH = 5  # Characters: the longest currency sign and a space.


class Unit(Record, frozen=True, kw_only=True):
    """A unit or currency.

    Attributes:
        unit: `percent`, ISO 4217 code, `t`, `km`, `day`, ...
        dimension: What it measures; amounts of one dimension can be compared.
        base: The unit in which they are compared.
        factor: What turns a value into `base`.
        scale: What turns a stated figure into `unit` (0.01 for cents of a dollar).
    """

    unit: str
    dimension: str
    base: str
    factor: float = 1.0
    scale: float = 1.0


class UnitTable(Record, frozen=True, kw_only=True):
    """The compiled table: one pattern for words, one for symbols, one for signs before a figure."""

    words: re.Pattern[str]
    symbols: re.Pattern[str]
    signs: re.Pattern[str]
    by_word: Mapping[str, Unit]
    by_symbol: Mapping[str, Unit]
    by_sign: Mapping[str, Unit]
    by_code: Mapping[str, Unit]


def _alternation(keys: Mapping[str, Unit]) -> str:
    ordered = sorted(keys, key=lambda key: (-len(key), key))
    return "|".join(re.escape(key).replace(r"\ ", r"[\s-]+") for key in ordered)


@lru_cache(maxsize=1)
def load_units() -> UnitTable:
    """Return the compiled units."""
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    codes: dict[str, Unit] = {}
    for row in load_rows("units"):
        unit = Unit(
            unit=row["unit"],
            dimension=row["dimension"],
            base=row["base"],
            factor=row["factor"],
            scale=row.get("scale", 1.0),
        )
        codes.setdefault(unit.unit, unit)
        words.update({word.lower(): unit for word in row["words"]})
        symbols.update(dict.fromkeys(row["symbols"], unit))
        signs.update(dict.fromkeys(row.get("signs", ()), unit))
    return UnitTable(
        words=re.compile(
            rf"\s{{0,3}}-?\s{{0,2}}(?P<word>{_alternation(words)})(?!\w)", re.IGNORECASE
        ),
        symbols=re.compile(rf"(?P<gap>[\s\u00a0-]?)(?P<symbol>{_alternation(symbols)})(?!\w)"),
        signs=re.compile(rf"(?<![A-Za-z])(?P<sign>{_alternation(signs)})[\s\u00a0]?$"),
        by_word=MappingProxyType(words),
        by_symbol=MappingProxyType(symbols),
        by_sign=MappingProxyType(signs),
        by_code=MappingProxyType(codes),
    )


def match_unit(text: str, position: int, end: int) -> tuple[Unit, int] | None:
    """Return the unit that follows a figure, and where its words end."""
    table = load_units()
    if match := table.words.match(text, position, end):
        key = re.sub(r"[\s-]+", " ", match["word"].lower())
        return (table.by_word.get(key) or table.by_word[match["word"].lower()]), match.end()
    match = table.symbols.match(text, position, end)
    if match is None or (match["gap"] and len(match["symbol"]) == 1 and match["symbol"].isalpha()):
        return None
    return table.by_symbol[match["symbol"]], match.end()


def match_sign(text: str, start: int, floor: int) -> tuple[Unit, int] | None:
    """Return the currency sign that stands right before a figure, and where it begins."""
    low = max(floor, start - _SIGN_WIDTH)
    match = load_units().signs.search(text[low:start])
    return (load_units().by_sign[match["sign"]], low + match.start()) if match else None
