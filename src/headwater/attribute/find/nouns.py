"""Read a source's noun phrase: its core, its head noun and what sort of source that is."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.attribute.find.classes import APOSTROPHES, DAYS, DETERMINERS, QUOTE_MARKS
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.states import states_go_on
from headwater.attribute.find.words import Words
from headwater.lexicon.load import load_table
from headwater.lexicon.verbs import verb_forms
from headwater.model.attribution import SourceKind
from headwater.model.parse import Name

ISSUED: Final = frozenset({"published", "released", "issued", "dated", "conducted", "taken"})
DATED: Final = frozenset(
    {"on", "in", "last", "this", "late", "earlier", "early", "from", "between"}
)
PAPERS: Final = frozenset({"report", "dataset", "leak", "visual"})
OPENERS: Final = frozenset(
    """of for from at in with by to on about who which that whose familiar briefed close privy
    involved speaking based near within inside across against published released including when as
    obtained seen viewed reviewed leaked shared into""".split()
)
LEADING: Final = frozenset(
    "even as only perhaps both all many most some several other another one two three four".split()
)


_AGENT: Final = re.compile(r"(?:er|or|ist|ian|ant|ee|man|woman|person|men|women|people)s?$")


class Phrase(NamedTuple):
    """A source's words taken apart.

    Attributes:
        whole: Without leading adverbs and without relative clauses and appositions at the end.
        core: The same without articles and numbers at the front.
        head: The head noun, lower case.
        head_end: Word behind the head noun.
        definite: True if "the", "this" or a possessive stands before it.
        number: "one", "two", ...; empty if no number is given.
        aside: The apposition or relative clause behind the core.
    """

    whole: Found
    core: Found
    head: str
    head_end: int
    definite: bool
    number: str
    aside: Found | None


def read_phrase(words: Words, source: Found) -> Phrase:
    """Return the parts of a source's noun phrase."""
    first, last = source
    core_end = _end_of_core(words, first, last)
    while first < core_end - 1 and (
        words.is_adverb(first)
        or words.lower[first] in {"even", "as", "both", "all", "and", "but"}
        and words.lower[first + 1] != "of"
        or words.raw[first] in QUOTE_MARKS
    ):
        first += 1
    start = first
    definite, number = False, ""
    while start < core_end - 1 and (
        words.lower[start] in DETERMINERS | LEADING
        or words.is_adverb(start)
        or words.raw[start] in QUOTE_MARKS
    ):
        word = words.lower[start]
        definite = definite or word in {
            "the",
            "this",
            "these",
            "those",
            "that",
            "his",
            "her",
            "their",
            "its",
        }
        number = (
            word
            if word
            in {
                "one",
                "two",
                "three",
                "four",
                "another",
                "several",
                "other",
                "a",
                "an",
                "some",
                "many",
                "most",
            }
            else number
        )
        if (
            word
            in {"one", "some", "many", "most", "several", "two", "three", "all", "both", "each"}
            and start + 2 < core_end
            and words.lower[start + 1] == "of"
        ):
            start += 1
        start += 1
    head_end = _end_of_head(words, start, core_end)
    aside = Found(core_end, last) if core_end < last else None
    return Phrase(
        Found(first, core_end),
        Found(start, core_end),
        words.lower[head_end - 1],
        head_end,
        definite,
        number,
        aside,
    )


def _end_of_core(words: Words, first: int, last: int) -> int:
    """Return where a relative clause or an apposition begins."""
    for index in range(first + 1, last):
        if words.lower[index] == "who" or words.raw[index] in {"—", "–", "("}:
            return index
        if words.raw[index : index + 2] == ["-", "-"]:
            return index
        if _is_time(words, index, last):
            return index
        dated = index + 1 < last and words.lower[index + 1] in DATED | DAYS
        if words.lower[index] in ISSUED and dated:
            return index
        filed = words.lower[index] == "filed" and words.raw[index - 1].islower()
        if index == last - 1 and (filed or _is_made(words, index)):
            return index
        if words.raw[index] == "," and not (
            _names_go_on(words, index, last) or states_go_on(words, index, last)
        ):
            return index
    return last


def _is_time(words: Words, index: int, last: int) -> bool:
    """Tell whether a time such as "on Thursday" begins here and ends the phrase."""
    reach = index + (words.lower[index] in DATED)
    return reach == last - 1 and words.lower[reach] in DAYS and reach > index


def _names_go_on(words: Words, index: int, last: int) -> bool:
    """Tell whether a comma lists names or stands before "Jr."."""
    if index + 1 >= last:
        return False
    tail = words.lower[index + 1 : last]
    return words.lower[index + 1] in {"jr", "sr"} or (
        words.is_capital(index + 1) and "and" in tail and "," in words.raw[index + 2 : last]
    )


def _is_made(words: Words, index: int) -> bool:
    """Tell whether a participle says how a paper came about ("a study led by Roe")."""
    form = verb_forms().get(words.lower[index])
    past = form is not None and form.form in {"past", "participle"} and not form.noun_too
    return past and words.raw[index].islower() and kind_of_noun(words.lower[index - 1]) in PAPERS


def _end_of_head(words: Words, start: int, end: int) -> int:
    """Return the word behind the head noun: before the first preposition or relative."""
    for index in range(start + 1, end):
        owned = words.raw[index + 2 : index + 3] in (["'"], ["’"])  # "secretary of state's office"
        if words.lower[index] in OPENERS and not words.is_capital(index):
            if owned and words.lower[index - 1 : index + 2] == ["secretary", "of", "state"]:
                continue
            return index
        if words.raw[index] == "(" or (
            words.raw[index] == "," and not states_go_on(words, index, end)
        ):
            return index
        if _is_made(words, index):
            return index
    while end - 1 > start and (
        not words.is_word(end - 1)
        or words.lower[end - 1] == "s"
        and words.raw[end - 2] in APOSTROPHES
    ):
        end -= 1
    return end


@lru_cache(maxsize=16)
def nouns_for(table: str, key: str) -> frozenset[str]:
    """Return a list of nouns of the veil lexicon."""
    return frozenset(load_table("veils")[table][key])


def kind_of_noun(head: str) -> SourceKind | None:
    """Return the sort of source that a head noun tells, None if it tells none."""
    for kind in ("leak", "dataset", "visual", "report"):
        if head in nouns_for("things", kind):
            return kind
    if head in nouns_for("people", "government"):
        return "government"
    if head in nouns_for("things", "outlet"):
        return "media_outlet"
    return "organization" if head in nouns_for("things", "group") else None


def is_paper(words: Words, source: Found) -> bool:
    """Tell whether a noun phrase names a report, data, a leak or a recording."""
    return kind_of_noun(read_phrase(words, source).head) in PAPERS


def names_in(words: Words, found: Found) -> tuple[Name, ...]:
    """Return the names that lie in a stretch, in text order."""
    start, end = words.starts[found.first], words.ends[found.last - 1]
    return tuple(
        name
        for name in words.names_from(start)
        if name.span.start >= start and name.span.end <= end
    )


_PEOPLE: Final = ("always", "formula", "leaders", "roles")


def names_people(head: str) -> bool:
    """Tell whether a noun is for people: listed, or formed like "campaigner"."""
    listed = any(head in nouns_for("people", key) for key in _PEOPLE)
    return listed or bool(_AGENT.search(head))
