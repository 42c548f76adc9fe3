"""Groups of parties become sources: name, kind, affiliation, interest."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from headwater.lexicon.parties import PUBLIC_WORDS, is_state_name
from headwater.model.base import content_id
from headwater.model.reason import Reason
from headwater.model.source import Source
from headwater.resolve.identity import Identity
from headwater.resolve.interest import (
    capital_names,
    find_interest,
    named_body,
    speaks_as_one,
    speaks_for_itself,
)
from headwater.resolve.naming import best_name
from headwater.resolve.party import Party
from headwater.resolve.people import is_office
from headwater.resolve.staff import STAFF, find_principals, is_staff
from headwater.text.names import fold_name, initials, is_role

Side = tuple[Party, Identity]
Words = tuple[str, ...]
# The office that a title heads or speaks for.
_OFFICE_OF = {"minister": "ministry", "secretary": "department", "ambassador": "embassy"}
_SPEAKERS = frozenset("spokesperson spokesman spokeswoman deputy assistant vice chief".split())
_SMALL = frozenset("of for the and on in at to".split())
_ARTICLES = frozenset({"a", "an"})
WIDER_WORDS: Final = 3  # that an office's full name has more; what is longer is another wording
ACRONYM_WORDS: Final = 3  # of a name; two letters stand for too much
TELLING_WORDS: Final = 2  # of an office's name; "ministry" alone is any ministry


@dataclass(frozen=True)
class Draft:
    """A source whose affiliation is still words.

    Attributes:
        belongs: Names of what it may belong to, the likeliest first.
        office: Words of the office that it is; empty if it is none.
        state: Name of the state that it is as a whole, None if it is none.
        first: Key of its first party, for telling apart sources that people parted.
    """

    source: Source
    belongs: tuple[str, ...]
    office: Words
    state: str | None
    first: tuple[str, str, str]


def draft_source(sides: Sequence[Side], reasons: tuple[Reason, ...]) -> Draft:
    """Return the source of one group of parties."""
    uses = Counter(party.name for party, _ in sides for _ in range(1 + len(party.attributions)))
    wordings = {name for party, _ in sides for name in (party.name, *party.wordings)}
    kinds = Counter(identity.kind for _, identity in sides)
    kind = min(kinds, key=lambda k: (k != "person", -kinds[k], k))
    name = best_name(sides, uses, kind)
    veils = [party.veil for party, _ in sides if party.veil and kind == "anonymous"]
    key = min(" ".join(identity.key) for _, identity in sides)
    reasons += tuple(party.ground for party, _ in sides if party.ground)
    interest = find_interest(sides)
    source = Source(
        id=content_id("s", kind, key),
        name=name,
        kind=kind,
        aliases=tuple(sorted(wordings - {name})),
        attributions=tuple(sorted({key for party, _ in sides for key in party.attributions})),
        documents=tuple(
            sorted({p.document for p, _ in sides if p.publishes and p.key[1] == "publisher"})
        ),
        interest=interest,
        veil=veils[0] if veils else None,
        reasons=tuple(sorted(set(reasons), key=lambda r: (-r.weight, r.rule, r.text, r.places))),
    )
    affiliations = [party.affiliation for party, _ in sides if party.affiliation]
    titles = [title for party, _ in sides for title in party.titles]
    offices = [identity.words for _, identity in sides if identity.key[0] == "office"]
    whole = any(identity.key[0] == "state" for _, identity in sides)
    joint = any(identity.key[0] == "joint" for _, identity in sides)
    return Draft(
        source=source,
        belongs=() if whole or joint else tuple(dict.fromkeys((*affiliations, *titles))),
        office=offices[0] if offices else (),
        state=interest if whole else None,
        first=min(party.key for party, _ in sides),
    )


def finish_sources(drafts: Sequence[Draft]) -> tuple[Source, ...]:
    """Return the sources, each pointing at the one that it belongs to, sorted by id.

    Who belongs to a body that is named in the case voices its interest, unless nobody does.
    """
    drafts = _tell_apart(drafts)
    by_name = _name_owners(drafts)
    states = {draft.state: draft.source for draft in drafts if draft.state}
    principals = find_principals([draft.source for draft in drafts])
    owners = {
        draft.source.id: _find_owner(draft, by_name, states) or principals.get(draft.source.id)
        for draft in drafts
    }
    countries = {source.id for source in states.values()}
    made = []
    for draft in drafts:
        source, owner = draft.source, owners[draft.source.id]
        if owner is not None:
            own = source.interest
            stated = own is not None and is_state_name(own)
            interest = own if stated else _inherit(draft, owner, owners) or own
            if owner.id in countries and interest is None:
                made.append(source)  # a place where somebody lives, not whom he speaks for
                continue
            source = msgspec.structs.replace(source, affiliation=owner.id, interest=interest)
        made.append(source)
    return tuple(sorted(made, key=lambda source: source.id))


def _name_owners(drafts: Sequence[Draft]) -> dict[Words, Source]:
    """Return who may own others, by the folded words that name them."""
    by_name: dict[Words, Source] = {}
    for draft in drafts:
        if draft.source.kind in {"government", "organization", "media_outlet", "person"}:
            for name in (draft.source.name, *draft.source.aliases):
                _enter(name, draft.source, by_name)
            if draft.office:
                by_name.setdefault(draft.office, draft.source)
    for short, source in _acronyms(by_name).items():
        by_name.setdefault((short,), source)
    return by_name


def _enter(name: str, source: Source, by_name: dict[Words, Source]) -> None:
    """Enter what may own others by its words, for bodies in any order too.

    A role or a crowd without a name owns nobody.
    """
    words = fold_name(name)
    if set(words) <= _SMALL | _ARTICLES or (
        source.kind == "person" and (is_role(name) or is_office(name))
    ):
        return
    by_name.setdefault(words, source)
    if PUBLIC_WORDS & set(words):
        by_name.setdefault(tuple(sorted(set(words) - _SMALL)), source)


def _acronyms(by_name: Mapping[Words, Source]) -> dict[str, Source]:
    """Return the bodies that the first letters of their names stand for, if only one has them."""
    found: dict[str, dict[str, Source]] = defaultdict(dict)
    for words, source in by_name.items():
        if source.kind in {"organization", "government"} and len(words) >= ACRONYM_WORDS:
            found[initials(words)][source.id] = source
    return {
        short: next(iter(named.values()))
        for short, named in found.items()
        if len(named) == 1 and len(short) >= ACRONYM_WORDS
    }


def _inherit(draft: Draft, owner: Source, owners: Mapping[str, Source | None]) -> str | None:
    """Return the interest of those that a source belongs to, the highest that is named."""
    free = not speaks_as_one(owner.name) or speaks_for_itself(
        " ".join((*draft.source.aliases, *draft.belongs))
    )
    voices = draft.source.kind in {"person", "government", "organization"}
    if is_staff(draft.source.name) and owner.kind == "person":
        return owner.interest or owner.name
    if free or not voices:
        return None
    seen: list[str] = []
    top: Source | None = owner
    while top and top.id not in seen and top.kind in {"government", "organization", "person"}:
        seen.append(top.id)
        if top.interest:
            return top.interest
        highest, top = top, owners.get(top.id)
    return highest.name if seen else None


def _tell_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Give sources of one key, which a person parted, ids of their own."""
    number: dict[str, int] = defaultdict(int)
    for draft in drafts:
        number[draft.source.id] += 1
    return [
        draft
        if number[draft.source.id] == 1
        else Draft(
            msgspec.structs.replace(
                draft.source, id=content_id("s", draft.source.id, *draft.first)
            ),
            draft.belongs, draft.office, draft.state, draft.first,
        )
        for draft in drafts
    ]  # fmt: skip


