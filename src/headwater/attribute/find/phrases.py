"""Find attributions without a verb of saying: "according to", nouns, hearsay, colons."""

import re
from typing import Final

from headwater.attribute.find.classes import (
    APOSTROPHES,
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    QUOTE_MARKS,
    STOPS,
)
from headwater.attribute.find.contents import (
    end_of_content,
    has_finite_verb,
    start_of_content,
    trim_right,
)
from headwater.attribute.find.drafts import FAIR, LIKELY, WEAK, Draft, Found
from headwater.attribute.find.headlines import is_label
from headwater.attribute.find.noun_phrases import noun_phrase_after, noun_phrase_before
from headwater.attribute.find.words import Words
from headwater.lexicon.cues import according_phrases, cue_nouns, hearsay, owned_nouns

HEADLINE_SOURCE: Final = 6  # words before the colon of a headline; longer ones are sentences
SPEAKER: Final = re.compile(r"[A-Z][A-Z.'’\- ]{1,40}$")
REPORTS: Final = frozenset({"reports", "rumors", "rumours"})
ALLEGING: Final = frozenset({"alleging", "claiming", "saying", "suggesting", "stating"})
BEING: Final = frozenset("is was has been were had".split())
HEARD: Final = frozenset({"claimed", "suggested"})
TAIL: Final = 7  # words from "claimed" to the end of "it was claimed in a report last night"
SHORT_LEAD: Final = 3  # words; a shorter clause before "according to" is no content


def find_phrases(words: Words, first: int, last: int, depth: int) -> tuple[Draft, ...]:
    """Return the attributions of a sentence that no verb marks, in text order."""
    found: list[Draft] = []
    for index in range(first, last):
        if words.depth[index] > depth:
            continue
        for draft in (
            _according(words, index, first, last),
            _noun(words, index, first, last, depth),
            _reports(words, index, first, last, depth),
            _hearsay_adverb(words, index, first, last),
            _hearsay_passive(words, index, first, last, depth),
            _hearsay_tail(words, index, first, last),
        ):
            if draft is not None:
                found.append(draft)
    return tuple(found)


def _according(words: Words, index: int, first: int, last: int) -> Draft | None:
    """Return the attribution of "according to X"."""
    for phrase in according_phrases():
        end = index + len(phrase)
        if tuple(words.lower[index:end]) == phrase and end < last:
            return _of_phrase(words, Found(index, end), first, last)
    return None


def _of_phrase(words: Words, cue: Found, first: int, last: int) -> Draft | None:
    """Return the attribution whose source follows a fixed phrase."""
    leading = cue.first == first or not any(words.is_word(i) for i in range(first, cue.first))
    alone = words.lower[cue.first] == "per"
    if alone and not leading and words.raw[cue.first - 1] != ",":
        return None
    source = noun_phrase_after(words, cue.last, last)
    if source is None or (
        alone
        and not words.is_capital(source.first)
        and words.lower[source.first] not in DETERMINERS | REPORTS
    ):
        return None
    contents: list[Found] = []
    opened = cue.first - 1
    inner = not leading and words.raw[opened] == ","
    if not leading:
        contents += _left_content(words, cue.first, first, 1 if inner else SHORT_LEAD)
    after = source.last
    if after < last and words.raw[after] == "," and (leading or inner) and after + 1 < last:
        start = after + 1
        if leading or has_finite_verb(words, start, last) and not _is_aside(words, start):
            end = end_of_content(words, start, last, words.depth[start])
            if end > start:
                contents.append(Found(start, end))
    if not contents:
        return None
    return Draft(source, cue, tuple(contents), "according", "phrases.v1", LIKELY)


def _is_aside(words: Words, start: int) -> bool:
    """Tell whether what follows a comma is a relative clause or an apposition of the source."""
    return words.lower[start] in {
        "which",
        "who",
        "whose",
        "a",
        "an",
        "where",
        "but",
        "and",
        "while",
    }


def _left_content(words: Words, end: int, first: int, least: int) -> list[Found]:
    """Return the clause before a phrase, if it is long enough to be a content."""
    start = start_of_content(words, end, first)
    stop = trim_right(words, start, end)
    for index in range(stop - 1, start, -1):
        if words.raw[index] == ";":
            start = index + 1
            break
    return [Found(start, stop)] if stop - start >= least else []


def _noun(words: Words, index: int, first: int, last: int, depth: int) -> Draft | None:
    """Return the attribution of "X's claim that ..." or "concerns about ... by X"."""
    word = words.lower[index]
    noun = cue_nouns().get(word) or owned_nouns().get(word)
    if noun is None or index + 2 >= last:
        return None
    following = words.lower[index + 1]
    if following not in {"that", "about"} and not (
        following == "to" and noun.kind in ("promises", "asks")
    ):
        return None
    owner = _owner(words, index, first)
    if owner is None and (following != "that" or word not in cue_nouns()):
        return None
    start = index + 2 if following == "about" else index + 1
    end = end_of_content(words, start, last, depth)
    if end <= start:
        return None
    return Draft(
        owner,
        Found(index, start if following == "about" else index + 1),
        (Found(start, end),),
        noun.kind,
        "nouns.v1",
        FAIR if owner is not None and following == "that" else WEAK,
    )


