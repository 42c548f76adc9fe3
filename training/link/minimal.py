"""Invented statements, and changes of one thing in each: training pairs that similarity cannot tell apart.

Nothing here stands in the contrast set that is shipped for testing: bases and frames are others.
"""

import random
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from training.link.sources import Example


class Frame(NamedTuple):
    """A verb with what it takes: past, base, participle, -ing, equal wordings, opposites, objects."""

    past: str
    base: str
    participle: str
    ing: str
    equal: tuple[str, ...]
    opposite: tuple[str, ...]
    objects: tuple[tuple[str, ...], ...]


AGENTS: Final = (
    ("France", "Paris", "The French government"), ("Russia", "Moscow", "The Kremlin"), ("China", "Beijing", "The Chinese government"),
    ("Iran", "Tehran", "The Iranian government"), ("Turkey", "Ankara", "The Turkish government"), ("the United States", "Washington", "The U.S. government"),
    ("the central bank", "the country's central bank"), ("the city council", "the municipal council"), ("the defence ministry", "the ministry of defence"),
    ("the rebels", "the insurgents"), ("the governor", "Governor Ellen Marsh"), ("the oil company", "the petroleum firm"), ("the police", "police officers"),
    ("the union", "the trade union"), ("the airline", "the carrier"), ("Senator Doyle", "the senator"), ("the court", "the judges"), ("the opposition", "the opposition party"),
    ("Japan", "Tokyo", "The Japanese government"), ("Israel", "the Israeli government"), ("Poland", "Warsaw", "the Polish government"), ("the regulator", "the watchdog"),
    ("the hospital", "the clinic"), ("the prime minister", "the premier"), ("North Korea", "Pyongyang"), ("the health ministry", "the ministry of health"),
)  # fmt: skip
FRAMES: Final = (
    Frame("approved", "approve", "approved", "approving", ("gave its approval to", "signed off on", "authorised"), ("rejected", "turned down"),
          (("a loan of ${n} million for the port", "a ${n}m port loan"), ("the sale of {n} helicopters", "a deal to sell {n} helicopters"), ("the budget", "the spending plan"))),
    Frame("sent", "send", "sent", "sending", ("delivered", "shipped", "supplied"), ("withheld",),
          (("{n} tanks to Egypt", "Egypt {n} tanks"), ("{n} tons of wheat to Sudan", "{n} tonnes of grain to Sudan"), ("ammunition to the rebels", "munitions to the insurgents"))),
    Frame("bought", "buy", "bought", "buying", ("purchased", "acquired"), ("sold",),
          (("{n} drones from Israel", "{n} unmanned aircraft from Israel"), ("{n} percent of the shares", "a {n}% stake"), ("crude oil from Iraq", "Iraqi crude"))),
    Frame("raised", "raise", "raised", "raising", ("increased", "lifted"), ("lowered", "cut", "reduced"),
          (("interest rates by {n} percent", "rates by {n}%"), ("its forecast for growth", "its growth forecast"), ("ticket prices by {n} euros", "fares by {n} euros"))),
    Frame("arrested", "arrest", "arrested", "arresting", ("detained", "took into custody"), ("released", "freed"),
          (("{n} protesters in the capital", "{n} demonstrators in the capital"), ("the former mayor", "the ex-mayor"), ("{n} suspected smugglers", "{n} people suspected of smuggling"))),
    Frame("killed", "kill", "killed", "killing", ("shot dead", "left dead"), ("saved", "rescued"),
          (("{n} soldiers near the border", "{n} troops close to the frontier"), ("at least {n} civilians", "{n} or more civilians"))),
    Frame("banned", "ban", "banned", "banning", ("outlawed", "prohibited"), ("allowed", "legalised"),
          (("imports of scrap metal", "scrap metal imports"), ("{n} foreign broadcasters", "{n} broadcasters from abroad"), ("the march", "the demonstration"))),
    Frame("closed", "close", "closed", "closing", ("shut", "shut down"), ("opened", "reopened"),
          (("{n} border crossings", "{n} crossing points at the frontier"), ("{n} factories in the north", "{n} plants in the north"), ("its embassy in Cairo", "its Cairo embassy"))),
    Frame("won", "win", "won", "winning", ("secured", "took"), ("lost",),
          (("{n} seats in the vote", "{n} seats in the election"), ("a contract worth ${n} million", "a ${n}m contract"), ("the appeal", "its appeal"))),
    Frame("accused", "accuse", "accused", "accusing", ("blamed",), ("cleared", "exonerated"),
          (("a rival of stealing {n} files", "a competitor of the theft of {n} files"), ("its neighbour of spying", "its neighbour of espionage"))),
    Frame("fired", "fire", "fired", "firing", ("dismissed", "sacked"), ("hired", "appointed"),
          (("{n} inspectors", "{n} of its inspectors"), ("the chief of staff", "the staff chief"), ("{n} teachers", "{n} schoolteachers"))),
    Frame("paid", "pay", "paid", "paying", ("handed over", "spent"), ("received",),
          (("${n} million in damages", "damages of ${n} million"), ("a fine of {n} euros", "a {n}-euro fine"), ("{n} dollars for the files", "${n} for the documents"))),
    Frame("attacked", "attack", "attacked", "attacking", ("struck", "hit"), ("defended", "protected"),
          (("{n} villages in the east", "{n} eastern villages"), ("the power station", "the power plant"), ("an air base", "an airbase"))),
    Frame("lost", "lose", "lost", "losing", ("forfeited",), ("gained",),
          (("{n} percent of its market", "{n}% of its market"), ("${n} million last year", "${n}m last year"), ("{n} aircraft in the fighting", "{n} planes in the fighting"))),
    Frame("signed", "sign", "signed", "signing", ("concluded", "entered into"), ("cancelled", "scrapped"),
          (("a treaty with Vietnam", "a pact with Vietnam"), ("{n} trade agreements", "{n} trade deals"))),
    Frame("withdrew", "withdraw", "withdrawn", "withdrawing", ("pulled out", "removed"), ("deployed",),
          (("{n} troops from the valley", "{n} soldiers from the valley"), ("its ambassador", "its envoy"), ("the bill", "the draft law"))),
    Frame("found", "find", "found", "finding", ("discovered", "uncovered"), ("missed",),
          (("{n} bodies in the mine", "the bodies of {n} people in the mine"), ("traces of poison", "signs of poison"), ("{n} weapons in the house", "{n} arms in the home"))),
    Frame("supported", "support", "supported", "supporting", ("backed", "endorsed"), ("opposed",),
          (("the peace plan", "the plan for peace"), ("sanctions on Belarus", "Belarus sanctions"), ("a ban on {n} chemicals", "the prohibition of {n} chemicals"))),
)  # fmt: skip
YEARS: Final = tuple(str(year) for year in range(2009, 2024))
HEDGES: Final = ("reportedly {0}", "has likely {p}", "allegedly {0}", "apparently {0}")
PLANS: Final = (
    "plans to {b}",
    "will {b}",
    "is considering {i}",
    "promised to {b}",
    "threatened to {b}",
    "was asked to {b}",
    "has been urged to {b}",
)
NOT: Final = ("did not {b}", "never {0}", "has not {p}", "failed to {b}", "refused to {b}")
DENY: Final = ("denied {i}", "rejected accusations of {i}", "dismissed as false that it had {p}")
DIFFERENT: Final = ("against", "updates", "other")


