"""Whether a statement affirms or negates."""

import re
from functools import lru_cache
from typing import Final

from headwater.extract.core import Core
from headwater.extract.words import AUXILIARIES, DETERMINERS, Words
from headwater.lexicon.load import load_entries, load_table

OBJECT: Final = 4  # words behind "denied" in which what is denied stands
CLOSE: Final = 3  # words between a negation and the verb that undoes it ("did not fail to")


def find_negation(text: str, words: Words, core: Core) -> int | None:
    """Return the token that turns the statement round, None if nothing does.

    Negations count in the main clause, in the clause that hangs on "it is clear that" and its
    like, and in what somebody is blamed for or does without ("for not paying").
    """
    affirming = _affirming(text, words)
    for part in (core.main, core.inner):
        found = [i for i in part if i not in affirming and _negates(text, words, i, core)]
        if found:
            return None if _undone(text, words, found) else found[0]
    if core.finite is not None and _is_verdict(words):
        return core.finite
    return next((i for i in range(len(words)) if _negates_deed(words, i, core)), None)


def _is_verdict(words: Words) -> bool:
    """Tell whether a statement calls untrue what was just said ("this is plainly false")."""
    wording = " ".join(words.raw)
    entries = (e for e in load_entries("answers") if e.attributes["kind"] == "verdict")
    return any(entry.compiled().search(wording) for entry in entries)


def rejects(words: Words, index: int) -> bool:
    """Tell whether a verb says that something is not so ("denied the claim", "rejects this")."""
    form, table = words.verb(index), load_table("negation")
    if form is None or form.lemma not in table["rejecting"] or form.form == "ing":
        return False
    behind = words.lower[index + 1 : index + 1 + OBJECT]
    return any(word in table["rejected"] for word in behind)


def is_unmet(words: Words, index: int) -> bool:
    """Tell whether a verb says that an act was not done ("failed to pay", "lacks a permit")."""
    form = words.verb(index)
    if form is None:
        return False
    after = words.lower[index + 1 : index + 3]
    if form.lemma in load_table("negation")["implicative"]:
        return bool(after) and after[0] == "to" and not after[-1][:1].isdigit() and "$" not in after
    return form.lemma == "lack" and form.form != "ing" and (not index or words[index - 1] != "of")


def _undone(text: str, words: Words, found: list[int]) -> bool:
    """Tell whether the second negation takes the first back ("did not fail", "not ruled out")."""
    if len(found) < 2 or found[1] - found[0] > CLOSE:  # noqa: PLR2004 - a pair
        return False
    return is_unmet(words, found[1]) or _opens_phrase(text, words, found[1])


@lru_cache(maxsize=2)
def _phrases(kind: str) -> tuple[re.Pattern[str], ...]:
    """Return the phrases of a kind."""
    entries = load_entries("negation")
    return tuple(e.compiled() for e in entries if e.attributes["kind"] == kind)


def _tokens_in(text: str, words: Words, kind: str) -> set[int]:
    """Return the tokens that a phrase of a kind touches ("didn't" in "didn't just")."""
    if not len(words):
        return set()
    start, end = words.places[0][0], words.places[-1][1]
    found = [m.span() for p in _phrases(kind) for m in p.finditer(text, start, end)]
    places = enumerate(words.places)
    return {n for n, (at, to) in places if any(a < to and at < b for a, b in found)}


def _affirming(text: str, words: Words) -> set[int]:
    """Return the tokens of phrases that hold a negative word and negate nothing."""
    return _tokens_in(text, words, "affirms")


def _negates(text: str, words: Words, index: int, core: Core) -> bool:
    """Tell whether a token turns the clause round."""
    word = words[index]
    if word == "yet":
        return words.lower[index + 1 : index + 2] == ("to",)
    if word == "no" and not _is_plain_no(words, index):
        return False
    if word in {"no", "not"} and _is_in_gerund(words, index, core):
        return False  # "paying no tax is smart" affirms something
    if word == "without" and _is_aside(words, index, core):
        return False
    if word in load_table("negation")["negators"] or word.endswith("n't"):
        return True
    return is_unmet(words, index) or rejects(words, index) or _opens_phrase(text, words, index)


def _is_aside(words: Words, index: int, core: Core) -> bool:
    """Tell whether "without" opens a remark beside the clause ("even without pay, they ...").

    "He left town without notice" is one too; "the town is without power" is none.
    """
    if index and words[index - 1] == ",":
        return True
    behind = words.verb(index + 1) if index + 1 < len(words) else None
    deed = behind is not None and behind.form == "ing"
    before = words.verb(index - 1) if index else None
    bears = index and words[index - 1] in AUXILIARIES | {"left", "be", "been"}
    lacks = bears or (before is not None and before.lemma in load_table("negation")["lacking"])
    return not (deed or lacks) or (core.finite is not None and index < core.finite)


def _opens_phrase(text: str, words: Words, index: int) -> bool:
    """Tell whether a phrase that negates without a negative word begins here."""
    start = words.places[index][0]
    return any(p.match(text, start, words.places[-1][1]) for p in _phrases("negates"))


def _is_plain_no(words: Words, index: int) -> bool:
    """Tell whether "no" is not part of a name or a number ("no. 5", a “no limits” pact)."""
    after = words.lower[index + 1 : index + 3]
    if after[:1] in {("later",), (".",)}:
        return False
    if after[:1] == ("-",):
        return after[1:] == ("one",)
    if index > 1 and words.raw[index - 1] in _OPENS and words.finite[index - 2]:
        return True  # there was “no deal”
    return not (len(after) > 1 and words.raw[index + 2] in '”’"')


_OPENS: Final = frozenset('“‘"')


def _is_in_gerund(words: Words, index: int, core: Core) -> bool:
    """Tell whether a negation belongs to an -ing phrase that is only the subject."""
    if core.finite is None or index > core.finite or words.finite[index - 1 if index else 0]:
        return False
    around = (i for i in (index - 1, index + 1) if 0 <= i < len(words))
    return any(_is_gerund(words, i) for i in around)


def _is_gerund(words: Words, index: int) -> bool:
    """Tell whether a token is an -ing form that is no noun ("the listing")."""
    form = words.verb(index)
    if form is None or form.form != "ing":
        return False
    return not index or words[index - 1] not in DETERMINERS


def _negates_deed(words: Words, index: int, core: Core) -> bool:
    """Tell whether a token negates an act far from the main verb ("blamed for not paying")."""
    if core.finite is None or index <= core.finite:
        return False
    form = words.verb(index + 1) if index + 1 < len(words) else None
    if form is None or form.form != "ing" or words[index - 1] in AUXILIARIES | DETERMINERS:
        return False
    if any(words.finite[core.finite + 1 : index]):
        return False  # in a clause below
    behind_for = words[index] == "not" and words[index - 1] in {"for", "of", "by"}
    apart = words[index - 1] == ","
    return (words[index] == "without" and not apart) or behind_for
