"""Runs of capital words split into names, each with the signs that tell its kind."""

import re
from typing import Final

from headwater.lexicon.name_lists import load_names
from headwater.model.base import Record
from headwater.model.parse import NameKind
from headwater.parse.names.gazetteer import find_known, longest_known
from headwater.parse.names.words import Word
from headwater.text.tokens import STOP_WORDS


class Draft(Record, frozen=True, kw_only=True):
    """A name before the whole document was looked at.

    Attributes:
        start, end: The name itself.
        full: Where its leading titles and roles begin; equal to `start` without them.
        words: Its words.
        kind: None if its own words do not tell.
        canonical: The gazetteer's name for it.
        role: Title or role, before or behind.
        person: True if something beside the words themselves says that it is a person.
        certain: False if its capital may only mark the start of a sentence or a headline.
    """

    start: int
    end: int
    full: int
    words: tuple[str, ...]
    kind: NameKind | None = None
    canonical: str | None = None
    role: str | None = None
    person: bool = False
    certain: bool = True


_THREE: Final = 3  # Words of a person's name; letters of a short one.
_SKIP: Final = frozenset({"the", "a", "an"})
_INITIAL: Final = re.compile(r"^[A-Z]\.$")


SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "jr.", "sr."})


def family_name(words: tuple[str, ...]) -> str:
    """Return the word by which a person is named again: "Doe" of "Jane Doe Jr"."""
    kept = [word for word in words if word.lower() not in SUFFIXES] or list(words)
    particle, _, rest = kept[-1].partition("-")
    return rest if rest and particle.lower() in load_names().particles else kept[-1]


def split_run(words: list[Word], start: int, end: int) -> list[Draft]:
    """Return the names of one run of capital words."""
    lists = load_names()
    start = _strip_common(words, start, end)
    while start < end and words[start].lower in _SKIP:
        start += 1
    if start >= end:
        return []
    if find_known(words, start, end) is not None or _is_of_body(words, start, end):
        return _plain(words, start, end)
    title = _find_title(words, start, end)
    if title is None:
        return _plain(words, start, end)
    first, after = title
    found = _plain(words, start, first) if first > start else []
    if after >= end or words[after].lower in {"of", "for", "and"}:
        return found
    address = words[after - 1].lower in lists.before
    if not address and all(words[i].lower in lists.no_person for i in range(after, end)):
        return _plain(words, start, end)
    if (
        words[end - 1].lower in lists.body_heads
        and words[first].lower not in lists.before
        and end - after > 1
    ):
        return _plain(words, start, end)
    person = _draft(words, after, end, kind="person", certain=True)
    return [*found, _with(person, full=words[start].start, role=words[start:after])]


def _with(draft: Draft, *, full: int, role: list[Word]) -> Draft:
    """Put a title before a person."""
    return Draft(
        start=draft.start,
        end=draft.end,
        full=full,
        words=draft.words,
        kind="person",
        role=" ".join(word.text + ("'s" if word.owns else "") for word in role),
        person=True,
    )


def _strip_common(words: list[Word], start: int, end: int) -> int:
    """Step over words whose capital only marks the start of a sentence."""
    lists = load_names()
    while start < end and words[start].initial:
        word = words[start].lower
        if word in lists.given and end - start > 1:
            return start
        longest = longest_known(words, start, end)
        if longest > 1 or (longest == 1 and word not in lists.ambiguous and word not in STOP_WORDS):
            return start
        common = word in STOP_WORDS or word in lists.common
        if not common:
            return start
        if word not in STOP_WORDS and word in lists.modifiers | lists.roles and end - start > 1:
            return start
        start += 1
        break
    return start


def _is_of_body(words: list[Word], start: int, end: int) -> bool:
    """Tell "Office of the ..." and "Center for ..." from a title before "of"."""
    lists = load_names()
    joiners = [i for i in range(start + 1, end) if words[i].lower in {"of", "for", "on"}]
    if not joiners:
        return False
    head = words[joiners[0] - 1].lower
    return head in lists.body_heads and head not in lists.roles