class _Base(NamedTuple):
    agent: tuple[str, ...]
    frame: Frame
    object: tuple[str, ...]
    number: int
    year: str


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _say(base: _Base, rng: random.Random, *, verb: str | None = None, wording: int = 0) -> str:
    """Return a sentence of the base, with another verb phrase or wording if asked."""
    agent = rng.choice(base.agent) if wording else base.agent[0]
    thing = base.object[min(wording, len(base.object) - 1)].format(n=base.number)
    past = verb or (
        rng.choice((base.frame.past, *base.frame.equal)) if wording else base.frame.past
    )
    if base.year and rng.random() < 0.5:  # noqa: PLR2004
        return f"In {base.year}, {agent} {past} {thing}"
    return _capital(f"{agent} {past} {thing}{f' in {base.year}' if base.year else ''}")


def _form(pattern: str, frame: Frame) -> str:
    return pattern.format(frame.past, b=frame.base, p=frame.participle, i=frame.ing)


def _passive(base: _Base, rng: random.Random) -> str:
    thing = base.object[0].format(n=base.number)
    many = thing[:1].isdigit() or thing.split()[0].endswith("s") and not thing.startswith("its")
    year = f" in {base.year}" if base.year else ""
    return _capital(
        f"{thing} {'were' if many else 'was'} {base.frame.participle} by {rng.choice(base.agent)}{year}"
    )


