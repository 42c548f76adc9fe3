"""Find attributions by words and order: verbs, nouns, phrases, quotations."""

from collections.abc import Iterator, Sequence
from typing import Final

from headwater.attribute.find.contents import (
    Governed, end_of_content, govern, has_finite_verb, quoted_before, skip_adjuncts, start_of_content, trim_right,
)  # fmt: skip
from headwater.attribute.find.cues import Cue, find_cues
from headwater.attribute.find.drafts import LIKELY, SURE, WEAK, Draft, Found
from headwater.attribute.find.examined import find_examined
from headwater.attribute.find.nouns import kind_of_noun, nouns_for, read_phrase
from headwater.attribute.find.phrases import find_headline, find_phrases
from headwater.attribute.find.quotations import find_orphans, find_signed, find_turns, join_quotations
from headwater.attribute.find.sources import find_subject, main_subject
from headwater.attribute.find.words import CONJUNCTIONS, DAYS, DETERMINERS, PREPOSITIONS, PRONOUNS, QUOTE_MARKS, STOPS, SUBJECTS, Words


STATEMENT_WORDS: Final = 6  # words and marks; shorter stretches before a comma are adverbials


def find_in_sentence(words: Words, first: int, last: int, depth: int) -> tuple[Draft, ...]:
    """Return the attributions whose cue is a verb of this stretch, in text order.

    Args:
        words: The document.
        first: First word of the sentence.
        last: Its end, excluded.
        depth: Quotation depth of the stretch; deeper words are read only as contents.
    """
    drafts: list[Draft] = []
    for cue in find_cues(words, first, last, depth):
        draft = _draft(words, cue, (first, last), depth, tuple(drafts))
        if draft is not None:
            drafts.append(draft)
    return tuple(drafts)


def _draft(
    words: Words, cue: Cue, bounds: tuple[int, int], depth: int, earlier: tuple[Draft, ...]
) -> Draft | None:
    """Return the attribution of one cue, or None."""
    first, last = bounds
    if cue.infinitive:
        return None
    inverted = _inverted(words, cue, bounds)
    if inverted is not None:
        return inverted
    subject = find_subject(words, cue, first)
    carried = False
    if subject is not None and cue.is_ing() and not _may_speak(words, subject):
        return None
    if subject is None:
        subject = _carry(words, cue, first, earlier)
        carried = subject is not None
    if cue.passive:
        return _passive(words, cue, bounds, depth, subject)
    if not carried and subject is not None:
        behind = _behind(words, cue, bounds, subject)
        if behind is not None:
            return behind
    governed = govern(words, cue, last)
    if governed is None or subject is None:
        return None
    return _before(words, cue, governed, subject, last, depth, carried)


def _before(words, cue, governed: Governed, subject, last, depth, carried) -> Draft | None:
    """Return the attribution whose content follows its cue."""
    end = end_of_content(words, governed.start, last, depth)
    if end <= governed.start:
        return None
    weight = {"Q": SURE, "T": LIKELY}.get(governed.frame, WEAK)
    end_cue = governed.start if governed.frame == "P" else cue.last
    return Draft(
        source=subject,
        cue=Found(cue.first, end_cue),
        contents=(Found(governed.start, end),),
        kind=governed.reading.kind,
        rule="deeds.v1" if governed.reading.deed else "cues.v1",
        weight=weight,
        addressee=governed.addressee,
        carried=carried,
    )


def _may_speak(words: Words, subject: Found) -> bool:
    """Tell whether a noun phrase right before "saying" can be its source."""
    if subject.last - subject.first == 1 and words.lower[subject.first] in PRONOUNS:
        return True
    phrase = read_phrase(words, subject)
    head = phrase.head
    known = head in nouns_for("people", "always") | nouns_for("people", "formula") | nouns_for("people", "spokes") | nouns_for("people", "leaders")
    return words.is_capital(phrase.head_end - 1) or known or kind_of_noun(head) is not None


def _carry(words: Words, cue: Cue, first: int, earlier: tuple[Draft, ...]) -> Found | None:
    """Return the subject of a second verb ("said ... and added") or of a participle."""
    before = words.lower[cue.first - 1] if cue.first > first else ""
    joined = before in CONJUNCTIONS or before in {",", ""} or cue.is_ing()
    if not joined:
        return None
    for draft in reversed(earlier):
        if draft.source is not None:
            return draft.source
    if before == "" and not cue.is_ing():
        return None
    return main_subject(words, first, cue.first)


