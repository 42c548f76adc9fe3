"""Rows of names with what is told of each: "the mayor's son, Ola Borg, and his deputy Roe"."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from headwater.extract.list_words import role_nouns
from headwater.extract.noun_phrases import PARTIES
from headwater.extract.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, Words

Part = tuple[int, ...]

RELATIVES: Final = frozenset({"who", "which", "that", "whose", "whom", "where"})
STOPS: Final = (
    RELATIVES | PRONOUNS - DETERMINERS | frozenset("as after when because while to".split())
)
COUNTING: Final = frozenset("several two three four five other many dozens".split())
NEGATING: Final = frozenset({"not", "no", "without", "neither", "to"})
GROUPING: Final = frozenset({"including", "namely"})
SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "inc", "inc.", "ltd"})
MAX_NAMED: Final = 14  # words of a name with what is told of it; longer ones hold a clause
MIN_ROW: Final = 2
MIN_OPEN: Final = 3  # items of a row that no "and" closes


class Piece(NamedTuple):
    """A stretch of a row between two joints: its tokens and the joint before it."""

    body: Part
    joint: str


def read_row(words: Words, rest: Part) -> tuple[tuple[Part, ...], Part]:
    """Return who or what stands in a row of names, and what follows it; nobody if it is unsure."""
    stop = next((n for n, i in enumerate(rest) if _stops(words, rest, n)), len(rest))
    row, tail = rest[:stop], rest[stop:]
    if tail and (words.finite[tail[0]] or words[tail[0]] in PRONOUNS - DETERMINERS):
        return (), ()
    while row and words[row[-1]] in {",", ":", "and"}:
        row = row[:-1]
    if any(words[i] == ";" for i in row):
        groups = tuple(_groups(words, row))
        return (groups, tail) if _are_known(words, groups) else ((), ())
    items, behind = _items(words, row)
    return items, (*behind, *tail)


def _stops(words: Words, rest: Part, place: int) -> bool:
    """Tell whether a row of names ends before a token."""
    index = rest[place]
    word = words[index]
    if words.is_hyphened(index):
        return False
    form = words.verb(index)
    deed = form is not None and form.form == "ing" and not form.noun_too
    deed = deed and words[index - 1] != "," and place > 0 and word not in GROUPING
    return word in STOPS or words.finite[index] or words.is_dash(index) or deed


def _groups(words: Words, row: Part) -> Iterator[Part]:
    """Yield who stands in a row whose groups semicolons part."""
    group: list[int] = []
    for index in (*row, -1):
        if index >= 0 and words[index] != ";":
            group.append(index)
            continue
        while group and words[group[0]] in {"and", ","}:
            group.pop(0)
        opened = next((n for n, i in enumerate(group) if words[i] in GROUPING), -1)
        items, tail = _items(words, tuple(group[opened + 1 :]))
        named = all(is_name(words, item[-1]) for item in items)
        split = named and not tail and len(items) >= MIN_ROW
        yield from items if split else (tuple(group),)
        group = []


def _items(words: Words, row: Part) -> tuple[tuple[Part, ...], Part]:
    """Return the items of a row that commas and "and" part, and what follows the last one."""
    pieces = _merged(words, _pieces(words, row))
    if not pieces:
        return (), ()
    *_, last = pieces
    stop = _end_of_last(words, last.body)
    items = (*(piece.body for piece in pieces[:-1]), last.body[:stop])
    joined = any(piece.joint == "and" for piece in pieces)
    enough = len(items) >= (MIN_ROW if joined else MIN_OPEN)
    if not enough or not _are_known(words, items):
        return (), ()
    return (items, last.body[stop:]) if _is_row(words, pieces) else ((), ())


def _end_of_last(words: Words, body: Part) -> int:
    """Return where the last item ends: before a preposition but "of"."""
    for place in range(1, len(body)):
        index = body[place]
        if words[index] in PREPOSITIONS - {"of"} and not words.is_hyphened(index):
            return place
    return len(body)


def _pieces(words: Words, row: Part) -> list[Piece]:
    """Return the stretches of a row between its commas and its "and"s."""
    pieces: list[Piece] = []
    body: list[int] = []
    joint = ""
    for index in row:
        word = words[index]
        if word not in {",", "and"}:
            body.append(index)
            continue
        if body:
            pieces.append(Piece(tuple(body), joint))
            body, joint = [], word
        elif word == "and":
            joint = word
    return [*pieces, Piece(tuple(body), joint)] if body else pieces


def _merged(words: Words, pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with what only tells who somebody is joined to the name that it is about."""
    kept: list[Piece] = []
    for place, piece in enumerate(pieces):
        last = kept[-1] if kept else None
        if last is None or piece.joint != ",":
            kept.append(piece)
            continue
        suffix = _is_suffix(words, piece.body)
        named = _is_bare(words, piece.body) and _is_role(words, last.body)
        told = _tells_of(words, last.body, piece.body)
        ends = place + 1 == len(pieces) or pieces[place + 1].joint == "and"
        if suffix or named or (told and not (ends and len(pieces) == MIN_ROW)):
            between = range(last.body[-1] + 1, piece.body[0])
            kept[-1] = Piece((*last.body, *between, *piece.body), last.joint)
        else:
            kept.append(piece)
    return kept


