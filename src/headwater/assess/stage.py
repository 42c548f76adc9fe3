"""The assess stage."""

from collections.abc import Iterable

from headwater.assess.admiralty import grade_credibility
from headwater.assess.estimate import estimate
from headwater.assess.facts import Facts, gather_facts
from headwater.assess.judged import grade_reliability
from headwater.assess.rationale import explain
from headwater.assess.rules import find_status
from headwater.assess.settings import AssessSettings
from headwater.model.assessment import Assessment
from headwater.model.claim import Claim, Relation, Stance
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.model.trace import Corroboration, Origin

_DEFAULTS = AssessSettings()


def assess(  # noqa: PLR0913 - one argument for each record type that bears on a claim
    claims: Iterable[Claim],
    mentions: Iterable[Mention],
    stances: Iterable[Stance],
    relations: Iterable[Relation],
    corroborations: Iterable[Corroboration],
    origins: Iterable[Origin],
    sources: Iterable[Source],
    *,
    settings: AssessSettings = _DEFAULTS,
) -> tuple[Assessment, ...]:
    """Return what a reader may conclude about each claim, by rule, sorted by claim id.

    Source:
        DESIGN, "Assessment": statuses in a fixed order; never a verdict on truth.
    """
    gathered = gather_facts(claims, mentions, stances, relations, corroborations, origins, sources)
    return tuple(_assess(facts, settings) for facts in gathered)


def _assess(facts: Facts, settings: AssessSettings) -> Assessment:
    """Return the assessment of one claim."""
    status = find_status(facts)
    credibility, grade = grade_credibility(facts)
    band, hedges = estimate(facts.mentions)
    letter, graded = grade_reliability(facts, settings)
    return Assessment(
        claim=facts.claim.id,
        status=status,
        reliability=letter,
        credibility=credibility,
        estimate=band,
        reasons=(*explain(facts, status), grade, *graded, *hedges),
    )
