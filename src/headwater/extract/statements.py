"""Cuts a region into statements: sentences, clauses, and the items of lists."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from headwater.extract.aims import deed_under
from headwater.extract.clauses import Clause, split_clauses
from headwater.extract.details import cut_details
from headwater.extract.framing import FRAMED
from headwater.extract.joined import find_held
from headwater.extract.kinds import is_meta
from headwater.extract.leftovers import before_clause, goes_on, stands_alone, without_ends
from headwater.extract.list_words import connectives
from headwater.extract.parts import find_parts
from headwater.extract.regions import Region, fewest_words
from headwater.extract.rosters import named_parts, sharers, told_before
from headwater.extract.settings import ExtractSettings
from headwater.extract.verb_phrases import has_clause, has_finite_verb, may_say, tells_plan
from headwater.extract.words import CONTRACTED, Words
from headwater.model.document import Document
from headwater.model.parse import Parse, Sentence
from headwater.model.span import Span, touching

_LEADING: Final = frozenset(
    "that and but or so , ; : - – — ? ! . ) ] however meanwhile".split()
) | set("\"“”'‘’„«»`…•●▪■►◆‣")
_TRAILING: Final = frozenset(", ; : - – — . ! ? ( [ and but or while that however".split()) | set(
    "\"“”'‘„«»`…"
)
TAILS: Final = frozenset(
    "when where while because as since if although though which who after before until by".split()
)
LINKS: Final = frozenset(
    "in on at of for with by during after before under to one including".split()
)
SCARE: Final = 4  # words; longer quotations are whole sentences
MEASURES: Final = frozenset({("as", "soon"), ("as", "long"), ("as", "far")})
DATING: Final = frozenset({"recent", "last", "this", "next", "past"})
UNITS: Final = frozenset("minute hour day night week month year decade moment shortly".split())
LONGEST_OPENER: Final = 4  # words
OPENED: Final = frozenset("while although though whereas after since as when".split())
MEASURED: Final = frozenset({"far", "long", "many", "much", "few", "little"})  # "so far"
LED: Final = 2  # words of "they plan to"
MAX_JOINT: Final = 3  # tokens that join two clauses: ", and that"


class Statement(NamedTuple):
    """One proposition's words and the whole statement they were split from.

    `each` if said of one of several whom its verb has together; `under`: the deed it hangs on;
    `told`: of "Borg sold the dam, which may break", what the last clause alone tells.
    """

    words: Words
    spans: tuple[Span, ...]
    whole: tuple[Span, ...]
    sentence: Span
    each: bool = False
    under: Words | None = None
    told: Words | None = None


class _Frame(NamedTuple):
    """What a clause is read in; `complete` if no word of its sentence is somebody else's."""

    text: str
    sentence: Span
    region: Region
    settings: ExtractSettings
    complete: bool


def cut_statements(
    document: Document, parse: Parse, region: Region, settings: ExtractSettings
) -> tuple[Statement, ...]:
    """Return the statements of a region in text order; fragments that say nothing are left out."""
    found: list[Statement] = []
    for sentence, tokens in _by_sentence(document.text, parse.sentences, region.spans):
        words = Words(document.text, tokens, find_held(document.text, tokens, parse.names))
        words = words.pick(_trim(words, range(len(words))))
        complete = len(tokens) == len(sentence.tokens)
        if len(words) and not region.whole and not complete:
            words = words.pick(without_ends(words, sentence.span))
        frame = _Frame(document.text, sentence.span, region, settings, complete)
        if not len(words):
            continue
        whole = region.sense in FRAMED and sentence.span.overlaps(region.spans[0])
        clauses = (Clause(tuple(range(len(words)))),) if whole else split_clauses(words)
        if not whole:
            clauses = tuple(d for c in clauses for d in _details(words, c))
        for clause in _mended(words, clauses, frame):
            found.extend(_read_clause(frame, words, clause))
    return tuple(found)


def _details(words: Words, clause: Clause) -> tuple[Clause, ...]:
    """Return a clause as its fact and its details; a silence keeps its reason."""
    said = " ".join(words[i] for i in clause.body)
    return (clause,) if is_meta(said) else cut_details(words, clause)


def _mended(words: Words, clauses: Sequence[Clause], frame: _Frame) -> list[Clause]:
    """Return clauses with those that are too short to be a statement joined to the one before."""
    kept: list[Clause] = []
    for clause in clauses:
        last = kept[-1].body[-1] if kept else len(words)
        short = _is_short(words, clause, frame) or (
            len(kept) == 1
            and (bool(clause.subject) or has_finite_verb(words, kept[0].body))
            and _is_short(words, kept[0], frame)
        )  # "he did not, breaking with custom", "Borg lied, and it cost him his job"
        if short and last < clause.body[0] <= last + MAX_JOINT:
            joined = (*kept[-1].body, *range(last + 1, clause.body[-1] + 1))
            kept[-1] = kept[-1]._replace(body=joined)
        else:
            kept.append(clause)
    return kept