def _inverted(words: Words, cue: Cue, bounds: tuple[int, int]) -> Draft | None:
    """Return the attribution of '"...," said Smith'."""
    first, last = bounds
    at = cue.first
    if at <= first or cue.helped or cue.readings[0].form not in ("past", "third") or "T" not in cue.frames:
        return None
    before = words.raw[at - 1]
    quoted = quoted_before(words, at, first)
    if quoted is None and before != ",":
        return None
    start = cue.last
    if start >= last or not words.is_word(start) or not _starts_noun(words, start):
        return None
    end = _end_of_noun(words, start, last)
    if quoted is None and not (_closes(words, end, last) and _is_statement(words, first, at)):
        return None
    contents = _contents_left(words, quoted, first, at)
    if contents is None:
        return None
    more = _resumed(words, end, last)
    return Draft(Found(start, end), Found(at, cue.last), (*contents, *more), cue.kind, "cues.v1", SURE)


def _closes(words: Words, index: int, last: int) -> bool:
    """Tell whether a sentence or clause ends here."""
    return index >= last or words.raw[index] in STOPS | {","}


def _starts_noun(words: Words, index: int) -> bool:
    """Tell whether a source may begin here."""
    word = words.lower[index]
    return word not in PREPOSITIONS and word not in {"that", "to", "it"} and word not in DAYS and (words.is_capital(index) or word in DETERMINERS or word in SUBJECTS or word.endswith("s") or words.lower[index + 1 : index + 2] != ["."])


def _end_of_noun(words: Words, start: int, last: int) -> int:
    """Return the end of a source that follows its cue, with its appositions."""
    index = start
    while index < last:
        raw = words.raw[index]
        if raw in STOPS and not words.is_inner_mark(index) or raw in QUOTE_MARKS or raw in {";", ":"}:
            break
        if raw == "," and not _apposition_follows(words, index, last):
            break
        if words.lower[index] in DAYS and words.is_capital(index) and index > start:
            break
        if words.lower[index] in {"as", "when", "while", "after", "before", "because", "during"} and index > start + 1:
            break
        index += 1
    return trim_right(words, start, index)


def _apposition_follows(words: Words, index: int, last: int) -> bool:
    """Tell whether an apposition or relative clause follows a comma."""
    following = words.lower[index + 1] if index + 1 < last else ""
    return following in {"a", "an", "the", "who", "whose", "jr", "sr", "one", "his", "her", "director", "president", "chairman", "head", "former"} or following.isdigit()


def _contents_left(words: Words, quoted: Found | None, first: int, end: int) -> tuple[Found, ...] | None:
    """Return the content that stands before a source or an inverted cue."""
    if quoted is not None:
        start = quoted.first
        if start > first and _is_led_in(words, first, start):
            start = start_of_content(words, start, first)
        return (Found(start, end - 1 if words.raw[end - 1] == "," else quoted.last),)
    start = start_of_content(words, end, first)
    stop = trim_right(words, start, end)
    return (Found(start, stop),) if stop > start else None


def _is_led_in(words: Words, first: int, start: int) -> bool:
    """Tell whether the words before a quotation belong to the same content ('X is a "fool," he said')."""
    return words.raw[start - 1] not in {",", ":", "."} and first < start


def _behind(words: Words, cue: Cue, bounds: tuple[int, int], subject: Found) -> Draft | None:
    """Return the attribution whose content stands before its source ('..., Smith said')."""
    first, last = bounds
    if subject.first <= first:
        return None
    edge = words.raw[subject.first - 1]
    quoted = quoted_before(words, subject.first, first)
    if quoted is None and edge != ",":
        return None
    if not set("TQ") & set(cue.frames):
        return None
    after = _skip_tail(words, cue, last)
    closed = after >= last or words.raw[after] in STOPS | {","} or words.raw[after] in QUOTE_MARKS
    if quoted is None and not (closed and _is_statement(words, first, subject.first)):
        return None
    if quoted is not None and after < last and words.lower[after] == "that":
        return None
    contents = _contents_left(words, quoted, first, subject.first)
    if contents is None:
        return None
    more = _resumed(words, after, last)
    addressee = Found(cue.last, after) if "A" in cue.frames and after > cue.last else None
    weight = SURE if quoted is not None else LIKELY
    return Draft(subject, Found(cue.first, cue.last), (*contents, *more), cue.kind, "cues.v1", weight, addressee)


