"""Classes of words and marks that the rules of this stage tell apart."""

from typing import Final

from headwater.lexicon.load import load_table

QUOTE_MARKS: Final = frozenset('"“”„«»‟＂')
APOSTROPHES: Final = frozenset("'’`‘")
DASHES: Final = frozenset("—–―")
STOPS: Final = frozenset(".!?…")


def _listed(key: str) -> frozenset[str]:
    """Return a class of words, in lower case."""
    return frozenset(load_table("function_words")[key].split())


AUXILIARIES: Final = _listed("auxiliaries")
MODALS: Final = _listed("modals")
NEGATIONS: Final = _listed("negations")
ADVERBS: Final = _listed("adverbs")
NOT_ADVERBS: Final = _listed("not_adverbs")
DETERMINERS: Final = _listed("determiners")
POSSESSIVES: Final = _listed("possessives")
PRONOUNS: Final = _listed("pronouns")
SUBJECTS: Final = _listed("subjects")
RELATIVES: Final = _listed("relatives")
PREPOSITIONS: Final = _listed("prepositions")
BREAKS: Final = _listed("breaks")
CONJUNCTIONS: Final = _listed("conjunctions")
DAYS: Final = _listed("days")
ABBREVIATIONS: Final = _listed("abbreviations")