def _find_owner(
    draft: Draft, by_name: Mapping[Words, Source], states: Mapping[str, Source]
) -> Source | None:
    """Return the source that a draft belongs to, by affiliation, title or state."""
    for wording in draft.belongs:
        for words in _office_words(wording):
            owner = by_name.get(words) or _wider_office(words, by_name)
            if owner and owner.id != draft.source.id and _may_own(owner, draft):
                return owner
    if draft.belongs and draft.source.interest and draft.source.kind != "government":
        return states.get(draft.source.interest)
    return None


def _may_own(owner: Source, draft: Draft) -> bool:
    """Tell whether a source may have people who speak for it: a person only through their roles."""
    roles = {word for wording in draft.belongs for word in fold_name(wording)}
    return owner.kind != "person" or bool(roles & STAFF)


def _wider_office(words: Words, by_name: Mapping[Words, Source]) -> Source | None:
    """Return the only office whose name has all these words and more ("Chile's Trade Ministry")."""
    content = set(words) - _SMALL
    if len(content) < TELLING_WORDS or not content & PUBLIC_WORDS:
        return None
    found = {
        source.id: source
        for name, source in by_name.items()
        if content <= set(name)
        and len(set(name) - content) <= WIDER_WORDS
        and source.kind in {"government", "organization"}
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _office_words(wording: str) -> list[Words]:
    """Return the names of bodies that a wording may mean, as folded words.

    "Havdal spokeswoman" gives "havdal"; "Energy Minister" gives the words of the Energy Ministry.
    """
    words = fold_name(wording)
    plain = tuple(word for word in words if word not in _SPEAKERS)
    office = tuple(sorted({_OFFICE_OF.get(word, word) for word in plain} - _SMALL))
    proper = capital_names(wording)[:1]  # "Chamber of Commerce in Chile" is no voice of Chile
    body = named_body(wording)
    return [words, plain, office, *map(fold_name, [*proper, *([body] if body else [])])]
