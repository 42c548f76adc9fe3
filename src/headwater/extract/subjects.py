"""The subject of a clause: what another verb phrase behind it borrows."""

from collections.abc import Sequence
from typing import Final

from headwater.extract.noun_phrases import WHEN
from headwater.extract.verb_phrases import COORDINATORS, SUBORDINATORS, has_clause
from headwater.extract.words import ADVERBS, DETERMINERS, PREPOSITIONS, Words

RELATIVE: Final = frozenset({"which", "who", "that"})
OPENING: Final = frozenset("when as after before since because while although though once".split())
CARRIED: Final = 3  # words from "that" to its verb: "that the mill has"
ASIDES: Final = DETERMINERS | {"such", "including", "like", "now", "then", "one", "who", "former"}


def find_subject(words: Words, body: Sequence[int]) -> tuple[int, ...]:
    """Return the tokens before the first finite verb, without an opening adverbial.

    None behind "whether", whose verb is that of a clause below.
    """
    if len(body) and words[body[0]] == "whether":
        return ()
    for index in body:
        if words.finite[index] and not _is_carried(words, body, index):
            stop = _before_aside(words, body[0], index)
            first = body[0]
            if any(words.lower[at : at + 2] == (",", "of") for at in range(first, stop)):
                return ()  # "the sinking, in May, of the ferry led"
            for at in range(first, stop):
                if words[at] == "," and not all(_is_filler(words, i) for i in range(at, index)):
                    first = at + 1
            found = _without_opening(words, first, stop)
            if found and all(words[i].isdigit() for i in found):
                return ()  # "Borg, 66, and Roe, 33, were found"
            below = bool(found) and words[found[-1]] in RELATIVE and found[-1] > body[0]
            return () if below else found  # "who" of a clause that stands inside
    return ()


def main_part(words: Words, body: Sequence[int]) -> Sequence[int]:
    """Return a body behind its last colon, and behind a clause below that opens it.

    Of "when the dam broke, Borg left" that is "Borg left".
    """
    marks = [n for n, i in enumerate(body) if words[i] == ":" and has_clause(words, i + 1)]
    rest = body[marks[-1] + 1 :] if marks else body
    if not rest or words[rest[0]] not in OPENING:
        return rest
    commas = (n for n, i in enumerate(rest) if words[i] == "," and has_clause(words, i + 1))
    return rest[next(commas, -1) + 1 :]


def _before_aside(words: Words, first: int, verb: int) -> int:
    """Return where a subject ends that an aside between commas parts from its verb.

    "Borg, a miller from Lima, sold the dam": the subject is Borg.
    """
    while verb > first and (words[verb - 1] in ADVERBS or _is_no_longer(words, verb)):
        verb -= 1 + _is_no_longer(words, verb)
    if verb - 1 <= first or words[verb - 1] != ",":
        return verb
    commas = [n for n in range(first + 1, verb - 2) if words[n] == ","]
    joined = {"and", "or"} & set(words.lower[commas[0] : verb]) if commas else {""}
    if not joined and not _is_opening(words, first):
        return commas[0]
    return next((n for n in commas if _is_aside(words, n + 1)), verb)


def _is_no_longer(words: Words, verb: int) -> bool:
    """Tell whether "no longer" stands before a verb: it is no part of who does it."""
    return tuple(words.lower[max(0, verb - 2) : verb]) == ("no", "longer")


def _is_opening(words: Words, first: int) -> bool:
    """Tell whether a sentence may begin with something else than its subject."""
    form = words.verb(first)
    common = form is not None and form.form != "base"
    other = PREPOSITIONS | SUBORDINATORS | ADVERBS | WHEN | {"like", "unlike"}
    return common or words[first] in other or words[first].endswith("ly")


def _is_aside(words: Words, at: int) -> bool:
    """Tell whether what follows a comma tells who or what the word before it is."""
    return words[at] in ASIDES and words.raw[at - 2][0].isupper() | (words[at] in {"such", "like"})


def _is_carried(words: Words, body: Sequence[int], verb: int) -> bool:
    """Tell whether a verb is that of a clause in the subject, and the main one follows.

    "The firm Borg founded was sold"; "men who built the dam were paid".
    """
    later = next((i for i in body if i > verb and words.finite[i]), verb)
    if later == verb or {",", ";", "and", "but", "or"} & set(words.lower[verb:later]):
        return False
    if words[verb - 1] in RELATIVE:
        return verb - 1 > body[0]
    if (
        words[later - 1] not in PREPOSITIONS
        and "that" in words.lower[max(body[0] + 2, verb - CARRIED) : verb]
    ):
        return True  # "the problems that Lima has with the toll are old"
    at = verb
    while at > body[0] and (words.raw[at - 1][0].isupper() or words[at - 1] in {"he", "she", "it"}):
        at -= 1
    opened = words[body[0]] in DETERMINERS and words.raw[body[0]] != words.raw[at]
    plain = at - 1 > body[0] and words.raw[at - 1].islower() and words.raw[at - 1].isalpha()
    form, joined = words.verb(at - 1), words[at - 1] in PREPOSITIONS | DETERMINERS | COORDINATORS
    return at < verb and opened and plain and not joined and (form is None or form.noun_too)


def _without_opening(words: Words, first: int, verb: int) -> tuple[int, ...]:
    """Return the tokens of a subject without adverbs and without a year before it ("in 2011")."""
    while first + 2 < verb and words[first] in {"in", "by", "since"} and words[first + 1].isdigit():
        first += 2
    return tuple(at for at in range(first, verb) if not _is_filler(words, at))


def _is_filler(words: Words, at: int) -> bool:
    """Tell whether a token before the verb is no part of the subject."""
    if words[at].endswith("ly") and words.finite[at + 1]:
        return True
    joined = words[at + 1] == "-"  # "the then-governor"
    return not joined and (words[at] in ADVERBS or words[at] in {",", "meanwhile", "however"})
