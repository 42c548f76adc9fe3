"""Name outlets, organisations, governments and whatever else a noun phrase names."""

from typing import Final

from headwater.attribute.find.drafts import Found
from headwater.attribute.find.nouns import Phrase, kind_of_noun, names_in, names_people, nouns_for
from headwater.attribute.find.words import Words
from headwater.attribute.name.speaker import (
    FAMILY,
    NAMELESS,
    STATE_BODIES,
    Context,
    Speaker,
    clean_name,
    is_state_body,
    same_as,
    state_of,
)
from headwater.attribute.name.strays import of_stray
from headwater.lexicon.called import find_body as find_named_body
from headwater.lexicon.load import load_table
from headwater.lexicon.parties import (
    Outlet,
    find_body,
    find_outlet,
    outlet_in,
    outlets_short_for,
    state_name,
    state_written,
)
from headwater.lexicon.tables import country_words
from headwater.model.attribution import SourceKind
from headwater.model.parse import Name, NameKind
from headwater.text.names import fold_name

_KINDS: dict[NameKind, SourceKind] = {
    "place": "government",
    "people": "government",
    "person": "person",
    "outlet": "media_outlet",
    "work": "report",
}
RULE: Final = "speakers.body.v1"
DEFINITE: Final = 2  # words of "the committee"
HELD: Final = frozenset({"obtained", "seen", "viewed"})  # by an outlet: others wrote the papers


def of_outlet(context: Context, phrase: Phrase) -> Speaker | None:
    """Return a news outlet, also behind "a report by" and "reporters at"; None for others."""
    words = context.words
    before = _outlet_before(context, phrase)
    if before is not None:
        return before
    name = _listed_outlet(words, phrase) or _named_outlet(words, phrase)
    if name is None:
        text = clean_name(words.words(*phrase.whole))
        if outlets_short_for(text) and words.is_capital(phrase.core.first):
            name = text
    return Speaker(name, "media_outlet", why="a news outlet") if name else None


def _outlet_before(context: Context, phrase: Phrase) -> Speaker | None:
    """Return the outlet met before that "the newspaper" stands for."""
    bare = phrase.core.last - phrase.core.first == 1 and phrase.definite
    if not bare or phrase.head not in nouns_for("things", "outlet_alone"):
        return None
    for known in reversed(context.memory):
        if known.kind == "media_outlet":
            why = f"the {phrase.head} met before"
            return same_as(known, context.words, rule="speakers.thing.v1", why=why)
    return None


def _is_held(words: Words, phrase: Phrase) -> bool:
    """Tell whether an outlet only got hold of papers ("documents obtained by the Gazette")."""
    behind = words.lower[phrase.head_end : phrase.head_end + 1]
    return bool(HELD & set(behind))


def _named_outlet(words: Words, phrase: Phrase) -> str | None:
    """Return the outlet that the parse saw at the end of the phrase or behind a paper's noun."""
    papers = nouns_for("things", "by_outlets")
    for name in names_in(words, phrase.core):
        ends = _covers_head(words, phrase, name)
        if (
            (name.kind == "outlet" or find_outlet(name.canonical) is not None)
            and (ends or (phrase.head in papers and not _is_held(words, phrase)))
            and not _is_past(words, phrase)
        ):
            listed = find_outlet(name.canonical)
            return listed.name if listed else clean_name(name.canonical)
    return None


def _is_past(words: Words, phrase: Phrase) -> bool:
    """Tell whether people who have left an outlet are meant ("former Gazette reporters")."""
    return "former" in words.lower[phrase.whole.first : phrase.head_end]


def _covers_head(words: Words, phrase: Phrase, name: Name) -> bool:
    """Tell whether a name holds the head noun."""
    end = words.ends[phrase.head_end - 1]
    return name.span.start < end <= name.span.end


def _listed_outlet(words: Words, phrase: Phrase) -> str | None:
    """Return the usual name of a well-known outlet that the phrase is or ends with."""
    text = clean_name(words.words(*phrase.whole))
    head = clean_name(words.words(phrase.core.first, phrase.head_end))
    listed = find_outlet(text) or find_outlet(head) or _outlet_at_end(words, phrase)
    listed = listed or _outlet_beside(words, phrase)
    by_it = phrase.head in nouns_for("things", "by_outlets")
    if listed is None and by_it and not (_is_past(words, phrase) or _is_held(words, phrase)):
        listed = outlet_in(text)
    if listed is not None and _is_common(words, phrase, listed.name):
        return None
    return listed.name if listed else None


def _is_common(words: Words, phrase: Phrase, name: str) -> bool:
    """Tell whether a word that is an outlet's whole name means what it says ("one observer")."""
    own = [
        index
        for index in range(phrase.core.first, phrase.head_end)
        if fold_name(words.raw[index]) == fold_name(name)
    ]
    return bool(own) and not any(words.is_capital(index) for index in own)


