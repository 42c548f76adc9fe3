"""What position a mention takes on its claim."""

from headwater.link.prepare import Held
from headwater.model.attribution import Attribution
from headwater.model.claim import Stance, StanceKind
from headwater.model.mention import Mention
from headwater.model.reason import Reason
from headwater.model.span import Place

DENYING = frozenset({"denies", "rejects"})
DOUBTING = frozenset({"alleges", "rumoured"})
HEDGED = frozenset({"probable", "possible"})


def is_turned(held: Held, cue: Attribution | None) -> bool:
    """Tell whether a cue alone rejects what the words affirm ("denied selling it")."""
    mention = held.mention
    rejected = cue is not None and cue.cue_kind in DENYING and mention.stance_cue
    return (mention.modality == "denied" or rejected) and not held.statement.meaning.negative()


def _denies(held: Held, best: Held, cues: dict[str, Attribution]) -> bool:
    """Tell whether a mention rejects its claim as that is worded.

    Who denies selling it and who says that it was not sold both reject "selling it", and neither
    rejects "it was not sold".
    """
    mine, wording = (
        is_turned(one, cues.get(one.mention.attribution or "")) for one in (held, best)
    )
    if mine:
        return wording or not best.statement.meaning.negative()
    return wording and held.statement.meaning.negative()


def _kind(mention: Mention, cue: str | None) -> tuple[StanceKind, str]:
    """Return the stance of a mention that does not reject its claim, and why."""
    if mention.modality == "alleged" or cue in DOUBTING:
        return "doubts", "the outlet keeps its distance"
    if mention.modality in HEDGED:
        return "hedges", f"it is put as {mention.modality}"
    if mention.chain or mention.attribution:
        return "reports", "it is put into a source's mouth"
    return "asserts", "the outlet says so in its own voice"


def find_stance(held: Held, best: Held, claim: str, cues: dict[str, Attribution]) -> Stance:
    """Return the position of a mention on its claim.

    Args:
        held: The mention.
        best: The one whose words the claim has.
        claim: Its id.
        cues: All attributions by id.
    """
    mention = held.mention
    attribution = cues.get(mention.attribution or "")
    stance, text = _kind(mention, attribution.cue_kind if attribution else None)
    if _denies(held, best, cues):
        stance, text = "denies", "a party rejects it here"
    spans = mention.evidence or (attribution.cue if attribution else ())
    places = tuple(Place(document=mention.document, span=span) for span in spans)
    return Stance(
        mention=mention.id,
        claim=claim,
        stance=stance,
        reasons=(Reason(rule="stance", text=text, places=places),),
    )
