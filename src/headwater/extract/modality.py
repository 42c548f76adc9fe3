"""How firmly a statement is made, and whether it affirms or negates."""

import itertools
import re
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.extract.words import AUXILIARIES, Words
from headwater.lexicon.load import load_entries, load_table
from headwater.lexicon.tables import country_words
from headwater.lexicon.verbs import verb_forms
from headwater.model.attribution import Attribution, CueKind, SourceKind
from headwater.model.mention import Modality, Polarity
from headwater.model.span import Span

NEGATIONS: Final = frozenset(
    "not never no neither nor none nobody nothing cannot without hardly".split()
)
NEGATIVE_VERBS: Final = frozenset(
    "refuse refuses refused fail fails failed decline declines declined deny denies denied"
    " reject rejects"
    " rejected lack lacks lacked".split()
)
BEFORE: Final = 40  # characters before a noun in which its verb stands
REACH: Final = 4  # words after the finite verb in which a hedge or a negation still bears on it
_STOPS: Final = frozenset(
    {"which", "who", "whom", "whose", "where", "because", "since", "although", "though", "that"}
)
_BY_CUE: Final[dict[CueKind, Modality]] = {
    "denies": "denied", "warns": "planned", "promises": "planned", "asks": "planned",
    "alleges": "alleged", "rumoured": "alleged",
}  # fmt: skip


class Strength(NamedTuple):
    """Modality and polarity, with the words that decided; `by_cue` if the cue did."""

    modality: Modality
    polarity: Polarity
    evidence: tuple[Span, ...]
    by_cue: bool
    why: str


def weigh_strength(text: str, words: Words, speaker: Attribution | None) -> Strength:
    """Return how firmly a clause is stated, in its speaker's mouth (None for the outlet's own).

    Hedges and negations count only in the clause's core: from its beginning to a few words after
    its finite verb, and not inside a relative clause. A hedge in the content outweighs the cue;
    a denial outweighs a hedge.

    Source:
        Rules 5 and 6 of the annotation guide for gold cases; ICD 203 for the words.
    """
    cue_kind = speaker.cue_kind if speaker is not None else None
    core = _core(words)
    if speaker is not None and speaker.inside is None and _is_turned_down(text, speaker):
        return Strength("denied", "negative", (), by_cue=True, why="the claim is turned down")
    hedge = _first_hedge(text, words, core)
    negation = next((i for i in core if _negates(words, i)), None)
    polarity: Polarity = "positive" if negation is None else "negative"
    evidence = tuple(words.spans([negation])) if negation is not None else ()
    if cue_kind in {"denies", "rejects"} and not _grants(text, speaker):
        modality: Modality = "denied" if cue_kind == "denies" else "asserted"
        return Strength(modality, "negative", evidence, by_cue=True, why=f"the cue {cue_kind} it")
    if hedge is not None:
        modality, span = hedge
        return Strength(
            modality, polarity, (*evidence, span), by_cue=False, why="a hedge in the statement"
        )
    if negation is not None and speaker is not None and _is_own_affair(words, speaker):
        return Strength(
            "denied", polarity, evidence, by_cue=False, why="the speaker's side says it did not"
        )
    if cue_kind in _BY_CUE and not (cue_kind in _AHEAD and _is_statement(words, core)):
        return Strength(
            _BY_CUE[cue_kind], polarity, evidence, by_cue=True, why=f"the cue {cue_kind} it"
        )
    return Strength("asserted", polarity, evidence, by_cue=False, why="no hedge found")


def _is_turned_down(text: str, speaker: Attribution) -> bool:
    """Tell whether the cue is a noun that its owner turns down ("rejected the claim that ...")."""
    if not speaker.cue:
        return False
    noun = speaker.cue[-1].cut(text).rsplit(None, 1)[-1]
    stop = speaker.cue[-1].end - len(noun)
    return any(
        entry.compiled().search(text, max(0, stop - BEFORE), stop) is not None
        for entry in load_entries("answers")
        if entry.attributes["kind"] == "turned down"
    )


def _grants(text: str, speaker: Attribution | None) -> bool:
    """Tell whether a cue objects to a thing that it takes as given ("condemned the raid")."""
    words = speaker.cue if speaker is not None and speaker.cue_kind == "rejects" else ()
    known, forms = frozenset(load_table("answers")["granting"]), verb_forms()
    for span in words:
        for word in span.cut(text).lower().split():
            form = forms.get(word)
            if word in known or (form is not None and form.lemma in known):
                return True
    return False


