"""The words of a region, with what is known of each."""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Final

from headwater.lexicon.load import load_table
from headwater.lexicon.verbs import VerbForm, clause_verbs
from headwater.model.span import Span

AUXILIARIES: Final = frozenset(
    "is are was were am has have had does do did will would can could may might must shall should"
    " isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't"
    " couldn't mustn't shouldn't cannot 've 're 'll 'd ain't".split()
)
CONTRACTED: Final = frozenset("it he she that there who what they we you i".split())
PRONOUNS: Final = frozenset("he she it they we i you this that these those who which there".split())
DETERMINERS: Final = frozenset(
    "the a an his her its their our my your this that these those some any no every each"
    " another".split()
)
ADVERBS: Final = frozenset(
    "also then never always still now just even only not soon often already later subsequently"
    " reportedly allegedly since thus therefore instead further again once almost nearly"
    " neither".split()
)
PREPOSITIONS: Final = frozenset(
    "of in on at by for from with to into over under against between through during without within"
    " across alongside toward towards via per despite amid among about after before since until"
    " upon".split()
)
DESCRIBING: Final = frozenset("more most less least very other such of in with by for".split())
FREQUENT: Final = frozenset({"also", "still", "now", "often", "always", "never", "already", "thus"})
LY_ADJECTIVES: Final = frozenset(
    "early daily weekly monthly yearly quarterly hourly likely unlikely only family friendly deadly"
    " costly elderly lonely lively orderly ugly holy timely july".split()
)
TOUCHING: Final = frozenset({"involve", "concern", "affect", "injure", "displace"})
CROWDS: Final = frozenset("everyone everybody anyone those all others people parties".split())
THINGS: Final = frozenset({"forces", "licenses", "licences"})
MIN_BEFORE: Final = 2  # words before such a verb: its subject and the adverb
MAX_GAP: Final = (
    3  # characters of white space between neighbours; more means that words were cut out
)


class Words(Sequence[str]):
    """Lower-cased tokens of one sentence's region, with offsets into the document.

    A contraction's tail ("n't", "'s") is joined to the word before it, so that `hasn’t` is one; so
    are the parts of a number ("1,500", "5:30") and the full stop of an abbreviation ("Mr.").
    An "and" inside a name or a fixed pair reads as "&", so that nothing is split there.
    """

    def __init__(
        self, text: str, tokens: Iterable[tuple[int, int]], held: frozenset[int] = frozenset()
    ) -> None:
        self.text, self.held = text, held
        self.places = _join_tokens(text, list(tokens))
        self.raw = tuple(text[a:b] for a, b in self.places)
        lower = (word.lower().replace("’", "'") for word in self.raw)
        self.lower = tuple(
            "&" if place[0] in held else word
            for place, word in zip(self.places, lower, strict=True)
        )

    def __len__(self) -> int:
        return len(self.lower)

    def __getitem__(self, index: int) -> str:  # type: ignore[override]
        return self.lower[index]

    def pick(self, indices: Iterable[int]) -> "Words":
        """Return the chosen tokens as words of their own."""
        return Words(self.text, (self.places[i] for i in indices), self.held)

    def is_mark(self, index: int) -> bool:
        """Tell whether the token is punctuation."""
        return not any(c.isalnum() or c in "$€£¥%" for c in self.raw[index])

    def is_dash(self, index: int) -> bool:
        """Tell whether the token is a dash and no hyphen: "–", " - ", the first half of "--"."""
        if self.raw[index] in {"—", "–"}:
            return True
        if self.raw[index] != "-":
            return False
        start, end = self.places[index]
        before, behind = self.text[max(0, start - 1) : start], self.text[end : end + 1]
        return behind == "-" or (before in {" ", ""} and behind in {" ", ""})

    def is_hyphened(self, index: int) -> bool:
        """Tell whether hyphens tie a token to its neighbours ("son-in-law")."""
        start, end = self.places[index]
        return self.text[max(0, start - 1) : start] == "-" or self.text[end : end + 1] == "-"

    def verb(self, index: int) -> VerbForm | None:
        """Return the verb form that the token may be; none behind the last one."""
        return clause_verbs().get(self.lower[index]) if index < len(self) else None

    @cached_property
    def finite(self) -> tuple[bool, ...]:
        """Whether each token is read as a finite verb."""
        return tuple(_is_finite(self, index) for index in range(len(self)))

    def spans(self, indices: Iterable[int]) -> tuple[Span, ...]:
        """Return the spans of the tokens; neighbours in the region become one span."""
        runs: list[list[int]] = []
        last = -2
        for index in indices:
            start, end = self.places[index]
            if runs and index == last + 1 and self._touch(last, index):
                runs[-1][1] = end
            else:
                runs.append([start, end])
            last = index
        return tuple(Span(start=a, end=b) for a, b in runs)

    def _touch(self, left: int, right: int) -> bool:
        """Tell whether nothing of the document lies between two tokens of the region."""
        return self.places[right][0] - self.places[left][1] <= MAX_GAP