def _other(rng: random.Random, base: _Base) -> tuple[str, tuple[str, ...]]:
    """Return the base with one thing changed, and the labels that allows."""
    frame = base.frame
    kind = rng.choice(
        ("not", "deny", "opposite", "number", "year", "agent", "plan", "not", "number", "opposite")
    )
    wording = int(rng.random() < 0.4)  # noqa: PLR2004
    if kind == "not":
        return _say(base, rng, verb=_form(rng.choice(NOT), frame), wording=wording), ("against",)
    if kind == "deny":
        return _say(base, rng, verb=_form(rng.choice(DENY), frame), wording=wording), ("against",)
    if kind == "opposite":
        return _say(base, rng, verb=rng.choice(frame.opposite), wording=wording), (
            "against",
            "other",
        )
    if kind == "number" and "{n}" in base.object[0]:
        value = rng.choice(
            (
                base.number * 2,
                base.number + rng.randint(3, 9),
                max(2, base.number // 2),
                base.number * 10,
            )
        )
        return _say(base._replace(number=value), rng, wording=wording), DIFFERENT
    if kind == "year" and base.year:
        return _say(
            base._replace(year=rng.choice([y for y in YEARS if y != base.year])),
            rng,
            wording=wording,
        ), DIFFERENT
    if kind == "agent":
        return _say(
            base._replace(agent=rng.choice([a for a in AGENTS if a != base.agent])),
            rng,
            wording=wording,
        ), ("against", "other")
    return _say(base, rng, verb=_form(rng.choice(PLANS), frame), wording=wording), DIFFERENT


def make_examples(total: int, seed: int = 11) -> Iterator[Example]:
    """Yield invented pairs, the same and changed ones, in a fixed order."""
    rng = random.Random(seed)  # noqa: S311
    row: dict[str, Any] = {}
    for _ in range(total):
        frame = rng.choice(FRAMES)
        base = _Base(
            rng.choice(AGENTS),
            frame,
            rng.choice(frame.objects),
            rng.choice((4, 7, 12, 18, 25, 40, 60, 150, 300)),
            rng.choice(("", *YEARS)) if rng.random() < 0.6 else "",
        )  # noqa: PLR2004
        first = _say(base, rng)
        draw = rng.random()
        if draw < 0.3:  # noqa: PLR2004
            second, allowed = (
                (_passive(base, rng), ("same",))
                if rng.random() < 0.4
                else (_say(base, rng, wording=1), ("same",))
            )  # noqa: PLR2004
        elif draw < 0.37:  # noqa: PLR2004
            second, allowed = _say(base, rng, verb=_form(rng.choice(HEDGES), frame)), ("same",)
        elif draw < 0.45 and base.year:  # noqa: PLR2004
            second, allowed = _say(base._replace(year=""), rng, wording=1), ("entails_ab",)
        else:
            second, allowed = _other(rng, base)
        yield Example(first, second, tuple(allowed), "minimal", row)
