"""Contents that are bare nouns: a thing of which only the cue says something."""

import re
from functools import lru_cache
from typing import Final

from headwater.extract.list_words import dealings
from headwater.extract.verb_phrases import (
    SUBJECTS,
    has_clause,
    has_finite_verb,
    has_main_verb,
    is_infinitive,
)
from headwater.extract.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, Words
from headwater.lexicon.load import load_table
from headwater.lexicon.verbs import clause_verbs
from headwater.model.attribution import Attribution
from headwater.model.parse import Parse
from headwater.model.span import touching

BARE: Final = 3  # words with a meaning of their own; longer phrases, and "the sale of", tell a fact
LONG: Final = 4  # letters of a word that headlines write with a capital
HEADLINE: Final = 4  # long words; shorter rows of capitals are names
LEAST: Final = 3  # words: "Borg for lying"
OWNERS: Final = frozenset("his her its their our my".split())
OBJECTS: Final = frozenset("him them me us himself herself itself themselves myself".split())
_PLACES: Final = frozenset((word,) for word in PREPOSITIONS)
DESCRIBING: Final = frozenset(
    "rising growing falling mounting ongoing existing remaining increasing declining surging"
    " soaring leading pending looming lingering sweeping missing outstanding prevailing alarming"
    " disturbing worrying troubling overwhelming shocking".split()
)  # what goes with a noun and takes no object
LINKING: Final = frozenset({"of", "to", "by", "for", "on", "from"})
WILLING: Final = frozenset({"asks", "promises", "warns", "believes"})
FUNCTION: Final = PREPOSITIONS | PRONOUNS | AUXILIARIES | frozenset(
    "a an the and or but not no his her its their our my your as that so very who whom s".split()
)  # fmt: skip
WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


@lru_cache(maxsize=8)
def listed(key: str) -> frozenset[str]:
    """Return a list of verbs of the lexicon."""
    return frozenset(load_table("framing")[key].split())


def lemmas_of(words: str) -> frozenset[str]:
    """Return words and the verbs that they are forms of, lower case."""
    found, forms = [word.lower() for word in WORD.findall(words)], clause_verbs()
    known = (forms[word].lemma for word in found if word in forms)
    return frozenset((*found, *known))


def is_bare(text: str, parse: Parse, attribution: Attribution) -> bool:
    """Tell whether a content is a bare noun that only its cue says something of.

    Behind a verb that judges or names ("praised the crew for its work", "called it a farce") any
    phrase is; behind others, one that names no deed ("found 90 pages", not "the export of oil"),
    and behind a wish or a promise, one too short to tell what is wanted.
    """
    if len(attribution.content) > 1 or attribution.cue_kind in {"denies", "declines"}:
        return False
    content = attribution.content[0]
    tokens = [t for s in touching(parse.sentences, (content,)) for t in s.tokens]
    words = Words(text, [t for t in tokens if content.start <= t[0] and t[1] <= content.end])
    if not len(words):
        return False
    lemmas = lemmas_of(" ".join(span.cut(text) for span in attribution.cue))
    if (
        _is_object(words)
        or _hangs(words)
        or (not listed("placing").isdisjoint(lemmas) and _is_placed(words))
    ):
        return True
    judged = not listed("judging").isdisjoint(lemmas)
    clause = _is_clause(words) and not (judged and _is_told_of(words))
    if clause or find_charge(words, attribution):
        return False
    return judged or _is_named(words, lemmas) or _is_thing(text, attribution, words, lemmas)


def _is_named(words: Words, lemmas: frozenset[str]) -> bool:
    """Tell whether the cue gives the words a name, or is against them."""
    if "against" in lemmas and not has_finite_verb(words, range(len(words))):
        return True  # "voted against renaming the pier"
    return not listed("naming").isdisjoint(lemmas) and lemmas.isdisjoint(
        {"for", "on", "upon", "to"}
    )


def _is_thing(text: str, attribution: Attribution, words: Words, lemmas: frozenset[str]) -> bool:
    """Tell whether the words name a thing and no deed, and are no quotation."""
    content = attribution.content[0]
    if text[content.start - 1 : content.start + 1].strip()[:1] in {"“", '"', "‘", "'"}:
        return False
    if _tells_clause(text, attribution, words) or _tells_deed(words):
        return False
    asked = attribution.cue_kind in WILLING and "about" not in lemmas
    return _is_short(words, content.cut(text)) if asked else not _is_deed(words)


def _is_object(words: Words) -> bool:
    """Tell whether words begin with whom the cue's verb governs ("offered [him the job]")."""
    behind = words[1] if len(words) > 1 else ""
    if words[0] == "her":
        return behind in DETERMINERS
    return words[0] in OBJECTS and behind != "to"


def _hangs(words: Words) -> bool:
    """Tell whether words begin with a preposition that the cue's verb asks for ("of his plan")."""
    return words[0] in {"of", "for", "against", "with"} and not has_finite_verb(
        words, range(len(words))
    )


def _is_placed(words: Words) -> bool:
    """Tell whether words say as what a thing is seen ("the toll as a burden")."""
    at = next((i for i in range(1, len(words) - 1) if words[i] == "as"), 0)
    return at > 0 and not any(words.finite[:at]) and words[at - 1] not in {"such", ","}


