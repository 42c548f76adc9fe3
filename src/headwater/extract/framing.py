"""What a cue does to its content: states it, turns it round, judges it, or leaves it open.

Cut out of "the audit did not find that the mill had paid", the content would say the opposite.
"""

import re
from typing import Final, Literal, NamedTuple

import msgspec

from headwater.extract.bare import WORD, is_bare, lemmas_of, listed
from headwater.extract.deeds import tells_deed
from headwater.extract.verb_phrases import (
    COORDINATORS,
    SUBORDINATORS,
)
from headwater.lexicon.load import load_entries
from headwater.lexicon.verbs import clause_verbs
from headwater.model.attribution import Attribution, CueKind
from headwater.model.parse import Parse
from headwater.model.span import Span

Sense = Literal["said", "not said", "negated", "bare", "beside"]
GAP: Final = 12  # characters from cue to content: "that", "of the", an opening quotation mark
LONGEST: Final = 10  # words of a frame; longer ones hold more than the cue
NEAR: Final = 4  # words before a cue that can negate it or make it a guess ("has not yet")
BREAKS: Final = SUBORDINATORS | COORDINATORS
REFUSING: Final = frozenset({"denies", "rejects", "declines", "silent"})
JUDGING: Final[frozenset[CueKind]] = frozenset({"rejects", "believes"})
_OWNER: Final = re.compile(r"(?:[’']s|s[’']|\b(?:his|her|its|their|our|my))$", re.IGNORECASE)
_WHETHER: Final = re.compile(r"\W*whether\b", re.IGNORECASE)
_QUESTION: Final = re.compile(r"\W*(?:what|how|why|who|where|when|which)\b", re.IGNORECASE)
_CONTRACTED: Final = re.compile(r"[’'](?:s|ve|d|re|m|ll) ")
_PARTED: Final = re.compile(r", (?:which|who|whose)\b[^,\n]*, (?:also |then )?")
_PASSIVE: Final = re.compile(
    r"((?:(?:has|have|had) )?(?:also )?(?:is|are|was|were|been)\b[\w ]*?\w+ed)\b(?: by)?$",
    re.IGNORECASE,
)
PARTS: Final = 2  # of a content: what is seen, and as what
ASKED: Final = 8  # characters before a source in which "what" stands
_ASKED_FOR: Final = re.compile(r"\bwhat $", re.IGNORECASE)
_RELATIVE: Final = re.compile(r"\b(?:who|which|that|whose)\b", re.IGNORECASE)
_ASKING: Final = re.compile(
    r"(?:^|[.?!:;,–—]\s|\b(?:and|but|so|when|where|why|how|what|who) )\W*"
    r"(?:do|does|did|would|could|can|will|has|have|is|are|was|were)\s*$",
    re.IGNORECASE,
)


class Frame(NamedTuple):
    """How a content stands.

    `negated` and `bare` contents are read with their cue: `start` is where they then begin, `end`
    where they end, if that is not the end of the content.
    """

    sense: Sense
    start: int = 0
    end: int = 0


FRAMED: Final = frozenset({"negated", "bare", "beside"})
SAID: Final = Frame("said")
NOT_SAID: Final = Frame("not said")


def find_frame(text: str, parse: Parse, attribution: Attribution) -> Frame:
    """Return whether a source says the content, only with the cue's words, or not at all.

    What nobody says, what is said on a condition or could be said, and what a source does not say
    belong, cue and all, to the speaker around it. A source that does not find or believe a thing
    takes a stand: its statement begins with the cue.

    Args:
        text: The document's.
        parse: Its marks.
        attribution: The cue with its source and content.
    """
    if attribution.cue and tells_deed(text, parse, attribution):
        return NOT_SAID
    done = _done_to(text, parse, attribution)
    if done is not None:
        return Frame("bare", attribution.content[0].start, done)
    return _find_frame(text, parse, attribution)


def _find_frame(text: str, parse: Parse, attribution: Attribution) -> Frame:
    """Return how a content stands whose cue tells no deed."""
    if _is_parted(text, attribution):
        return Frame("bare", attribution.content[0].start)
    if not attribution.cue or attribution.cue[0].start > attribution.content[0].start:
        return SAID  # behind its content a cue only tells whose it is
    lead = _lead(text, attribution)
    if _is_open(text, attribution, lead):
        return NOT_SAID
    if _matches("negated", lead):
        return _negated(text, attribution, lead)
    close = attribution.content[0].start - attribution.cue[-1].end <= GAP
    if close and is_noun(text, attribution) and is_bare(text, parse, attribution):
        return NOT_SAID  # "the board's rejection of the plan": part of what is said of it
    if close and _follows_source(attribution) and is_bare(text, parse, attribution):
        if _ASKED_FOR.search(text[: attribution.source[0].start][-ASKED:]):
            return NOT_SAID  # "amid what Roe called a farce": part of what is said around it
        contracted = _CONTRACTED.match(text, attribution.cue[0].start)  # "he[’s] called it a farce"
        start = contracted.end() if contracted else attribution.cue[0].start
        return _framed(text, attribution, start, "bare")
    return SAID


def _is_parted(text: str, attribution: Attribution) -> bool:
    """Tell whether a cue parts a thing from what it is seen as ("the toll was seen as unfair")."""
    if len(attribution.content) != PARTS or not attribution.cue:
        return False
    first, second = attribution.content
    between = text[first.end : second.start]
    inside = first.end <= attribution.cue[0].start < second.start and "\n" not in between
    passive = _PASSIVE.match(between.strip().removesuffix(" as")) is not None
    as_what = passive or second.cut(text).startswith(("as ", "to "))
    return inside and as_what and len(WORD.findall(between)) <= LONGEST