def _reports(words: Words, index: int, first: int, last: int, depth: int) -> Draft | None:
    """Return the attribution of "news reports that ...", "published reports alleging ..."."""
    if words.lower[index] not in REPORTS or index + 2 >= last:
        return None
    opener = words.lower[index + 1]
    if opener != "that" and opener not in ALLEGING:
        return None
    start = index + 1 + (opener != "that")
    source = noun_phrase_before(words, index + 1, first)
    end = end_of_content(words, start, last, depth)
    if source is None or not has_finite_verb(words, start + 1, last) or end <= start:
        return None
    cue = Found(index, index + 1) if opener == "that" else Found(index + 1, index + 2)
    return Draft(source, cue, (Found(start, end),), "says", "reports.v1", FAIR)


def _owner(words: Words, index: int, first: int) -> Found | None:
    """Return the possessor of a noun."""
    at = index - 1
    while at > first and (
        words.is_adverb(at)
        or words.lower[at] in {"own", "recent", "earlier", "repeated", "new", "latest", "public"}
    ):
        at -= 1
    if at < first:
        return None
    if words.lower[at] in POSSESSIVES:
        return Found(at, at + 1)
    if words.lower[at] == "s" and at - 1 > first and words.raw[at - 1] in APOSTROPHES:
        return noun_phrase_before(words, at - 1, first)
    if words.raw[at] in APOSTROPHES and at - 1 >= first and words.lower[at - 1].endswith("s"):
        return noun_phrase_before(words, at, first)
    return None


def _hearsay_adverb(words: Words, index: int, first: int, last: int) -> Draft | None:
    """Return the attribution of "reportedly"."""
    if words.lower[index] not in hearsay("adverbs"):
        return None
    start = start_of_content(words, last, first)
    clause = _clause_around(words, index, start, last)
    contents = [
        part
        for part in (Found(clause.first, index), Found(index + 1, clause.last))
        if part.last > part.first
    ]
    return Draft(None, Found(index, index + 1), tuple(contents), "rumoured", "hearsay.v1", WEAK)


def _clause_around(words: Words, index: int, first: int, last: int) -> Found:
    """Return the clause around a word, up to commas that part clauses."""
    start = index
    while start > first and words.raw[start - 1] not in {",", ";", ":"}:
        start -= 1
    end = index + 1
    while end < last and words.raw[end] not in {";", ":", ","}:
        end += 1
    return Found(start, trim_right(words, index, end))


def _hearsay_passive(words: Words, index: int, first: int, last: int, depth: int) -> Draft | None:
    """Return the attribution of "is believed to"."""
    if words.lower[index] not in hearsay("participles") or index == first or index + 2 >= last:
        return None
    if words.lower[index + 1] not in {"to", "that"}:
        return None
    start = index
    while start > first and (
        words.lower[start - 1] in AUXILIARIES
        or words.is_adverb(start - 1)
        or words.lower[start - 1] == "not"
    ):
        start -= 1
    if not {"is", "are", "was", "were", "be", "been"} & set(words.lower[start:index]):
        return None
    subject = (
        noun_phrase_before(words, start, first)
        if start > first and words.is_word(start - 1)
        else None
    )
    begin = index + 1
    end = end_of_content(words, begin, last, depth)
    if end <= begin:
        return None
    contents = (
        (Found(begin, end),)
        if subject is None or words.lower[subject.first] == "it"
        else (subject, Found(begin, end))
    )
    return Draft(None, Found(start, index + 1), contents, "rumoured", "hearsay.v1", WEAK)


def _hearsay_tail(words: Words, index: int, first: int, last: int) -> Draft | None:
    """Return the attribution of ", it was claimed last night" at the end of a sentence."""
    if words.lower[index] != "it" or words.raw[index - 1] != "," or index <= first + SHORT_LEAD:
        return None
    verb = next((i for i in range(index + 1, last) if words.lower[i] not in BEING), last)
    if verb == index + 1 or words.lower[verb : verb + 1] == ["not"] or last - verb > TAIL:
        return None
    heard = hearsay("participles") | hearsay("rumours") | HEARD
    if words.lower[verb : verb + 1] == [] or words.lower[verb] not in heard:
        return None
    if any(words.is_finite_verb(i) or words.raw[i] == "," for i in range(verb + 1, last)):
        return None
    contents = tuple(_left_content(words, index, first, SHORT_LEAD))
    return Draft(None, Found(index, verb + 1), contents, "rumoured", "heard.v1", LIKELY)


def find_turn(words: Words, first: int, last: int) -> tuple[Found, int] | None:
    """Return the speaker and the first spoken word of "SMITH: ..." at the start of a paragraph."""
    first += words.raw[first] in QUOTE_MARKS
    for index in range(first + 1, min(last, first + HEADLINE_SOURCE + 1)):
        if words.raw[index] == ":":
            speaker = words.words(first, index)
            return (
                (Found(first, index), index + 1)
                if SPEAKER.match(speaker) and index + 1 < last and not is_label(speaker)
                else None
            )
        if words.raw[index] in STOPS and not words.is_inner_mark(index):
            return None
    return None
