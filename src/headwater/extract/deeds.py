"""Cues that tell a deed: whoever plans, signs or welcomes a thing does it, and says nothing."""

from collections.abc import Sequence
from typing import Final

from headwater.extract.bare import WORD, is_bare, listed
from headwater.extract.leftovers import OPENING
from headwater.extract.verb_phrases import has_finite_verb, skip_adverbs
from headwater.extract.words import AUXILIARIES, Words
from headwater.lexicon.verbs import VerbForm, clause_verbs
from headwater.model.attribution import Attribution, SourceKind
from headwater.model.parse import Parse
from headwater.model.span import Span, touching

PAPERS: Final[frozenset[SourceKind]] = frozenset({"report", "dataset", "leak", "visual"})
TOLD: Final = frozenset({"as", "for", "over"})  # what stands behind them is a judgement
LINKS: Final = frozenset("to on upon for out that".split())  # "agreed to", "seeks to"
SHORT: Final = 3  # words of what was first reported: "The news was first reported by the Sun"


def tells_deed(text: str, parse: Parse, attribution: Attribution) -> bool:
    """Tell whether a cue and its content tell what a source does, and not what it says.

    "The mill has agreed to pay", "the board welcomed Roe to the dam", "the Sun first reported the
    sale": such words are a statement of the voice around them, which anybody else can report.

    Args:
        text: The document's.
        parse: Its marks.
        attribution: The cue with its source and content.
    """
    words, verb = _content(text, parse, attribution), _verb(text, attribution)
    if not len(words) or verb is None or not attribution.source:
        return False
    if attribution.content[0].start < attribution.cue[0].start:
        return verb.lemma in listed("issuing") and _is_thing(words) and len(words) <= SHORT
    if attribution.source[0].start > attribution.cue[0].start:
        return False
    if text[attribution.content[0].start] in OPENING:
        return False
    if _is_purpose(text, parse, attribution) and _is_thing(words):
        return True
    return _commits(text, attribution, words, verb) or _deals(text, parse, attribution, words, verb)


def _is_purpose(text: str, parse: Parse, attribution: Attribution) -> bool:
    """Tell whether a cue tells what a deed was done for ("divers met [to call for] a new dam")."""
    if not attribution.cue[0].cut(text).startswith("to "):
        return False
    before = Span(start=attribution.source[-1].start, end=attribution.cue[0].start)
    tokens = [t for s in touching(parse.sentences, (before,)) for t in s.tokens]
    words = Words(text, [t for t in tokens if before.start <= t[0] and t[1] <= before.end])
    return has_finite_verb(words, range(len(words)))


def _commits(text: str, attribution: Attribution, words: Words, verb: VerbForm) -> bool:
    """Tell whether a cue tells what its source will do or tries to do ("has agreed to pay")."""
    if verb.lemma in listed("wishing"):
        return attribution.kind not in PAPERS and (_is_thing(words) or words[0] == "to")
    joint = text[attribution.cue[-1].end : attribution.content[0].start].lower().split()
    plain = "to" not in (*joint, *_last_words(text, attribution)[-1:], words[0])
    if verb.lemma in listed("offending"):
        return plain and words[0] != "that"
    return verb.lemma in listed("committing") and not plain


def _deals(text: str, parse: Parse, attribution: Attribution, words: Words, verb: VerbForm) -> bool:
    """Tell whether a cue tells what its source does to a thing ("welcomed the guests")."""
    if verb.lemma in listed("enlisting"):
        return _is_thing(words)
    if verb.lemma in listed("receiving"):
        return not has_finite_verb(words, range(len(words))) or words[0] == "what"
    if verb.lemma in listed("performing") and not TOLD.isdisjoint(words.lower):
        return False
    done = verb.lemma in listed("performing") | listed("issuing")
    return done and is_bare(text, parse, attribution)


def _is_thing(words: Words) -> bool:
    """Tell whether words have no verb of their own and are no deed to be done."""
    first = words.verb(skip_adverbs(words, 0)) if words[0] not in LINKS else None
    deed = first is not None and first.form == "ing"
    return words[0] not in LINKS and not deed and not has_finite_verb(words, range(len(words)))


def _content(text: str, parse: Parse, attribution: Attribution) -> Words:
    """Return the words of a content's first piece."""
    content = attribution.content[0]
    tokens = [t for s in touching(parse.sentences, (content,)) for t in s.tokens]
    return Words(text, [t for t in tokens if content.start <= t[0] and t[1] <= content.end])


def _last_words(text: str, attribution: Attribution) -> Sequence[str]:
    """Return the words of a cue's last piece, lower case."""
    return [word.lower() for word in WORD.findall(attribution.cue[-1].cut(text))]


def _verb(text: str, attribution: Attribution) -> VerbForm | None:
    """Return the only verb of a cue; None where there are two ("unveiled plans")."""
    forms = clause_verbs()
    found = [
        forms[word]
        for word in _last_words(text, attribution)
        if word in forms and word not in AUXILIARIES
    ]
    return found[0] if len(found) == 1 else None
