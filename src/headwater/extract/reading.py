"""A statement's words with its pronouns and left-out subjects filled in, for reading it alone."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from headwater.extract.aims import blamed_at, find_aim
from headwater.extract.appositions import find_copula
from headwater.extract.bare import find_charge
from headwater.extract.cast import Cast, is_plural
from headwater.extract.left_out import find_left_out
from headwater.extract.noun_phrases import LONGEST
from headwater.extract.pronouns import is_where, read_pronouns
from headwater.extract.rosters import ALL, NEAR
from headwater.extract.scene import Scene
from headwater.extract.statements import Statement
from headwater.extract.verb_phrases import is_finite_at
from headwater.extract.words import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, Words
from headwater.lexicon.called import listed
from headwater.lexicon.verbs import third_person
from headwater.model.attribution import Attribution
from headwater.model.parse import Parse
from headwater.model.span import Span

TAILS: Final = {"'m": " is", "'ll": " will", "'d": " would"}
AGREEING: Final = {
    "am": "is", "are": "is", "were": "was", "have": "has", "do": "does", "don't": "doesn’t",
    "haven't": "hasn’t", "aren't": "isn’t", "weren't": "wasn’t",
}  # fmt: skip

AGAIN: Final = {"i": ("he", "she"), "me": ("him", "her"), "my": ("his", "her")}
LONE: Final = 2  # tokens: one name and a comma
STRIVING: Final = frozenset({"try", "seek", "fail", "want", "become", "happen", "go", "come"})
NO_HEADS: Final = PREPOSITIONS - {"on", "for"} | {"like", "unlike"}


class Edit(NamedTuple):
    """Words of the document that are read as others; an empty `new` leaves them out."""

    start: int
    end: int
    new: str


def read_alone(cast: Cast, parse: Parse, statement: Statement, chain: Sequence[Attribution]) -> str:
    """Return a statement in words that say who acts; "" if its own words say so already.

    A pronoun whose noun the statement names before stays as it is. What cannot be led back to one
    name stays too: an unknown actor reads better than a wrong one.

    Args:
        cast: Whom and what the document names.
        parse: The document's marks.
        statement: The words.
        chain: Who says it, from the outermost inward; empty for the outlet.
    """
    scene = Scene(cast, parse, statement, tuple(chain))
    edits = sorted((*_edits(scene), *_singly(statement)))
    before = "" if edits and edits[0].start == statement.spans[0].start else find_left_out(scene)
    if before:
        edits = [
            edit for edit in edits if not f"{before} ".startswith(f"{edit.new.removesuffix('’s')} ")
        ]  # "his" is clear
    if not edits and not before:
        return ""
    parts = [_edited(cast.text, span, edits) for span in statement.spans]
    return " ".join(" ".join((before, *parts)).split())


def _edits(scene: Scene) -> Iterator[Edit]:
    """Yield what is read as other words, in text order."""
    words = scene.statement.words
    said: set[str] = set()
    names, joints = dict(read_pronouns(scene)), _joints(scene)
    for index in range(len(words)):
        if index in joints:
            yield joints[index]
            continue
        start, end = words.places[index]
        head, mark, tail = words[index].partition("'")
        name = names.get(start)
        if name is None:
            continue
        here = (f for s in scene.statement.spans for f in scene.cast.between(s.start, s.end))
        if name in said or any(f.name == name and f.span.end <= start for f in here):
            if name in said and head in AGAIN:  # "Borg thinks I would" has two speakers
                yield from _again(scene, index, name)
            continue
        said.add(name)
        if head == "the":
            yield Edit(start, words.places[index + 1][1], name)
            continue
        tail = _behind(words, index, head, mark + tail)
        owned = tail == "’s" and head in listed("owning")
        yield Edit(start, end, name + (_owning(name.split()[-1]) if owned else tail))
        if head in {"i", "we"} and not mark and not is_plural(name.split()):
            yield from _agreeing(words, index + 1)


def _again(scene: Scene, index: int, name: str) -> Iterator[Edit]:
    """Yield "he" for a second "I" of a speaker who is named before; the name if it is not sure."""
    words = scene.statement.words
    head, mark, tail = words[index].partition("'")
    gender = scene.cast.genders.get(name)
    new = AGAIN[head][0 if gender == "m" else 1] if gender else name
    behind = _behind(words, index, head, mark + tail)
    yield Edit(*words.places[index], new + ("" if gender and behind == "’s" else behind))
    if head == "i" and not mark:
        yield from _agreeing(words, index + 1)


def _joints(scene: Scene) -> dict[int, Edit]:
    """Return what joins a subject to what is told of it, by the token where it stands."""
    words = scene.statement.words
    found: dict[int, Edit] = {}
    if copula := find_copula(words):
        found[copula] = Edit(*words.places[copula], " is")
    if charge := find_charge(words, scene.inner) if scene.inner is not None else 0:
        found[charge] = Edit(*words.places[charge], "")
    if behind := _told_of(scene):
        owned = _owning(words[behind - 2]) if words[behind] == "whose" else ""
        found[behind] = Edit(words.places[behind - 1][0], words.places[behind][1], owned)
    if len(scene.statement.spans) > 1:
        at = next(i for i, p in enumerate(words.places) if p[0] >= scene.statement.spans[1].start)
    else:
        at = blamed_at(words) if scene.inner is None else 0
    stop, said = find_aim(words, at) if at else (0, "")
    if stop:
        found[at] = Edit(words.places[at][0], words.places[stop - 1][1], said)
    return found


def _told_of(scene: Scene) -> int:
    """Return where a relative clause is about the noun before it, and not about more than that."""
    words = scene.statement.words
    behind = _relative(words)
    if behind == LONE and words[behind] == "which":
        place = Span(start=words.places[0][0], end=words.places[0][1])
        return 0 if is_where(scene, place, behind + 1) else behind
    if behind and words[behind] == "which":
        before = scene.cast.between(words.places[0][0], words.places[behind][0])
        person = bool(before) and before[-1].sort == "person"
        near = person and before[-1].span.end >= words.places[behind - LONE][1]
        return 0 if near else behind  # "a note from Borg, which read": not Borg reads
    return behind


def _owning(word: str) -> str:
    """Return the mark that makes a word an owner: "the voters’", "Borg’s"."""
    return "’" if word.endswith("s") and is_plural([word]) else "’s"


def _singly(statement: Statement) -> Iterator[Edit]:
    """Yield a verb of several in the form that goes with one of them, without "both" and "all"."""
    words = statement.words
    if not statement.each:
        return
    verb = next((i for i in range(len(words)) if words.finite[i]), len(words))
    if 1 < verb < len(words) and words[verb - 1] == "who" and words[verb - 2] != ",":
        yield Edit(*words.places[verb - 1], "")
    if verb < len(words):
        yield from _agreeing(words, verb)
    for index in range(verb + 1, min(len(words), verb + NEAR)):
        if words[index] in ALL:
            yield Edit(*words.places[index], "")


def _relative(words: Words) -> int:
    """Return where "which" or "who" stands behind the noun that it is about; 0 if it does not."""
    if any(words.finite[1:2]):
        return 0  # "Oslo will praise the men, who left"
    for index in range(2, min(len(words) - 1, LONGEST + 2)):
        if words.finite[index] or words[index - 2] in NO_HEADS:
            return 0
        if words[index] in {"which", "who", "whose"}:
            told = words[index] == "whose" or is_finite_at(words, index + 1)
            ends = (i for i in range(index, len(words) - 1) if words[i] == "," or words.is_dash(i))
            if any(is_finite_at(words, i + 1) for i in ends):
                return 0  # "Borg, who left, was ill" is whole
            parted = words[index - 1] == "," or words.is_dash(index - 1)
            return index if parted and told else 0
    return 0


def _agreeing(words: Words, index: int) -> Iterator[Edit]:
    """Yield the verb behind "I" or "we" in the form that goes with a name."""
    while index < len(words) and (words[index] in ADVERBS or words[index].endswith("ly")):
        index += 1
    if index >= len(words):
        return
    form = words.verb(index)
    if words[index] in AGREEING:
        yield Edit(*words.places[index], AGREEING[words[index]])
    elif form is not None and form.form == "base":
        yield Edit(*words.places[index], third_person(words[index]))


def _behind(words: Words, index: int, head: str, tail: str) -> str:
    """Return what follows the name that stands for a pronoun: a verb's rest or "'s"."""
    following = words[index + 1] if index + 1 < len(words) else ""
    form = words.verb(index + 1) if following else None
    if tail == "'d" and (following == "been" or (form is not None and form.form != "base")):
        return " had"
    if tail in TAILS:
        return TAILS[tail]
    one = head in {"i", "we"}
    if tail in {"'ve", "'re"}:
        return {"'ve": " has", "'re": " is"}[tail] if one else {"'ve": " have", "'re": " are"}[tail]
    if tail == "'s":
        return " has" if _is_perfect(words, index + 1) else " is"
    if head == "her" and not _is_owner(words, index):
        return ""
    return "’s" if head in listed("owning") else ""