def _is_short(words: Words, clause: Clause, frame: _Frame) -> bool:
    """Tell whether a clause is too short to be a statement."""
    size = sum(1 for i in _trim(words, clause.body) if not words.is_mark(i))
    return size < _fewest(frame) and not (size > 1 and _is_led(words, clause.subject))


def _is_led(words: Words, lead: Sequence[int]) -> bool:
    """Tell whether a verb and its "to" are borrowed: what follows may be short ("sell mills")."""
    return len(lead) > LED and words[lead[-1]] == "to" and any(words.finite[i] for i in lead)


def _fewest(frame: _Frame) -> int:
    """Return how many words make a statement here."""
    if frame.region.chain and frame.region.whole:
        return fewest_words(frame.region.chain[-1], frame.settings)
    return frame.settings.min_words_own


def _by_sentence(
    text: str, sentences: Sequence[Sentence], spans: Sequence[Span]
) -> Iterable[tuple[Sentence, list[tuple[int, int]]]]:
    """Yield each touched sentence with its tokens inside the spans.

    Pieces of one quotation around its speaker ("A," she said, "b.") are read as one sentence if
    the next piece goes on in lower case.
    """
    merged: list[tuple[Sentence, list[tuple[int, int]]]] = []
    for sentence in touching(sentences, spans):
        if not any(span.overlaps(sentence.span) for span in spans):
            continue
        tokens = [
            t for t in sentence.tokens if any(s.start <= t[0] and t[1] <= s.end for s in spans)
        ]
        if not tokens:
            continue
        if merged and _goes_on(text, merged[-1][1], tokens):
            merged[-1][1].extend(tokens)
        else:
            merged.append((sentence, tokens))
    return merged


def _goes_on(text: str, before: list[tuple[int, int]], tokens: list[tuple[int, int]]) -> bool:
    """Tell whether tokens continue a statement that stopped at a comma."""
    last = next((text[a:b] for a, b in reversed(before) if text[a:b] not in "\"“”'’"), "")
    first = next((text[a:b] for a, b in tokens if text[a:b] not in "\"“”'‘"), "")
    return last == "," and first[:1].islower()


def _trim(words: Words, indices: Iterable[int]) -> tuple[int, ...]:
    """Return token indices without leading conjunctions, trailing stops and outer marks."""
    kept = list(indices)
    while kept and words[kept[0]] in _LEADING and not _stays(words, kept):
        kept.pop(0)
    while kept and words[kept[-1]] in _TRAILING and not _closes(words, kept):
        if words[kept[-1]] == "that" and not goes_on(words.text, words.places[kept[-1]][1]):
            break  # "a sign of that"
        kept.pop()
    return tuple(kept)


def _stays(words: Words, kept: Sequence[int]) -> bool:
    """Tell whether a first word belongs to what follows: it points back, or opens a quotation."""
    partner = {"“": "”", "«": "»", "‘": "’"}.get(words.raw[kept[0]])
    inside = (words.raw[i] == partner for i in kept[1 : 1 + SCARE])
    return _points(words, kept) or (partner is not None and len(kept) > 1 + SCARE and any(inside))


def _points(words: Words, kept: Sequence[int]) -> bool:
    """Tell whether "that" or "so" at the head of words is no conjunction ("That is how")."""
    behind = words[kept[1]] if len(kept) > 1 else ""
    if words[kept[0]] == "so":
        return behind in MEASURED or behind == "-"  # "so-called"
    form = words.verb(kept[1]) if len(kept) > 1 else None
    sure = words.finite[kept[1]] if len(kept) > 1 else False  # not "that trade is", "that he's"
    told = (
        sure and (form is None or not form.noun_too) and behind.partition("'")[0] not in CONTRACTED
    )
    return words[kept[0]] == "that" and (words.raw[kept[0]] == "That" or told)


def _without_opener(words: Words, body: tuple[int, ...]) -> tuple[int, ...]:
    """Return tokens without words that only tie them to what went before ("In addition, ...").

    So goes the conjunction of a clause that was cut from the one it opens ("While the mill paid").
    """
    said = [words[i] for i in body[: LONGEST_OPENER + 1]]
    for size in range(min(LONGEST_OPENER, len(said) - 1), 0, -1):
        if said[size] == "," and " ".join(said[:size]) in connectives():
            return _trim(words, body[size + 1 :])
    alone = "," not in said[:2] and not any(words[i] == "," for i in body)
    first = len(body) > 1 and body[0] == 0 and words.raw[0][0].isupper()
    if first and alone and words[0] in OPENED and has_clause(words, body[1]):
        return body[1:]
    return body


