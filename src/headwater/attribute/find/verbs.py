"""Find attributions whose cue is a verb."""

from typing import Final, NamedTuple

from headwater.attribute.find.classes import (
    CONJUNCTIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from headwater.attribute.find.contents import end_of_content, has_finite_verb
from headwater.attribute.find.cues import Cue, find_cues
from headwater.attribute.find.drafts import FAIR, LIKELY, SURE, WEAK, Draft, Found
from headwater.attribute.find.governing import Governed, acts, govern
from headwater.attribute.find.kinds import silence_of
from headwater.attribute.find.layouts import end_of_noun, source_after, source_before
from headwater.attribute.find.noun_phrases import noun_phrase_before
from headwater.attribute.find.nouns import is_paper, kind_of_noun, nouns_for, read_phrase
from headwater.attribute.find.sources import find_subject, main_subject
from headwater.attribute.find.words import Words
from headwater.lexicon.verbs import verb_forms

PICTURED_REACH: Final = 9  # words of somebody's name and title
RELAYED: Final = "relayed.v1"
AFTER_AGENT: Final = frozenset({"as", "for", "to", "in", "on"})  # ends "by Smith"
WEIGHTS: Final = {"Q": SURE, "T": LIKELY, "P": FAIR}  # by frame; the others are weak


class Stretch(NamedTuple):
    """Where verbs are looked for: words `first..last` whose depth is not above `depth`."""

    first: int
    last: int
    depth: int


def find_in_sentence(words: Words, first: int, last: int, depth: int) -> tuple[Draft, ...]:
    """Return the attributions whose cue is a verb of this stretch, in text order.

    Args:
        words: The document.
        first: First word of the sentence.
        last: Its end, excluded.
        depth: Quotation depth of the stretch; deeper words are read only as contents.
    """
    stretch = Stretch(first, last, depth)
    drafts: list[Draft] = []
    for cue in find_cues(words, first, last, depth):
        draft = (
            None
            if cue.infinitive or _asks_for_cover(words, cue)
            else _draft(words, cue, stretch, drafts)
        )
        if draft is not None:
            drafts.append(draft._replace(rule=RELAYED) if cue.relayed else draft)
    return tuple(drafts)


def _asks_for_cover(words: Words, cue: Cue) -> bool:
    """Tell whether a verb asks for anonymity ("asked not to be named")."""
    return words.lower[cue.last : cue.last + 3] == ["not", "to", "be"]


def _draft(words: Words, cue: Cue, stretch: Stretch, earlier: list[Draft]) -> Draft | None:
    """Return the attribution of one cue; None if it lacks a source or a content."""
    bounds = (stretch.first, stretch.last)
    if cue.is_ing() and words.lower[max(stretch.first, cue.first - 1)] == "as":
        return _quoted_as(words, cue, stretch)
    inverted = source_after(words, cue, bounds)
    if inverted is not None:
        return inverted
    subject = (
        _named_before(words, cue)
        or _pictured(words, cue, stretch)
        or find_subject(words, cue, stretch.first)
    )
    if subject is not None and not _may_act(words, cue, subject):
        return None
    carried = subject is None
    subject = subject or _carry(words, cue, stretch.first, earlier)
    if subject is None:
        return None
    if cue.passive:
        return _passive(words, cue, stretch, subject)
    closing = None if carried else source_before(words, cue, bounds, subject)
    if closing is not None:
        return closing
    governed = None if _is_passive(words, cue) else govern(words, cue, stretch.last)
    if governed is None or (governed.reading.of_papers and not is_paper(words, subject)):
        return None
    return _leading(words, cue, governed, stretch)._replace(source=subject, carried=carried)


def _is_passive(words: Words, cue: Cue) -> bool:
    """Tell whether a participle is meant: "the man referred to in the file", "he shows up"."""
    behind = words.lower[cue.last : cue.last + 2]
    stranded = behind[:1] == ["to"] and len(behind) > 1 and behind[1] in PREPOSITIONS
    moved = words.lower[cue.head] in {"shows", "showed", "show"} and behind[:1] == ["up"]
    return stranded or moved


def _named_before(words: Words, cue: Cue) -> Found | None:
    """Return the person whose name stands right before "saying" ("footage of Lee saying")."""
    if not cue.is_ing():
        return None
    for name in words.names_from(words.starts[words.sentence_start(cue.first)]):
        place = Found(*words.within(name.full))
        if place.last == cue.first and name.kind == "person":
            return place
    return None


def _pictured(words: Words, cue: Cue, stretch: Stretch) -> Found | None:
    """Return who is seen or heard "saying" something ("scenes of the mayor telling a crowd")."""
    if not cue.is_ing():
        return None
    for index in range(cue.first - 2, max(stretch.first, cue.first - PICTURED_REACH), -1):
        if not words.is_word(index) and not words.is_inner_mark(index):
            return None
        if words.lower[index] == "of":
            seen = words.lower[index - 1] in nouns_for("routes", "pictures")
            return Found(index + 1, cue.first) if seen else None
    return None


def _may_act(words: Words, cue: Cue, subject: Found) -> bool:
    """Tell whether a noun phrase before a verb can be its subject."""
    if cue.is_ing() and not _may_speak(words, subject):
        return False
    return not (_is_adjective(words, subject) or _is_compound(words, cue, subject))


def _is_compound(words: Words, cue: Cue, subject: Found) -> bool:
    """Tell whether a "verb" is the noun of "major projects he is known for"."""
    form = verb_forms().get(words.lower[cue.head])
    third = cue.readings[0].form == "third"
    relative = words.lower[cue.last : cue.last + 1] == ["that"] and acts(words, cue.last + 1)
    plain = third and (relative or (form is not None and form.noun_too))
    alone = cue.first == cue.head and not words.is_capital(subject.last - 1)
    that = words.lower[cue.last : cue.last + 1] == ["that"] and not relative
    noun = kind_of_noun(words.lower[subject.last - 1]) is not None
    speaks = not relative and _may_speak(words, subject)
    return plain and alone and not that and not noun and not speaks


def _is_adjective(words: Words, subject: Found) -> bool:
    """Tell whether a "verb" is a noun with an adjective before it ("unreasonable demands")."""
    word = words.lower[subject.first]
    alone = subject.last - subject.first == 1 and not words.is_capital(subject.first)
    return alone and word.endswith(("able", "ible", "ous", "ive", "ful", "ic", "less"))


def _quoted_as(words: Words, cue: Cue, stretch: Stretch) -> Draft | None:
    """Return the inner attribution of "quoted Lee Roe as saying ..."."""
    source = noun_phrase_before(words, cue.first - 1, stretch.first)
    governed = govern(words, cue, stretch.last)
    if source is None or governed is None:
        return None
    draft = _leading(words, cue, governed, stretch)
    return draft._replace(source=source, weight=max(draft.weight, FAIR))


def _leading(words: Words, cue: Cue, governed: Governed, stretch: Stretch) -> Draft:
    """Return the attribution whose content follows its cue; the source is left to the caller."""
    last = _end_of_aside(words, cue, governed, stretch)
    end = end_of_content(words, governed.start, last, stretch.depth)
    end_cue = governed.start if governed.frame == "P" else cue.last
    return Draft(
        source=None,
        cue=Found(cue.first, end_cue),
        contents=(Found(governed.start, end),),
        kind=silence_of(words.lower[cue.first : cue.last]) or governed.reading.kind,
        rule="deeds.v1" if governed.reading.deed else "cues.v1",
        weight=WEIGHTS.get(governed.frame, WEAK),
        addressee=governed.addressee,
    )


def _end_of_aside(words: Words, cue: Cue, governed: Governed, stretch: Stretch) -> int:
    """Return where a content ends at the latest: "Roe, praising [the divers], said it held"."""
    last = stretch.last
    before = words.lower[cue.first - 1] if cue.first > stretch.first else ""
    aside = cue.is_ing() and before == ","
    if not aside or has_finite_verb(words, stretch.first, cue.first):
        return last
    for index in range(governed.start + 1, last - 1):
        resumes = words.raw[index] == "," and acts(words, index + 1)
        level = words.depth[index] <= stretch.depth
        if resumes and level:
            told = governed.frame != "T" or has_finite_verb(words, governed.start, index)
            return index if told else last  # not "saying the dam, built in May, leaked"
    return last


def _may_speak(words: Words, subject: Found) -> bool:
    """Tell whether a noun phrase right before "saying" can be its source."""
    if subject.last - subject.first == 1 and words.lower[subject.first] in PRONOUNS:
        return True
    phrase = read_phrase(words, subject)
    if words.is_capital(phrase.head_end - 1) or kind_of_noun(phrase.head) is not None:
        return True
    lists = ("always", "formula", "spokes", "leaders")
    return any(phrase.head in nouns_for("people", key) for key in lists)


def _carry(words: Words, cue: Cue, first: int, earlier: list[Draft]) -> Found | None:
    """Return the subject of a second verb ("said ... and added") or of a participle."""
    before = words.lower[cue.first - 1] if cue.first > first else ""
    if not (cue.is_ing() or before in CONJUNCTIONS or before in {",", ""}):
        return None
    aside = cue.is_ing() and before == ","
    for draft in reversed(earlier):
        if draft.source is not None and not (aside and _is_relative(words, draft.source)):
            return draft.source
    if before == "" and not cue.is_ing():
        return None
    subject = main_subject(words, first, cue.first)
    if subject is None and before == "," and cue.first - 1 > first:
        return noun_phrase_before(words, cue.first - 1, first)
    return subject


def _is_relative(words: Words, source: Found) -> bool:
    """Tell whether a source is the "who" of a clause that "..., saying C" stands outside of."""
    alone = source.last - source.first == 1 and words.lower[source.first] in RELATIVES
    return alone and words.raw[source.first - 1] != ","


def _passive(words: Words, cue: Cue, stretch: Stretch, subject: Found) -> Draft | None:
    """Return the attribution of "was described by Smith as ..."."""
    last = stretch.last
    first = cue.last + 1
    if first >= last or words.lower[cue.last] != "by":
        return None
    end = end_of_noun(words, first, last)
    stop = next((i for i in range(first, end) if words.lower[i] in AFTER_AGENT), end)
    if stop == first:
        return None
    contents = [subject]
    if stop < last - 1 and words.is_word(stop):
        contents.append(Found(stop, end_of_content(words, stop, last, stretch.depth)))
    agent, by = Found(first, stop), Found(cue.first, first)
    if "that" in words.lower[first:stop]:
        return None  # "was told by Smith that" is what Smith told
    if cue.kind == "believes" and not _may_speak(words, agent):
        return None  # "we are worried by the noise"
    return Draft(agent, by, tuple(contents), cue.kind, "cues.v1", WEAK)