def _is_statement(words: Words, core: tuple[int, ...]) -> bool:
    """Tell whether a clause says what is, not what shall be ("warned that China has ...")."""
    finite = next((words[i] for i in core if words.finite[i] or words[i] == "if"), "if")
    return finite != "if" and finite.split("'")[0] not in _TO_COME


def _is_own_affair(words: Words, speaker: Attribution) -> bool:
    """Tell whether a speaker with a side talks of that side: "we", or the state it speaks for."""
    if speaker.kind not in _SIDES:
        return False
    finite = next((i for i in range(len(words)) if words.finite[i]), len(words))
    subject = words.lower[: finite + 1]
    if any(word.split("'")[0] in {"we", "i", "our", "my"} for word in subject):
        return True
    known = country_words()
    sides = {known[word].iso for word in _words_of(speaker) if word in known}
    return any(
        word.removesuffix("'s") in known and known[word.removesuffix("'s")].iso in sides
        for word in subject
    )


def _words_of(speaker: Attribution) -> tuple[str, ...]:
    """Return the lower-case words, and pairs of words, of a speaker's name and affiliation."""
    single = f"{speaker.name} {speaker.affiliation or ''}".lower().replace("’", "'").split()
    plain = tuple(word.removesuffix("'s") for word in single)
    return (*plain, *(f"{a} {b}" for a, b in itertools.pairwise(plain)))


def _core(words: Words) -> tuple[int, ...]:
    """Return the tokens of the main clause up to a few words after its finite verb."""
    finite = next((i for i in range(len(words)) if words.finite[i]), None)
    if finite is None:
        return tuple(range(len(words)))
    stop = min(len(words), finite + REACH + 1)
    for index in range(finite + 1, stop):
        if words[index] in _STOPS:
            stop = index
            break
    return tuple(range(stop))


def _negates(words: Words, index: int) -> bool:
    """Tell whether a token turns the statement round."""
    word = words[index]
    if word == "yet":
        return index + 1 < len(words) and words[index + 1] == "to"
    if (
        word == "no"
        and index + 1 < len(words)
        and words[index + 1] in {"longer", "-", "later", "."}
    ):
        return words[index + 1] == "longer"
    if word == "no" and index + 2 < len(words) and words.raw[index + 2] in '”’"':
        return False  # a name in quotation marks: a “no limits” friendship
    if word in {"no", "not"} and _is_in_gerund(words, index):
        return False  # "paying no tax is smart" affirms something
    return word in NEGATIONS or word.endswith("n't") or word in NEGATIVE_VERBS


def _is_in_gerund(words: Words, index: int) -> bool:
    """Tell whether a negation belongs to an -ing phrase or to "or not", not to the clause."""
    around = (words.verb(i) for i in (index - 1, index + 1) if 0 <= i < len(words))
    return (
        any(form is not None and form.form == "ing" for form in around)
        and (index == 0 or words[index - 1] not in AUXILIARIES)
        or (index > 0 and words[index - 1] == "or")
    )


@lru_cache(maxsize=1)
def _hedges() -> tuple[tuple[re.Pattern[str], Modality], ...]:
    """Return the hedge patterns with the modality they leave."""
    return tuple(
        (entry.compiled(), entry.attributes["modality"]) for entry in load_entries("hedges")
    )


def _first_hedge(text: str, words: Words, core: tuple[int, ...]) -> tuple[Modality, Span] | None:
    """Return the weightiest hedge whose words begin in the core."""
    if not core:
        return None
    start, end = words.places[core[0]][0], words.places[core[-1]][1]
    found = [
        (modality, Span(start=match.start(), end=match.end()))
        for pattern, modality in _hedges()
        if (match := pattern.search(text, start, end))
    ]
    return min(found, key=lambda item: (_RANK[item[0]], item[1]), default=None)


_AHEAD: Final = frozenset({"warns", "promises", "asks"})
_TO_COME: Final = frozenset("will would shall should must may might could won can".split())
_SIDES: Final[frozenset[SourceKind]] = frozenset({"person", "government", "organization"})
_RANK: Final[dict[Modality, int]] = {
    "possible": 0, "probable": 1, "alleged": 2, "planned": 3, "denied": 4, "asserted": 5,
}  # fmt: skip
