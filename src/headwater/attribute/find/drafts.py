"""An attribution in the making."""

from typing import Final, NamedTuple

from headwater.model.attribution import CueKind

SURE: Final = 0.9  # share of right contents of quotations with a speaker, on PolNeAR train
LIKELY: Final = 0.7  # the same for that-clauses, bare clauses and "according to"
FAIR: Final = 0.6  # the same for a preposition that the verb asks for ("warned of")
WEAK: Final = 0.45  # the same for objects, infinitives, nouns and hearsay


class Found(NamedTuple):
    """A stretch of words `first..last`, the last excluded."""

    first: int
    last: int


class Draft(NamedTuple):
    """An attribution in the making; all places are ranges of words.

    Attributes:
        source: None where the text leaves it out.
        cue: None where only format marks the attribution.
        rule: Name of the rule that found it.
        weight: How sure the rule is, 0..1.
        addressee: Who is spoken to ("told reporters").
        carried: True if the source stands elsewhere in the sentence, not at this cue.
        shares: How sure the model is of source, cue and content, in words; empty for rules.
    """

    source: Found | None
    cue: Found | None
    contents: tuple[Found, ...]
    kind: CueKind
    rule: str
    weight: float
    addressee: Found | None = None
    carried: bool = False
    shares: str = ""

    @property
    def place(self) -> int:
        """Return the first word of all that it covers."""
        parts = (self.source, self.cue, *self.contents)
        return min(part.first for part in parts if part is not None)