def _without_tail(words: Words, body: Sequence[int]) -> tuple[int, ...]:
    """Return tokens without the words that only open what somebody else says.

    "The mill burnt down in May, when [Borg said ...]", "the day on which [...]".
    """
    kept = list(body)
    if not kept or words[kept[-1]] not in TAILS:
        return tuple(kept)
    open_ended = words[kept[-1]] in {"because", "although"}
    if not open_ended and not goes_on(words.text, words.places[kept[-1]][1]):
        return tuple(kept)
    if _measures_off(words, kept):
        return tuple(kept)
    kept = kept[: before_clause(words, kept)]
    while len(kept) > 1 and words[kept[-1]] in TAILS | LINKS:
        kept.pop()
    if tuple(words[i] for i in kept[-2:]) in MEASURES:
        kept = kept[:-2]  # "he left as soon as [Borg came]"
    return _trim(words, kept)


def _measures_off(words: Words, kept: Sequence[int]) -> bool:
    """Tell whether the last word goes with what stands before it ("days after", "shaped by")."""
    last, before = words[kept[-1]], words[kept[-2]] if len(kept) > 1 else ""
    if last == "by":  # "he began by [saying that ...]"
        return not words.text[words.places[kept[-1]][1] :].split(None, 1)[0].endswith("ing")
    dated = not DATING.isdisjoint(words[i] for i in kept[-3:-2])
    measured = before.rstrip("s") in UNITS and not dated
    apart = measured and "," in {words[i] for i in kept[-5:-2]}
    return last in {"after", "before", "until"} and measured and not apart


def _closes(words: Words, kept: Sequence[int]) -> bool:
    """Tell whether the last token is a closing mark whose partner lies inside."""
    mark = words.raw[kept[-1]]
    partner = {"”": "“", "»": "«", '"': '"', "’": "‘"}.get(mark)
    return partner is not None and any(words.raw[i] == partner for i in kept[1:-1])


def _read_clause(frame: _Frame, words: Words, clause: Clause) -> Iterable[Statement]:
    """Yield the statements of a clause: one, or one for each item of a list."""
    whole_body = _trim(words, clause.body)
    opened = _without_opener(words, whole_body)
    body = _without_tail(words, opened if len(opened) >= _fewest(frame) else whole_body)
    led = len(body) > 1 and _is_led(words, clause.subject)
    if not led and not _says_something(words, body, frame, alone=not clause.subject):
        return
    whole = words.spans((*clause.subject, *body))
    judged = frame.region.sense == "bare"  # who is thanked is no subject of what follows
    cut_off = not frame.region.chain and goes_on(words.text, words.places[body[-1]][1])
    least = 0 if judged or cut_off else frame.settings.split_lists_from
    shares = (*sharers(words, clause.subject, body), *told_before(words, body)) if least else ()
    for share in shares:
        yield Statement(words.pick(share), words.spans(share), whole, frame.sentence, each=True)
    if shares and shares[0][-1] == body[-1]:
        return
    under = deed_under(words, clause)
    for part in find_parts(words, body, least) if least else named_parts(words, body) or (body,):
        indices = (*clause.subject, *part)
        spans = words.spans(_trim(words, indices))
        told = words.pick(part) if _repeats(words, clause) else None
        yield Statement(words.pick(indices), spans, whole, frame.sentence, under=under, told=told)


def _repeats(words: Words, clause: Clause) -> bool:
    """Tell whether a clause with "which" repeats the fact before it, as it may stand for all."""
    fact = any(words.finite[i] for i in clause.subject)
    return fact and bool(clause.body) and words[clause.body[0]] == "which"


def _says_something(words: Words, body: Sequence[int], frame: _Frame, *, alone: bool) -> bool:
    """Tell whether a stretch is a statement and no leftover."""
    count = sum(1 for i in body if not words.is_mark(i))
    if not count:
        return False
    if frame.region.sense == "beside" or (frame.region.chain and frame.region.whole):
        return count >= _fewest(frame)
    says = not alone or has_finite_verb(words, body)
    says = says or (frame.complete and (tells_plan(words, body) or may_say(words, body)))
    if count < _fewest(frame) or not says:
        return False
    return not alone or frame.complete or stands_alone(words, body)