def _is_told_of(words: Words) -> bool:
    """Tell whether the only verbs are participles behind a noun ("the crowd gathered at")."""
    finite = [i for i in range(len(words)) if words.finite[i]]
    return all(
        i and words[i].endswith("ed") and words.lower[i + 1 : i + 2] in _PLACES for i in finite
    )


def _is_headline(words: Words) -> bool:
    """Tell whether words are capitals with a verb among them: in a headline, a clause."""
    long = [i for i in range(len(words)) if len(words[i]) >= LONG and not words.is_mark(i)]
    capital = all(words.raw[i][0].isupper() or words.raw[i][0].isdigit() for i in long)
    verbs = (words.verb(i) for i in range(1, len(words)))
    return len(long) > HEADLINE and capital and any(v is not None for v in verbs)


def _tells_deed(words: Words) -> bool:
    """Tell whether a noun for what is done heads the words ("exports of oil to Oslo")."""
    joint = next((i for i in range(1, len(words)) if words[i] in LINKING), 0)
    head, form = words[joint - 1], words.verb(joint - 1)
    if not joint or head in listed("no_deeds") or words[0] in OWNERS:
        return False  # "announced his challenge to her"
    named = form is not None and form.noun_too
    return named or head in dealings() or head.endswith(tuple(listed("deed_endings")))


def _tells_clause(text: str, attribution: Attribution, words: Words) -> bool:
    """Tell whether a cue tells a clause and no thing: "said it was sold", "found that"."""
    cue = [word.lower() for word in WORD.findall(attribution.cue[-1].cut(text))]
    forms = clause_verbs()
    last = forms[cue[-1]].lemma if cue and cue[-1] in forms else ""
    told = last in listed("clausal") or words[0] in SUBJECTS or _is_headline(words)
    gap = text[attribution.cue[-1].end : attribution.content[0].start]
    return told or "that" in {*cue[-1:], *gap.lower().split(), words[0]}


def _is_short(words: Words, content: str) -> bool:
    """Tell whether what is wanted or promised is a phrase too short to tell what."""
    if has_finite_verb(words, range(len(words))) or any(c.isdigit() for c in content):
        return False
    return "of" not in words.lower and not _is_deed(words) and 0 < count_telling(words) <= BARE


def _is_clause(words: Words) -> bool:
    """Tell whether words have a verb of their own, and are no noun with what is told of it."""
    sure = [i for i in range(len(words)) if words.finite[i] and not _is_noun_too(words, i)]
    return bool(sure) and has_main_verb(words, range(len(words)))


def _is_noun_too(words: Words, index: int) -> bool:
    """Tell whether a verb form is a noun as often, or is thanked for something ("forces for")."""
    form = words.verb(index)
    if form is None:
        return False
    return form.noun_too or (
        form.form == "third" and words.lower[index + 1 : index + 2] == ("for",)
    )


def _is_deed(words: Words) -> bool:
    """Tell whether words name what is or shall be done ("selling it", "Oslo to pay", "call it")."""
    first = words.verb(0)
    if first is not None and first.form == "base" and words[min(1, len(words) - 1)] in DETERMINERS:
        return True
    shaped = (words.verb(i) for i in range(len(words)))
    doing = any(
        form is not None
        and form.form == "ing"
        and words[max(0, i - 1)] != "-"
        and words[i] not in DESCRIBING
        and not _is_event(words, i)
        for i, form in enumerate(shaped)
    )  # no deed: "two mail-gathering programs", "rising fears"
    return doing or any(is_infinitive(words, i) for i in range(len(words)))


def _is_event(words: Words, index: int) -> bool:
    """Tell whether an -ing form is a noun for what happened at a place ("bombing at the pier")."""
    before = words.raw[index - 1] if index else ""
    placed = words.lower[index + 1 : index + 2] in (("at",), ("in",), ("on",), ("near",))
    return placed and before.isalpha() and before.islower() and before not in FUNCTION


def find_charge(words: Words, speaker: Attribution) -> int:
    """Return where "of" or "for" stands before what somebody is charged with; 0 if nowhere.

    Without it, "accused Lima of closing the mill" tells what is claimed: Lima closing the mill.

    Args:
        words: A statement that begins with who is charged.
        speaker: Who charges.
    """
    if words.places[0][0] != speaker.content[0].start or len(words) < LEAST or words[0] == "to":
        return 0
    cue = lemmas_of(" ".join(span.cut(words.text) for span in speaker.cue))
    charged, judged = not listed("charging").isdisjoint(cue), not listed("judging").isdisjoint(cue)
    joints = frozenset({"of", "for"}) if charged else frozenset({"for"} if judged else ())
    for index in range(1, len(words) - 1):
        form = words.verb(min(index + 1 + _is_slight(words[index + 1]), len(words) - 1))
        if words[index] in joints and form is not None and form.form == "ing":
            return index
        if words.finite[index]:
            return 0
    return 0


def _is_slight(word: str) -> bool:
    """Tell whether a word stands before the verb that it goes with ("not", "falsely")."""
    return word in {"not", "never"} or word.endswith("ly")


def count_telling(words: Words) -> int:
    """Return how many words have a meaning of their own."""
    return sum(not words.is_mark(i) and words[i] not in FUNCTION for i in range(len(words)))


def is_called(words: Words) -> bool:
    """Tell whether a thing is called something ("the plan as a farce", "it as “unfair”")."""
    at = next((i for i in range(1, len(words) - 1) if words[i] == "as"), 0)
    return bool(at) and not any(words.finite[:at]) and not has_clause(words, at + 1)
