"""Groups of parties become sources: name, kind, affiliation, interest."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from headwater.model.attribution import SourceKind
from headwater.model.base import content_id
from headwater.model.reason import Reason
from headwater.model.source import Source
from headwater.resolve.identity import Identity
from headwater.resolve.interest import capital_names, find_interest, speaks_for_itself
from headwater.resolve.party import Party
from headwater.text.names import fold_name, named_part

Side = tuple[Party, Identity]
Words = tuple[str, ...]
# The office that a title heads or speaks for.
_OFFICE_OF = {"minister": "ministry", "secretary": "department", "ambassador": "embassy"}
_SPEAKERS = frozenset("spokesperson spokesman spokeswoman deputy assistant vice chief".split())


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
    name = _best_name(sides, uses, kind)
    veils = [party.veil for party, _ in sides if party.veil and kind == "anonymous"]
    key = min(" ".join(identity.key) for _, identity in sides)
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
    return Draft(
        source=source,
        belongs=tuple(dict.fromkeys((*affiliations, *titles))),
        office=offices[0] if offices else (),
        state=interest if whole else None,
        first=min(party.key for party, _ in sides),
    )


def _best_name(sides: Sequence[Side], uses: Counter[str], kind: SourceKind) -> str:
    """Return the fullest name; for outlets the usual one, for governments the most used one."""
    known = next((identity.name for _, identity in sides if identity.name), None)
    if kind == "media_outlet" and known:
        return known
    if kind == "person":
        best = max(sides, key=lambda side: (len(side[1].words), len(" ".join(side[1].words))))
        return _own_name(best[0].name, best[1].words)
    if kind in {"government", "anonymous"}:
        return min(uses, key=lambda name: (-uses[name], -len(name), name))
    return min(uses, key=lambda name: (-len(fold_name(name)), -len(name), name))


def _own_name(name: str, words: Words) -> str:
    """Return the end of a name that holds the given folded words: titles left out."""
    parts = named_part(name).split()
    for at in range(len(parts)):
        if fold_name(" ".join(parts[at:])) == words:
            return " ".join(parts[at:])
    return name


def finish_sources(drafts: Sequence[Draft]) -> tuple[Source, ...]:
    """Return the sources, each pointing at the one that it belongs to, sorted by id.

    Who belongs to a body that is named in the case voices its interest, unless nobody does.
    """
    drafts = _tell_apart(drafts)
    by_name: dict[Words, Source] = {}
    for draft in drafts:
        if draft.source.kind in {"government", "organization", "media_outlet", "person"}:
            for name in (draft.source.name, *draft.source.aliases):
                by_name.setdefault(fold_name(name), draft.source)
            if draft.office:
                by_name.setdefault(draft.office, draft.source)
    states = {draft.state: draft.source for draft in drafts if draft.state}
    made = []
    for draft in drafts:
        source, owner = draft.source, _find_owner(draft, by_name, states)
        if owner is None:
            made.append(source)
            continue
        interest = source.interest
        if interest is None and source.kind == "person" and owner.kind != "media_outlet":
            free = speaks_for_itself(" ".join((*source.aliases, *draft.belongs)))
            interest = None if free else owner.interest or owner.name
        made.append(msgspec.structs.replace(source, affiliation=owner.id, interest=interest))
    return tuple(sorted(made, key=lambda source: source.id))


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
            owner = by_name.get(words)
            if owner and owner.id != draft.source.id:
                return owner
    if draft.belongs and draft.source.interest and draft.source.kind != "government":
        return states.get(draft.source.interest)
    return None


def _office_words(wording: str) -> list[Words]:
    """Return the names of bodies that a wording may mean, as folded words.

    "Havdal spokeswoman" gives "havdal"; "Energy Minister" gives the words of the Energy Ministry.
    """
    words = fold_name(wording)
    plain = tuple(word for word in words if word not in _SPEAKERS)
    office = tuple(sorted({_OFFICE_OF.get(word, word) for word in plain}))
    return [words, plain, office, *(fold_name(name) for name in capital_names(wording))]
