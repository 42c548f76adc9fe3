"""One place where one proposition is stated."""

from typing import Literal

from headwater.model.base import Record
from headwater.model.parse import Amount, Time
from headwater.model.reason import Reason
from headwater.model.span import Span

Modality = Literal["asserted", "probable", "possible", "denied", "alleged", "planned"]
Polarity = Literal["positive", "negative"]
MentionKind = Literal["fact", "position", "opinion", "meta"]


class Mention(Record, frozen=True, kw_only=True):
    """A statement of one proposition in one document.

    Attributes:
        spans: The words of this proposition, in text order (shared verb + own list item).
        statement: The whole statement that it was split from; equal to `spans` if not split.
        text: The words of `spans`, joined with single spaces; "text" never adds a word.
        reading: The same with pronouns and a left-out subject replaced by the names they stand
            for, to be read alone or compared; never shown as the text's own words. Empty where
            `text` needs nothing added, or where the text does not tell who is meant.
        sentence: The sentence in which it begins.
        attribution: Id of the innermost attribution whose content it is; None for own voice.
        chain: Ids of attributions from the outermost inward; empty for the outlet's own voice.
        evidence: Words that hedge, negate or otherwise decide modality and polarity.
        amounts: Quantities inside `spans`, as the parse gave them.
        times: Times inside `spans` or its sentence that date the proposition.
        stated: ISO day of the speech act (the document's date if nothing else is known).
        stance_cue: True if polarity or modality came from the cue (denied), not the content.
        fragment: True if its words claim nothing by themselves (a question, a bare phrase): it
            makes no claim with other words.
        corrected: What a person set, such as `polarity` or `quantity`, sorted.
    """

    id: str
    document: str
    spans: tuple[Span, ...]
    statement: tuple[Span, ...]
    text: str
    reading: str = ""
    sentence: Span
    attribution: str | None = None
    chain: tuple[str, ...] = ()
    kind: MentionKind = "fact"
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    evidence: tuple[Span, ...] = ()
    amounts: tuple[Amount, ...] = ()
    times: tuple[Time, ...] = ()
    stated: str | None = None
    stance_cue: bool = False
    fragment: bool = False
    headline: bool = False
    probability: float = 1.0
    corrected: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
