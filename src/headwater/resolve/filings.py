"""Whose a lawsuit or complaint is: by its own name, or by what its text says of who filed it."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from headwater.model.reason import Reason
from headwater.model.span import Place, Span
from headwater.resolve.kinds import head_noun
from headwater.resolve.party import Party
from headwater.text.filings import FILINGS, OTHERS
from headwater.text.names import fold_name

_NAME: Final = r"(?P<who>[A-Z][\w.&'’-]*(?:\s+(?:(?:of|for|and|the)\s+)?[A-Z][\w.&-]*){0,5})"
_WORK: Final = r"(?:law)?suit|complaint|petition"
# What says whose it is; the first in a text counts, since the news stands in front.
_FILED: Final = (
    re.compile(
        rf"{_NAME}\s+(?:(?:has|have|had)\s+)?(?:sued|sues?"
        rf"|(?:files?|filed|brought|brings|lodged)\s+(?:[\w-]+\s+){{0,5}}?(?:{_WORK}))\b"
    ),
    re.compile(rf"{_NAME}['’]s?\s+(?:[a-z-]+\s+){{0,2}}(?:{_WORK})\b"),
    re.compile(
        rf"\b(?:{_WORK})\s+(?:[\w-]+\s+){{0,6}}?(?:filed|brought|lodged)\s+(?:[\w-]+\s+){{0,5}}?"
        rf"by\s+(?:the\s+)?{_NAME}"
    ),
)
# Words that open a sentence are no part of a name.
_OPENERS: Final = frozenset("the a an in on and but when after before as its".split())


class Filer(NamedTuple):
    """Who is said to have filed something, and where."""

    name: str
    span: Span


def with_filers(parties: Sequence[Party], texts: Mapping[str, str]) -> tuple[Party, ...]:
    """Return the parties, lawsuits and complaints among them with whose they are.

    Args:
        parties: Of all documents.
        texts: Text of each document, by id.
    """
    return tuple(_with_filer(party, texts.get(party.document, "")) for party in parties)


def _with_filer(party: Party, text: str) -> Party:
    """Return a party; a filing without an affiliation gets whose its text says that it is."""
    head = "".join(fold_name(head_noun(party.name)))
    if party.affiliation or party.publishes or head not in FILINGS:
        return party
    if OTHERS & set(fold_name(party.name)):
        return party  # an earlier suit is not the one that the news is about
    named = _named(party.name)
    if named:
        return msgspec.structs.replace(party, affiliation=named)
    filer = find_filer(text)
    if filer is None:
        return party
    place = Place(document=party.document, span=filer.span)
    text = f"{party.name} is what {filer.name} filed"
    ground = Reason(rule="resolve.filed.v1", text=text, places=(place,), weight=0.8)
    return msgspec.structs.replace(party, affiliation=filer.name, ground=ground)


def find_filer(text: str) -> Filer | None:
    """Return who is first said in a text to have sued or filed a suit, None if nobody is."""
    found = [match for pattern in _FILED for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda match: match.start("who")):
        name = _plain(match.group("who"))
        if name:
            at = match.start("who") + match.group("who").rindex(name)
            return Filer(name, Span(start=at, end=at + len(name)))
    return None


def _named(name: str) -> str:
    """Return the party that the name of a filing begins with ("the H.S.B. complaint")."""
    kept = []
    words = name.removeprefix("the ").split()
    for word in words:
        if not word[:1].isupper():
            break
        kept.append(word)
    whole = _plain(" ".join(kept))
    return "" if len(kept) == len(words) else re.sub(r"['’]s?$", "", whole)


def _plain(name: str) -> str:
    """Return a name without what opens a sentence before it."""
    words = name.split()
    while words and words[0].casefold() in _OPENERS:
        words.pop(0)
    plain = " ".join(words)
    return plain if "." in plain[:-1] else plain.rstrip(".")
