"""Find who speaks in a headline: "Minister: Talks have failed", "Talks have failed: report"."""

from typing import Final

from headwater.attribute.find.classes import DETERMINERS, PREPOSITIONS, QUOTE_MARKS
from headwater.attribute.find.contents import has_finite_verb, trim_right
from headwater.attribute.find.drafts import LIKELY, WEAK, Draft, Found
from headwater.attribute.find.nouns import nouns_for
from headwater.attribute.find.words import Words
from headwater.lexicon.parties import find_outlet

HEADLINE_SOURCE: Final = 6  # words before the colon of a headline; longer ones are sentences
CLOSING: Final = 4  # words behind the last colon that can name who says so ("a senior aide")
ASKING: Final = frozenset("what who which where when why how".split())
TOLD: Final = 2  # finite verbs of a sentence that begins with such a word and tells something
LEAST: Final = 3  # words; less before ": report" is no content


def find_headline(words: Words, first: int, last: int) -> Draft | None:
    """Return the attribution of a headline "Minister: Talks have failed", or None."""
    for index in range(first + 1, min(last - 1, first + HEADLINE_SOURCE + 1)):
        if words.raw[index] == ":" and words.ends[index] < words.starts[index + 1]:
            named = all(
                words.is_capital(i)
                or not words.is_word(i)
                or words.lower[i] in PREPOSITIONS | DETERMINERS
                for i in range(first, index)
            )
            start = index + 1
            end = trim_right(words, start, last) if words.raw[last - 1] not in QUOTE_MARKS else last
            topic = is_topic(words, first, index) or is_question(words, start, end)
            if named and end > start and words.is_capital(first) and not topic:
                rumour = words.lower[index - 1] in nouns_for("things", "rumours")
                return Draft(
                    Found(first, index),
                    Found(index, index + 1),
                    (Found(start, end),),
                    "rumoured" if rumour else "says",
                    "closing.v1" if rumour else "headline.v1",
                    LIKELY if rumour else WEAK,
                )
    return None


def is_topic(words: Words, first: int, last: int) -> bool:
    """Tell whether a label says what a text is or is about, not who speaks ("Flood news").

    Args:
        words: The document.
        first: The label's first word.
        last: The word behind its last, a colon.
    """
    lower = words.lower[first:last]
    if is_label(words.words(first, last)):
        return True
    head = next((i for i, word in enumerate(lower) if word in PREPOSITIONS), len(lower))
    return bool(lower[:head]) and lower[head - 1] in nouns_for("things", "topics")


def is_label(text: str) -> bool:
    """Tell whether words before a colon are a label of the page, no speaker ("Fact check")."""
    return text.lower().replace("’", "'") in nouns_for("things", "page_labels")


def is_question(words: Words, first: int, last: int) -> bool:
    """Tell whether what stands behind a label asks ("Borg Dam: What we know", "who will pay?").

    Nobody says it: it tells what the text answers. "What we need is peace" does not ask.
    """
    if "?" in words.raw[last - 1 : last + 1]:
        return True
    one = sum(words.is_finite_verb(i) for i in range(first, last)) < TOLD
    return one and words.lower[first] in ASKING and "," not in words.raw[first:last]


def find_headline_end(words: Words, first: int, last: int) -> Draft | None:
    """Return the attribution of a headline "Talks have failed: report", or None."""
    colon = next((i for i in range(last - 1, first, -1) if words.raw[i] == ":"), None)
    if colon is None or not 0 < last - colon - 1 <= CLOSING or colon - first < LEAST:
        return None
    if not words.ends[colon] < words.starts[colon + 1]:
        return None
    rumour = words.lower[last - 1] in nouns_for("things", "rumours")
    if not rumour and not _can_speak(words, colon + 1, last):
        return None
    return Draft(
        Found(colon + 1, last),
        Found(colon, colon + 1),
        (Found(first, colon),),
        "rumoured" if rumour else "says",
        "closing.v1",
        LIKELY,
    )


def _can_speak(words: Words, first: int, last: int) -> bool:
    """Tell whether words name an outlet, or people or papers that headlines cite."""
    if has_finite_verb(words, first, last) or not all(map(words.is_word, range(first, last))):
        return False
    if words.is_capital(first) and find_outlet(words.words(first, last)) is not None:
        return True
    return words.lower[last - 1] in nouns_for("things", "closing")
