"""Which claims are worth a look, and why."""

from typing import Final, Literal, cast

from headwater.model.base import Record
from headwater.model.claim import Claim, Relation
from headwater.model.dossier import Dossier
from headwater.model.mention import Mention
from headwater.model.trace import Corroboration
from headwater.report.alone import gives_no_answer, is_bare, stands_alone
from headwater.report.lookup import Lookup

WorthKind = Literal["echo", "possible echo", "disputed", "figures differ", "veiled", "unsourced"]

# Points are an order of interest, not a measure: what looks confirmed and is not comes first,
# then open conflict, then claims that nobody answers for. Set by hand on invented cases.
POINTS: Final[dict[WorthKind, float]] = {
    "echo": 5.0,
    "possible echo": 4.0,
    "disputed": 3.0,
    "figures differ": 2.0,
    "veiled": 0.5,
    "unsourced": 0.5,
}
PER_DOCUMENT: Final = 0.5  # a claim that more documents repeat misleads more readers
MAX_DOCUMENTS: Final = 8  # beyond this many documents, more of them change nothing for the order
WITH_FIGURE: Final = 0.5  # a figure can be checked, so a claim with one is more worth a look
SOFT: Final = 0.3  # opinions and remarks about statements are seldom what a reader must check
TORN: Final = 0.6  # words that begin with "it" or "their" tell a reader little in a list
BARE: Final = 0.3  # questions, words without a verb, silences: seldom what is claimed
ECHO_DOCUMENTS: Final = 2  # a claim in one document is not repeated
SAME_VALUE: Final = 0.005  # figures closer than half a percent are one figure


class Worth(Record, frozen=True, kw_only=True):
    """Why a claim is worth a look; more points stand earlier."""

    claim: str
    kinds: tuple[WorthKind, ...]
    points: float


def rank_claims(dossier: Dossier) -> tuple[str, ...]:
    """Return the ids of all claims, most worth a look first; equals stay in their order."""
    lookup = Lookup(dossier)
    found = [weigh_claim(lookup, claim) for claim in dossier.claims]
    return tuple(worth.claim for worth in sorted(found, key=lambda worth: -worth.points))


def weigh_claim(lookup: Lookup, claim: Claim) -> Worth:
    """Return why a claim is worth a look."""
    kinds = find_kinds(lookup, claim)
    mentions = lookup.mentions_of(claim)
    points = sum(POINTS[kind] for kind in kinds)
    points += PER_DOCUMENT * (min(len(lookup.documents_of(claim)), MAX_DOCUMENTS) - 1)
    points += WITH_FIGURE if any(mention.amounts for mention in mentions) else 0.0
    if not any(mention.kind in {"fact", "position"} for mention in mentions):
        points *= SOFT
    if not any(stands_alone(mention) for mention in mentions):
        points *= TORN
    if all(m.fragment or is_bare(m.text) or gives_no_answer(m.text) for m in mentions):
        points *= BARE
    return Worth(claim=claim.id, kinds=kinds, points=points)


def find_kinds(lookup: Lookup, claim: Claim) -> tuple[WorthKind, ...]:
    """Return every kind of interest that the claim has, strongest first."""
    if lookup.claims.get(claim.id) is not claim:
        return read_kinds(lookup, claim)
    if claim.id not in lookup.kinds:
        lookup.kinds[claim.id] = read_kinds(lookup, claim)
    return cast(tuple[WorthKind, ...], lookup.kinds[claim.id])


def read_kinds(lookup: Lookup, claim: Claim) -> tuple[WorthKind, ...]:
    """Return the same, worked out anew."""
    found, over_all = lookup.corroborations.get(claim.id), lookup.counted(claim.id)
    kinds: list[WorthKind] = []
    repeated = len(lookup.documents_of(claim)) >= ECHO_DOCUMENTS
    if over_all is not None and repeated and over_all.low <= 1 <= over_all.high:
        kinds.append("echo" if over_all.high == 1 else "possible echo")
    if is_disputed(lookup, claim):
        kinds.append("disputed")
    if any(differ_in_figures(lookup, relation) for relation in lookup.relations.get(claim.id, ())):
        kinds.append("figures differ")
    if found is not None and is_veiled(lookup, found):
        kinds.append("veiled")
    assessment = lookup.assessments.get(claim.id)
    unsourced = assessment is not None and assessment.status == "unsourced"
    if unsourced and any(is_checkable(mention) for mention in lookup.mentions_of(claim)):
        kinds.append("unsourced")
    return tuple(kinds)


def is_checkable(mention: Mention) -> bool:
    """Tell whether a reader may ask who says so: no headline, opinion or remark."""
    return mention.kind in {"fact", "position"} and not mention.headline


def is_disputed(lookup: Lookup, claim: Claim) -> bool:
    """Tell whether somebody denies the claim, or another claim cannot hold beside it."""
    assessment = lookup.assessments.get(claim.id)
    if assessment is not None and assessment.status == "disputed":
        return True
    return any(is_conflict(relation, claim) for relation in lookup.relations.get(claim.id, ()))


def may_be_disputed(lookup: Lookup, claim: Claim) -> bool:
    """Tell whether only what is not sure speaks against the claim."""
    relations = lookup.relations.get(claim.id, ())
    return not is_disputed(lookup, claim) and any(speaks_against(one, claim) for one in relations)


def is_conflict(relation: Relation, claim: Claim) -> bool:
    """Tell whether a relation surely speaks against the claim."""
    return not relation.weak and speaks_against(relation, claim)


def speaks_against(relation: Relation, claim: Claim) -> bool:
    """Tell whether a relation speaks against the claim; a denial does not dispute itself."""
    if relation.kind == "denies":
        return relation.to_claim == claim.id
    return relation.kind == "contradicts"


def differ_in_figures(lookup: Lookup, relation: Relation) -> bool:
    """Tell whether two claims that contradict or update each other give different figures."""
    if relation.kind not in {"contradicts", "updates"}:
        return False
    sides = [
        [m for m in lookup.mentions_of(lookup.claims[key]) if m.amounts]
        for key in (relation.from_claim, relation.to_claim)
        if key in lookup.claims
    ]
    return any(have_other_figures(a, b) for a in sides[0] for b in sides[-1])


def have_other_figures(left: Mention, right: Mention) -> bool:
    """Tell whether both give a figure in one unit and measure, and the values differ.

    Figures of one sentence are a list, not a disagreement.
    """
    if (left.document, left.sentence) == (right.document, right.sentence):
        return False
    return any(
        a.unit == b.unit
        and a.measure == b.measure
        and abs(a.value - b.value) > SAME_VALUE * max(abs(a.value), abs(b.value))
        for a in left.amounts
        for b in right.amounts
    )


def is_veiled(lookup: Lookup, found: Corroboration) -> bool:
    """Tell whether every origin of a claim hides its name."""
    origins = [lookup.origins[key] for key in found.origins if key in lookup.origins]
    kinds = [lookup.sources[o.source].kind for o in origins if o.source in lookup.sources]
    return bool(kinds) and all(kind in {"anonymous", "unattributed"} for kind in kinds)
