"""Mend the contents that the trained model marks, where marks and word classes decide."""

from collections.abc import Sequence
from typing import Final

from headwater.attribute.find.classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MODALS,
    POSSESSIVES,
    RELATIVES,
    SUBJECTS,
)
from headwater.attribute.find.contents import has_finite_verb
from headwater.attribute.find.cues import AGENT_REACH, is_relay
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.governing import VENUES
from headwater.attribute.find.words import Words
from headwater.lexicon.cues import cue_verbs, kinds_of_verb
from headwater.lexicon.verbs import verb_forms

DANGLING: Final = frozenset("in on at of the a an to for with from by into about its their".split())
OPEN: Final = AUXILIARIES | MODALS | {"any", "every", "each", "my", "our", "your"}  # ask for more
SUBJECT_MOST: Final = 3  # words of the subject of a clause whose verb is cut off ("which Lund")
BLAME: Final = frozenset("criticism backlash outrage ridicule scrutiny condemnation".split())
MEETING: Final = frozenset("face draw come meet receive attract spark provoke get endure".split())
SHIFTING: Final = frozenset("but while although though whereas and".split())
SHIFTED: Final = frozenset("would had".split())  # as only what was said is told in the past
SUBJECT_REACH: Final = 10  # words of the subject of such a clause
TOPICAL: Final = frozenset({"of", "about", "on"})
STATED_LEAST: Final = 4  # words and a comma that may be what somebody said
ADDRESSEE_REACH: Final = 10  # words behind "told" in which the outlet spoken to stands


def tidy(words: Words, part: Found) -> Found:
    """Return a content that cuts no compound and neither begins with a day nor ends with "but"."""
    first, last = part
    while last + 1 < len(words) and words.raw[last] == "-" and words.is_compound(last - 1):
        last += 2
    if last - first > 1 and words.lower[last - 1] in {"but", "and"}:
        last -= 1
    if last - first > 2 and words.lower[first] in DAYS and words.lower[first + 1] in SUBJECTS:  # noqa: PLR2004
        first += 1
    return Found(first, last)


def ended(words: Words, part: Found, others: Sequence[Found | None]) -> Found:
    """Return a content that does not stop short: at "the house in", "it is", ", which Lund"."""
    last = part.last
    if not _stops_short(words, last) and not _lacks_verb(words, part):
        return part
    taken = {
        index for other in others if other is not None and other != part for index in range(*other)
    }
    while last < words.sentence_end(part.first) and last not in taken:
        if not words.is_word(last) and not words.is_inner_mark(last):
            break
        last += 1
    return part._replace(last=last)


def _stops_short(words: Words, last: int) -> bool:
    """Tell whether the word before a place asks for another ("what it is" does not)."""
    if not words.is_word(last - 1):
        return False
    if words.lower[last - 1] in DANGLING:
        return True
    follows = words.lower[last : last + 1]
    if words.lower[last - 2] in MODALS and not (DETERMINERS | POSSESSIVES).isdisjoint(follows):
        return True  # "which would need [a vote]"
    return words.lower[last - 1] in OPEN and CONJUNCTIONS.isdisjoint(follows)


def shifted(words: Words, draft: Draft, others: Sequence[Draft]) -> Draft:
    """Return a draft whose content goes on with a clause that only a speaker's tense explains.

    In "Roe said that the mill was shut, while the dam would be mended" both are what Roe said: the
    outlet would tell the second in a tense of its own.
    """
    cue, part = draft.cue, draft.contents[-1]
    if cue is None or len(draft.contents) > 1 or not cue.last <= part.first <= cue.last + 1:
        return draft
    if words.depth[part.first] or any(i in words.quote_at for i in range(*part)):
        return draft
    past = any(form_of(words, i) == "past" for i in range(*cue))
    end = words.sentence_end(part.first)
    stop = _shifted_to(words, part.last, end) if past and part.last + 2 < end else part.last
    taken = {
        index
        for other in others
        if other is not draft
        for found in (other.source, other.cue, *other.contents)
        if found is not None
        for index in range(*found)
    }
    if not taken.isdisjoint(range(part.last, stop)):
        return draft
    return draft._replace(contents=(Found(part.first, stop),))


def _shifted_to(words: Words, last: int, end: int) -> int:
    """Return where a clause ends that goes on behind a content in its tense; `last` if none."""
    opening = last + (words.raw[last] == ",")
    if opening == last or words.lower[opening] not in SHIFTING:
        return last
    for verb in range(opening + 2, min(end, opening + 2 + SUBJECT_REACH)):
        if words.raw[verb] in {",", ";", ":"} or verb in words.quote_at:
            return last
        if words.lower[verb] in SHIFTED:
            stop = end
            while stop > verb and not words.is_word(stop - 1):
                stop -= 1
            return stop
        if words.lower[verb] in AUXILIARIES or words.is_finite_verb(verb):
            return last
    return last


def form_of(words: Words, index: int) -> str:
    """Return the form of the verb that a word may be, "" for others."""
    form = verb_forms().get(words.lower[index])
    return "" if form is None else form.form


def _lacks_verb(words: Words, part: Found) -> bool:
    """Tell whether a content ends in the subject of a relative clause."""
    for index in range(part.last - 2, max(part.first, part.last - 2 - SUBJECT_MOST), -1):
        if words.lower[index] in RELATIVES and words.raw[index - 1] == ",":
            return not has_finite_verb(words, index + 1, part.last)
    return False


