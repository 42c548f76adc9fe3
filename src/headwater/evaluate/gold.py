"""A gold case in memory: its documents, its annotation, the names of its sources."""

import bisect
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from headwater.errors import InputError
from headwater.evaluate.measures import Json

Tokens = frozenset[int]
OUTLET: Final = "@outlet"

# Share of words in gold mentions below which a case annotates only a part of its documents.
# The cases at hand have 0.73 (everything annotated) and 0.21 (selective).
SELECTIVE_SHARE: Final = 0.45

_ARTICLES: Final = frozenset({"the", "a", "an", "anonymous", "unnamed", "unidentified", "senior"})


@dataclass(frozen=True)
class Doc:
    """A document: text, attribution prefix (publisher, wire) and other names for it."""

    id: str
    file: str
    text: str
    prefix: tuple[str, ...]
    names: frozenset[str]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def tokens(self, spans: Iterable[Sequence[int]]) -> Tokens:
        """Return the indices of the word tokens that the spans touch."""
        found: set[int] = set()
        for start, end in spans:
            first = bisect.bisect_right(self.ends, start)
            found.update(range(first, bisect.bisect_left(self.starts, end)))
        return frozenset(found)


def make_doc(about: Mapping[str, Any], text: str) -> Doc:
    """Tokenise a document of docs.json."""
    words = list(re.finditer(r"\w+", text))
    return Doc(
        id=about["id"],
        file=about["file"],
        text=text,
        prefix=tuple(about["prefix"]),
        names=frozenset({about["id"], about.get("original") or about["id"]}),
        starts=tuple(word.start() for word in words),
        ends=tuple(word.end() for word in words),
    )


@dataclass
class GoldCase:
    """A gold case in memory.

    Attributes:
        docs: Documents by id.
        gold: The content of gold.json.
        names: Every spelling of each source, brought into one form, by source id.
        full_names: Full names of people, who are also known inside a longer title.
    """

    docs: dict[str, Doc]
    gold: Json
    names: dict[str, frozenset[str]] = field(default_factory=dict)
    full_names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Spell out the names of the sources."""
        for source in self.gold["sources"]:
            spelled = [source["id"], source["name"], *source["aliases"]]
            self.names[source["id"]] = frozenset(normal(name) for name in spelled)
            if source["kind"] == "person" and " " in source["name"]:
                self.full_names[source["id"]] = normal(source["name"])

    @property
    def mentions(self) -> list[Json]:
        """The gold mentions."""
        return list(self.gold["mentions"])

    def doc(self, name: str) -> Doc | None:
        """Return the document called `name`: its id or the original file name."""
        return next((doc for doc in self.docs.values() if name in doc.names), None)

    def is_source(self, name: str, source: str) -> bool:
        """Tell whether a predicted name denotes this gold source."""
        spelled, full = normal(name), self.full_names.get(source)
        return spelled in self.names[source] or (full is not None and f" {full} " in f" {spelled} ")


def load_case(folder: Path) -> GoldCase:
    """Read docs.json, the texts and gold.json of a case folder.

    Raises:
        InputError: If one of them is missing or damaged.
    """
    try:
        about = json.loads((folder / "docs.json").read_text(encoding="utf-8"))["docs"]
        docs = {
            doc["id"]: make_doc(doc, (folder / doc["file"]).read_bytes().decode("utf-8"))
            for doc in about
        }
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        return GoldCase(docs, gold)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder} is not a gold case: {type(error).__name__}: {error}") from error


def annotated_share(case: GoldCase) -> float:
    """Return the share of the documents' words that some gold mention covers, 0..1."""
    covered = {doc: set[int]() for doc in case.docs}
    for mention in case.mentions:
        covered[mention["doc"]] |= case.docs[mention["doc"]].tokens(mention["spans"])
    words = sum(len(doc.starts) for doc in case.docs.values())
    return sum(map(len, covered.values())) / words if words else 0.0


def normal(name: str) -> str:
    """Return a name without case, punctuation, possessive, brackets, article or anonymity."""
    text = re.sub(r"\([^)]*\)", " ", name.casefold().replace("’", "'"))
    text = re.sub(r",?( who)? (spoke|speaking)\b.* condition of anonymity.*", "", text)
    words = re.sub(r"[^\w:]+", " ", re.sub(r"'s\b", "", text).replace(".", "")).split()
    while len(words) > 1 and words[0] in _ARTICLES:
        words.pop(0)
    return " ".join(words)
