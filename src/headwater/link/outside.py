"""What the words before a statement in its sentence do to it: they negate it, suppose it or ask."""

import re
from typing import Final

from headwater.link.prepare import Held
from headwater.link.turns import find_turns, is_question
from headwater.link.wording import has_kind
from headwater.link.words import tokens_of

TURNING: Final = frozenset({"negators", "negating_phrases", "blockers"})
OPENING: Final = re.compile(
    r"[,;:!?—–]\s|(?<!\b[A-Z])\.\s|\s(?:but|although|though|because|while|which|and|as)\s"
)  # where the clause begins that leads to a statement
LINKING: Final = re.compile(r"(?:[\s,]+(?:that|the|an?|of|to|for))*[\s\"“‘'(]*$")
SUPPOSING: Final = re.compile(r"\b(?:if|unless|whether|were)\b(?:\s\w+){0,3}\s*$", re.IGNORECASE)


def lead_of(held: Held) -> str:
    """Return the words of the clause that leads to a statement, empty if it opens its sentence."""
    mention = held.mention
    before = held.sentence[: max(0, mention.spans[0].start - mention.sentence.start)]
    return OPENING.split(LINKING.sub("", before))[-1].strip()


def is_turned_outside(held: Held) -> bool:
    """Tell whether a statement was cut from words that negate or suppose it.

    "Did not find that X", "no one can claim that X", "if X" do not state X. Who did not know or
    say that X grants it; who denies X is no concern of this.
    """
    lead = lead_of(held)
    if not lead or held.statement.denial:
        return False
    if SUPPOSING.search(lead) is not None:
        return True
    turned = any(turn.kind in TURNING for turn in find_turns(lead, tokens_of(lead)))
    return turned and not has_kind(lead, "granted")


def asks(held: Held) -> bool:
    """Tell whether a statement asks, or stands in a question."""
    text = held.statement.meaning.text
    return is_question(text) or held.sentence.rstrip(" \"”’')").endswith("?")
