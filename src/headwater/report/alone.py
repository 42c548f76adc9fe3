"""Words that a reader can understand without the text around them."""

import re
from typing import Final

from headwater.lexicon.load import load_entries
from headwater.lexicon.tables import pointing_words
from headwater.lexicon.verbs import may_be_finite
from headwater.model.mention import Mention
from headwater.report.lookup import Lookup
from headwater.text.opening import opening_word

WORDS: Final = 4  # words below which a statement says too little: "the deliveries"
ECHOED: Final = frozenset({"this", "that", "these", "those", "here", "there", "such", "so"})
HANGING: Final = frozenset({"not", "and", "or", "but", "to", "than", "which", "who"})
WORD: Final = re.compile(r"[^\W\d_]+")


def stands_alone(mention: Mention) -> bool:
    """Tell whether a mention's words say of themselves whom they are about."""
    points = opening_word(mention.text) in pointing_words() | ECHOED
    return bool(mention.reading) or (not points and len(mention.text.split()) > 1)


def is_bare(text: str) -> bool:
    """Tell whether words state nothing by themselves: too few of them, no verb, or no subject."""
    words = WORD.findall(text)
    if len(words) < WORDS or words[0] in HANGING:
        return True
    return may_be_finite(words[0]) or not any(may_be_finite(word) for word in words)


def gives_no_answer(text: str) -> bool:
    """Tell whether words only say that somebody did not answer."""
    return any(entry.compiled().search(text) for entry in load_entries("silence"))


def in_context(lookup: Lookup, mention: Mention) -> str:
    """Return the sentence around words that state nothing alone, or that are denied; else nothing.

    What is denied reads as if it were said: only the sentence around it tells who denies it.
    """
    document = lookup.documents.get(mention.document)
    denied = mention.modality == "denied" and mention.stance_cue
    if document is None or not (denied or is_bare(mention.reading or mention.text)):
        return ""
    sentence = " ".join(mention.sentence.cut(document.text).split())
    return sentence if len(sentence) > len(mention.text) else ""