def _find_title(words: list[Word], start: int, end: int) -> tuple[int, int] | None:
    """Return the last title in the run as `[first, after)`, None if there is none."""
    lists = load_names()
    for index in range(end - 1, start - 1, -1):
        lowered = [words[i].lower.rstrip(".") for i in range(index, end)]
        size = next(
            (n for n in range(min(len(lowered), 6), 1, -1) if tuple(lowered[:n]) in lists.phrases),
            0,
        )
        if size:
            return index, index + size
        if lowered[0] in lists.before and not words[index].owns:
            return index, index + 1
        if (
            lowered[0] in lists.titles
            and not words[index].owns
            and not _INITIAL.match(words[index].text)
        ):
            inside = next(
                (
                    i
                    for i in range(start, index)
                    if tuple(w.lower for w in words[i : i + 3]) in lists.phrases
                ),
                None,
            )
            if inside is not None:
                return inside, inside + 3
            return index, index + 1
    return None


def _plain(words: list[Word], start: int, end: int) -> list[Draft]:
    """Split a run without titles by heads and by the gazetteer."""
    if start >= end:
        return []
    known = find_known(words, start, end)
    if known is not None:
        ambiguous = (
            words[start].initial
            and end - start == 1
            and words[start].lower in load_names().ambiguous
        )
        return (
            []
            if ambiguous
            else [_draft(words, start, end, kind=known.kind, canonical=known.canonical)]
        )
    kind = _kind_by_head(words, start, end)
    if kind is not None:
        return _headed(words, start, end, kind)
    return _by_gazetteer(words, start, end)


def _headed(words: list[Word], start: int, end: int, kind: NameKind) -> list[Draft]:
    """Return a name told by its head, without a sentence's first word that is no part of it."""
    return [_draft(words, start, end, kind=kind)]


def _kind_by_head(words: list[Word], start: int, end: int) -> NameKind | None:
    """Return the kind that the first or last word of a run tells."""
    lists = load_names()
    first, last = words[start].lower.rstrip("."), words[end - 1].lower.rstrip(".")
    if _is_of_body(words, start, end):
        return "body"
    if end - start == 1:
        return None
    if last in lists.body_heads:
        return "body"
    if last in lists.outlet_heads and first not in lists.given:
        return "outlet"
    if last in lists.place_heads and first not in lists.given:
        return "place"
    if first in {"mount", "mt", "lake", "fort", "port", "cape", "gulf"}:
        return "place"
    return None


def _by_gazetteer(words: list[Word], start: int, end: int) -> list[Draft]:
    """Cut out gazetteer names; what lies between is unknown."""
    lists = load_names()
    if end - start >= 2 and words[start].lower in lists.weak_given | lists.given:  # noqa: PLR2004
        place = longest_known(words, start, end)
        if place < 2 and all(longest_known(words, i, end) == 0 for i in range(start + 1, end)):  # noqa: PLR2004
            return [_draft(words, start, end)]
    start = _given_inside(words, start, end)
    found: list[Draft] = []
    index = begin = start
    while index < end:
        size = longest_known(words, index, end)
        if size:
            found.extend(_unknown(words, begin, index))
            known = find_known(words, index, index + size)
            if known is not None:
                found.append(
                    _draft(words, index, index + size, kind=known.kind, canonical=known.canonical)
                )
            index += size
            begin = index
        else:
            index += 1
    found.extend(_unknown(words, begin, end))
    return found


def _given_inside(words: list[Word], start: int, end: int) -> int:
    """Step to a given name behind other words: "Congressman" and "Celebrities" are no names."""
    lists = load_names()
    first = words[start].lower
    if end - start < _THREE or first in lists.given | lists.weak_given:
        return start
    if longest_known(words, start, end):
        return start
    inside = [i for i in range(start + 1, end - 1) if words[i].lower in lists.given]
    return inside[0] if inside and len(words[start].text) > _THREE else start


def _unknown(words: list[Word], start: int, end: int) -> list[Draft]:
    """Return what is left between known names, small words at its ends taken off."""
    while start < end and not words[start].capital:
        start += 1
    while end > start and not words[end - 1].capital:
        end -= 1
    if start >= end:
        return []
    kind = _kind_by_head(words, start, end)
    return [_draft(words, start, end, kind=kind)]


def _draft(
    words: list[Word],
    start: int,
    end: int,
    *,
    kind: NameKind | None = None,
    canonical: str | None = None,
    certain: bool | None = None,
) -> Draft:
    sure = kind is not None or not (words[start].initial and end - start == 1)
    return Draft(
        start=words[start].start,
        end=words[end - 1].end,
        full=words[start].start,
        words=tuple(words[i].text for i in range(start, end)),
        kind=kind,
        canonical=canonical,
        certain=sure if certain is None else certain,
    )
