"""Paragraphs, sentences and tokens, with exact offsets."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from headwater.model.document import Aside
from headwater.model.parse import Sentence
from headwater.model.span import Span
from headwater.text.tokens import tokenize

Lines = Literal["auto", "paragraph", "wrapped"]

_OPENERS: Final = r"[\"'“‘„«‹(\[`]"
_CLOSERS: Final = r"[\"'”’»›)\]]"
_STOP: Final = re.compile(
    rf"(?:[.!?…]+|[。！？])(?P<closers>{_CLOSERS}*)(?P<gap>\s+|$|(?=[A-Z\"“]))"
)
_NEXT: Final = re.compile(rf"{_OPENERS}*(?:[-–—•*]\s*)?(?P<word>[^\W_]+(?:[.'’-]\w+)*)?")
_LAST_WORD: Final = re.compile(r"(?P<word>(?:[^\W\d_]\.)*[^\W_]+(?:['’-]\w+)*)$")

# Never ends a sentence: what follows belongs to it.
_TITLES: Final = frozenset(
    """mr mrs ms mx dr prof gen sen rep gov lt col sgt capt cmdr maj adm rev hon pres st mt ft
    messrs mme mlle sr sra fr br amb supt insp det cpl pvt spc vs viz cf eg ie e.g i.e al fig
    figs eq approx ca pp vol ed eds art sec ch est jan feb mar apr jun jul aug sept sep oct nov
    dec mon tue tues wed thu thur thurs fri v ave blvd rd""".split()
)
# May end a sentence: only what follows can tell.
_MAYBE: Final = frozenset(
    """u.s u.k u.n e.u u.s.a u.s.s.r u.a.e d.c l.a n.y a.m p.m b.c a.d ph.d m.d b.a m.a inc corp co
    ltd llc plc bros jr sr esq etc dept assn univ govt gmbh s.a s.p.a n.v a.g p.l.c""".split()
)
# After an abbreviation that may end a sentence, these words begin a new one.
_STARTERS: Final = frozenset(
    """the a an this that these those it its he she they we you i his her their our my in on at by
    for from with but and or so yet as if when while after before since because although though
    however also there here what who why how where which both some many most several all one two
    three no not then now last next meanwhile still even according instead asked under over
    during despite earlier later until once such another other each every only perhaps nor to
    of""".split()
)
_SPEECH_NEXT: Final = re.compile(
    r"(?:the\s+)?(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|added|told|wrote|tweeted|replied|"
    r"shouted|exclaimed|continued|insisted|demanded|wondered)\b"
)
# A tag and nothing else: "“We won.” Ada Pym said."
_SPEECH_TAG: Final = re.compile(_SPEECH_NEXT.pattern + r"(?=[.,]|$)")
_DOTTED: Final = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_DOMAIN: Final = re.compile(r"[a-z]{3,}$")
_GLUED_NEXT: Final = re.compile(r"[\"“]?[A-Z][a-z]+[\s,]")
_NUMBERED: Final = frozenset({"no", "nos", "art", "p", "pp", "vol", "fig", "ch", "sec"})
_MAX_JOINED_SHARE: Final = (
    0.3  # Share of single newlines followed by a small letter that tells wrapped text.
)


def find_paragraphs(
    text: str, asides: tuple[Aside, ...] = (), *, lines: Lines = "auto"
) -> tuple[Span, ...]:
    """Return the paragraphs in text order, white space trimmed, asides left out.

    Args:
        text: The document's text.
        asides: Stretches that hold no marks; a paragraph is cut where one begins or ends.
        lines: Whether a single newline ends a paragraph.
    """
    wrapped = lines == "wrapped" or (lines == "auto" and _is_wrapped(text))
    breaks = re.compile(r"\n[^\S\n]*\n\s*" if wrapped else r"\n")
    found: list[Span] = []
    for start, end in _outside(text, asides):
        position = start
        for match in breaks.finditer(text, start, end):
            found.extend(_trim(text, position, match.start()))
            position = match.end()
        found.extend(_trim(text, position, end))
    return tuple(found)


def _is_wrapped(text: str) -> bool:
    """Tell whether single newlines are mere line ends: many lines go on in small letters."""
    if "\n\n" not in text:
        return False
    singles = re.findall(r"\S\n(?!\n)[^\S\n]*(\S)", text)
    small = sum(1 for mark in singles if mark.islower())
    return bool(singles) and small / len(singles) > _MAX_JOINED_SHARE


def _outside(text: str, asides: tuple[Aside, ...]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the asides."""
    position = 0
    for span in sorted(aside.span for aside in asides):
        if span.start > position:
            yield position, min(span.start, len(text))
        position = max(position, span.end)
    if position < len(text):
        yield position, len(text)


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretch without white space at its ends, nothing if nothing is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    if left < right:
        yield Span(start=start + left, end=start + right)


