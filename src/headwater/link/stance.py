"""What position a mention takes on its claim."""

from headwater.model.attribution import Attribution
from headwater.model.claim import Stance, StanceKind
from headwater.model.mention import Mention
from headwater.model.reason import Reason
from headwater.model.span import Place

DENYING = frozenset({"denies", "rejects"})
DOUBTING = frozenset({"alleges", "rumoured"})
HEDGED = frozenset({"probable", "possible"})


def _kind(mention: Mention, cue: str | None) -> tuple[StanceKind, str]:
    """Return the stance and why."""
    if mention.modality == "denied" or (cue in DENYING and mention.stance_cue):
        return "denies", "a party rejects it here"
    if mention.modality == "alleged" or cue in DOUBTING:
        return "doubts", "the outlet keeps its distance"
    if mention.modality in HEDGED:
        return "hedges", f"it is put as {mention.modality}"
    if mention.chain or mention.attribution:
        return "reports", "it is put into a source's mouth"
    return "asserts", "the outlet says so in its own voice"


def find_stance(mention: Mention, claim: str, attributions: dict[str, Attribution]) -> Stance:
    """Return the position of a mention on its claim."""
    attribution = attributions.get(mention.attribution or "")
    stance, text = _kind(mention, attribution.cue_kind if attribution else None)
    spans = mention.evidence or (attribution.cue if attribution else ())
    places = tuple(Place(document=mention.document, span=span) for span in spans)
    return Stance(
        mention=mention.id,
        claim=claim,
        stance=stance,
        reasons=(Reason(rule="stance", text=text, places=places),),
    )
