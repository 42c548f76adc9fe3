"""What sort of source a name is that a person wrote down."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from headwater.attribute.find.nouns import kind_of_noun
from headwater.attribute.name.speaker import is_state_body
from headwater.attribute.name.things import THINGS
from headwater.lexicon.parties import find_body, find_outlet, is_state_name
from headwater.model.attribution import Attribution, SourceKind, Veil
from headwater.model.parse import NameKind, Parse
from headwater.text.names import fold_name

BY_NAME: Final[Mapping[NameKind, SourceKind]] = {
    "person": "person", "body": "organization", "outlet": "media_outlet", "work": "report",
}  # fmt: skip
HIDDEN: Final = frozenset({"anonymous", "unattributed"})


class Named(NamedTuple):
    """Fields of an attribution that go with its name."""

    name: str
    kind: SourceKind
    affiliation: str | None = None
    veil: Veil | None = None


def read_name(
    name: str, parse: Parse, attributions: Sequence[Attribution], before: Attribution | None
) -> Named:
    """Return a name with its kind: as the text has it elsewhere, else by its words.

    Args:
        name: As the person wrote it.
        parse: Marks of the document.
        attributions: Of the document; one of the same name tells most.
        before: What it was taken for until now.
    """
    wanted = fold_name(name)
    for one in attributions:
        if fold_name(one.name) == wanted:
            return Named(one.name, one.kind, one.affiliation, one.veil)
    for mark in parse.names:
        if wanted in {fold_name(mark.text), fold_name(mark.canonical)} and mark.kind in BY_NAME:
            kind = BY_NAME[mark.kind]
            public = kind == "organization" and is_state_body(name)
            return Named(name, "government" if public else kind)
    told = _by_words(name)
    if told == "anonymous":
        veil = Veil(role=name, plural=name.endswith("s"))
        return Named(name, told, veil=veil)
    if told is not None:
        return Named(name, told)
    known = before is not None and before.kind not in HIDDEN | THINGS
    return Named(name, before.kind if before is not None and known else "organization")


def _by_words(name: str) -> SourceKind | None:
    """Return the kind that the words of a name tell, None if they tell nothing."""
    if find_outlet(name) is not None:
        return "media_outlet"
    if is_state_name(name):
        return "government"
    words = name.split()
    noun = kind_of_noun(words[-1].lower()) if words else None
    if noun in THINGS:
        return noun
    if words and words[-1] == words[-1].lower():
        return "anonymous"
    if find_body(name) is not None or is_state_body(name):
        return "government" if is_state_body(name) else "organization"
    capitals = [word for word in words if word[:1].isupper()]
    return "person" if len(capitals) == len(words) > 1 else None