def find_sentences(text: str, paragraphs: tuple[Span, ...]) -> tuple[Sentence, ...]:
    """Return the sentences of the paragraphs in text order.

    They cover every character of the paragraphs but white space, and do not overlap.
    """
    found: list[Sentence] = []
    for index, paragraph in enumerate(paragraphs):
        position = paragraph.start
        for end in _ends(text, paragraph):
            for span in _trim(text, position, end):
                found.append(_sentence(text, span, index))
            position = end
        for span in _trim(text, position, paragraph.end):
            found.append(_sentence(text, span, index))
    return tuple(found)


def _sentence(text: str, span: Span, paragraph: int) -> Sentence:
    return Sentence(span=span, paragraph=paragraph, tokens=tokenize(text, span.start, span.end))


def _ends(text: str, paragraph: Span) -> Iterator[int]:
    """Yield where sentences end inside a paragraph."""
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _is_end(text, match, paragraph):
            yield match.end("closers")


def _is_end(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """Decide whether a stop ends its sentence."""
    after = text[match.end() : min(paragraph.end, match.end() + 80)]
    if not after:
        return False
    mark = match.group()[0]
    following = _NEXT.match(after)
    word = (following["word"] if following else None) or ""
    before = _LAST_WORD.search(text, max(paragraph.start, match.start() - 24), match.start())
    last = before["word"] if before else ""
    if not match["gap"]:
        return _is_glued(match, last, after)
    if word and word[0].islower():
        return False
    if mark in "!?…" or match.group().startswith(".."):
        return not (match["closers"] and _SPEECH_NEXT.match(after))
    if match["closers"]:
        return not _SPEECH_TAG.match(after)
    if (
        last.isdigit()
        and before is not None
        and _is_number_of_item(text, before.start(), paragraph)
    ):
        return False
    return not (mark == "." and last and _is_abbreviation(last, word))


def _is_glued(match: re.Match[str], last: str, after: str) -> bool:
    """Tell a missing space ("... end.Next day") from a web address or a version."""
    return bool(_DOMAIN.search(last) and _GLUED_NEXT.match(after) and not match["closers"])


def _is_number_of_item(text: str, start: int, paragraph: Span) -> bool:
    """Tell whether a number opens a list item ("2. The mill"), at the start of its sentence."""
    return not text[max(paragraph.start, start - 2) : start].strip(" .!?")


def _is_abbreviation(last: str, following: str) -> bool:
    """Tell whether the full stop belongs to the word before and the sentence goes on."""
    lowered = last.lower()
    if lowered in _NUMBERED and following[:1].isdigit():
        return True
    if lowered in _TITLES and (
        last[0].isupper() or lowered not in {"fig", "est", "art", "ed", "fr", "al"}
    ):
        return not (lowered in {"dec", "sec", "mar"} and last.islower())
    if lowered in _MAYBE or _DOTTED.fullmatch(last):
        return following.lower() not in _STARTERS
    # An initial ("J. Doe"); "I" alone is more often the pronoun, yet hardly ends a sentence.
    return len(last) == 1 and last.isupper() and following.lower() not in _STARTERS
