"""Articles with hand-marked attributions, in brat standoff files."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from headwater.errors import InputError

ROLES: Final = ("source", "cue", "content")
TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_ENTITY: Final = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_EVENT: Final = re.compile(r"E\d+\t(\S+)((?: \S+:\S+)*)\s*$")
_ANNOTATOR: Final = re.compile(r"_([0-9A-Za-z]+)$")

Pair = tuple[int, int]
Tokens = frozenset[int]


@dataclass(frozen=True)
class Marked:
    """One attribution; each role is a set of token indices of its document."""

    source: Tokens
    cue: Tokens
    content: Tokens

    def of(self, role: str) -> Tokens:
        """Return the tokens of a role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


@dataclass(frozen=True)
class Text:
    """A document's raw text and its tokens."""

    raw: str
    spans: tuple[Pair, ...]
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)

    def tokens_in(self, spans: Iterable[Pair]) -> Tokens:
        """Return the tokens that overlap any of the character spans."""
        found: set[int] = set()
        for start, end in spans:
            found.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return frozenset(found)

    def word(self, token: int) -> str:
        """Return a token's word in lower case."""
        start, end = self.spans[token]
        return self.raw[start:end].lower()

    def words(self, tokens: Tokens) -> Tokens:
        """Return those of the tokens that are words rather than punctuation."""
        return frozenset(t for t in tokens if self.word(t)[0].isalnum())


def make_text(raw: str) -> Text:
    """Tokenise a text."""
    spans = tuple(match.span() for match in TOKEN.finditer(raw))
    return Text(raw, spans, tuple(s for s, _ in spans), tuple(e for _, e in spans))


@dataclass(frozen=True)
class GoldArticle:
    """A text with the attributions that each of its annotators marked."""

    stem: str
    text: Text
    annotations: Mapping[str, tuple[Marked, ...]]

    def by(self, annotator: str | None = None) -> tuple[Marked, ...] | None:
        """Return one person's attributions; those of the first id if nobody is named."""
        return self.annotations.get(min(self.annotations) if annotator is None else annotator)


def mark(text: Text, roles: Mapping[str, Sequence[Pair]]) -> Marked:
    """Return an attribution from the character spans of its roles."""
    source, cue, content = (text.tokens_in(roles.get(role, ())) for role in ROLES)
    return Marked(source, cue, content)


def parse_ann(ann: str, text: Text, name: str) -> tuple[Marked, ...]:
    """Read the attribution events of one brat file; `InputError` if one is damaged."""
    entities: dict[str, list[Pair]] = {}
    events: list[str] = []
    for line in ann.split("\n"):
        if entity := _ENTITY.match(line):
            pairs = (piece.split() for piece in entity[3].split(";"))
            entities[entity[1]] = [(int(start), int(end)) for start, end in pairs]
        elif (event := _EVENT.match(line)) and event[1].startswith("Attribution"):
            events.append(event[2])
    found = (_roles(arguments, entities, name) for arguments in events)
    return tuple(mark(text, roles) for roles in found if any(roles.values()))


def _roles(arguments: str, entities: Mapping[str, list[Pair]], name: str) -> dict[str, list[Pair]]:
    """Return the character spans of each role of an event.

    Raises:
        InputError: If it has an unknown role or points at nothing.
    """
    spans: dict[str, list[Pair]] = {role: [] for role in ROLES}
    for argument in arguments.split():
        label, _, target = argument.partition(":")
        role = label.rstrip("0123456789").lower()  # Content2 continues Content
        if role not in spans:
            raise InputError(f"{name}: unknown role {label!r}")
        if target not in entities:
            raise InputError(f"{name}: {label} points to {target}, which is not there")
        spans[role].extend(entities[target])
    return spans


def load_articles(folder: Path) -> dict[str, GoldArticle]:
    """Read every text below a folder that has at least one annotation file.

    Args:
        folder: Holds `text/<stem>.txt` and `attributions/<stem>[_<annotator>].ann`, or the same
            files side by side.

    Raises:
        InputError: If there is no such pair, or a file is damaged.
    """
    text_dir = folder / "text" if (folder / "text").is_dir() else folder
    ann_dir = folder / "attributions" if (folder / "attributions").is_dir() else folder
    files: dict[str, dict[str, Path]] = defaultdict(dict)
    stems = {path.stem for path in text_dir.glob("*.txt")}
    for path in sorted(ann_dir.glob("*.ann")):
        stem, annotator = _split_stem(path.stem, stems)
        if stem not in stems:
            raise InputError(f"{path.name}: there is no text file for it")
        files[stem][annotator] = path
    if not files:
        raise InputError(f"{folder}: no pair of .txt and .ann files found")
    return {stem: _load(stem, text_dir, found) for stem, found in sorted(files.items())}


def _split_stem(stem: str, stems: set[str]) -> tuple[str, str]:
    """Return the stem of the text and the annotator, empty if the file names none."""
    suffix = _ANNOTATOR.search(stem)
    if stem in stems or suffix is None:
        return stem, ""
    return stem[: suffix.start()], suffix[1]


def _load(stem: str, text_dir: Path, files: Mapping[str, Path]) -> GoldArticle:
    """Read one article."""
    text = make_text((text_dir / f"{stem}.txt").read_bytes().decode("utf-8"))
    annotations = {
        who: parse_ann(path.read_bytes().decode("utf-8"), text, path.name)
        for who, path in files.items()
    }
    return GoldArticle(stem, text, annotations)
