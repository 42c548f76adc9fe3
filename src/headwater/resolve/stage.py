"""The resolve stage."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from headwater.model.attribution import Attribution, SourceKind
from headwater.model.base import content_id
from headwater.model.document import Document
from headwater.model.judgement import Judgement
from headwater.model.reason import Reason
from headwater.model.source import Source
from headwater.resolve.block import pairs_to_compare
from headwater.resolve.cluster import Anchorable, Join, cluster, judged_joins
from headwater.resolve.compare import find_bar, find_join
from headwater.resolve.identity import Identity, identify_all
from headwater.resolve.interest import find_interest
from headwater.resolve.lonely import join_short_outlets, join_surnames
from headwater.resolve.party import Party, find_parties
from headwater.resolve.settings import ResolveSettings
from headwater.text.names import fold_name, named_part

_DEFAULTS = ResolveSettings()


def resolve(
    documents: Sequence[Document],
    attributions: Iterable[Attribution],
    judgements: Iterable[Judgement] = (),
    *,
    settings: ResolveSettings = _DEFAULTS,
) -> tuple[Source, ...]:
    """Return who is cited across documents: one record for each person, body, report, data set.

    Publishers and wire agencies of documents are sources too. Anonymous groups stay apart from
    document to document; whether two of them may be one is for `trace` to say.

    Args:
        documents: All documents of the case, in any order.
        attributions: Those of all documents, in any order.
        judgements: `same_source`, `different_source` and `source_is` are heeded.
        settings: What decides whether two names are one source.

    Returns:
        Sorted by id.
    """
    documents = sorted(documents, key=lambda document: document.id)
    attributions = tuple(attributions)
    parties = find_parties(documents, attributions)
    identities = identify_all(parties)
    anchors = _anchors(documents, attributions)
    joins, cannot = judged_joins(
        parties, sorted(judgements, key=lambda j: (j.made_at, j.id)), anchors
    )
    joins += _key_joins(parties, identities)
    for left, right in pairs_to_compare(identities):
        if identities[left].key != identities[right].key:
            sides = (parties[left], identities[left]), (parties[right], identities[right])
            if find_bar(*sides):
                cannot.append((left, right))
            reason = find_join(*sides, settings)
            if reason:
                joins.append((reason.weight, left, right, reason))
    joins += join_surnames(parties, identities)
    joins += join_short_outlets(parties, identities)
    groups = cluster(len(parties), joins, cannot)
    drafts = [
        _draft([(parties[at], identities[at]) for at in members], reasons)
        for members, reasons in groups
    ]
    return _affiliate(drafts)


def _anchors(
    documents: Iterable[Document], attributions: Iterable[Attribution]
) -> dict[str, Anchorable]:
    """Return what judgements may point at, by document id."""
    found = {document.id: Anchorable(document.digest, {}) for document in documents}
    for attribution in attributions:
        spans = attribution.source or attribution.content
        found[attribution.document].spans[attribution.id] = tuple((s.start, s.end) for s in spans)
    return found


def _key_joins(parties: Sequence[Party], identities: Sequence[Identity]) -> list[Join]:
    """Join parties that name the same source outright."""
    by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, identity in enumerate(identities):
        by_key[identity.key].append(at)
    joins: list[Join] = []
    for members in by_key.values():
        for left, right in pairwise(members):
            names = sorted({parties[left].name, parties[right].name})
            text = (
                f"both name {names[0]}"
                if len(names) == 1
                else f"{' and '.join(names)} name one source"
            )
            places = tuple(sorted({p for at in (left, right) if (p := parties[at].place)}))
            joins.append(
                (1.5, left, right, Reason(rule="resolve.name.v1", text=text, places=places))
            )
    return joins


def _draft(
    sides: list[tuple[Party, Identity]], reasons: tuple[Reason, ...]
) -> tuple[Source, str | None]:
    """Make the source of one group; its affiliation is still a name."""
    uses = Counter(party.name for party, _ in sides for _ in range(1 + len(party.attributions)))
    wordings = {name for party, _ in sides for name in (party.name, *party.wordings)}
    kinds = Counter(identity.kind for _, identity in sides)
    kind = min(kinds, key=lambda k: (k != "person", -kinds[k], k))
    name = _best_name(sides, uses, kind)
    affiliation = next((party.affiliation for party, _ in sides if party.affiliation), None)
    veils = [party.veil for party, _ in sides if party.veil and kind == "anonymous"]
    key = min(" ".join(identity.key) for _, identity in sides)
    source = Source(
        id=content_id("s", kind, key),
        name=name,
        kind=kind,
        aliases=tuple(sorted(wordings - {name})),
        attributions=tuple(sorted({key for party, _ in sides for key in party.attributions})),
        documents=tuple(
            sorted({p.document for p, _ in sides if p.publishes and p.key[1] == "publisher"})
        ),
        interest=find_interest(sides),
        veil=veils[0] if veils else None,
        reasons=tuple(sorted(set(reasons), key=lambda r: (-r.weight, r.rule, r.text, r.places))),
    )
    return source, affiliation


def _best_name(sides: list[tuple[Party, Identity]], uses: Counter[str], kind: SourceKind) -> str:
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


def _own_name(name: str, words: tuple[str, ...]) -> str:
    """Return the end of a name that holds the given folded words: titles left out."""
    parts = named_part(name).split()
    for at in range(len(parts)):
        if fold_name(" ".join(parts[at:])) == words:
            return " ".join(parts[at:])
    return name


def _affiliate(drafts: list[tuple[Source, str | None]]) -> tuple[Source, ...]:
    """Point each source at the source that it belongs to, if that one is named in the case."""
    by_words: dict[tuple[str, ...], str] = {}
    by_state: dict[str, str] = {}
    for source, _ in drafts:
        if source.kind in {"government", "organization", "media_outlet", "person"}:
            for name in (source.name, *source.aliases):
                by_words.setdefault(fold_name(name), source.id)
        if source.kind == "government" and source.interest:
            by_state.setdefault(source.interest, source.id)
    made = []
    for source, affiliation in drafts:
        owner = by_words.get(fold_name(affiliation)) if affiliation else None
        if owner is None and affiliation and source.interest and source.kind != "government":
            owner = by_state.get(source.interest)
        if owner == source.id:
            owner = None
        made.append(
            Source(
                **{
                    **{f: getattr(source, f) for f in source.__struct_fields__},
                    "affiliation": owner,
                }
            )
        )
    return tuple(sorted(made, key=lambda source: source.id))
