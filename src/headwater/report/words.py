"""Words of others made safe to show, and small words of our own."""

import re
from collections.abc import Sequence
from typing import Final

# One visible character for each, so that offsets into shown text stay true.
_CONTROLS: Final = {code: 0x2400 + code for code in range(0x20) if code not in {0x09, 0x0A}}
_BIDI: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
_ODD: Final = {
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys(range(0xFDD0, 0xFDF0), 0xFFFD),
    **dict.fromkeys((0x2028, 0x2029), 0x0A),
    **{plane << 16 | low: 0xFFFD for plane in range(17) for low in (0xFFFE, 0xFFFF)},
}
_TABLE: Final = {**_CONTROLS, **_BIDI, **_ODD}
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_MARKS: Final = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{5,}"
)
_KEPT_MARKS: Final = 4  # no written language stacks more marks of these blocks on one letter
_NUMBERS: Final = (
    "no one two three four five six seven eight nine ten eleven twelve"
).split()  # fmt: skip
MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_THOUSAND: Final = 1e3
_LARGE: Final = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_CURRENCY: Final = {"USD": "$", "EUR": "€", "GBP": "£"}


def show_text(text: str) -> str:
    """Return text that cannot disturb the page around it.

    Control characters become visible, bidirectional overrides, noncharacters and lone surrogates
    become U+FFFD, and towers of combining marks are cut to four. Escaping is the template's.
    """
    if text.isascii() and text.isprintable():
        return text
    safe = _SURROGATES.sub("\ufffd", text).translate(_TABLE)
    return _MARKS.sub(lambda found: found.group()[:_KEPT_MARKS], safe)


def shorten(text: str, width: int) -> str:
    """Return the text in one line, cut at a word's end and with an ellipsis if it is too long."""
    line = " ".join(show_text(text).split())
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > width // 2 else cut).rstrip(" ,;:") + "…"


def count_word(number: int) -> str:
    """Return small numbers as words, larger ones as figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def count_of(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "one origin", "no origins", "14 origins"."""
    return f"{count_word(number)} {one if number == 1 else many or one + 's'}"


def series(parts: Sequence[str], most: int | None = None) -> str:
    """Return parts as a series: "A, B and C"; those beyond `most` become "others"."""
    shown = [*parts] if most is None or len(parts) <= most else [*parts[:most], "others"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def interval(low: int, high: int) -> str:
    """Return `1`, `1–3` and the like."""
    return str(low) if low == high else f"{low}–{high}"


def say_origins(low: int, high: int) -> str:
    """Return `1 origin`, `1–3 origins`."""
    return f"{interval(low, high)} origin{'' if high == 1 else 's'}"


def day(iso: str | None) -> str:
    """Return an ISO day, month or year as a reader writes it, empty for None."""
    if not iso:
        return ""
    parts = iso.split("-")
    if not all(part.isdigit() for part in parts):
        return show_text(iso)
    year, rest = parts[0], [int(part) for part in parts[1:]]
    if not rest or not 1 <= rest[0] <= len(MONTHS):
        return year
    month = f"{MONTHS[rest[0] - 1]} {year}"
    return f"{rest[1]} {month}" if len(rest) > 1 else month


def period(first: str | None, last: str | None) -> str:
    """Return an interval of days in words; whole months and years by their names."""
    if not first or not last:
        return day(first or last)
    if first == last:
        return day(first)
    if first[5:] == "01-01" and last[5:] == "12-31":
        return first[:4] if first[:4] == last[:4] else f"{first[:4]}–{last[:4]}"
    if first[:7] == last[:7] and first.endswith("-01") and last[8:] in {"28", "29", "30", "31"}:
        return day(first[:7])
    if first[:7] == last[:7] and len(first) == len(last) == len("2031-04-02"):
        return f"{int(first[8:])}–{day(last)}"
    return f"{day(first)} – {day(last)}"


def number(value: float) -> str:
    """Return a number with thousands set apart; large ones as "2.5 million"."""
    for size, name in _LARGE:
        if abs(value) >= size:
            return f"{trim(value / size)} {name}"
    return trim(value)


def trim(value: float) -> str:
    """Return a number with at most two decimals and none that say nothing."""
    shown = f"{value:,.2f}" if abs(value) < _THOUSAND else f"{value:,.1f}"
    return shown.rstrip("0").rstrip(".")


def quantity(value: float, unit: str) -> str:
    """Return a value with its unit as a reader writes it."""
    shown = number(value)
    if unit == "percent":
        return f"{shown}%"
    if unit in _CURRENCY:
        return f"{_CURRENCY[unit]}{shown}"
    if unit == "rank":
        return f"no. {shown}"
    if unit == "count":
        return shown
    plural = unit + "s" if unit in {"day", "year", "week", "month", "hour"} and value != 1 else unit
    return f"{shown} {plural}"
