"""Whether a statement is a fact to check, a position, an opinion, or about the reporting itself."""

import re
from typing import Final

from headwater.model.attribution import Attribution
from headwater.model.mention import MentionKind

_POSITION_CUES: Final = frozenset({"denies", "rejects", "warns", "promises", "asks"})
_SPEAKERS: Final = frozenset({"person", "government", "organization"})
_OPINION: Final = re.compile(
    r"\b(?:should|ought to|must|shameful|outrageous|hypocritical|ridiculous|absurd|insane|disgrace(?:ful)?|bogus"
    r"|wonderful|terrible|terrific|smart|foolish|irresponsible|unfair|I think|I believe|in my view|simply|beside the point"
    r"|worst|best|unacceptable|reckless|naive|sad|sadly|unfortunately|hopefully)\b",
    re.IGNORECASE,
)
_META: Final = re.compile(
    r"\b(?:declin(?:e|es|ed|ing) (?:to (?:comment|say|discuss|answer|elaborate|specify|identify|name|confirm)|comment)|request(?:s|ed)? for comment"
    r"|(?:did|does|do|has|have|had|would|could)(?: not|n[’']t)(?: immediately)? (?:respond|repl(?:y|ied)|return(?:ed)?|responded|answer(?:ed)?|comment(?:ed)?)"
    r"|(?:did|does|has|have|had)(?: not|n[’']t) (?:say|said|specify|specified|disclose|disclosed|elaborate|elaborated|address(?:ed)?)"
    r"|could not (?:be reached|independently verify|be independently verified)|yet to (?:indicate|say|respond|comment|confirm)"
    r"|no (?:immediate )?(?:comment|response))\b",
    re.IGNORECASE,
)


def is_meta(text: str) -> bool:
    """Tell whether a statement is about a silence or about the reporting itself."""
    return _META.search(text) is not None


def name_kind(text: str, attribution: Attribution | None) -> MentionKind:
    """Return what sort of statement it is."""
    if is_meta(text):
        return "meta"
    if (
        attribution is not None
        and attribution.cue_kind in _POSITION_CUES
        and attribution.kind in _SPEAKERS
    ):
        return "position"
    return "opinion" if _OPINION.search(text) else "fact"