def _join_tokens(text: str, tokens: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join what is one word: `hasn’t`, `$1,500`, `1.72`, `Mr.`, `U.S.`."""
    joined: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        start, end = tokens[at]
        while size := _tail(text, start, tokens, at):
            at += size
            end = tokens[at][1]
        joined.append((start, end))
        at += 1
    return tuple(joined)


def _tail(text: str, start: int, tokens: Sequence[tuple[int, int]], at: int) -> int:
    """Return how many tokens behind one belong to the same word."""
    places = [*tokens[at : at + 3]]
    if len(places) > 1 and places[1][0] != places[0][1]:
        return 0
    last, mark, behind = (*(text[a:b] for a, b in places), "", "")[:3]
    near = len(places) > MARKED and places[2][0] == places[1][1]
    if near and mark in {"'", "’"}:
        return 2 * (behind.lower() in _TAILS)
    if near and last.isdigit() and behind.isdigit():
        return 2 * (mark in {".", ":"} or (mark == "," and len(behind) == THOUSANDS))
    if mark != ".":
        return 0
    if near and len(last) == 1 and last.isupper() and len(behind) == 1 and behind.isupper():
        return 2
    letters = len(last) == 1 and "." in text[start : places[0][0]]
    return int(letters or (last.lower() in titles() and len(places) > MARKED))


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """Return words whose full stop belongs to them and ends no sentence ("Mr.")."""
    known = load_table("function_words")["abbreviations"].split()
    return frozenset(word for word in known if len(word) > 1) - {"no"}


MARKED: Final = 2  # a word and a mark behind it; only what follows shows that they are one
THOUSANDS: Final = 3  # digits behind the comma of a large number
_TAILS: Final = frozenset("t s re ve ll d m".split())


def _is_finite(words: Words, index: int) -> bool:
    """Tell whether the token is a finite verb, from its form and its neighbours."""
    word = words[index]
    if words.raw[index] in {"May", "Will", "Wills"}:
        return False  # a month, a man
    if word in AUXILIARIES or (
        word.endswith(("'s", "'re", "'ve", "'ll", "'d", "'m")) and _is_contracted(word)
    ):
        return True
    form = words.verb(index)
    if form is None or words.raw[index][0].isupper():
        return False
    before = words[index - 1] if index else ""
    if before in DETERMINERS - PRONOUNS or before in {"to", "of", "'s"} or before.endswith("'s"):
        return False
    if form.form == "past":
        return not _is_participle(words, index) and _past_is_finite(words, index)
    return form.form in {"base", "third"} and _present_is_finite(words, index, form)


def _present_is_finite(words: Words, index: int, form: VerbForm) -> bool:
    """Tell a present tense from a noun or an infinitive."""
    before = words[index - 1] if index else ""
    if before in FREQUENT and _has_object(words, index):
        return True
    if form.form == "third" and before in {"these", "those"}:
        return False  # "these forms"
    if form.form == "third" and _is_governed(words, index):
        return False
    if form.form == "third":
        sure = not form.noun_too or before in PRONOUNS
        return sure or _follows_singular(words, index) or _follows_adverb(words, index)
    plural = before.endswith("s") and not before.endswith("'s") and before not in AUXILIARIES
    return before in {"they", "we", "you", "i", "who", "that"} or (plural and not form.noun_too)


def _has_object(words: Words, index: int) -> bool:
    """Tell whether something that can be an object follows a verb ("also supply the army")."""
    if index + 1 >= len(words) or index < MIN_BEFORE:
        return False
    others = {"him", "them", "us", "me", "it"}
    return words[index + 1] in DETERMINERS | others or words.raw[index + 1][0].isupper()


def _is_contracted(word: str) -> bool:
    """Tell whether `it's` and its like stand for a verb (and not for a possessive)."""
    head, _, tail = word.rpartition("'")
    return tail != "s" or head in CONTRACTED


def _is_governed(words: Words, index: int) -> bool:
    """Tell whether a word is what a verb before it is done to ("grant licenses"), or a thing."""
    form = words.verb(index - 1) if index >= MIN_BEFORE else None
    plain = form is not None and form.form == "base" and not form.noun_too
    if words[index] in THINGS and not _has_object(words, index):
        return True  # "allied forces in Lima", but "the toll forces them out"
    return plain and words[index - MIN_BEFORE] in {"to", "will", "would", "can", "could", "may"}


def _follows_adverb(words: Words, index: int) -> bool:
    """Tell whether an adverb parts a noun from its verb ("the audit increasingly points at")."""
    if index < MIN_BEFORE or index + 1 >= len(words) or not words[index - 1].endswith("ly"):
        return False
    if words[index - 1] in LY_ADJECTIVES or words[index - MIN_BEFORE] in DETERMINERS:
        return False
    noun = words[index - MIN_BEFORE].isalpha() and not words[index - MIN_BEFORE].endswith("s")
    governs = words[index + 1] in DETERMINERS | {"at", "to", "that", "on"}
    return noun and governs and words[index - MIN_BEFORE] not in PREPOSITIONS | AUXILIARIES


def _is_participle(words: Words, index: int) -> bool:
    """Tell whether a past form is surely none of a main clause.

    So in "the dam being badly hit", "were ten divers already fined in May".
    """
    at, before = index - 1, words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    while at > 0 and words[at].endswith("ly"):
        at -= 1
    if words[max(at, 0)] in {"being", "been", "be"}:
        return True
    form = words.verb(index)
    touched = form is not None and form.lemma in TOUCHING
    if touched and before in CROWDS and after in PREPOSITIONS:
        return True  # "everyone involved with it"
    if words[0] == "with" and "," not in words.lower[:index]:
        return after in PREPOSITIONS  # "With rain still expected in Lima, ..."
    told = before in {"already", "recently", "previously"} and after in PREPOSITIONS
    return told and any(word in AUXILIARIES for word in words.lower[:index])


def _past_is_finite(words: Words, index: int) -> bool:
    """Tell a past tense from a participle behind its noun ("goods shipped to ...")."""
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if before in AUXILIARIES or before in {"been", "being", "be", "as", "-", ""}:
        return False
    form = words.verb(index)
    same = form is not None and form.lemma == words[index]  # "yards spread across nine towns"
    regular = form is not None and (words[index].endswith("ed") or same)
    if after == "of" and form is not None and form.lemma == words[index]:
        return False  # "a set of", "the cost of"
    if before in DESCRIBING or before in {"“", "‘", "«"}:
        return False  # "more impounded ships"
    if (
        before == ","
        and after == "and"
        and "".join(words.lower[index + 2 : index + 3])[-3:] == "ing"
    ):
        return False  # "in May, tired and grieving families left"
    if before.endswith("ly") and index > 1 and words[index - 2] in DETERMINERS | DESCRIBING:
        return False  # "a politically charged note"
    if before in PRONOUNS or before in ADVERBS or before.endswith("ly"):
        return True
    if regular and (after in PREPOSITIONS - {"to"}):
        return not any(word in AUXILIARIES for word in words.lower[:index])
    return True


def _follows_singular(words: Words, index: int) -> bool:
    """Tell whether a name stands before that could be the subject."""
    if not index:
        return False
    before, after = words.raw[index - 1], words[index + 1] if index + 1 < len(words) else ""
    named = before[0].isupper() and not before.endswith("s")
    return named and (after in DETERMINERS or after in {"that", "to", "it", "them"})
