"""Read what the trained model marks, and mend it where marks and names decide."""

from collections.abc import Sequence
from typing import Final, Protocol

from headwater.attribute.find.classes import APOSTROPHES
from headwater.attribute.find.contents import has_finite_verb
from headwater.attribute.find.cues import BE
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.governing import VENUES
from headwater.attribute.find.kinds import kind_of_cue
from headwater.attribute.find.nouns import is_paper
from headwater.attribute.find.sources import main_subject
from headwater.attribute.find.words import Words
from headwater.attribute.mend import (
    ADDRESSEE_REACH,
    as_denied,
    as_quoted,
    behind_opening,
    blames,
    ended,
    is_target,
    preceding,
    quoted_of,
    shifted,
    tidy,
    without_addressee,
)
from headwater.lexicon.cues import cue_verbs, hearsay
from headwater.model.span import Span

MODEL: Final = "tagger.v1"


QUANTIFIERS: Final = frozenset({"many", "some", "several", "most", "few", "two", "three", "both"})
ADDRESSED: Final = frozenset(
    "told warned informed advised notified alerted briefed accused suspected blamed".split()
)  # whoever is so is not who says it
SHARES: Final = QUANTIFIERS | {"all", "none", "one", "each", "neither", "either", "half"}
NAME_WORDS: Final = 8  # words of a long name


class Marked(Protocol):
    """What the trained model gives for one attribution; offsets of characters."""

    @property
    def source(self) -> tuple[int, int] | None: ...  # noqa: D102
    @property
    def cue(self) -> tuple[int, int]: ...  # noqa: D102
    @property
    def content(self) -> tuple[tuple[int, int], ...]: ...  # noqa: D102
    @property
    def probability(self) -> float: ...  # noqa: D102
    @property
    def scores(self) -> tuple[float, float, float]: ...  # noqa: D102


class TagsText(Protocol):
    """The trained model, as this stage sees it."""

    def tag(
        self,
        text: str,
        *,
        minimum: float = ...,
        paragraphs: Sequence[tuple[int, int]] | None = ...,
    ) -> tuple[Marked, ...]:
        """Return the outermost attributions of a text."""


def read_marks(words: Words, marks: Sequence[Marked]) -> tuple[Draft, ...]:
    """Return the model's attributions as drafts, in text order."""
    drafts: list[Draft] = []
    for mark in marks:
        contents = tuple(
            found for part in mark.content if (found := _found(words, part)) is not None
        )
        cue = _found(words, mark.cue)
        if not contents or _is_nobodys(words, mark, cue, contents):
            continue
        cue, contents = as_quoted(words, *as_denied(words, cue, contents))
        source = _source_of(words, mark, cue, contents)
        if (
            source is not None
            and cue is not None
            and cue.first < source.last <= cue.last
            and source.first < cue.first
        ):
            cue = Found(source.last, cue.last) if source.last < cue.last else None
        kind = kind_of_cue(words, cue)
        if words.lower[contents[0].first] == "nothing":
            kind = "silent"
        elif kind == "other" and source is not None and _paper_says(words, source, cue):
            kind = "shows"
        if _hides_source(words, cue) and not (
            source is not None and cue is not None and source.first >= cue.last
        ):
            source = None
        contents = quoted_of(words, cue, preceding(words, source, cue, contents))
        contents = tuple(tidy(words, part) for part in without_addressee(words, cue, contents))
        contents = tuple(ended(words, part, (source, cue, *contents)) for part in contents)
        if source is None and cue is not None:
            source = _fronted(words, cue, contents)
        drafts.append(
            Draft(
                source,
                cue,
                contents,
                kind,
                MODEL,
                mark.probability,
                _addressee(words, cue, contents),
                shares=shares_of(mark, source),
            )
        )
    return tuple(shifted(words, draft, drafts) for draft in drafts)


def shares_of(mark: Marked, kept: Found | None) -> str:
    """Return how sure the model is of each part, and whether a rule gave or took the source."""
    source, cue, content = mark.scores
    named = "no source" if mark.source is None else "source"
    mended = ", its source mended by a rule" if (mark.source is None) != (kept is None) else ""
    return f"{named} {source:.2f}, cue {cue:.2f}, content {content:.2f}{mended}"


def _fronted(words: Words, cue: Found, contents: tuple[Found, ...]) -> Found | None:
    """Return the subject behind "Claiming that C, ...", which says whose claim that is."""
    if not words.lower[cue.last - 1].endswith("ing") or cue.first >= contents[0].first:
        return None
    if has_finite_verb(words, words.sentence_start(cue.first), cue.first):
        return None
    end = contents[-1].last
    if end >= len(words) or words.raw[end] != ",":
        return None
    return main_subject(words, end + 1, words.sentence_end(cue.first))


def _paper_says(words: Words, source: Found, cue: Found | None) -> bool:
    """Tell whether a report or data is the subject of "counts", "puts", or follows "in"."""
    if cue is None or not is_paper(words, source):
        return False
    if cue.last == source.first and set(words.lower[cue.first : cue.last]) <= {"in", "from"}:
        return True
    verbs = cue_verbs()
    return any(r.of_papers for i in range(*cue) for r in verbs.get(words.lower[i], ()))


