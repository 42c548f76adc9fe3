"""What is told of a noun beside somebody's words: "Borg denied the theft, which cost Lima ten men".

The clause is the voice's around them, but the noun that it is about stands in what was said, or is
who said it.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from headwater.extract.bare import listed
from headwater.extract.inserts import MIN_PARTICIPLE, RELATIVE, is_participle, opens_relative
from headwater.extract.noun_phrases import is_about, name_before, phrase_before
from headwater.extract.verb_phrases import COORDINATORS, skip_adverbs
from headwater.extract.words import DETERMINERS, Words
from headwater.lexicon.name_lists import load_names
from headwater.model.parse import Parse
from headwater.model.span import Span, touching

NEAR: Final = 2  # characters from a noun to the mark behind it: a space before a dash
LEAST: Final = 3  # words of such a clause: "who was there" tells little more than "who" does
RELATIVES: Final = RELATIVE | {"whose"}
POINTING: Final = frozenset("this that these those any no every".split())


def about_before(words: Words, mark: int, opener: int) -> tuple[int, ...]:
    """Return what a relative clause behind a mark is about; () if that is not sure.

    One capital between commas before "who" is a place and not who is meant.
    """
    alone = mark > 1 and words[mark - 2] == "," and words.raw[mark - 1][0].isupper()
    about = () if alone and words[opener] == "who" else phrase_before(words, mark)
    if words[opener] == "who":
        about = _person_before(words, mark) or about or name_before(words, mark)
    if words[opener] == "whose":
        return about
    return about if is_about(words, about, skip_adverbs(words, opener + 1)) else ()


def _person_before(words: Words, mark: int) -> tuple[int, ...]:
    """Return the name of somebody behind "of" ("the death of [Ana Borg], who was ..."), or ()."""
    at = mark
    while at > 0 and (words.raw[at - 1][0].isupper() or words.raw[at - 1] == "."):
        at -= 1
    known = mark - at > 1 and words[at] in load_names().given
    return tuple(range(at, mark)) if known and at and words[at - 1] == "of" else ()


def find_told_of(
    text: str, parse: Parse, left: Iterable[Span], sources: Sequence[Span]
) -> dict[Span, tuple[Span, ...]]:
    """Return clauses about a noun that somebody's words took, by the stretch that holds them.

    Args:
        text: The document's.
        parse: Its marks.
        left: What one voice says besides the words of others.
        sources: Of those others.
    """
    found: dict[Span, tuple[Span, ...]] = {}
    for span in left:
        sentence = next(iter(touching(parse.sentences, (span,))), None)
        if sentence is None or span.start <= sentence.span.start:
            continue
        words = Words(text, [t for t in sentence.tokens if t[0] < span.end])
        mark = next((n for n, (a, _) in enumerate(words.places) if a >= span.start), 0)
        stop = len(words)
        while stop > mark and words.is_mark(stop - 1):
            stop -= 1
        about = _about(words, mark, stop, sources)
        if about:
            found[span] = words.spans((*about, *range(mark, stop)))
    return found


def _about(words: Words, mark: int, stop: int, sources: Sequence[Span]) -> tuple[int, ...]:
    """Return the noun that what begins at a mark tells of; () if nothing surely does so."""
    opener = mark + 1
    if not mark or stop - opener < LEAST or not (words[mark] == "," or words.is_dash(mark)):
        return ()
    end = words.places[mark - 1][1]
    source = next((s for s in sources if s.start < end <= s.end), None)
    who = tuple(i for i in range(mark) if source and words.places[i][0] >= source.start)
    inserted = stop < len(words)
    if any(words.finite[i] for i in who) or (who and words[opener] == "which" and not inserted):
        return ()  # "the dam leaked, according to the note, which nobody denies"
    form = words.verb(skip_adverbs(words, opener + 1))
    if form is not None and form.lemma in listed("talking"):
        return ()  # "an aide, who spoke on condition of anonymity"
    if words[opener] in RELATIVES and opens_relative(words, opener):
        about = who or about_before(words, mark, opener)
        return about if words[opener] == "who" or _is_one_thing(words, about) else ()
    told = who and stop - opener >= MIN_PARTICIPLE and is_participle(words, opener)
    return who if told and inserted else ()


def _is_one_thing(words: Words, about: Sequence[int]) -> bool:
    """Tell whether a phrase is surely all that "which" stands for.

    "A mill for pumps, which" and "nets and boats, which" may be about more than their last noun.
    """
    if not about:
        return False
    first, before = words[about[0]], words[about[0] - 1] if about[0] else ""
    owned = any(words[i].endswith(("'s", "s'")) for i in about)
    named = words.raw[about[0]][0].isupper() or owned or first in DETERMINERS - POINTING
    return named and before not in COORDINATORS | {"by", "including"}
