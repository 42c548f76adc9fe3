"""What came of a thing: "the ferry sank off Lima, killing ten, shortly after it had left"."""

from typing import Final

from headwater.extract.list_words import happening_verbs, resulting_verbs
from headwater.extract.noun_phrases import WHEN
from headwater.extract.subjects import find_subject
from headwater.extract.verb_phrases import has_clause, skip_adverbs
from headwater.extract.words import ADVERBS, PREPOSITIONS, PRONOUNS, Words

TIMES: Final = frozenset({"after", "before", "as", "when"})
MEASURES: Final = frozenset(
    "just only even shortly soon hours days weeks months years minutes hour day week month year a"
    " few several".split()
)
BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
PARTICLES: Final = frozenset({"down", "off", "up", "out", "over", "apart"})
LONGEST: Final = 5  # words of "just a few hours after"
LEAST: Final = 3  # words of a clause of time


def verb_of_event(words: Words, begin: int, stop: int, doing: int) -> tuple[int, ...]:
    """Return the verb of what happened, if that and not its subject did what follows.

    Of "the ferry sank, killing ten" it is the sinking that killed, of "Borg fled, killing ten" not.

    Args:
        words: Of the sentence.
        begin: Where the fact begins.
        stop: The comma behind it.
        doing: Where the -ing form stands.
    """
    form = words.verb(skip_adverbs(words, doing))
    if form is None or form.lemma not in resulting_verbs():
        return ()
    subject = find_subject(words, range(begin, stop))
    at = subject[-1] + 1 if subject else begin
    while at < stop and not words.finite[at]:
        at += 1
    end = at
    while end < stop and _is_verbal(words, end):
        end += 1
    loose = words[end] in PREPOSITIONS | PARTICLES | WHEN | {","} or words[end].endswith("ly")
    group = tuple(range(at, end))
    person = len(subject) == 1 and words[subject[0]] in PRONOUNS - {"it", "they", "this", "that"}
    return group if group and loose and not person and _happens(words, group) else ()


def befell(words: Words, doing: int) -> bool:
    """Tell whether what came of it was done by a deed below: "points at it being hit, killing"."""
    form = words.verb(skip_adverbs(words, doing))
    came = form is not None and form.lemma in resulting_verbs()
    return came and words[doing - 1] == "," and "being" in words.lower[:doing]


def _is_verbal(words: Words, index: int) -> bool:
    form = words.verb(index)
    shaped = form is not None and form.form in {"past", "participle"}
    loose = words[index] in PARTICLES and words[index + 1] in PREPOSITIONS | WHEN | {","}
    other = words[index] in ADVERBS | BE or words[index].endswith("ly")
    return words.finite[index] or shaped or loose or other


def _happens(words: Words, group: tuple[int, ...]) -> bool:
    """Tell whether a verb tells what befell its subject: "crashed", "was shot down"."""
    forms = [words.verb(i) for i in group if words[i] not in BE]
    lemmas = {form.lemma for form in forms if form is not None}
    passive = any(words[i] in BE for i in group) and any(
        form is not None and form.form in {"past", "participle"} for form in forms
    )
    return passive or not lemmas.isdisjoint(happening_verbs())


def tail_of_time(words: Words, start: int, stop: int) -> int:
    """Return the comma before "shortly after it had left" at the end; `stop` if there is none.

    That tells when the fact was, not what came of it.
    """
    for comma in range(start + LEAST, stop - LEAST):
        if words[comma] != ",":
            continue
        at = comma + 1
        while at < min(stop, comma + LONGEST) and _measures(words, at):
            at += 1
        if comma + 1 < at < stop and words[at] in TIMES and has_clause(words, at + 1):
            return comma
    return stop


def _measures(words: Words, index: int) -> bool:
    number = any(c.isdigit() for c in words[index])
    return number or words[index] in MEASURES or words[index].endswith("ly")
