"""Give every quotation its speaker: split quotations, continued ones, turns of a dialogue."""

from collections.abc import Sequence
from typing import Final

from headwater.attribute.find.classes import DASHES, STOPS
from headwater.attribute.find.contents import has_finite_verb
from headwater.attribute.find.drafts import LIKELY, SURE, WEAK, Draft, Found
from headwater.attribute.find.headlines import is_question
from headwater.attribute.find.nouns import names_in
from headwater.attribute.find.phrases import find_turn
from headwater.attribute.find.sources import main_subject
from headwater.attribute.find.words import Words

SPEECH_WORDS: Final = 4  # a shorter quotation with no stop inside is a name or a term


def join_quotations(words: Words, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts with quotations that go on without a cue joined to their speaker's."""
    joined = sorted(drafts, key=lambda draft: (_cue_place(draft), draft.rule))
    joined = [_with_beginning(words, draft, joined) for draft in joined]
    for first, last in sorted(words.quote_at.items()):
        if _is_taken(words, joined, first, last) or not is_speech(words, first, last):
            continue
        owner = _owner_before(words, joined, first)
        if owner is None:
            continue
        old = joined[owner]
        contents = tuple(sorted((*old.contents, Found(first, last))))
        joined[owner] = old._replace(contents=contents)
    return tuple(joined)


def _is_taken(words: Words, drafts: Sequence[Draft], first: int, last: int) -> bool:
    """Tell whether somebody outside a quotation says some of it; whom it quotes does not count."""
    for draft in drafts:
        places = [part for part in (draft.source, draft.cue, *draft.contents) if part is not None]
        turn = draft.cue is not None and words.raw[draft.cue.first] == ":"  # "“ROE: It leaks.”"
        # “The well is dry, Anna Kruger said.” without its end mark is what Kruger says.
        own = words.unclosed.get(last) == first and draft.contents[0].first <= first + 1
        inside = not (turn or own) and all(first <= p.first and p.last <= last for p in places)
        if not inside and any(p.first < last and first < p.last for p in draft.contents):
            return True
    return False


def _with_beginning(words: Words, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Return a draft with the paragraphs before in which its quotation began.

    In '"The dam is old.' and, a paragraph further, 'It leaks," said Roe', Roe says both.
    """
    first = draft.contents[0].first
    if not opens_paragraph(words, first) or first not in words.quote_at:
        return draft
    before: list[Found] = []
    end = first
    while end in words.unclosed and not _is_taken(words, drafts, words.unclosed[end], end):
        start = words.unclosed[end]
        before.insert(0, Found(start, end))
        if not opens_paragraph(words, start):
            break
        end = start
    return draft._replace(contents=(*before, *draft.contents)) if before else draft


def find_orphans(words: Words, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return quotations that fill a paragraph and that nobody is said to speak.

    The speaker is the subject of the sentence before, if the paragraph before is not a quotation;
    without one it stays open whose words they are.
    """
    taken = _covered(drafts)
    found: list[Draft] = []
    for first, last in sorted(words.quote_at.items()):
        whole = opens_paragraph(words, first) and _paragraph_end(words, first) <= last + 1
        if (
            not whole
            or first == 0
            or not is_speech(words, first, last)
            or any(i in taken for i in range(first, last))
        ):
            continue
        before, end = words.bounds[words.sentence[first - 1]]
        subject = main_subject(words, before, end)
        quoted = any(words.depth[i] for i in range(before, end))
        known = subject is not None and not quoted and _is_somebody(words, subject)
        if not known and last in words.unclosed:
            continue  # nobody can tell where it ends: it may hold who says it
        source, content = subject if known else None, (Found(first, last),)
        found.append(Draft(source, None, content, "says", "orphans.v1", WEAK, carried=True))
    return tuple(found)


def _is_somebody(words: Words, subject: Found) -> bool:
    """Tell whether a subject is a person's name or "he", "she"."""
    if words.lower[subject.first] in {"he", "she"}:
        return True
    return any(name.kind == "person" for name in names_in(words, subject))


def _cue_place(draft: Draft) -> int:
    """Return where a draft's cue stands."""
    return draft.cue.first if draft.cue is not None else draft.place


def _covered(drafts: Sequence[Draft]) -> set[int]:
    """Return all words that some content covers."""
    return {i for draft in drafts for part in draft.contents for i in range(part.first, part.last)}


def is_speech(words: Words, first: int, last: int) -> bool:
    """Tell whether a quotation is something said rather than a name or a term."""
    inner = [i for i in range(first, last) if words.is_word(i)]
    stop = any(words.raw[i] in STOPS for i in range(max(first, last - 2), last))
    return len(inner) >= SPEECH_WORDS or (stop and bool(inner))


def quotes_clause(words: Words, draft: Draft) -> bool:
    """Tell whether a content is a quoted clause: words that somebody surely said."""
    return any(
        part.first in words.quote_at and has_finite_verb(words, part.first + 1, part.last)
        for part in draft.contents
    )


def opens_sentence(words: Words, first: int) -> bool:
    """Tell whether a quotation begins its sentence."""
    return words.sentence_start(first) == first


def _owner_before(words: Words, drafts: Sequence[Draft], first: int) -> int | None:
    """Return the draft that a quotation without a cue belongs to.

    The last draft before it must hold a quotation, or end with a colon, in the same paragraph; in
    the paragraph before only if the quotation opens its paragraph.
    """
    if not opens_sentence(words, first):
        return None
    paragraph = words.paragraph_of(first)
    for number in range(len(drafts) - 1, -1, -1):
        draft = drafts[number]
        if draft.contents[-1].last > first or _cue_place(draft) > first:
            continue
        here = words.paragraph_of(draft.contents[-1].last - 1)
        near = max(here, words.paragraph_of(_cue_place(draft)))
        if near < paragraph - 1 or (near < paragraph and not opens_paragraph(words, first)):
            return None
        return number if _ends_in_quote(words, draft) and _adjacent(words, draft, first) else None
    return None


def opens_paragraph(words: Words, index: int) -> bool:
    """Tell whether a word is the first of its paragraph."""
    return index == 0 or words.paragraph_of(index - 1) != words.paragraph_of(index)


def _ends_in_quote(words: Words, draft: Draft) -> bool:
    """Tell whether a draft holds a quotation."""
    return any(
        part.first in words.quote_at or part.last in words.quote_from for part in draft.contents
    )


def _adjacent(words: Words, draft: Draft, first: int) -> bool:
    """Tell whether no further sentence stands between a draft and a quotation."""
    end = max(draft.contents[-1].last, draft.cue.last if draft.cue is not None else 0)
    return words.sentence[first] - words.sentence[end - 1] <= 1


def find_turns(words: Words) -> tuple[Draft, ...]:
    """Return the turns of a transcript: "SMITH: ..." up to the next turn's paragraph.

    A question behind a label with no other turn beside it is a headline ("BORG DAM: What next?").
    """
    turns = [(find_turn(words, *paragraph), paragraph[1]) for paragraph in _paragraphs(words)]
    found: list[Draft] = []
    for number, (turn, last) in enumerate(turns):
        if turn is None:
            continue
        speaker, start = turn
        beside = [other for other, _ in turns[max(0, number - 1) : number + 2] if other is not None]
        if len(beside) == 1 and is_question(words, start, last):
            continue
        said = (Found(start, last),)
        found.append(Draft(speaker, Found(start - 1, start), said, "says", "turns.v1", SURE))
    return tuple(found)


def _paragraphs(words: Words) -> list[tuple[int, int]]:
    """Return the ranges of the paragraphs."""
    ranges: dict[int, tuple[int, int]] = {}
    for first, last in words.bounds:
        if last > first:
            number = words.paragraph_of(first)
            ranges[number] = (ranges.get(number, (first, last))[0], last)
    return [ranges[number] for number in sorted(ranges)]


def find_signed(words: Words) -> tuple[Draft, ...]:
    """Return quotations that a dash and a name follow ('"..." - Jane Roe')."""
    found: list[Draft] = []
    for first, last in sorted(words.quote_at.items()):
        end = _paragraph_end(words, first)
        if (
            last + 1 < end
            and words.raw[last] in DASHES
            and words.is_capital(last + 1)
            and not any(
                words.raw[i] in STOPS and not words.is_inner_mark(i)
                for i in range(last + 1, end - 1)
            )
        ):
            found.append(
                Draft(
                    Found(last + 1, end),
                    Found(last, last + 1),
                    (Found(first, last),),
                    "says",
                    "signed.v1",
                    LIKELY,
                )
            )
    return tuple(found)


def _paragraph_end(words: Words, index: int) -> int:
    """Return the end of the paragraph of a word."""
    number, end = words.paragraph_of(index), index
    while end < len(words) and words.paragraph_of(end) == number:
        end += 1
    return end
