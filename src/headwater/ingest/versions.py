"""Which documents are versions of one page."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from headwater.model.document import Document

_RUN: Final = 5  # words in a row; shorter runs are shared by unrelated texts
_WORD: Final = re.compile(r"\w+")


def link_versions(documents: Sequence[Document], share: float) -> tuple[Document, ...]:
    """Return the documents with `version_of` set on all but the earliest version of each page.

    Documents of one address are versions. Documents of one name are versions if their texts share
    enough runs of words. The earlier is told by the publication date; where it does not tell, the
    digest decides, so that the order of the input never does.

    Args:
        documents: Distinct documents, in any order.
        share: See `IngestSettings.version_share`.
    """
    earlier: dict[str, str] = {}
    for group in _by_address(documents):
        for before, after in pairwise(group):
            earlier[after.id] = before.id
    for group in _by_name(documents):
        for before, after in pairwise(group):
            if after.id not in earlier and _overlap(before.text, after.text) >= share:
                earlier[after.id] = before.id
    return tuple(replace(d, version_of=earlier.get(d.id)) for d in documents)


def _order(document: Document) -> tuple[str, str]:
    """Return what sorts versions: date, then digest."""
    return (document.published.value if document.published else "", document.digest)


def _by_address(documents: Sequence[Document]) -> list[list[Document]]:
    """Return groups of two or more documents of one address, earliest first."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.url is not None:
            address = re.sub(r"^https?://(?:www\.)?", "", document.url.value.strip().lower())
            groups[address.partition("#")[0].rstrip("/")].append(document)
    return [sorted(group, key=_order) for _, group in sorted(groups.items()) if len(group) > 1]


def _by_name(documents: Sequence[Document]) -> list[list[Document]]:
    """Return groups of two or more documents of one file name, earliest first."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        for name in {document.name, *document.also}:
            groups[name.rpartition("/")[2].rpartition("!")[2].lower()].append(document)
    return [sorted(group, key=_order) for _, group in sorted(groups.items()) if len(group) > 1]


def _overlap(left: str, right: str) -> float:
    """Return the share of the shorter text's runs of words that stand in the other, 0..1."""
    runs = [_runs(left), _runs(right)]
    fewest = min(len(run) for run in runs)
    return len(runs[0] & runs[1]) / fewest if fewest else 0.0


def _runs(text: str) -> set[tuple[str, ...]]:
    """Return all runs of words of a text."""
    words = [match.group().lower() for match in _WORD.finditer(text)]
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
