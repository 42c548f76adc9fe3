"""What is said in the invented case, in words; `sample` finds the offsets."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from headwater.model.assessment import Status
from headwater.model.attribution import CueKind, SourceKind, Veil
from headwater.model.claim import RelationKind, StanceKind
from headwater.model.mention import Modality, Polarity
from headwater.model.parse import Comparator, Measure
from headwater.model.trace import TieKind

MASTHEADS: dict[str, tuple[str, str | None, str]] = {
    "courier.txt": ("Harbour Courier", "Northline", "2031-04-03"),
    "lagoonwatch.html": ("Lagoon Watch", None, "2031-04-09"),
    "meridian.txt": ("The Meridian Post", None, "2031-04-07"),
    "northline.txt": ("Northline", None, "2031-04-03"),
    "quay.txt": ("The Quay", None, "2031-04-05"),
    "statement.txt": ("Veldt Works", None, "2031-04-04"),
}
FOLDER = Path(__file__).parent / "marrow_bay"


@dataclass
class Said:
    """One statement of the sample, in words; offsets are found from them."""

    key: str
    claim: str
    doc: str
    words: str | Sequence[str]
    links: Sequence[tuple[str, str, str, SourceKind, CueKind]] = ()
    hops: Sequence[tuple[str, str]] = ()
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    stance: StanceKind = "asserts"
    amounts: Sequence[tuple[str, float, str, Comparator, Measure]] = ()
    times: Sequence[tuple[str, str, str]] = ()
    stated: str | None = None
    veil: Veil | None = None


NORTHLINE_OFFICIALS = "two harbour officials"
SAID: tuple[Said, ...] = (
    Said(
        "c-spill",
        "spill",
        "courier.txt",
        "The Veldt Works released 14 tonnes of copper sulphate into Marrow Bay in March",
        [("two harbour officials", "told", "two harbour officials", "anonymous", "told")],
        amounts=[("14 tonnes", 14, "t", "=", "level")],
        times=[("in March", "2031-03-01", "2031-03-31")],
        veil=Veil(
            role="officials", number=2, plural=True, body="harbour authority", medium="Northline"
        ),
    ),
    Said(
        "c-deny",
        "outlets-shut",
        "courier.txt",
        "None of our outlets was opened in March",
        [("works spokeswoman Ilse Varga", "said", "Ilse Varga", "person", "says")],
        polarity="negative",
        stated="2031-04-03",
    ),
    Said(
        "c-beds",
        "beds",
        "courier.txt",
        "Shellfish beds north of the mole have been closed since 21 March",
    ),
    Said(
        "l-spill",
        "spill",
        "lagoonwatch.html",
        "the works dumped fourteen tonnes of copper sulphate in the bay",
        [("The Quay", "has reported", "The Quay", "media_outlet", "says")],
        hops=[("Northline", "quay.txt"), ("harbour officials", "quay.txt")],
        amounts=[("fourteen tonnes", 14, "t", "=", "level")],
    ),
    Said(
        "l-orders",
        "orders",
        "lagoonwatch.html",
        "the outlets were opened on orders from the ministry",
        [("", "It is rumoured that", "unattributed", "unattributed", "rumoured")],
        modality="alleged",
        stance="reports",
    ),
    Said(
        "l-calls",
        "calls",
        "lagoonwatch.html",
        "31 tankers called at the works in March",
        [("The harbour master's logs", "show", "harbour master's logs", "dataset", "shows")],
        amounts=[("31 tankers", 31, "count", "=", "count")],
    ),
    Said(
        "m-spill",
        "spill",
        "meridian.txt",
        "about 14 tonnes of copper sulphate reached Marrow Bay between 2 and 30 March",
        [
            (
                "A report by the Institute of Coastal Studies",
                "says",
                "report by the Institute of Coastal Studies",
                "report",
                "says",
            ),
            ("the harbour master's logs", "citing", "harbour master's logs", "dataset", "cites"),
        ],
        amounts=[("about 14 tonnes", 14, "t", "~", "level")],
        times=[("between 2 and 30 March", "2031-03-02", "2031-03-30")],
    ),
    Said(
        "m-deny",
        "nothing-released",
        "meridian.txt",
        "Nothing of the kind was released",
        [("he", "said", "Tomas Reyl", "person", "denies")],
        polarity="negative",
        modality="denied",
        stance="denies",
        stated="2031-04-06",
    ),
    Said(
        "m-silent",
        "silence",
        "meridian.txt",
        "the ministry's own measurements",
        [("Reyl", "declined to comment", "Tomas Reyl", "person", "declines")],
        stated="2031-04-06",
    ),
    Said(
        "m-cost",
        "cost",
        "meridian.txt",
        "The closure of the shellfish beds has cost fishing families more than 2 million crowns",
        [("the institute", "estimates", "Institute of Coastal Studies", "organization", "says")],
        amounts=[("more than 2 million crowns", 2e6, "CRW", ">", "level")],
    ),
    Said(
        "n-spill",
        "spill",
        "northline.txt",
        "The Veldt Works released 14 tonnes of copper sulphate into Marrow Bay in March",
        [("two harbour officials", "told", "two harbour officials", "anonymous", "told")],
        amounts=[("14 tonnes", 14, "t", "=", "level")],
        times=[("in March", "2031-03-01", "2031-03-31")],
        veil=Veil(
            role="officials", number=2, plural=True, body="harbour authority", medium="Northline"
        ),
    ),
    Said(
        "n-deny",
        "outlets-shut",
        "northline.txt",
        "None of our outlets was opened in March",
        [("works spokeswoman Ilse Varga", "said", "Ilse Varga", "person", "says")],
        polarity="negative",
        stated="2031-04-03",
    ),
    Said(
        "n-beds",
        "beds",
        "northline.txt",
        "Shellfish beds north of the mole have been closed since 21 March",
    ),
    Said(
        "q-spill",
        "spill",
        "quay.txt",
        "The Veldt Works let 14 tonnes of copper sulphate into the bay",
        [
            ("Northline", "reported", "Northline", "media_outlet", "says"),
            ("harbour officials", "citing", "harbour officials", "anonymous", "cites"),
        ],
        amounts=[("14 tonnes", 14, "t", "=", "level")],
    ),
    Said(
        "q-more",
        "twenty",
        "quay.txt",
        "the amount was nearly 20 tonnes",
        [
            ("Fishers' union leader Dana Osk", "said", "Dana Osk", "person", "says"),
            ("laboratory tests", "pointing to", "laboratory tests", "report", "cites"),
        ],
        amounts=[("nearly 20 tonnes", 20, "t", "~", "level")],
    ),
    Said(
        "q-cost",
        "cost-five",
        "quay.txt",
        "We have lost 5 million crowns so far",
        [("she", "said", "Dana Osk", "person", "says")],
        amounts=[("5 million crowns", 5e6, "CRW", "=", "level")],
    ),
    Said(
        "q-close",
        "close-outlet",
        "quay.txt",
        "The works may have to close its northern outlet",
        [
            (
                "people familiar with the matter",
                "according to",
                "people familiar with the matter",
                "anonymous",
                "according",
            )
        ],
        modality="possible",
        stance="hedges",
        veil=Veil(role="people familiar with the matter", plural=True),
    ),
    Said(
        "s-none",
        "no-spill",
        "statement.txt",
        "The Veldt Works did not release any copper sulphate into Marrow Bay",
        polarity="negative",
    ),
    Said(
        "s-sealed",
        "outlets-shut",
        "statement.txt",
        "All outlets were sealed during the whole of March",
    ),
    Said(
        "s-publish",
        "publish",
        "statement.txt",
        "We will publish our own measurements next week",
        modality="planned",
    ),
)

BEST = {"spill": "n-spill", "outlets-shut": "n-deny", "beds": "n-beds"}
LOW_HIGH = {"spill": (1, 2), "outlets-shut": (1, 1), "beds": (1, 1)}
STATUS: dict[str, Status] = {
    "spill": "disputed",
    "outlets-shut": "disputed",
    "beds": "single origin",
    "orders": "unsourced",
}
RELATIONS: tuple[tuple[RelationKind, str, str, str], ...] = (
    ("denies", "no-spill", "spill", "the works speaks of the same release and rejects it"),
    (
        "denies",
        "nothing-released",
        "spill",
        "the minister rejects the figure that the sentence before gives",
    ),
    (
        "contradicts",
        "spill",
        "outlets-shut",
        "nothing can be released through outlets that are shut",
    ),
    ("contradicts", "twenty", "spill", "14 tonnes and nearly 20 tonnes for one release"),
    ("updates", "cost-five", "cost", "5 million crowns, later, after more than 2 million"),
    ("supports", "calls", "spill", "the logs are given as what the amount was read from"),
)
TIES: tuple[tuple[str, str, TieKind, str, str | None], ...] = (
    (
        "two harbour officials",
        "harbour officials",
        "same",
        "the report names Northline's officials as whom it quotes",
        "q-spill",
    ),
    (
        "two harbour officials",
        "harbour master's logs",
        "maybe",
        "the officials may have read the amount from their own logs",
        "m-spill",
    ),
    (
        "harbour officials",
        "harbour master's logs",
        "maybe",
        "the officials may have read the amount from their own logs",
        "m-spill",
    ),
)