def _done_to(text: str, parse: Parse, attribution: Attribution) -> int | None:
    """Return where the words of "the deal was criticized" by somebody end; None for others."""
    if len(attribution.content) != 1 or len(attribution.cue) != 1 or not attribution.source:
        return None
    if attribution.cue_kind not in JUDGING:
        return None  # "the data were first described" by somebody: tells nothing of them
    attribution = _without_clause(text, attribution)
    thing, cue = attribution.content[0], attribution.cue[0]
    parted = _PARTED.fullmatch(text, thing.end, cue.start) is not None
    near = parted or 0 <= cue.start - thing.end <= GAP
    verb = _PASSIVE.match(cue.cut(text))
    behind = near and cue.end <= attribution.source[0].start
    if not behind or verb is None or "\n" in text[thing.end : cue.start]:
        return None
    return cue.start + verb.end(1) if is_bare(text, parse, attribution) else None


def _without_clause(text: str, attribution: Attribution) -> Attribution:
    """Return an attribution whose content ends before a clause that parts it from its cue.

    In "the deal, which nobody liked, was criticized by Borg" he criticized the deal.
    """
    thing, cue = attribution.content[0], attribution.cue[0]
    comma = text.find(",", thing.start, cue.start)
    if comma < 0 or _PARTED.fullmatch(text, comma, cue.start) is None:
        return attribution
    head = Span(start=thing.start, end=comma)
    return msgspec.structs.replace(attribution, content=(head,))


def is_noun(text: str, attribution: Attribution) -> bool:
    """Tell whether a cue is a noun ("rejection of"): it has no verb."""
    if attribution.cue_kind in REFUSING:
        return False
    words = [w.lower() for span in attribution.cue for w in WORD.findall(span.cut(text))]
    forms, before = clause_verbs(), text[: attribution.cue[0].start].rstrip()
    nouns = (w not in forms or forms[w].noun_too and forms[w].form == "base" for w in words)
    return _OWNER.search(before) is not None and all(nouns)


def _follows_source(attribution: Attribution) -> bool:
    """Tell whether a cue stands behind a source."""
    return any(span.end <= attribution.cue[0].start for span in attribution.source)


def _lead(text: str, attribution: Attribution) -> str:
    """Return the words of a cue with those between its source and it that belong to it."""
    cue, words = attribution.cue[0], " ".join(span.cut(text) for span in attribution.cue)
    before = [span.end for span in attribution.source if span.end <= cue.start]
    between = text[max(before) : cue.start].rsplit(",", 1)[-1] if before else ""
    near = between.split()[-NEAR:]
    if _RELATIVE.search(between) or not BREAKS.isdisjoint(near):
        return words
    return " ".join((*near, words))


def _matches(kind: str, words: str) -> bool:
    """Tell whether a pattern of a kind is found in words."""
    entries = (e for e in load_entries("framing") if e.attributes["kind"] == kind)
    return any(entry.compiled().search(words) for entry in entries)


def _is_open(text: str, attribution: Attribution, lead: str) -> bool:
    """Tell whether nobody says the content, or only may say it, or it is asked whether he does."""
    if attribution.cue_kind == "rejects" and _matches("possible", lead):
        return True
    if attribution.cue_kind in REFUSING:
        return False
    start = min(span.start for span in (*attribution.source, *attribution.cue))
    before = text[max(0, start - 2 * GAP) : start].rstrip()
    if any(_matches("nobody", span.cut(text)) for span in attribution.source):
        return True
    said = attribution.content[0].cut(text)
    if _WHETHER.match(said) or (_QUESTION.match(said) and _matches("asked", lead)):
        return True
    if _matches("possible", lead) or any(_matches("condition", part) for part in (lead, before)):
        return True
    end = attribution.content[-1].end
    return "?" in text[end : end + 2] and _ASKING.search(f"{before} ") is not None


def _negated(text: str, attribution: Attribution, lead: str) -> Frame:
    """Return how the content of a negated cue stands."""
    opens = lead.lower().startswith(("nor ", "neither "))
    if attribution.cue_kind in REFUSING or opens or not _follows_source(attribution):
        return NOT_SAID
    if listed("finding").isdisjoint(lemmas_of(lead)):
        return NOT_SAID
    cue = attribution.cue[0].start
    source = max(span.end for span in attribution.source if span.end <= cue)
    start = text.rfind(lead.split(None, 1)[0], source, cue + 1)
    return _framed(text, attribution, start if start >= 0 else cue, "negated")


def _framed(text: str, attribution: Attribution, start: int, sense: Sense) -> Frame:
    """Return a content with the words before it, if they are its own and stand close by."""
    content = attribution.content[0].start
    cue = max(span.end for span in attribution.cue if span.end <= content)
    short = len(WORD.findall(text, start, content)) <= LONGEST
    if not short or content - cue > GAP or "\n" in text[start:content]:
        return NOT_SAID
    return Frame(sense, start)


def with_frame(content: tuple[Span, ...], frame: Frame) -> tuple[Span, ...]:
    """Return what a source says with the words that frame it."""
    if frame.sense not in FRAMED:
        return content
    if frame.end:
        return (Span(start=frame.start, end=frame.end),)
    if frame.start == content[0].start:
        return (Span(start=frame.start, end=content[-1].end),)
    return (Span(start=frame.start, end=content[0].end), *content[1:])