def _is_perfect(words: Words, at: int) -> bool:
    """Tell whether "'s" before a token is "has": a participle with an object, or "been"."""
    while at < len(words) and words[at] in ADVERBS:
        at += 1
    form = words.verb(at) if at < len(words) else None
    if form is None or form.form not in {"past", "participle"}:
        return at < len(words) and words[at] in {"been", "had", "got"}
    behind = words[at + 1] if at + 1 < len(words) else ""
    objects = DETERMINERS | PRONOUNS | {"nothing", "him", "them", "us", "me"}
    return words[at] in {"been", "had", "got"} or behind in objects or form.lemma in STRIVING


def _is_owner(words: Words, index: int) -> bool:
    """Tell whether "her" goes with a noun behind it."""
    if index + 1 >= len(words) or words.is_mark(index + 1):
        return False
    following = words[index + 1]
    if following.endswith("ly") or words.finite[index + 1]:
        return False  # "condemned her directly", "the guard who saw her said"
    return following not in PREPOSITIONS | DETERMINERS | {"and", "or", "that", "not", "as"}


def _edited(text: str, span: Span, edits: Sequence[Edit]) -> str:
    """Return the words of a span with its edits made."""
    at, parts = span.start, []
    for edit in edits:
        if span.start <= edit.start and edit.end <= span.end:
            parts += [text[at : edit.start], edit.new]
            at = edit.end
    return "".join((*parts, text[at : span.end]))
