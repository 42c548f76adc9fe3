"""Words that tell what a list is: read once from the lexicon."""

from functools import lru_cache

from headwater.lexicon.load import load_table
from headwater.lexicon.tables import load_words


@lru_cache(maxsize=1)
def fixed_pairs() -> frozenset[str]:
    """Return pairs that are one thing ("law and order")."""
    lines = load_table("lists")["fixed"].strip().split("\n")
    return frozenset(pair.strip() for line in lines for pair in line.split("|"))


@lru_cache(maxsize=1)
def body_heads() -> frozenset[str]:
    """Return the heads of the names of bodies ("ministry")."""
    return frozenset(load_table("lists")["heads"].split())


@lru_cache(maxsize=1)
def collective_verbs() -> frozenset[str]:
    """Return verbs of which a whole list is the subject, but none of its members."""
    return frozenset(load_table("lists")["collective"].split())


@lru_cache(maxsize=1)
def adjective_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return adjectives, and the endings that others have."""
    table = load_table("lists")
    return frozenset(table["adjectives"].split()), tuple(table["adjective_endings"].split())


def is_adjective(word: str) -> bool:
    """Tell whether a word is an adjective by the list or by its ending."""
    adjectives, endings = adjective_words()
    return word in adjectives or word.endswith(endings)


@lru_cache(maxsize=1)
def connectives() -> frozenset[str]:
    """Return what ties a sentence to the one before and tells nothing ("in addition")."""
    lines = load_table("lists")["connectives"].strip().split("\n")
    return frozenset(words.strip() for line in lines for words in line.split("|"))


@lru_cache(maxsize=1)
def dealings() -> frozenset[str]:
    """Return nouns for what is done with goods ("purchases of ...")."""
    return frozenset(load_table("lists")["dealings"].split())


@lru_cache(maxsize=1)
def naming_verbs() -> frozenset[str]:
    """Return verbs that name people or bodies one by one ("charge")."""
    return frozenset(load_table("lists")["naming"].split())


@lru_cache(maxsize=1)
def joint_deeds() -> frozenset[str]:
    """Return verbs for one deed done to several together ("sue")."""
    return frozenset(load_table("lists")["joint"].split())


@lru_cache(maxsize=1)
def single_verbs() -> frozenset[str]:
    """Return verbs that are said of each of two subjects ("plead")."""
    return frozenset(load_table("lists")["single"].split())


@lru_cache(maxsize=1)
def happening_verbs() -> frozenset[str]:
    """Return verbs for what befalls a thing ("sink")."""
    return frozenset(load_table("lists")["happening"].split())


@lru_cache(maxsize=1)
def resulting_verbs() -> frozenset[str]:
    """Return verbs for what an event does to others ("kill")."""
    return frozenset(load_table("lists")["resulting"].split())


@lru_cache(maxsize=1)
def role_nouns() -> frozenset[str]:
    """Return nouns for what one person is ("chairman", "son")."""
    kin = frozenset(load_table("lists")["kin"].split())
    return kin | load_words("titles") | load_words("titles", "titles")
