"""How firmly a statement is made, and whether it affirms or negates."""

import itertools
from typing import Final, NamedTuple

from headwater.extract.bare import find_charge, is_called
from headwater.extract.core import Core, read_core
from headwater.extract.cue_sense import CueSense, is_turned_down, read_cue
from headwater.extract.hedging import SIDES, find_hedge, is_announced
from headwater.extract.kinds import is_meta
from headwater.extract.negation import find_negation, rejects
from headwater.extract.words import Words
from headwater.lexicon.load import load_table
from headwater.lexicon.tables import country_words
from headwater.lexicon.verbs import verb_forms
from headwater.model.attribution import Attribution, CueKind
from headwater.model.mention import Modality, Polarity
from headwater.model.span import Span

NEXT: Final = 4  # words from an auxiliary on in which its verb stands ("do not really think")
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


class _Read(NamedTuple):
    """A statement with what its words tell."""

    text: str
    words: Words
    core: Core
    speaker: Attribution | None
    negation: int | None

    @property
    def kind(self) -> CueKind | None:
        """Return the kind of the cue."""
        return self.speaker.cue_kind if self.speaker is not None else None

    @property
    def polarity(self) -> Polarity:
        """Return what the words alone say."""
        return "positive" if self.negation is None else "negative"

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Return the word that negates."""
        return tuple(self.words.spans([self.negation])) if self.negation is not None else ()


def weigh_strength(text: str, words: Words, speaker: Attribution | None) -> Strength:
    """Return how firmly a clause is stated, in its speaker's mouth (None for the outlet's own).

    Hedges and negations count only in the clause's core: its main clause, up to a few words
    behind its finite verb. A hedge in the content outweighs the cue; a denial outweighs a hedge.

    Source:
        Rules 5 and 6 of the annotation guide for gold cases; ICD 203 for the words.
    """
    core = read_core(words)
    read = _Read(text, words, core, speaker, find_negation(text, words, core))
    found = _by_rejection(read) or _by_sense(read, read_cue(text, speaker))
    return found or _by_words(read) or _by_cue(read)


def weigh_under(text: str, deed: Words | None, strength: Strength) -> Strength:
    """Return how firm an aim, a means or a result is: no more than the deed that it hangs on."""
    if deed is None or strength.modality != "asserted":
        return strength
    hedge = find_hedge(text, deed, read_core(deed), None)
    if hedge is None:
        return strength
    modality, span = hedge
    why = "a hedge in what it hangs on"
    return strength._replace(modality=modality, evidence=(*strength.evidence, span), why=why)


def _by_rejection(read: _Read) -> Strength | None:
    """Return what a cue or a noun that turns the content down makes of it."""
    speaker = read.speaker
    if speaker is not None and speaker.inside is None and is_turned_down(read.text, speaker):
        return Strength("denied", "negative", (), by_cue=True, why="the claim is turned down")
    if read.kind not in {"denies", "rejects"} or _grants(read.text, speaker):
        return None
    if speaker is not None and find_charge(read.words, speaker):
        return None  # "slammed Borg for not paying": that he did not is said to be so
    if read.kind == "rejects" and is_called(read.words):
        return None  # "dismissed the plan as a farce": that it is one is said to be so
    modality: Modality = "denied" if read.kind == "denies" else "asserted"
    why = f"the cue {read.kind} it"
    return Strength(modality, "negative", read.evidence, by_cue=True, why=why)


def _by_sense(read: _Read, cue: CueSense) -> Strength | None:
    """Return what a cue that is negated, asked about or a guess makes of the content."""
    if cue.sense == "plain" or read.kind in {"denies", "rejects", "declines", "silent"}:
        return None
    if cue.sense == "open":
        return _by_guess(read, cue)
    return Strength("asserted", "negative", cue.words, by_cue=True, why="the cue is negated")


def _by_guess(read: _Read, cue: CueSense) -> Strength | None:
    """Return what a fear, a hope or a question leaves: a thing that is feared is there."""
    if read.core.finite is None and read.words.lower[:1] != ("to",):
        return None
    hedge = find_hedge(read.text, read.words, read.core, read.negation)
    guessed: Modality = "planned" if read.core.finite is None else "possible"
    modality = hedge[0] if hedge is not None else guessed
    return Strength(modality, read.polarity, cue.words, by_cue=True, why="the cue leaves it open")


def _by_words(read: _Read) -> Strength | None:
    """Return what the words of the statement tell, None if they tell no more than that it is."""
    hedge = find_hedge(read.text, read.words, read.core, read.negation)
    if hedge is not None:
        modality, span = hedge
        evidence, why = (*read.evidence, span), "a hedge in the statement"
        return Strength(modality, read.polarity, evidence, by_cue=False, why=why)
    if _is_question(read):
        why = "it is asked, not told"
        return Strength("possible", read.polarity, read.evidence, by_cue=False, why=why)
    if read.negation is None and is_announced(read.words, read.core, read.speaker):
        why = "it tells what will be done"
        return Strength("planned", read.polarity, read.evidence, by_cue=False, why=why)
    if read.core.condition and not _is_advice(read):
        why = "it holds on a condition"
        return Strength("possible", read.polarity, read.evidence, by_cue=False, why=why)
    if read.negation is not None and rejects(read.words, read.negation):
        why = "it says that a claim is rejected"
        return Strength("denied", "negative", read.evidence, by_cue=False, why=why)
    if read.speaker is not None and _is_own_affair(read.words, read.speaker):
        return _by_own_side(read)
    return None


def _by_own_side(read: _Read) -> Strength | None:
    """Return what it means that a speaker with a side talks of that side."""
    if read.negation is not None and (_has_verb(read, "thinking") or is_meta(_wording(read))):
        return None
    if _is_ahead(read):
        if read.negation is not None and _has_verb(read, "bearing"):
            return None  # "we will not accept this" denies nothing
        why = "the speaker's side says what it will do"
        return Strength("planned", read.polarity, read.evidence, by_cue=False, why=why)
    if read.negation is None or not _is_denial(read, read.negation):
        return None
    why = "the speaker's side says it did not"
    return Strength("denied", read.polarity, read.evidence, by_cue=False, why=why)


def _by_cue(read: _Read) -> Strength:
    """Return what the cue makes of the content."""
    kind = read.kind
    if kind in _BY_CUE and not (kind in _AHEAD and _is_told(read)):
        return Strength(
            _BY_CUE[kind], read.polarity, read.evidence, by_cue=True, why=f"the cue {kind} it"
        )
    return Strength("asserted", read.polarity, read.evidence, by_cue=False, why="no hedge found")


def _is_told(read: _Read) -> bool:
    """Tell whether a cue that may ask or warn only tells, tries, or gives a name."""
    if _is_statement(read) or _is_try(read):
        return True
    words = _cue_words(read)
    lemmas = [verb_forms()[word].lemma if word in verb_forms() else word for word in words]
    if "suggest" in lemmas:  # "suggests that it will rain"; "suggested a recess" asks
        return read.core.finite is not None and read.words[read.core.finite] in {"will", "would"}
    if read.words.lower[:1] == ("to",):
        return False
    # "calls it a toy", "agree that it holds", "offers a rare look": no request, no promise.
    return lemmas[-1:] == ["call"] or bool({"agree", "offer"} & set(lemmas))


def _is_denial(read: _Read, negation: int) -> bool:
    """Tell whether a negation turns down a deed: not what one cannot do, should not, or has not."""
    finite, words, table = read.core.finite, read.words, load_table("negation")
    if finite is None or words[finite].removesuffix("n't").removesuffix("not") in table["unfree"]:
        return False
    if words.lower[negation + 1 : negation + 3] == ("going", "to"):
        return False  # what a side will not do; "we have failed to" owns up to it
    form = words.verb(negation)
    if form is not None and form.lemma == "fail":
        return False
    if (finite + 1 < negation and words[negation - 1] == "to") or words[-1] == "to":
        return False
    behind = words.lower[negation + 1 : negation + 1 + NEXT]
    return not (set(behind) & set(table["states"]))


def _wording(read: _Read) -> str:
    """Return the words of a statement."""
    return " ".join(read.words.raw)


def _is_ahead(read: _Read) -> bool:
    """Tell whether a side says what it will do."""
    finite = read.core.finite
    words = {"will", "shall", "won't", "would", "'ll", "we'll", "i'll"}
    return finite is not None and read.words[finite] in words


def _is_question(read: _Read) -> bool:
    """Tell whether a statement asks for yes or no ("does the dam hold?")."""
    end = read.words.places[-1][1] if len(read.words) else 0
    finite = read.core.finite
    opens = finite is not None and finite <= (read.core.main[0] if read.core.main else 0)
    return opens and "?" in read.text[end : end + 2]


def _is_advice(read: _Read) -> bool:
    """Tell whether a statement says what ought to be done."""
    finite = read.core.finite
    return finite is not None and read.words[finite] in {"should", "must", "ought"}


def _has_verb(read: _Read, kind: str) -> bool:
    """Tell whether the main verb is one of a kind: of thought ("do not think"), of bearing."""
    known = load_table("negation")[kind]
    start = read.core.finite or 0
    forms = (read.words.verb(i) for i in range(start, min(len(read.words), start + NEXT)))
    return any(form is not None and form.lemma in known for form in forms)


def _is_try(read: _Read) -> bool:
    """Tell whether the cue is an attempt ("sought to ..."): to try is no plan."""
    known, forms = frozenset({"seek", "try", "attempt"}), verb_forms()
    return any(word in forms and forms[word].lemma in known for word in _cue_words(read))


def _cue_words(read: _Read) -> list[str]:
    """Return the words of the cue."""
    cue = read.speaker.cue if read.speaker is not None else ()
    return [word for span in cue for word in span.cut(read.text).lower().split()]


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


def _is_statement(read: _Read) -> bool:
    """Tell whether a clause says what is, not what shall be ("warned that China has ...")."""
    words = read.words
    finite = next((words[i] for i in read.core.main if words.finite[i] or words[i] == "if"), "if")
    return finite != "if" and finite.split("'")[0] not in _TO_COME


def _is_own_affair(words: Words, speaker: Attribution) -> bool:
    """Tell whether a speaker with a side talks of that side: "we", or the state it speaks for."""
    if speaker.kind not in SIDES:
        return False
    finite = next((i for i in range(len(words)) if words.finite[i]), len(words))
    subject = words.lower[: finite + 1]
    if any(word.split("'")[0] in {"we", "i", "our", "my"} for word in subject):
        return True
    if subject[:1] == ("it",) and speaker.style != "direct" and speaker.kind != "person":
        return True  # "the ministry said it has not ..."
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


_AHEAD: Final = frozenset({"warns", "promises", "asks"})
_TO_COME: Final = frozenset("will would shall should must may might could won can".split())
