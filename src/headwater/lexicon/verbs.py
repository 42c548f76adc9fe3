"""Forms of verbs, for telling where a clause has its finite verb."""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from headwater.lexicon.load import load_table

Form = Literal["base", "third", "past", "participle", "ing"]

AUXILIARIES: Final = frozenset(
    "is are was were has have had will would may might can could must should do does did".split()
)
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SHORT = re.compile(r"[^aeiou][aeiou][bdgklmnprtv]$")


class VerbForm(NamedTuple):
    """A form of a verb; `noun_too` is True if the word is as often a noun."""

    lemma: str
    form: Form
    noun_too: bool


def third_person(base: str) -> str:
    """Return the third person singular."""
    if _CONSONANT_Y.search(base):
        return base[:-1] + "ies"
    return base + ("es" if _SIBILANT.search(base) else "s")


def _stems(base: str, ending: str) -> tuple[str, ...]:
    """Return the spellings of a base before `ed` or `ing`."""
    if base.endswith("e") and (ending == "ed" or not base.endswith(("ee", "oe", "ye"))):
        return (base[:-1] + ending,)
    if ending == "ed" and _CONSONANT_Y.search(base):
        return (base[:-1] + "ied",)
    plain = base + ending
    return (plain, base + base[-1] + ending) if _SHORT.search(base) else (plain,)


@lru_cache(maxsize=1)
def verb_forms() -> dict[str, VerbForm]:
    """Return every known form of every verb, lower case; a past wins over a participle."""
    table = load_table("verbs")
    return _conjugate(table["base"], table["nouns_too"], table["irregular"])


@lru_cache(maxsize=1)
def clause_verbs() -> dict[str, VerbForm]:
    """Return every form of every verb, the rarer ones too, for telling where clauses end."""
    table = load_table("verbs")
    nouns = f"{table['nouns_too']} {table['rare_nouns_too']}"
    known = _conjugate(table["base"], nouns, table["irregular"])
    return _conjugate(table["rare"], nouns, table["rare_irregular"]) | known


def may_be_finite(word: str) -> bool:
    """Tell whether a word may be the verb of a sentence; a name of the same letters is none."""
    if word.lower() in AUXILIARIES or word.endswith("ed"):
        return True
    form = clause_verbs().get(word)
    return form is not None and form.form != "ing" and (form.form == "past" or not form.noun_too)


def _conjugate(base: str, nouns_too: str, irregulars: str) -> dict[str, VerbForm]:
    """Return the forms of the verbs of a table."""
    nouns = frozenset(nouns_too.split())
    irregular = {row.split()[0]: row.split()[1:] for row in irregulars.strip().split("\n")}
    forms: dict[str, VerbForm] = {}
    for verb in sorted({*base.split(), *irregular} - {"be"}):
        _add_forms(forms, verb, irregular.get(verb), noun=verb in nouns)
    return forms


def _add_forms(
    forms: dict[str, VerbForm], base: str, irregular: list[str] | None, *, noun: bool
) -> None:
    """Add the forms of one verb."""
    same_past = irregular is not None and base in irregular[0].split(",")
    forms.setdefault(base, VerbForm(base, "past" if same_past else "base", noun))
    forms.setdefault(third_person(base), VerbForm(base, "third", noun))
    for stem in _stems(base, "ing"):
        forms.setdefault(stem, VerbForm(base, "ing", noun_too=False))
    if irregular is None:
        for stem in _stems(base, "ed"):
            forms.setdefault(stem, VerbForm(base, "past", noun_too=False))
        return
    pasts, participle = irregular
    for past in pasts.split(","):
        forms.setdefault(past, VerbForm(base, "past", noun_too=False))
    forms.setdefault(participle, VerbForm(base, "participle", noun_too=False))
