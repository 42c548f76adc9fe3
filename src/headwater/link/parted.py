"""What parts two statements that share nearly all else, however they are worded.

Where two are equal word by word but for a place, `frame` decides; here their words may stand in
any order, and a reader that sees how much they share overlooks what they do not.
"""

import re
from collections.abc import Sequence
from typing import Final

from headwater.lexicon.tables import load_words
from headwater.link.alignment import Floats, Pair, share_of
from headwater.link.figures import is_one_value
from headwater.link.meaning import Meaning
from headwater.link.told.apart import is_told_apart, tells_round
from headwater.link.turns import Term

MET: Final = 0.6  # likeness from which a word counts as met; as for heads
REST: Final = 0.75  # share of either side's other words that the other has, for all else to be one
AROUND: Final = 24  # characters beside a figure in which it is told which way it went
STEM, ENDING = 4, 3  # letters that "Bavaria" and "Bavarian" share at least, and may end otherwise
PRONOUN: Final = re.compile(r"\b(?:he|she|they|his|her|their|him|them|who)\b", re.IGNORECASE)
UP: Final = re.compile(
    r"\b(?:up|more|higher|above|bigger|larger|gain(?:ed|s)?|r[io]se[sn]?|rising|grew|grow(?:n|s|th)?"
    r"|climb(?:ed|s)?|increas(?:e[ds]?|ing)|at least|no (?:fewer|less))\b",
    re.IGNORECASE,
)
DOWN: Final = re.compile(
    r"\b(?:down|(?<!no )(?:less|fewer)|lower|below|smaller|lost|f[ae]ll(?:s|en|ing)?"
    r"|dropp?(?:ed|s)?|shr[aiu]nk|declin(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)|at most|no more)\b",
    re.IGNORECASE,
)
IF: Final = re.compile(
    r"(?<!\bas )(?<!\beven )(?<!ask )(?<!asked )(?<!know )\b(?:if|unless|provid(?:ed|ing) that"
    r"|on (?:the )?condition (?:that|of)|as long as|in case)\b|, provided\b|^Provided\b",
    re.IGNORECASE,
)
# What a condition may be told as; a statement without any of these holds in any case.
OPEN: Final = re.compile(
    r"\b(?:if|unless|provided|providing|condition|conditional|as long as|in case|should|once|when"
    r"|whenever|after|until|barring|subject to|depend\w*|would|could|require[ds]?|pending)\b",
    re.IGNORECASE,
)
ANYWAY: Final = re.compile(r"\b(?:whether or not|even if|regardless of|no matter)\b", re.IGNORECASE)


def is_parted(pair: Pair) -> bool:
    """Tell whether two statements that share nearly all else part in a name, a way or an if."""
    texts = pair.left.meaning.text, pair.right.meaning.text
    if is_told_apart(*texts):
        return True
    shares = _rest_of(pair)
    if min(shares) >= REST and (
        _names_others(pair) or (_goes_other_way(pair) and not tells_round(*texts))
    ):
        return True
    return max(shares) >= REST and _on_terms(pair)


def _own_names(meaning: Meaning, best: Floats, other: Meaning) -> list[int]:
    """Return where names stand that the other side lacks, but for parts of a name that it has."""
    runs: list[list[int]] = []
    terms = meaning.terms
    for at, term in enumerate(terms):
        if term.name and runs and runs[-1][-1] == at - 1 and terms[at - 1].end + 1 >= term.start:
            runs[-1].append(at)
        elif term.name:
            runs.append([at])
    plain = [word.lower() for word in re.findall(r"\w+", other.text)]
    return [
        at
        for run in runs
        if all(best[at] < MET and not _is_alias(terms[at], other.text, plain) for at in run)
        for at in run
    ]


def _is_alias(name: Term, text: str, words: Sequence[str]) -> bool:
    """Tell whether a text may hold a name in other words: its initials, or whose place it is."""
    letters = name.word.replace(".", "")
    initials = "".join(word[0] for word in re.findall(r"[A-Z]\w*", text)).lower()
    if name.concept in load_words("titles") or (len(letters) > 1 and letters in initials):
        return True
    stem = letters[: max(STEM, len(letters) - ENDING)]
    return len(letters) >= STEM and any(word.startswith(stem) for word in words)


def _rest_of(pair: Pair) -> tuple[float, float]:
    """Return the share of either side's words, names aside, that the other has; 0 if none."""
    found = []
    for side, best, weight in (
        (pair.left.meaning.terms, pair.best_left, pair.weight_left),
        (pair.right.meaning.terms, pair.best_right, pair.weight_right),
    ):
        rest = [at for at, term in enumerate(side) if not term.name]
        found.append(share_of(best[rest], weight[rest]) if rest else 0.0)
    return found[0], found[1]


def _names_others(pair: Pair) -> bool:
    """Tell whether each side names somebody or some place that the other does not."""
    left, right = pair.left.meaning, pair.right.meaning
    if PRONOUN.search(left.text) or PRONOUN.search(right.text):
        return False
    one, two = _own_names(left, pair.best_left, right), _own_names(right, pair.best_right, left)
    initials = {_initials(left, one), _initials(right, two)}
    words = {term.word.replace(".", "") for side in (left, right) for term in side.terms}
    return bool(one and two) and not initials & words


def _initials(meaning: Meaning, places: Sequence[int]) -> str:
    return "".join(meaning.terms[at].word[0] for at in places)


def _goes_other_way(pair: Pair) -> bool:
    """Tell whether one figure is told as up on the one side and as down on the other."""
    texts = pair.left.meaning.text, pair.right.meaning.text
    for here in pair.left.meaning.figures:
        for there in pair.right.meaning.figures:
            if is_one_value(here, there):
                around = [
                    text[max(0, f.start - AROUND) : f.end + AROUND]
                    for text, f in zip(texts, (here, there), strict=True)
                ]
                up = [bool(UP.search(words)) for words in around]
                down = [bool(DOWN.search(words)) for words in around]
                if up != down and up[0] != up[1] and down[0] != down[1]:
                    return True
    return False


def _on_terms(pair: Pair) -> bool:
    """Tell whether only one side holds on a condition, or holds whatever the condition."""
    one, two = pair.left.meaning.text, pair.right.meaning.text
    if bool(ANYWAY.search(one)) != bool(ANYWAY.search(two)):
        return True
    return any(IF.search(a) and not _is_open(b, a) for a, b in ((one, two), (two, one)))


def _is_open(text: str, other: str) -> bool:
    """Tell whether a text has words for a condition that the other has not in the same sense."""
    own = {found[0].lower() for found in OPEN.finditer(IF.sub("", other))}
    return any(found[0].lower() not in own for found in OPEN.finditer(text))
