"""Whether a statement is a fact to check, a position, an opinion, or about the reporting itself."""

import re
from typing import Final

from headwater.model.attribution import Attribution
from headwater.model.mention import MentionKind

_POSITION_CUES: Final = frozenset({"denies", "rejects", "warns", "promises", "asks"})
_SPEAKERS: Final = frozenset({"person", "government", "organization"})
_OPINION: Final = re.compile(
    r"\b(?:should|ought to|must|shameful|outrageous|hypocritical|ridiculous|absurd|insane"
    r"|disgrace(?:ful)?|bogus|wonderful|terrible|terrific|foolish|irresponsible|unfair|I think"
    r"|I believe|in my view|beside the point|worst|best|unacceptable|reckless|naive|sad|sadly"
    r"|unfortunately|hopefully)\b",
    re.IGNORECASE,
)
_DID_NOT: Final = r"(?:did|does|do|has|have|had|would|could)(?: not|n[’']t)"
_META: Final = re.compile(
    r"\b(?:declin(?:e|es|ed|ing) (?:to (?:comment|say|discuss|answer|elaborate|specify|identify"
    r"|name|confirm)|comment)|request(?:s|ed)? for comment"
    rf"|{_DID_NOT}(?: immediately)? (?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?"
    r"|comment(?:ed)?|say|said|specify|specified|disclosed?|elaborated?|addressed?)"
    r"|(?:spoke|speaking|talked) on (?:the )?condition (?:of anonymity|that)"
    r"|not (?:(?:want|wish)(?:ing)? )?to be (?:named|identified|quoted)"
    r"|could not (?:be reached|independently verify|be independently verified)"
    r"|yet to (?:indicate|say|respond|comment|confirm)|no (?:immediate )?(?:comment|response))\b",
    re.IGNORECASE,
)


_ASKING: Final = r"(?:what|who|whom|whose|which|whether|how|where|when|why|if)"
_UNKNOWN: Final = re.compile(
    rf"\b(?:(?:not|never|hardly|n[’']t)(?: \w+){{0,2}}? (?:clear|known|certain|disclosed|revealed)"
    rf"(?: \w+){{0,4}}? {_ASKING}|(?:unclear|unknown|uncertain)(?: \w+){{0,4}}? {_ASKING}"
    rf"|remains? (?:unclear|unknown|to be seen)"
    rf"|(?:do|does|did|will|would|could|can|has|have|had)(?: not|n[’']t|not)(?: \w+)?"
    rf" (?:show|shown|say|said|tell|told|reveal|revealed|indicate|indicated|explain|explained"
    rf"|disclose|disclosed|specify|specified|state|stated|establish|established) {_ASKING})\b",
    re.IGNORECASE,
)
_QUESTION: Final = re.compile(rf"{_ASKING}\b", re.IGNORECASE)
_DENYING: Final = re.compile(r"\b(?:not|never|no|cannot)\b|n[’']t\b", re.IGNORECASE)


def is_meta(text: str) -> bool:
    """Tell whether a statement is about a silence, about what nobody knows, or the reporting."""
    return _META.search(text) is not None or _UNKNOWN.search(text) is not None


def is_open(text: str, attribution: Attribution) -> bool:
    """Tell whether a source leaves a question open ("the records do not show what it cost")."""
    if not attribution.content:
        return False
    cue = " ".join(span.cut(text) for span in attribution.cue)
    asked = _QUESTION.match(attribution.content[0].cut(text))
    return asked is not None and _DENYING.search(cue) is not None


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