def behind_opening(words: Words, source: Found | None) -> Found | None:
    """Return a source without what opens its sentence ("Opening the talks, Mayor Lee Roe")."""
    if source is None or source.first != words.sentence_start(source.first):
        return source
    comma = next((i for i in range(*source) if words.raw[i] == ","), 0)
    if not comma or form_of(words, source.first) != "ing":
        return source
    behind = source.first + 1
    does = words.lower[behind] in DETERMINERS or words.is_capital(behind)
    return Found(comma + 1, source.last) if does and words.is_capital(comma + 1) else source


def without_day(words: Words, draft: Draft) -> Draft:
    """Return a draft whose source does not end in a day ("Mayor Lee Roe Tuesday said").

    "Officials on Thursday" is cut where names are read.
    """
    source = draft.source
    if source is None or words.lower[source.last - 1] not in DAYS:
        return draft
    named = source.last - source.first > 1 and words.is_capital(source.last - 2)
    return draft._replace(source=Found(source.first, source.last - 1)) if named else draft


def preceding(
    words: Words, source: Found | None, cue: Found | None, contents: tuple[Found, ...]
) -> tuple[Found, ...]:
    """Return what stands before "Roe said in a statement that praised the crew", not what follows.

    A "that" right before a verb goes on about the statement.
    """
    if source is None or cue is None or words.lower[cue.last - 1] not in VENUES:
        return contents
    after = contents[0].first
    first = words.sentence_start(cue.first)
    told = words.lower[after] == "that" and words.is_finite_verb(after + 1)
    if len(contents) > 1 or after != cue.last or not told or source.first - first < STATED_LEAST:
        return contents
    return (Found(first, source.first - 1),) if words.raw[source.first - 1] == "," else contents


def blames(words: Words, cue: Found | None, contents: tuple[Found, ...]) -> bool:
    """Tell whether a cue is the participle of "a flood blamed on the dam", where nobody speaks."""
    if cue is None or words.lower[cue.first : cue.last] != ["blamed"]:
        return False
    return contents[0].first == cue.last and words.lower[cue.last] == "on"


def is_target(words: Words, source: Found, cue: Found) -> bool:
    """Tell whether a source is whom others blame: "the mayor faced criticism for closing it"."""
    blame = next((i for i in range(*cue) if words.lower[i] in BLAME), None)
    if blame is None or source.last > cue.first:
        return False
    forms = (verb_forms().get(words.lower[i]) for i in range(source.last, blame))
    return any(form is not None and form.lemma in MEETING for form in forms)


def as_denied(
    words: Words, cue: Found | None, contents: tuple[Found, ...]
) -> tuple[Found | None, tuple[Found, ...]]:
    """Return the cue and contents of "denied [telling the board that C]", where C is not denied."""
    if cue is None:
        return cue, contents
    first, *others = contents
    for index in range(cue.first, cue.last - 1):
        denies = "denies" in kinds_of_verb(words.lower[index])
        if denies and words.lower[index + 1].endswith("ing") and first.first > index:
            return Found(cue.first, index + 1), (Found(index + 1, first.last), *others)
    return cue, contents


def as_quoted(
    words: Words, cue: Found | None, contents: tuple[Found, ...]
) -> tuple[Found | None, tuple[Found, ...]]:
    """Return the cue and contents of "quoted as [saying] that C", where only C is said."""
    first, *others = contents
    if cue is None or not 0 <= first.first - cue.last <= AGENT_REACH or not is_relay(words, cue):
        return cue, contents
    at = first.first + (words.lower[first.first] == "as")
    saying = words.lower[at].endswith("ing") and words.lower[at] in cue_verbs()
    if words.lower[at - 1] != "as" or not saying or at + 1 >= first.last:
        return cue, contents
    return Found(cue.first, at + 1), (Found(at + 1, first.last), *others)


def quoted_of(words: Words, cue: Found | None, contents: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return contents that begin with the quotation of "said of the toll, “C”"."""
    first, last = contents[0]
    if cue is None or not cue.last <= first <= cue.last + 1:
        return contents
    says = any("says" in kinds_of_verb(words.lower[i]) for i in range(*cue))
    if not says or TOPICAL.isdisjoint(words.lower[cue.last - 1 : first + 1]):
        return contents
    opens = (i for i in range(first + 1, last) if i in words.quote_at and words.raw[i - 1] in ",:")
    at = next(opens, first)
    plain = not any(i in words.quote_at for i in range(first, at))
    return (Found(at, last), *contents[1:]) if plain else contents


def _tells(words: Words, at: int) -> bool:
    """Tell whether "to Lee" or "to the board" stands here ("denied to Lee that C")."""
    whom = words.lower[at : at + 1] == ["to"] and at + 1 < len(words)
    return whom and (words.is_capital(at + 1) or words.lower[at + 1] in DETERMINERS | POSSESSIVES)


def without_addressee(
    words: Words, cue: Found | None, contents: tuple[Found, ...]
) -> tuple[Found, ...]:
    """Return contents that do not begin with the addressee of "told Lee that ..."."""
    first, last = contents[0]
    if cue is None or not cue.last <= first <= cue.last + 1:
        return contents
    readings = cue_verbs().get(words.lower[cue.last - 1], ())
    takes = first == cue.last and any("A" in reading.frames for reading in readings)
    if not takes and not _tells(words, cue.last):
        return contents
    that = next(
        (
            i
            for i in range(first + 1, min(last - 1, first + ADDRESSEE_REACH))
            if words.lower[i] == "that"
        ),
        None,
    )
    if (
        that is None
        or words.lower[first] in {"that", "how", "what", "whether"}
        or has_finite_verb(words, first, that)
    ):
        return contents
    return (Found(that, last), *contents[1:])