def _is_suffix(words: Words, body: Part) -> bool:
    """Tell whether a stretch belongs to the name before it ("Jr.", "D-Ohio")."""
    party = len(body) > MIN_ROW and words.raw[body[0]] in PARTIES and words[body[1]] == "-"
    return party or (len(body) == 1 and words[body[0]] in SUFFIXES)


def is_name(words: Words, index: int) -> bool:
    """Tell whether a token ends a name: a capital, or "Jr."."""
    return words.raw[index][0].isupper() or words[index] in SUFFIXES or words.raw[index].isdigit()


def _is_bare(words: Words, body: Part) -> bool:
    """Tell whether a stretch is a name and nothing else."""
    return all(is_name(words, i) or words.is_mark(i) for i in body)


def _is_role(words: Words, body: Part) -> bool:
    """Tell whether a stretch ends in a noun for what one person is ("his son-in-law")."""
    if words[body[-1]] == "law" and words.is_hyphened(body[-1]):
        return True
    own = next((n for n, i in enumerate(body) if words[i] in PREPOSITIONS and n), len(body))
    return words[body[own - 1]] in role_nouns() and not words.raw[body[own - 1]][0].isupper()


def _tells_of(words: Words, name: Part, body: Part) -> bool:
    """Tell whether a stretch behind a name tells who that is ("Roe, the former chairman")."""
    if not is_name(words, name[-1]) or is_name(words, body[-1]) and words[body[0]] != "the":
        return False
    opened = words[body[0]] in {"a", "an", "the", "then"} or words[body[0]] in {"former", "chief"}
    return opened and _is_role(words, body)


def _are_known(words: Words, items: Sequence[Part]) -> bool:
    """Tell whether items are people and things, one of them by name, the others surely things."""
    named = [_has_name(words, item) for item in items]
    return any(named) and all(
        0 < len(item) <= MAX_NAMED
        and (told or words[item[0]] in DETERMINERS | COUNTING)
        and not any(words.finite[i] or words[i] in {"(", ")"} for i in item)
        and words[item[0]] not in PREPOSITIONS | NEGATING
        and words[item[-1]] not in DETERMINERS | AUXILIARIES
        for item, told in zip(items, named, strict=True)
    )


def _has_name(words: Words, item: Part) -> bool:
    """Tell whether a capital stands in an item that is no deed ("saving Lima")."""
    form = words.verb(item[0]) if item else None
    deed = form is not None and form.form == "ing" and words.raw[item[0]].islower()
    return not deed and any(words.raw[i][0].isupper() and words[i] not in DETERMINERS for i in item)


def _may_hang(words: Words, piece: Piece, last: Piece) -> bool:
    """Tell whether the last item may go with a word in one before it ("a man from Lima and Oslo").

    A comma in an item shows that it is closed by a name ("the head of Alvo, Ana Roe").
    """
    loose = [i for i in piece.body[1:] if words[i] in PREPOSITIONS and not words.is_hyphened(i)]
    closed = any(words[i] == "," for i in piece.body) or words[last.body[0]] in {"a", "an"}
    return bool(loose) and not closed


def _is_row(words: Words, pieces: Sequence[Piece]) -> bool:
    """Tell whether pieces are surely things by themselves, and share no noun.

    "Borg's and Roe's mills", "the Oslo and Lima mills" have theirs at the end.
    """
    *others, last = pieces
    if any(_may_hang(words, piece, last) for piece in others):
        return False
    if any(words[piece.body[-1]].endswith(("'s", "s'")) for piece in others):
        return False
    first = words.raw[last.body[0]]
    loose = not is_name(words, last.body[-1]) and first[0].isupper()
    owned = any(words[i].endswith("'s") for i in last.body)
    return not loose or owned
