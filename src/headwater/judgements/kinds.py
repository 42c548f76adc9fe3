"""What can be decided: what each kind is about, and what it may say."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from headwater.model.attribution import CueKind
from headwater.model.judgement import Judgement, JudgementKind
from headwater.model.mention import Modality, Polarity

About = Literal["statement", "attribution", "source", "document", "any"]
LETTERS: Final = ("A", "B", "C", "D", "E", "F")  # Admiralty code, reliability of a source


class KindInfo(NamedTuple):
    """What people must know of a kind.

    Attributes:
        words: What is decided, as it goes on after "decided that".
        about: What its first anchors point at.
        anchors: How many it needs at least.
        values: What it may say; empty if it says nothing or anything.
        needs_value: True if it says nothing without a value.
        topic: Kinds of one topic can speak against each other.
        stage: The first stage that obeys it; everything after it may change.
    """

    words: str
    about: About
    anchors: int = 1
    values: tuple[str, ...] = ()
    needs_value: bool = False
    topic: str = ""
    stage: str = "report"


KINDS: Final[Mapping[JudgementKind, KindInfo]] = {
    "same_claim": KindInfo("these state one claim", "statement", 2, topic="claim", stage="link"),
    "different_claim": KindInfo(
        "these are different claims", "statement", 2, topic="claim", stage="link"
    ),
    "contradicts": KindInfo(
        "these contradict each other", "statement", 2, topic="claim", stage="link"
    ),
    "not_a_claim": KindInfo("this is not a claim", "statement", topic="is", stage="link"),
    "own_claim": KindInfo("this is a claim", "statement", topic="is", stage="extract"),
    "same_source": KindInfo("these are one source", "source", 2, topic="source", stage="resolve"),
    "different_source": KindInfo(
        "these are different sources", "source", 2, topic="source", stage="resolve"
    ),
    "source_is": KindInfo(
        "who says this", "attribution", needs_value=True, topic="source_is", stage="attribute"
    ),
    "cue_is": KindInfo(
        "which words mark it as said", "attribution", 2, get_args(CueKind), topic="cue_is",
        stage="attribute",
    ),
    "content_is": KindInfo(
        "what is said", "attribution", 2, topic="content_is", stage="attribute"
    ),
    "chain_is": KindInfo(
        "through whom it comes", "statement", needs_value=True, topic="chain_is", stage="attribute"
    ),
    "polarity": KindInfo(
        "whether it affirms", "statement", values=get_args(Polarity), needs_value=True,
        topic="polarity", stage="extract",
    ),
    "modality": KindInfo(
        "how firmly it is stated", "statement", values=get_args(Modality), needs_value=True,
        topic="modality", stage="extract",
    ),
    "quantity": KindInfo(
        "which figure it gives", "statement", needs_value=True, topic="quantity", stage="extract"
    ),
    "same_origin": KindInfo("these are one origin", "source", 2, topic="origin", stage="trace"),
    "different_origin": KindInfo(
        "these are different origins", "source", 2, topic="origin", stage="trace"
    ),
    "rests_on": KindInfo("the first rests on the second", "source", 2, topic="rests_on",
                         stage="trace"),
    "reliability": KindInfo(
        "how reliable this source is", "source", values=LETTERS, needs_value=True,
        topic="reliability", stage="resolve",
    ),
    "outlet_is": KindInfo(
        "who published it", "document", needs_value=True, topic="outlet", stage="ingest"
    ),
    "published_is": KindInfo(
        "when it was published", "document", needs_value=True, topic="published", stage="ingest"
    ),
    "title_is": KindInfo(
        "its headline", "document", needs_value=True, topic="title", stage="ingest"
    ),
    "url_is": KindInfo("its address", "document", needs_value=True, topic="url", stage="ingest"),
    "note": KindInfo("a note", "any"),
}  # fmt: skip

# What is decided about a document as a whole, by the field of the document that says it.
MASTHEAD: Final[Mapping[str, JudgementKind]] = {
    "outlet": "outlet_is", "published": "published_is", "title": "title_is", "url": "url_is",
}  # fmt: skip

_QUANTITY: Final = re.compile(
    r"\s*(?P<comparator>>=|<=|[=~<>])?\s*(?P<value>-?\d[\d,_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)"
    r"(?:\s*\.\.\s*(?P<high>-?\d[\d,_]*(?:\.\d+)?(?:[eE][+-]?\d+)?))?\s*(?P<unit>[%\w/$€£]*)\s*"
)


class Quantity(NamedTuple):
    """A figure as a person writes it: `~ 40 percent`, `3..5 t`, `1.5e9 USD`."""

    comparator: str
    value: float
    high: float | None
    unit: str


def read_quantity(text: str) -> Quantity | None:
    """Return the figure that a text gives, None if it gives none."""
    match = _QUANTITY.fullmatch(text)
    if match is None:
        return None
    low, high = (
        None if words is None else float(words.replace(",", "").replace("_", ""))
        for words in (match["value"], match["high"])
    )
    if low is None or (high is not None and high < low):
        return None
    unit = {"%": "percent", "": "count"}.get(match["unit"], match["unit"])
    return Quantity(match["comparator"] or "=", low, high, unit)


def read_chain(text: str) -> tuple[str, ...]:
    """Return the sources of a chain, outermost first: `Reuters > U.S. officials`."""
    names = (" ".join(name.split()) for name in re.split(r"\s*(?:>|→)\s*", text))
    return tuple(name for name in names if name)


def fault_of(judgement: Judgement) -> str | None:
    """Return what a judgement lacks to be understood, None if nothing."""
    if judgement.kind is None:
        return None if judgement.undoes else "it decides nothing"
    info = KINDS[judgement.kind]
    value = judgement.value
    if len(judgement.about) < info.anchors and judgement.kind != "note":
        things = "places or names" if info.about == "source" else "places"
        return f"{judgement.kind} needs {info.anchors} {things}, not {len(judgement.about)}"
    if info.needs_value and value is None:
        return f"{judgement.kind} needs a value" + (
            f": {', '.join(info.values)}" if info.values else ""
        )
    if info.values and value is not None and value not in info.values:
        return f"{judgement.kind} cannot be {value!r}; it is one of {', '.join(info.values)}"
    return _fault_in(judgement.kind, value)


def _fault_in(kind: JudgementKind, value: str | None) -> str | None:
    """Return why a value of its own form cannot be understood, None if it can."""
    if kind == "quantity" and value and read_quantity(value) is None:
        return f"{value!r} is no figure; write it like “~ 40 percent” or “3..5 t”"
    if kind == "published_is" and not is_day(value or ""):
        return f"{value!r} is no day; write it as 2031-05-17"
    if kind in MASTHEAD.values() and not (value or "").strip():
        return f"{kind} needs some words"
    return None


def is_day(text: str) -> bool:
    """Tell whether a text is a day as records hold it: YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
