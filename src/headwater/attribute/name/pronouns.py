"""Lead "he", "they", "it", "who" back to the source in this document."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from headwater.attribute.find.contents import has_finite_verb
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.words import Words
from headwater.lexicon.genders import gender_of_title
from headwater.model.attribution import SourceKind
from headwater.model.parse import Name

Fits = Callable[[str], int]  # 2 surely, 1 perhaps, 0 no

SINGULAR: Final = frozenset("he she him her his himself herself".split())
PLURAL: Final = frozenset("they them their themselves".split())
THING: Final = frozenset("it its itself".split())
RELATIVE: Final = frozenset("who which that whom whose".split())
PERSON_REACH: Final = (
    4  # sentences back in which a person stays present; from GAP and PolNeAR train
)
MALE: Final = frozenset("he him his himself".split())
PERSONAL: Final = frozenset({"person", "anonymous", "unattributed"})
UNNAMED: Final = frozenset({"person", "anonymous"})
SURE: Final = 2  # a name whose gender is known to fit
PERSONS: Final = frozenset({"person"})
PERSON_LIKE: Final = frozenset({"person", "other"})
OPENING: Final = frozenset({"while", "although", "though", "whereas"})
LOOK_BACK: Final = 30  # characters before a name
_DEATHS: Final = re.compile(
    r"\b(?:deaths?|killings?|murders?|slaying|shooting|assassination|funeral|body) of\s+$"
)
_WORDS: Final = re.compile(r" (?:comments?|remarks|words|speech|statements?|answers?|tweets?)\b")


class Known(NamedTuple):
    """A source that was met earlier in the document.

    Attributes:
        at: Word where it stands.
        sentence: Its sentence.
        name: Its canonical name.
        head: Its head noun, lower case; empty for names.
        span: Its words.
        inner: True if it stands inside another source's content.
        node: Number of its node.
    """

    at: int
    sentence: int
    name: str
    kind: SourceKind
    head: str
    plural: bool
    found: Found
    inner: bool
    node: int


def is_pronoun(words: Words, source: Found) -> bool:
    """Tell whether a source is a single pronoun."""
    return (
        source.last - source.first == 1
        and words.lower[source.first] in SINGULAR | PLURAL | THING | RELATIVE
    )


def find_person(
    words: Words, at: int, pronoun: str, memory: Sequence[Known], genders: dict[str, str]
) -> Known | Name | None:
    """Return the person that "he" or "she" stands for.

    The subject of the pronoun's own sentence comes first, named or not, then the last source that
    is a person, then the first person of the sentences before. Somebody named in the pronoun's own
    paragraph goes before those of earlier ones, even where the name alone does not tell a person;
    so does somebody unnamed who speaks in the sentence before ("An official said C. He added").
    """
    wanted = "m" if pronoun in MALE else "f"

    def fits(name: str) -> int:
        return 1 if name not in genders else SURE if genders[name] == wanted else 0

    named = tuple(known for known in memory if not known.head)
    nearest = _speaker_here(words, at, memory, fits) or _nearest(words, at, named, fits)
    if nearest is not None and _stands_before(words, nearest, at):
        nearest = _subject_here(words, at, fits) or nearest
    nearest = _unnamed_between(words, nearest, at, memory, fits, wanted) or nearest
    return (
        nearest
        or _nearest(words, at, named, fits, PERSON_LIKE)
        or _most_named(words, at, fits)
        or _nearest(words, at, memory, fits)
    )


def _speaker_here(words: Words, at: int, memory: Sequence[Known], fits: Fits) -> Known | None:
    """Return who speaks in the pronoun's sentence without a name ("the diver said that he")."""
    if _first_person(words, words.sentence_start(at), at, fits, PERSONS) is not None:
        return None
    for known in reversed(memory):
        here = known.sentence == words.sentence[at] and known.at < at
        here = here and words.depth[known.at] <= words.depth[at]  # none whom a quotation names
        if here and known.head and not known.plural and known.kind in UNNAMED:
            return known if fits(known.name) else None
    return None


def _stands_before(words: Words, found: Known | Name, at: int) -> bool:
    """Tell whether somebody was met in an earlier paragraph than the pronoun's."""
    first = found.at if isinstance(found, Known) else words.within(found.span)[0]
    return words.paragraph_of(first) < words.paragraph_of(at)


def _unnamed_between(
    words: Words,
    found: Known | Name | None,
    at: int,
    memory: Sequence[Known],
    fits: Fits,
    wanted: str,
) -> Known | None:
    """Return who speaks without a name in the sentence before, behind the person found so far.

    Whom the noun tells to be a man or a woman ("the victim's mother") goes over a paragraph's end.
    """
    before = (known for known in reversed(memory) if known.sentence < words.sentence[at])
    known = next((known for known in before if known.kind in UNNAMED), None)
    if known is None or not known.head or known.plural:
        return None
    near = known.sentence == words.sentence[at] - 1 and not words.depth[known.at]
    told = gender_of_title(known.head)
    apart = words.paragraph_of(known.at) < words.paragraph_of(at) and told is None
    if not near or apart or told not in {None, wanted} or not fits(known.name):
        return None
    if found is None:
        return known
    first = found.at if isinstance(found, Known) else words.within(found.span)[0]
    return known if first < known.at else None