def _with_owner(words: Words, first: int) -> int:
    """Return the word "Canada" of "Canada's ministry", if a stray mark cut it off a source."""
    while first > 0 and (words.raw[first] in APOSTROPHES or words.raw[first - 1] in APOSTROPHES):
        if words.ends[first - 1] != words.starts[first]:
            break
        first -= 1
    return first


def _with_share(words: Words, first: int) -> int:
    """Return where "all of them" and "many clerks" begin."""
    begin = words.sentence_start(first)
    if words.lower[first] == "of" and first > begin and words.lower[first - 1] in SHARES:
        first -= 1
    while first > begin and words.lower[first - 1] in QUANTIFIERS:
        first -= 1
    return first


def _whole_names(words: Words, source: Found | None, contents: tuple[Found, ...]) -> Found | None:
    """Return a source that cuts no name in two, as far as the contents leave room."""
    if source is None:
        return None
    first, last = _with_owner(words, source.first), source.last
    if words.lower[first] == "one" and last - first > 1 and words.raw[first + 1].endswith("s"):
        first += not words.is_capital(first + 1)  # "a law, one experts call unfair"
    first = _with_share(words, first)
    for name in words.names_from(words.starts[max(0, first - NAME_WORDS)]):
        start, end = words.within(name.full)
        if start >= last:
            break
        if end > first and (start < first or end > last):
            wider = Found(min(first, start), max(last, end))
            if not any(part.first < wider.last and wider.first < part.last for part in contents):
                first, last = wider
    return Found(first, last)


def _hides_source(words: Words, cue: Found | None) -> bool:
    """Tell whether a cue says that somebody else says so: "is rumored to", "was told"."""
    if cue is None:
        return False
    text = words.lower[cue.first : cue.last]
    passive = bool({"is", "are", "was", "were", "been", "be"} & set(text)) and bool(
        (hearsay("rumours") | ADDRESSED) & set(text)
    )
    behind = words.lower[cue.last : cue.last + 1]
    return (
        passive
        and "by" not in (*text, *behind)
        or all(
            word in hearsay("adverbs") or words.is_adverb(cue.first + n)
            for n, word in enumerate(text)
        )
    )


def _source_of(
    words: Words, mark: Marked, cue: Found | None, contents: tuple[Found, ...]
) -> Found | None:
    """Return the words of a mark's source; None if it has none or its cue is nobody's."""
    if mark.source is None:
        return None
    source = behind_opening(words, _whole_names(words, _found(words, mark.source), contents))
    if source is not None and cue is not None and _is_impersonal(words, source, cue):
        return None
    reduced = source is not None and cue is not None and _is_reduced(words, source, cue)
    return None if reduced else source


def _is_impersonal(words: Words, source: Found, cue: Found) -> bool:
    """Tell whether a source is the "it" of "it is claimed that" or "it's said"."""
    if words.lower[source.first : source.last] != ["it"] or source.last > cue.first:
        return False
    group = words.lower[source.last : cue.last]
    return not (BE | {"s"}).isdisjoint(group[:-1]) and group[-1].endswith("ed")


def _is_nobodys(words: Words, mark: Marked, cue: Found | None, contents: tuple[Found, ...]) -> bool:
    """Tell whether no source is named: "was criticized in the wake of Roe's speech" has no "by".

    A thing that "was mentioned in a memo" is.
    """
    if blames(words, cue, contents):
        return True
    source = _found(words, mark.source) if mark.source is not None else None
    if source is None or cue is None or source.first < cue.last:
        return source is not None and cue is not None and is_target(words, source, cue)
    group = words.lower[cue.first : cue.last]
    passive = not BE.isdisjoint(group[:-1]) and group[-1].endswith("ed")
    named = "by" in words.lower[cue.first : source.first + 1]
    return passive and not named and words.lower[source.first - 1] not in {"in", "from", "on"}


def _is_reduced(words: Words, source: Found, cue: Found) -> bool:
    """Tell whether a cue is the participle of "missiles believed capable of", which nobody said."""
    word, after = words.lower[cue.last - 1], words.lower[cue.last : cue.last + 1]
    alone = cue.last - cue.first == 1 and word in hearsay("participles")
    said = (
        after[0] in {"to", "capable", "responsible", "likely", "dead", "lost", "guilty"}
        if after
        else False
    )
    return alone and said and source.last != cue.first


def _found(words: Words, part: tuple[int, int]) -> Found | None:
    """Return the words that a stretch of characters touches; None if there are none."""
    if part[0] >= part[1]:
        return None
    first, last = words.within(Span(start=part[0], end=part[1]))
    return Found(first, last) if first < last else None


def _addressee(words: Words, cue: Found | None, contents: tuple[Found, ...]) -> Found | None:
    """Return the words right behind "told", up to the content or a mark."""
    if cue is None:
        return None
    verbs = [
        index
        for index in range(cue.first, cue.last)
        if any("A" in r.frames for r in cue_verbs().get(words.lower[index], ()))
    ]
    if not verbs:
        return None
    start = end = verbs[-1] + 1
    starts = {part.first for part in contents}
    while (
        end < words.sentence_end(start - 1)
        and end - start < ADDRESSEE_REACH
        and end not in starts
        and (words.is_word(end) or words.is_inner_mark(end))
        and words.lower[end] not in VENUES | {"that"}
    ):
        end += 1
    return Found(start, end) if end > start else None