def _outlet_beside(words: Words, phrase: Phrase) -> Outlet | None:
    """Return the outlet beside its sort ("the X news agency", "the state news agency, X,")."""
    if phrase.head not in nouns_for("things", "outlet_alone"):
        return None
    last = phrase.head_end - 1
    if words.lower[last - 1] == "news":
        last -= 1
    aside = phrase.aside
    behind = Found(phrase.head_end + 1, aside.last) if aside is not None else None
    named = [name for name in names_in(words, phrase.core) if words.within(name.span)[1] == last]
    if behind is not None and words.raw[phrase.head_end] == "," and behind.first < behind.last:
        after = names_in(words, behind)[:1]
        named += [name for name in after if words.within(name.span)[0] == behind.first]
    found = (find_outlet(name.canonical) or find_outlet(name.text) for name in named)
    return next((outlet for outlet in found if outlet is not None), None)


def _outlet_at_end(words: Words, phrase: Phrase) -> Outlet | None:
    """Return the outlet whose name ends a noun phrase ("the state news agency Interfax")."""
    for first in range(phrase.core.first, phrase.head_end):
        opens = first == phrase.core.first or not words.is_capital(first - 1)
        if words.is_capital(first) and opens:
            listed = find_outlet(words.words(first, phrase.head_end))
            if listed is not None:
                return listed
    return None


def of_body(context: Context, phrase: Phrase) -> Speaker:
    """Return an organisation, a government, or whatever else the words name."""
    words = context.words
    text = clean_name(words.words(*phrase.whole))
    head = clean_name(words.words(phrase.core.first, phrase.head_end))
    return (
        of_stray(context, phrase)
        or _state_or_body(text, head)
        or _named_before(words, phrase)
        or _by_noun(words, phrase, text)
        or _by_name(words, phrase, text)
        or _nameless(phrase, text)
    )


def _state_or_body(text: str, head: str) -> Speaker | None:
    """Return a state that stands for its government, or a public body of the lexicon."""
    country = country_words().get(text.lower()) or country_words().get(head.lower())
    if country is not None:
        return Speaker(text, "government", country.name, why="a state stands for its government")
    body = find_body(text) or find_body(head)
    if body is None:
        return None
    kind: SourceKind = "government" if body.kind in STATE_BODIES else "organization"
    return Speaker(text, kind, state_of(body.of) if body.of else None, why="a public body")


def _named_before(words: Words, phrase: Phrase) -> Speaker | None:
    """Return the body named before that "the committee" or "the company" stands for."""
    bare = phrase.whole.last - phrase.whole.first == DEFINITE and phrase.definite
    nouns = load_table("pronouns")
    if not bare or phrase.head not in {*nouns["things"], *nouns["firms"]}:
        return None
    at = words.starts[phrase.whole.first]
    named = find_named_body(words.text, words.parse.names, at, phrase.head)
    if named is None:
        return None
    public = is_state_body(named.canonical)
    kind: SourceKind = "government" if public else "organization"
    why = f"the {phrase.head} that the text named before"
    return Speaker(clean_name(named.canonical), kind, antecedent=named.span, rule=RULE, why=why)


def _by_noun(words: Words, phrase: Phrase, text: str) -> Speaker | None:
    """Return what the head noun tells: a government, a company, a group."""
    noun = kind_of_noun(phrase.head)
    if noun == "government" and "news" in words.lower[phrase.core.first : phrase.head_end]:
        noun = "media_outlet"
    if noun == "media_outlet" and _is_past(words, phrase):
        noun = "person"
    several = "and" in words.lower[phrase.core.first : phrase.head_end]
    code = state_written(text)
    public = noun == "government" or (noun is None and (is_state_body(text) or (several and code)))
    if public:
        belongs = state_name(code) if code else None
        why = "a public body by its noun"
        return Speaker(text, "government", belongs, plural=several, head=phrase.head, why=why)
    if noun is None:
        return None
    plural = phrase.head.endswith("s")
    return Speaker(text, noun, head=phrase.head, plural=plural, why="named by its noun")


def _by_name(words: Words, phrase: Phrase, text: str) -> Speaker | None:
    """Return what is called by a name that the parse saw, or by capital letters."""
    names = names_in(words, phrase.core)
    named = next((name for name in names if _covers_head(words, phrase, name)), None)
    if named is not None:
        whole = named.kind == "body" and clean_name(named.text) == text
        shown = clean_name(named.canonical) if whole else text
        return Speaker(shown, _kind_of(named))
    if words.is_capital(phrase.head_end - 1):
        several = "and" in words.lower[phrase.core.first : phrase.head_end]
        return Speaker(text, "organization", plural=several, why="a name")
    return None


def _nameless(phrase: Phrase, text: str) -> Speaker:
    """Return a noun phrase that names nobody."""
    plural = phrase.head.endswith("s")
    people = names_people(phrase.head) or phrase.head in FAMILY
    kind: SourceKind = "anonymous" if people or plural else "organization"
    why = "people without a name" if people else NAMELESS
    return Speaker(text, kind, plural=plural, head=phrase.head, why=why)


def _kind_of(name: Name) -> SourceKind:
    """Return the sort of source of a name."""
    if name.kind == "people" and name.text.lower() not in country_words():
        return "anonymous" if name.text.endswith("s") else "organization"
    return _KINDS.get(name.kind, "organization")