def _is_statement(words: Words, first: int, last: int) -> bool:
    """Tell whether what stands before a closing cue is long enough to be said."""
    return has_finite_verb(words, first, last) or last - first > STATEMENT_WORDS


def _skip_tail(words: Words, cue: Cue, last: int) -> int:
    """Return where the words around a closing cue end: addressee, time and venue."""
    index = skip_adjuncts(words, cue.last, last)
    if "A" in cue.frames:
        while index < last and (words.is_word(index) or words.is_inner_mark(index)):
            index += 1
    return index


def _resumed(words: Words, index: int, last: int) -> tuple[Found, ...]:
    """Return the second part of a content that its cue interrupts."""
    if index >= last or words.raw[index] != ",":
        return ()
    start = index + 1
    if start >= last:
        return ()
    if start in words.quote_at:
        return (Found(start, words.quote_at[start]),)
    if words.lower[start] in {"adding", "citing", "who", "which", "a", "noting", "referring", "saying", "according", "and", "but", "while", "though"}:
        return ()
    if not has_finite_verb(words, start, last):
        return ()
    end = end_of_content(words, start, last, words.depth[start])
    return (Found(start, end),) if end > start else ()


def _passive(words: Words, cue: Cue, bounds: tuple[int, int], depth: int, subject: Found | None) -> Draft | None:
    """Return the attribution of "was described by Smith as ..."."""
    first, last = bounds
    index = cue.last
    if index >= last or words.lower[index] != "by" or subject is None:
        return None
    end = _end_of_noun(words, index + 1, last)
    stop = next((i for i in range(index + 1, end) if words.lower[i] in {"as", "for", "to", "in", "on"}), end)
    if stop == index + 1:
        return None
    rest = (Found(stop, end_of_content(words, stop, last, depth)),) if stop < last - 1 and words.is_word(stop) else ()
    return Draft(Found(index + 1, stop), Found(cue.first, index + 1), (subject, *rest), cue.kind, "cues.v1", WEAK)


def sentences_of(words: Words) -> Iterator[tuple[int, int]]:
    """Give the ranges of the sentences that have words."""
    for first, last in words.bounds:
        if last > first:
            yield first, last


def find_all(words: Words) -> tuple[Draft, ...]:
    """Return every attribution that the rules find, sorted by place."""
    drafts: list[Draft] = []
    for first, last in sentences_of(words):
        drafts += find_in_sentence(words, first, last, 0)
        drafts += find_phrases(words, first, last, 0)
        drafts += find_examined(words, first, last, drafts)
        if words.raw[last - 1] not in STOPS:
            headline = find_headline(words, first, last)
            drafts += [headline] if headline is not None else []
    drafts += find_turns(words)
    drafts += find_signed(words)
    joined = join_quotations(words, tuple(draft for draft in map(_without_gaps, drafts) if draft.contents))
    return (*joined, *find_orphans(words, joined))


def _without_gaps(draft: Draft) -> Draft:
    """Return a draft without empty stretches."""
    return draft._replace(contents=tuple(part for part in draft.contents if part.first < part.last))


def find_quoted(words: Words, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the attributions that stand inside the quotations of other ones."""
    found: list[Draft] = []
    seen: set[int] = set()
    for draft in drafts:
        for part in draft.contents:
            for first, last in _quoted_sentences(words, part):
                if first not in seen:
                    seen.add(first)
                    found += find_in_sentence(words, first, last, 1)
                    found += find_phrases(words, first, last, 1)
    return tuple(draft for draft in map(_without_gaps, found) if draft.contents)


def _quoted_sentences(words: Words, part: Found) -> Iterator[tuple[int, int]]:
    """Give the runs of quoted words of a content, cut at sentence ends, marks left out."""
    start: int | None = None
    for index in range(part.first, part.last + 1):
        inside = index < part.last and words.depth[index] > 0 and index not in words.quote_at and index + 1 not in words.quote_from
        cut = start is not None and (not inside or words.sentence[index] != words.sentence[start])
        if cut and start is not None:
            if index > start:
                yield start, index
            start = None
        if inside and start is None:
            start = index
