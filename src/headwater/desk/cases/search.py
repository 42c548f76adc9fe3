"""Full-text search over everything that a case holds."""

import re
import sqlite3
import threading
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.model.base import Record
from headwater.model.document import Document
from headwater.model.dossier import Dossier
from headwater.model.span import Span
from headwater.report.lookup import Lookup
from headwater.report.words import show_text

_ON, _OFF = "\ue000", "\ue001"  # stand around a hit; private signs that a text hardly holds
_PHRASE: Final = re.compile(r'"([^"]+)"|(\S+)')
_WORD: Final = re.compile(r"\w+")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]")
ROW: Final = 2000  # characters of a row of the index; a longer sentence is several rows
_LONGEST: Final = 600  # characters of a sentence that are shown around a hit
_SIDE: Final = 240  # characters kept on each side of the first hit of a longer one
_COLUMNS: Final = "document, start, stop"


class HitPiece(Record, frozen=True, kw_only=True):
    """Words of a sentence; `hit` if they were searched for."""

    text: str
    hit: bool = False


class Hit(Record, frozen=True, kw_only=True):
    """A sentence that holds what was searched for.

    Attributes:
        claims: Ids of the claims that are stated in it.
    """

    document: str
    span: Span
    pieces: tuple[HitPiece, ...]
    claims: tuple[str, ...]


class Index:
    """The sentences of a dossier, findable by their words; held in memory."""

    def __init__(self, dossier: Dossier, lookup: Lookup) -> None:
        self._lock = threading.Lock()
        self._order = {document.id: at for at, document in enumerate(dossier.documents)}
        self._names = [document.id for document in dossier.documents]
        rows = {document.id: cut_rows(lookup, document) for document in dossier.documents}
        self._claims = claims_by_row(dossier, lookup, rows)
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(
            "CREATE VIRTUAL TABLE sentence USING fts5(words, document UNINDEXED, start UNINDEXED,"
            " stop UNINDEXED, tokenize='unicode61 remove_diacritics 2')"
        )
        with self._base:
            self._base.executemany(
                f"INSERT INTO sentence (words, {_COLUMNS}) VALUES (?, ?, ?, ?)",
                self._rows(dossier, rows),
            )

    def _rows(
        self, dossier: Dossier, rows: Mapping[str, Sequence[Span]]
    ) -> Iterator[tuple[str, int, int, int]]:
        for document in dossier.documents:
            at = self._order[document.id]
            for span in rows[document.id]:
                words = span.cut(document.text).replace("\x00", " ")
                words = words.encode("utf-8", "replace").decode()
                yield words, at, span.start, span.end

    def find(self, asked: str, limit: int) -> tuple[tuple[Hit, ...], int]:
        """Return the best hits, and how many there are.

        Args:
            asked: Words that must all be in a sentence; `"several words"` as they stand. The
                last word may be the beginning of one.
            limit: How many hits to return.
        """
        if _UNSPACED.search(asked):
            return self._scan(asked.replace('"', "").strip(), limit)
        query = to_query(asked)
        if not query:
            return (), 0
        with self._lock:
            (total,) = self._base.execute(
                "SELECT count(*) FROM sentence WHERE sentence MATCH ?", (query,)
            ).fetchone()
            rows = self._base.execute(
                f"SELECT {_COLUMNS}, highlight(sentence, 0, ?, ?) FROM sentence"
                " WHERE sentence MATCH ? ORDER BY rank, rowid LIMIT ?",
                (_ON, _OFF, query, limit),
            ).fetchall()
        return tuple(self._hit(*row) for row in rows), total

    def claims(self, asked: str) -> frozenset[str]:
        """Return the ids of all claims in whose sentences the words stand."""
        if _UNSPACED.search(asked):
            hits, _ = self._scan(asked.replace('"', "").strip(), len(self._claims) + 1)
            return frozenset(key for hit in hits for key in hit.claims)
        query = to_query(asked)
        if not query:
            return frozenset()
        with self._lock:
            rows = self._base.execute(
                "SELECT document, start FROM sentence WHERE sentence MATCH ?", (query,)
            ).fetchall()
        found = (self._claims.get((self._names[at], start), ()) for at, start in rows)
        return frozenset(key for keys in found for key in keys)

    def _scan(self, asked: str, limit: int) -> tuple[tuple[Hit, ...], int]:
        """Return hits in scripts that are written without spaces."""
        with self._lock:
            rows = self._base.execute(
                f"SELECT {_COLUMNS}, words FROM sentence WHERE instr(words, ?)",
                (asked,),
            ).fetchall()
        found = [
            self._hit(document, start, stop, words.replace(asked, _ON + asked + _OFF))
            for document, start, stop, words in rows
        ]
        return tuple(found[:limit]), len(found)

    def _hit(self, document: int, start: int, stop: int, marked: str) -> Hit:
        name = self._names[document]
        return Hit(
            document=name,
            span=Span(start=start, end=stop),
            pieces=cut_marked(marked),
            claims=self._claims.get((name, start), ()),
        )


def cut_rows(lookup: Lookup, document: Document) -> tuple[Span, ...]:
    """Return the sentences of a document, the whole text if it has none; long ones in stretches."""
    text = document.text
    spans = lookup.sentences(document.id)
    if not spans and text:
        spans = (Span(start=0, end=len(text)),)
    rows = []
    for span in spans:
        at = span.start
        while span.end - at > ROW:
            space = text.rfind(" ", at + ROW // 2, at + ROW)
            cut = space + 1 if space > 0 else at + ROW
            rows.append(Span(start=at, end=cut))
            at = cut
        rows.append(Span(start=at, end=span.end))
    return tuple(rows)


def claims_by_row(
    dossier: Dossier, lookup: Lookup, rows: Mapping[str, Sequence[Span]]
) -> dict[tuple[str, int], tuple[str, ...]]:
    """Return the claims that are stated in each row, by document and start."""
    starts = {key: [span.start for span in spans] for key, spans in rows.items()}
    found: dict[tuple[str, int], dict[str, None]] = {}
    for mention in dossier.mentions:
        claim = lookup.claim_of.get(mention.id)
        known = starts.get(mention.document)
        if claim is not None and known:
            at = known[max(0, bisect_right(known, mention.spans[0].start) - 1)]
            found.setdefault((mention.document, at), {})[claim.id] = None
    return {key: tuple(claims) for key, claims in found.items()}


def to_query(asked: str) -> str:
    """Return a query of FTS5 for what a person typed; empty if it holds no word."""
    parts: list[str] = []
    for phrase, single in _PHRASE.findall(asked):
        words = _WORD.findall(phrase or single)
        if words:
            parts.append('"' + " ".join(words) + '"')
    if parts and not asked.rstrip().endswith('"'):
        parts[-1] += "*"
    return " ".join(parts)


def cut_marked(marked: str) -> tuple[HitPiece, ...]:
    """Return a sentence with its hits, clipped around the first if it is long."""
    at = marked.find(_ON)
    if len(marked) > _LONGEST and at >= 0:
        start = max(0, at - _SIDE)
        tail = marked[start : start + _LONGEST]
        marked = ("… " if start else "") + tail + " …"
    pieces: list[HitPiece] = []
    for number, part in enumerate(marked.split(_ON)):
        hit, off, rest = part.partition(_OFF)
        if number and off:
            pieces.append(HitPiece(text=show_text(hit), hit=True))
        elif hit:
            rest = hit
        if rest:
            pieces.append(HitPiece(text=show_text(rest)))
    return tuple(pieces)
