"""The reliability of a claim's sources, as people graded them."""

from headwater.assess.facts import Facts
from headwater.assess.settings import AssessSettings
from headwater.model.reason import Reason
from headwater.model.source import Source


def grade_reliability(facts: Facts, settings: AssessSettings) -> tuple[str, tuple[Reason, ...]]:
    """Return the Admiralty letter of a claim and who gave it.

    A claim takes the letter of the best graded source at its origins: that is the report which an
    analyst would file. Without a graded origin it keeps the letter of the settings.
    """
    graded: list[tuple[str, Source, Reason]] = [
        (source.reliability, source, source.graded)
        for _, source in facts.origins
        if source is not None and source.reliability is not None and source.graded is not None
    ]
    if not graded:
        return settings.reliability, ()
    ordered = sorted(graded, key=lambda item: (item[0], item[1].name, item[1].id))
    best = ordered[0][0]
    return best, tuple(why for letter, _, why in ordered if letter == best)
