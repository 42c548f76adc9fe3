"""Whether what a judgement asks for can be seen in a dossier."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from headwater.judgements import meant
from headwater.judgements.find import find_documents
from headwater.judgements.kinds import MASTHEAD, read_chain, read_quantity
from headwater.judgements.sources import SourceFinder
from headwater.model.attribution import Attribution
from headwater.model.dossier import Dossier
from headwater.model.judgement import Anchor, Judgement
from headwater.model.mention import Mention
from headwater.text.names import fold_name


class Holding(NamedTuple):
    """Whether a judgement holds in a dossier, what that means, and what it is about."""

    holds: bool
    text: str
    records: tuple[str, ...] = ()


class Look:
    """A dossier, to be asked by judgements."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        digests = {document.id: document.digest for document in dossier.documents}
        self.mentions = {mention.id: mention for mention in dossier.mentions}
        self.attributions = {one.id: one for one in dossier.attributions}
        self.sources = {source.id: source for source in dossier.sources}
        self.claim_of = {key: claim.id for claim in dossier.claims for key in claim.mentions}
        self.finder = SourceFinder(dossier.documents, dossier.attributions, dossier.sources)
        self.said: dict[str, list[meant.Found]] = {}
        for mention in dossier.mentions:
            thing = meant.Found(key=mention.id, spans=mention.spans, text=mention.text)
            self.said.setdefault(digests[mention.document], []).append(thing)
        cited: dict[str, list[Attribution]] = {}
        for one in dossier.attributions:
            cited.setdefault(digests[one.document], []).append(one)
        self.cited = cited
        self.marked = {digest: meant.things_of(listed) for digest, listed in cited.items()}

    def statements(self, anchor: Anchor) -> tuple[str, ...]:
        """Return the ids of the statements that an anchor means."""
        return tuple(
            str(key) for key in meant.meant(anchor, self.said.get(anchor.digest or "", ()))
        )

    def attributed(self, anchor: Anchor) -> tuple[str, ...]:
        """Return the id of the attribution that an anchor means, if there is one."""
        keys = meant.meant(anchor, self.marked.get(anchor.digest or "", ()))
        return (str(min(keys)),) if keys else ()

    def stands(self, anchor: Anchor) -> bool:
        """Tell whether an attribution, or a part of one, stands exactly at an anchor."""
        if anchor.parts:
            listed = self.cited.get(anchor.digest or "", ())
            return any(meant.parts_of(one) == anchor.parts for one in listed)
        return any(anchor.span in one.spans for one in self.marked.get(anchor.digest or "", ()))

    def about(self, judgement: Judgement) -> tuple[str, ...]:
        """Return the ids of all that the anchors of a judgement mean, whatever it decides."""
        found: set[str] = set()
        for anchor in judgement.about:
            if anchor.span is not None:
                found.update((*self.statements(anchor), *self.attributed(anchor)))
            if anchor.name is not None or anchor.span is not None:
                found.update(self.finder.find(anchor))
        return tuple(sorted(found))

    def hold(self, judgement: Judgement) -> Holding:
        """Tell whether a judgement holds; its anchors must stand in the present texts."""
        return CHECKS[judgement.kind or ""](self, judgement)


Check = Callable[[Look, Judgement], Holding]