def _subject_here(words: Words, at: int, fits: Fits) -> Name | None:
    """Return the last full name that begins a sentence of the pronoun's paragraph before it."""
    for sentence in range(words.sentence[at], -1, -1):
        first = words.bounds[sentence][0]
        if words.paragraph_of(first) < words.paragraph_of(at):
            return None
        for name in words.names_from(words.starts[first])[:1]:
            begins = words.within(name.full)[0] == first and words.within(name.span)[1] <= at
            full = " " in name.text and name.kind in PERSON_LIKE
            if begins and full and fits(name.canonical) and not _is_possessor(words, name):
                return name
    return None


def _nearest(
    words: Words, at: int, memory: Sequence[Known], fits: Fits, kinds: frozenset[str] = PERSONS
) -> Known | Name | None:
    """Return the nearest person that fits, by the order that `find_person` tells."""
    here = words.sentence[at]
    own = _first_person(words, words.sentence_start(at), at, fits, kinds)
    if own is not None:
        return own
    for known in reversed(memory):
        if known.at >= at or known.kind != "person" or known.plural or not fits(known.name):
            continue
        if _spoken_between(words, known.sentence, here) > PERSON_REACH:
            break
        between = _subject_between(words, known, at, fits, kinds)
        return between or known
    for sentence in range(here - 1, max(-1, here - PERSON_REACH - 1), -1):
        first, last = words.bounds[sentence]
        found = _first_person(words, first, last, fits, kinds)
        if found is not None:
            return found
    return None


def _most_named(words: Words, at: int, fits: Fits) -> Name | None:
    """Return the last mention of the person that fits and was named most often so far."""
    before = [
        n
        for n in words.parse.names
        if n.kind == "person" and n.span.start < words.starts[at] and fits(n.canonical) == SURE
    ]
    counts = Counter(name.canonical for name in before)
    best = max(counts, key=lambda name: (counts[name], name), default=None)
    return next((name for name in reversed(before) if name.canonical == best), None)


def _spoken_between(words: Words, first: int, last: int) -> int:
    """Return how many sentences that are not wholly quoted lie between two sentences."""
    return sum(1 for number in range(first + 1, last + 1) if not _is_quoted(words, number))


def _is_quoted(words: Words, number: int) -> bool:
    """Tell whether a sentence lies wholly inside quotations."""
    first, last = words.bounds[number]
    return all(words.depth[i] for i in range(first, last) if words.is_word(i))


def _subject_between(
    words: Words, known: Known, at: int, fits: Fits, kinds: frozenset[str]
) -> Name | None:
    """Return a person who became the subject between the last source and the pronoun."""
    for sentence in range(words.sentence[at] - 1, known.sentence, -1):
        first, last = words.bounds[sentence]
        found = _first_person(words, first, last, fits, kinds)
        if found is not None:
            return found
    return None


def _first_person(
    words: Words, first: int, last: int, fits: Fits, kinds: frozenset[str]
) -> Name | None:
    """Return the first person named outside quotations in a stretch of one sentence.

    A person whose gender is known to fit goes before one of whom it is not known.
    """
    if last <= first:
        return None
    main = _main_clause(words, first, last)
    if main > first and (below := _first_person(words, main, last, fits, kinds)) is not None:
        return below
    end = words.starts[last] if last < len(words) else len(words.text)
    found: dict[int, Name] = {}
    for name in words.names_from(words.starts[first]):
        if name.span.start >= end:
            break
        index = words.within(name.span)[0]
        aside = _is_possessor(words, name) or _is_dead(words, name)
        if name.kind in kinds and words.depth[index] == 0 and not aside:
            found.setdefault(fits(name.canonical), name)
    return found.get(SURE) or found.get(1)


def _main_clause(words: Words, first: int, last: int) -> int:
    """Return where the main clause of "While Roe rose, Borg sat" begins."""
    if words.lower[first] not in OPENING:
        return first
    comma = next((i for i in range(first, last) if words.raw[i] == ","), first)
    return comma + 1 if has_finite_verb(words, first + 1, comma) else first


def _is_possessor(words: Words, name: Name) -> bool:
    """Tell whether "'s" follows a name; whose words they are ("Borg's remarks") is the speaker."""
    owned = words.text[name.span.end : name.span.end + 2] in {"'s", "’s"}
    return owned and not _WORDS.match(words.text, name.span.end + 2)


def _is_dead(words: Words, name: Name) -> bool:
    """Tell whether only somebody's death is told of ("the killing of Borg")."""
    return (
        _DEATHS.search(words.text, max(0, name.full.start - LOOK_BACK), name.full.start) is not None
    )


def find_thing(words: Words, at: int, memory: Sequence[Known]) -> Known | None:
    """Return the body or paper that "it" stands for: the last one that was a source.

    Outermost sources go before those that stand inside another's words.
    """
    if words.depth[at]:
        return None  # what a quotation calls "it" is seldom a source around it
    here = words.sentence[at]
    near = [
        known
        for known in reversed(memory)
        if known.at < at
        and not words.depth[known.at]
        and known.kind not in PERSONAL
        and not known.plural
        and here - known.sentence <= PERSON_REACH
    ]
    return next((known for known in near if not known.inner), near[0] if near else None)