def _sides(look: Look, judgement: Judgement) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Return the statements that each anchor means, and all of them."""
    sides = [look.statements(anchor) for anchor in judgement.about]
    return sides, tuple(sorted({key for side in sides for key in side}))


NO_STATEMENT: Final = "no statement was found at its words"


def _claims(look: Look, judgement: Judgement) -> Holding:
    """Check kinds about whether statements are one claim."""
    sides, records = _sides(look, judgement)
    if not all(sides):
        return Holding(holds=False, text=NO_STATEMENT, records=records)
    homes = [{look.claim_of.get(key) for key in side} for side in sides]
    if any(None in home for home in homes):
        return Holding(holds=False, text="one of them is not among the claims", records=records)
    if judgement.kind == "same_claim":
        one = len(set.union(*homes)) == 1
        return Holding(one, "they are one claim" if one else "they are not one claim", records)
    apart = not any(homes[0] & home for home in homes[1:])
    if judgement.kind == "contradicts" and apart:
        against = {
            frozenset((r.from_claim, r.to_claim))
            for r in look.dossier.relations if r.kind in {"contradicts", "denies"}
        }  # fmt: skip
        opposed = all(
            frozenset((one, two)) in against
            for one in homes[0] for home in homes[1:] for two in home if one and two
        )  # fmt: skip
        return Holding(opposed, "they contradict each other" if opposed else "they do not", records)
    return Holding(apart, "they are different claims" if apart else "they are one claim", records)


def _is_claim(look: Look, judgement: Judgement) -> Holding:
    """Check whether something is or is not among the claims."""
    _, records = _sides(look, judgement)
    among = [key for key in records if key in look.claim_of]
    if judgement.kind == "not_a_claim":
        text = "it is still a claim" if among else "it is not among the claims"
        return Holding(bool(records) and not among, text if records else NO_STATEMENT, records)
    return Holding(bool(among), "it is among the claims" if among else NO_STATEMENT, records)


def _sources(look: Look, judgement: Judgement) -> Holding:
    """Check kinds about whether sources are one, or their origins."""
    sides = [look.finder.find(anchor) for anchor in judgement.about]
    records = tuple(sorted({key for side in sides for key in side}))
    for side, anchor in zip(sides, judgement.about, strict=True):
        if not side:
            what = f"no source is called {anchor.name}" if anchor.name else "no source stands there"
            return Holding(holds=False, text=what, records=records)
    match judgement.kind:
        case "same_source":
            one = len(records) == 1
            return Holding(one, "they are one source" if one else "they are not one", records)
        case "different_source":
            apart = not any(set(sides[0]) & set(side) for side in sides[1:])
            text = "they are different sources" if apart else "one text names both alike"
            return Holding(apart, text, records)
        case "reliability":
            graded = all(look.sources[key].reliability == judgement.value for key in records)
            return Holding(graded, f"reliability {judgement.value}", records)
        case _:
            if any(len(side) > 1 for side in sides):
                return Holding(
                    holds=False,
                    text="several sources are called so; point at words",
                    records=records,
                )
            return _origins(look, judgement, [side[0] for side in sides], records)


def _origins(
    look: Look, judgement: Judgement, sides: Sequence[str], records: tuple[str, ...]
) -> Holding:
    """Check kinds about origins; they hold where the two never meet."""
    if len(set(sides)) == 1:
        one = judgement.kind == "same_origin"
        return Holding(one, "they are one source already", records)
    if judgement.kind == "rests_on":
        ends = [chain.hops for chain in look.dossier.chains]
        steps = {(a.source, b.source) for hops in ends for a, b in pairwise(hops)}
        if (sides[0], sides[1]) in steps:
            return Holding(
                holds=True, text="chains go on from the first to the second", records=records
            )
        stuck = any(
            hops and hops[-1].source == sides[0] and look.claim_of.get(chain.mention)
            for chain in look.dossier.chains for hops in [chain.hops] if not chain.circular
        )  # fmt: skip
        return Holding(not stuck, "no chain ends at the first" if not stuck else
                       "chains still end at the first", records)  # fmt: skip
    home = {origin.id: origin.source for origin in look.dossier.origins}
    wanted = "same" if judgement.kind == "same_origin" else "different"
    ties = [
        tie.kind for found in look.dossier.corroborations for tie in found.ties
        if {home[tie.left], home[tie.right]} <= set(sides) and home[tie.left] != home[tie.right]
    ]  # fmt: skip
    holds = all(kind == wanted for kind in ties)
    words = "one origin" if wanted == "same" else "different origins"
    where = f"of {len(ties)} claims they are {words}" if len(ties) > 1 else f"they are {words}"
    return Holding(holds, where if ties else "no claim has both as origins", records)


def _attribution(look: Look, judgement: Judgement) -> Holding:
    """Check corrections of who says what."""
    if all(anchor.span is None for anchor in judgement.about):
        return _renamed(look, judgement)
    first, *rest = judgement.about
    spans = {anchor.span for anchor in rest}
    keys = look.attributed(first)
    if judgement.kind == "content_is":
        keys = tuple(
            key for key, one in look.attributions.items()
            if any(judgement.id in reason.text for reason in one.reasons)
        )  # fmt: skip
    records = (*keys, *look.statements(first))
    if judgement.kind == "source_is" and not judgement.value:
        gone = not look.stands(first)
        return Holding(gone, "nobody is said to say it" if gone else "it is still said", records)
    if not keys:
        return Holding(holds=False, text="nobody is said to say this", records=records)
    one = look.attributions[keys[0]]
    match judgement.kind:
        case "source_is":
            said = fold_name(one.name) == fold_name(judgement.value or "")
            return Holding(said, f"it is said by {one.name}", records)
        case "cue_is":
            holds = spans <= set(one.cue) and judgement.value in {None, one.cue_kind}
            return Holding(holds, "these words mark it as said" if holds else "others do", records)
        case _:
            holds = set(one.content) == spans
            return Holding(holds, "these words are said" if holds else "others are", records)


def _renamed(look: Look, judgement: Judgement) -> Holding:
    """Check whether a source has the name that it should have everywhere."""
    found = sorted({key for anchor in judgement.about for key in look.finder.find(anchor)})
    holds = bool(found) and all(look.sources[key].name == judgement.value for key in found)
    text = f"it is {judgement.value}" if found else "no source is called so"
    return Holding(holds, text, tuple(found))


def _statement(look: Look, judgement: Judgement) -> Holding:
    """Check corrections of how a statement is read."""
    records = look.statements(judgement.about[0])
    if not records:
        return Holding(holds=False, text=NO_STATEMENT)
    mentions = [look.mentions[key] for key in records]
    holds = all(READS[judgement.kind or ""](look, one, judgement.value or "") for one in mentions)
    what = (judgement.kind or "").removesuffix("_is")
    value = judgement.value or "none"
    return Holding(holds, f"its {what} is {'' if holds else 'not '}{value}", records)


def _has_chain(look: Look, mention: Mention, value: str) -> bool:
    names = [look.attributions[key].name for key in mention.chain if key in look.attributions]
    return [fold_name(name) for name in names] == [fold_name(name) for name in read_chain(value)]


def _has_quantity(_: Look, mention: Mention, value: str) -> bool:
    read = read_quantity(value)
    if read is None:
        return not mention.amounts
    return any(
        (a.value, a.unit, a.comparator) == (read.value, read.unit, read.comparator)
        for a in mention.amounts
    )


def _document(look: Look, judgement: Judgement) -> Holding:
    """Check what is said of a document as a whole."""
    homes = find_documents(judgement.about[0], look.dossier.documents)
    field = next(name for name, kind in MASTHEAD.items() if kind == judgement.kind)
    now = {getattr(getattr(home, field), "value", None) for home in homes}
    holds = now == {judgement.value}
    what = f"{homes[0].name} has the {FIELD_WORDS[field]}" if homes else "no document is meant"
    text = f"{what} “{judgement.value}”" if holds else f"{what} {' or '.join(map(str, now))}"
    return Holding(holds, text, tuple(home.id for home in homes))


FIELD_WORDS: Final = {
    "outlet": "outlet", "published": "date", "title": "headline", "url": "address",
}  # fmt: skip

READS: Final[Mapping[str, Callable[[Look, Mention, str], bool]]] = {
    "polarity": lambda _, mention, value: mention.polarity == value,
    "modality": lambda _, mention, value: mention.modality == value,
    "quantity": _has_quantity,
    "chain_is": _has_chain,
}

CHECKS: Final[Mapping[str, Check]] = {
    **dict.fromkeys(("same_claim", "different_claim", "contradicts"), _claims),
    **dict.fromkeys(("not_a_claim", "own_claim"), _is_claim),
    **dict.fromkeys(("source_is", "cue_is", "content_is"), _attribution),
    **dict.fromkeys(("polarity", "modality", "quantity", "chain_is"), _statement),
    **dict.fromkeys(
        (
            "same_source", "different_source", "reliability", "same_origin", "different_origin",
            "rests_on",
        ),
        _sources,
    ),
    **dict.fromkeys(MASTHEAD.values(), _document),
    "note": lambda _look, _judgement: Holding(holds=True, text="a note"),
}  # fmt: skip
