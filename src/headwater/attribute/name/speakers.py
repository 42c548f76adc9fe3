"""Give each source its name in this document, its kind and what it belongs to."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.attribute.find.drafts import Found
from headwater.attribute.find.nouns import Phrase, kind_of_noun, names_in, nouns_for, read_phrase
from headwater.attribute.name.pronouns import (
    FEMALE, MALE, PLURAL, RELATIVE, SINGULAR, Known, find_person, find_plural, find_thing, is_pronoun, relative_antecedent,
)  # fmt: skip
from headwater.attribute.name.veils import find_grounds, hides, is_marked, read_veil, singular
from headwater.attribute.find.words import Words
from headwater.lexicon.parties import Outlet, find_body, find_outlet, outlet_in, outlets_short_for, state_in, state_name
from headwater.lexicon.tables import country_words
from headwater.model.attribution import SourceKind, Veil
from headwater.model.parse import Name
from headwater.model.span import Span

NAMELESS: Final = "a noun phrase without a name"
UNATTRIBUTED: Final = "unattributed"
VAGUE: Final = frozenset("latest new recent same earlier previous full original leaked 30-second joint own".split())
GENERIC: Final = frozenset("report record data study analysis of the a by from document file figure in on and for to video".split())
SPOKEN_FOR: Final = re.compile(r"\b(?:for|of|at|from|with|in)\s+(?:the\s+)?(.+)$")
STATE_BODIES: Final = frozenset({"executive", "intelligence", "statistics", "court", "legislature"})
OUTLET_THINGS: Final = frozenset(
    "report reports story stories article articles investigation analysis editorial column interview review journalists reporters "
    "reporter journalist columnist newspaper website piece documents memo".split()
)


class Speaker(NamedTuple):
    """Who a source is in its document; see `Attribution` for the fields."""

    name: str
    kind: SourceKind
    affiliation: str | None = None
    antecedent: Span | None = None
    veil: Veil | None = None
    plural: bool = False
    head: str = ""
    rule: str = "speakers.v1"
    why: str = "named so in the text"
    known: Known | None = None


def clean_name(text: str) -> str:
    """Return a name with single spaces, without article, possessive and stray marks."""
    plain = " ".join(text.replace("\u00a0", " ").split()).strip(" ,;:\"“”„«»—–-")
    plain = re.sub(r"^(?:the|a|an)\s+", "", plain, flags=re.IGNORECASE)
    return re.sub(r"(?:['’]s|(?<=s)['’])$", "", plain)


def name_speaker(words: Words, source: Found | None, memory: Sequence[Known], genders: dict[str, str]) -> Speaker:
    """Return who a source is, read left to right.

    Args:
        words: The document.
        source: The words for the source, None if the text leaves it out.
        memory: The sources met so far, in text order.
        genders: What "he" and "she" have shown so far, by name; "m" or "f".
    """
    if source is None:
        return Speaker(UNATTRIBUTED, "unattributed", why="the text does not say who says so")
    if is_pronoun(words, source):
        return _of_pronoun(words, source, memory, genders)
    phrase = read_phrase(words, source)
    return (
        _of_person(words, source, phrase)
        or _of_outlet(words, phrase)
        or _of_hidden(words, source, phrase, memory)
        or _of_role(words, source, phrase, memory)
        or _of_thing(words, phrase, memory)
        or _of_body(words, phrase)
    )


def _of_pronoun(words: Words, source: Found, memory: Sequence[Known], genders: dict[str, str]) -> Speaker:
    """Return who a pronoun stands for."""
    at, word = source.first, words.lower[source.first]
    if word in RELATIVE:
        before = relative_antecedent(words, source)
        if before is not None:
            named = name_speaker(words, before, memory, genders)
            return named._replace(antecedent=words.span(*before), rule="pronouns.v1", why=f"“{word}” follows its noun")
        return Speaker(word, "unattributed", why="nothing for the pronoun to stand for")
    if word in SINGULAR:
        found: Known | Name | None = find_person(words, at, word, memory, genders)
        if found is not None:
            name = found.canonical if isinstance(found, Name) else found.name
            genders.setdefault(name, "m" if word in MALE else "f" if word in FEMALE else "")
    else:
        found = find_plural(words, at, memory) if word in PLURAL else find_thing(words, at, memory)
    if found is None:
        return Speaker(words.raw[at], "unattributed", rule="pronouns.v1", why="nothing was found for the pronoun to stand for")
    if isinstance(found, Name):
        return Speaker(found.canonical, "person", _affiliation_of_role(found.role), found.span, rule="pronouns.v1", why=f"“{word}” stands for the person before it")
    return Speaker(found.name, found.kind, None, words.span(*found.found), plural=found.plural, head=found.head, rule="pronouns.v1", why=f"“{word}” stands for the source before it", known=found)


def _of_person(words: Words, source: Found, phrase: Phrase) -> Speaker | None:
    """Return a named person, or several joined by "and"."""
    names = names_in(words, phrase.core)
    head_end = words.ends[phrase.head_end - 1]
    persons = [n for n in names if n.kind == "person" and n.span.end <= words.ends[phrase.core.last - 1]]
    ahead = [n for n in persons if n.span.end <= head_end]
    last = ahead[-1] if ahead else None
    if last is not None and _ends_phrase(words, last, phrase):
        if len(ahead) > 1 and _is_joint(words, phrase):
            text = " and ".join(n.canonical for n in ahead)
            return Speaker(text, "person", plural=True, why="two named people speak together")
        return Speaker(fullest_name(words, last), "person", _affiliation(words, last, phrase), plural=False, why="a named person")
    if phrase.aside is not None and not words.is_capital(phrase.head_end - 1):
        behind = [n for n in names_in(words, phrase.aside) if n.kind == "person"]
        if behind and words.within(behind[0].full)[0] <= phrase.aside.first + 1:
            return Speaker(behind[0].canonical, "person", _spoken_for(words, phrase), why="a named person, the role before the name")
    del source
    return None


def fullest_name(words: Words, name: Name) -> str:
    """Return a person's fullest name; a surname that several share is given to the one named most."""
    if " " in name.canonical:
        return name.canonical
    fuller = [n.canonical for n in words.parse.names if n.kind == "person" and n.canonical.split()[-1] == name.canonical and " " in n.canonical]
    counts = Counter(fuller)
    return max(counts, key=lambda text: (counts[text], text)) if counts else name.canonical


def _ends_phrase(words: Words, name: Name, phrase: Phrase) -> bool:
    """Tell whether a name is the head of its noun phrase, possessive mark left aside."""
    first, last = words.within(name.span)
    del first
    tail = words.lower[last : phrase.head_end]
    return all(word in {"'", "’", "s", ")", "jr", "sr", ".", "”", '"', "himself", "herself", "alone", "both", "all"} for word in tail)


def _is_joint(words: Words, phrase: Phrase) -> bool:
    """Tell whether "and" joins the parts of a noun phrase."""
    return "and" in words.lower[phrase.core.first : phrase.head_end]


def _affiliation(words: Words, name: Name, phrase: Phrase) -> str | None:
    """Return what a person belongs to, from the title before or the apposition behind the name."""
    by_role = _affiliation_of_role(name.role)
    if by_role is not None or phrase.aside is None:
        return by_role
    return _after_role(words.words(*phrase.aside))


def _after_role(text: str) -> str | None:
    """Return what stands behind "spokesman for", "director of"."""
    found = re.search(r"\b(?:for|of|at|from|with)\s+(?:the\s+)?((?:[A-Z][\w’'.&-]*)(?:\s+(?:of|for|the|and|[A-Z][\w’'.&-]*))*)", text)
    if found is None:
        return None
    return re.sub(r"\s+(?:of|for|the|and)$", "", found[1])


def _affiliation_of_role(role: str | None) -> str | None:
    """Return the body or state in a title such as "Foreign Ministry spokesperson"."""
    if not role:
        return None
    words = role.replace("\u00a0", " ").split()
    roles = nouns_for("people", "spokes") | nouns_for("people", "leaders") | nouns_for("people", "always")
    while words and (words[-1].lower().strip(".,") in roles or words[-1].rstrip(".").lower() in {"mr", "ms", "mrs", "dr", "sen", "rep", "gov", "gen", "press", "prime", "vice", "chief", "deputy", "then", "former", "senior"}):
        words.pop()
    while words and words[0].lower() in {"the", "a", "an", "former", "then", "senior", "deputy", "but", "and", "when", "while", "as", "after", "then-president"}:
        words.pop(0)
    if not words:
        return _after_role(role)
    text = clean_name(" ".join(words))
    state = country_words().get(text.lower())
    return state.name if state is not None else text or None


def _spoken_for(words: Words, phrase: Phrase) -> str | None:
    """Return the body that a spokesman speaks for."""
    text = words.words(*phrase.core)
    found = _after_role(text)
    if found is not None:
        return found
    before = words.text[words.starts[phrase.core.first] : words.starts[phrase.head_end - 1]].strip()
    return clean_name(before) or None


def _of_outlet(words: Words, phrase: Phrase) -> Speaker | None:
    """Return a news outlet, also behind "a report by" and "reporters at"."""
    text = clean_name(words.words(*phrase.whole))
    head_text = clean_name(words.words(phrase.core.first, phrase.head_end))
    for name in names_in(words, phrase.core):
        whole = clean_name(name.canonical)
        if name.kind == "outlet" and (name.span.end >= words.ends[phrase.head_end - 1] or phrase.head in OUTLET_THINGS):
            listed = find_outlet(whole)
            return Speaker(listed.name if listed else whole, "media_outlet", head="", why="a news outlet", antecedent=None)
    listed = find_outlet(text) or find_outlet(head_text) or _outlet_at_end(words, phrase)
    if listed is None and phrase.head in OUTLET_THINGS:
        listed = outlet_in(text)
    if listed is not None:
        return Speaker(listed.name, "media_outlet", why="a news outlet")
    return Speaker(text, "media_outlet", why="a news outlet") if outlets_short_for(text) and words.is_capital(phrase.core.first) else None


def _outlet_at_end(words: Words, phrase: Phrase) -> Outlet | None:
    """Return the outlet whose name ends a noun phrase ("the state news agency Interfax")."""
    for first in range(phrase.core.first, phrase.head_end):
        if words.is_capital(first) and (first == phrase.core.first or not words.is_capital(first - 1)):
            listed = find_outlet(words.words(first, phrase.head_end))
            if listed is not None:
                return listed
    return None


def _of_hidden(words: Words, source: Found, phrase: Phrase, memory: Sequence[Known]) -> Speaker | None:
    """Return a source without a name."""
    if not hides(words, phrase, source):
        return None
    group = _group_of(words, source, phrase, memory)
    veil = read_veil(words, phrase, source)
    if group is not None:
        return Speaker(group.name, group.kind, veil.body, words.span(*group.found), veil, group.plural, phrase.head, "speakers.group.v1", "one of the unnamed sources met before", group)
    name = clean_name(words.words(*phrase.whole))
    kind: SourceKind = "anonymous"
    if veil.body is not None and veil.plural and veil.grounds is None and veil.number is None and phrase.head in {"officials", "authorities", "diplomats"} and not is_marked(words, source):
        kind = "government"
    return Speaker(name, kind, _state_of(veil.body), None, veil, veil.plural, phrase.head, "veils.v1", "the text gives no name")


def _state_of(body: str | None) -> str | None:
    """Return the usual name of the state in some words, the words if there is none."""
    code = state_in(body) if body else None
    return state_name(code) if code else body


def _group_of(words: Words, source: Found, phrase: Phrase, memory: Sequence[Known]) -> Known | None:
    """Return the group met before that "the officials" or "one of the people" belongs to."""
    if phrase.number == "another" or phrase.number in {"a", "an"} and not _is_part(words, source):
        return None
    if is_marked(words, Found(phrase.core.first, phrase.core.last)):
        return None
    mine = set(words.lower[phrase.core.first : phrase.head_end])
    for known in memory:
        if known.kind not in ("anonymous", "government") or singular(known.head) != singular(phrase.head) or known.kind == "government" and not known.plural:
            continue
        theirs = {word.lower() for word in re.findall(r"\w+", known.name)}
        if {singular(word) for word in mine} - {"senior", "same"} <= {singular(word) for word in theirs}:
            return known
    return None


def _is_part(words: Words, source: Found) -> bool:
    """Tell whether a source is a part of a group ("one of the people")."""
    return "of" in words.lower[source.first : source.first + 3]


def _of_role(words: Words, source: Found, phrase: Phrase, memory: Sequence[Known]) -> Speaker | None:
    """Return a person named only by a role: "the minister", "a ministry spokesman"."""
    spokes = phrase.head in nouns_for("people", "spokes")
    if not spokes and phrase.head not in nouns_for("people", "leaders"):
        return None
    wanted = {word for word in words.lower[phrase.core.first : phrase.head_end] if len(word) > 1}
    found = _person_with_role(words, wanted, words.starts[source.first], singles=phrase.definite or spokes)
    if found is not None:
        return Speaker(found.canonical, "person", _affiliation_of_role(found.role), found.full, rule="speakers.role.v1", why="the text gives that role to this person")
    text = clean_name(words.words(*phrase.whole))
    body = _spoken_for(words, phrase)
    if spokes:
        kind: SourceKind = "government" if body and _is_state_body(body) else "organization"
        return Speaker(text, kind, body, head=phrase.head, rule="speakers.role.v1", why="an unnamed spokesperson")
    del memory
    return Speaker(text, "person", None, head=phrase.head, rule="speakers.role.v1", why="a person named by a role")


def _person_with_role(words: Words, wanted: set[str], at: int, *, singles: bool) -> Name | None:
    """Return the one person whose title has all the words; the nearest before, else the only one behind."""
    fits: list[Name] = []
    for name in words.parse.names:
        if name.kind == "person" and name.role and wanted <= {w.lower().rstrip(".") for w in re.findall(r"[\w-]+", name.role)}:
            fits.append(name)
    before = [name for name in fits if name.span.start < at]
    people = {name.canonical for name in fits}
    if singles and before:
        return before[-1]
    return fits[0] if len(people) == 1 and (singles or len(wanted) > 1) else None


def _of_thing(words: Words, phrase: Phrase, memory: Sequence[Known]) -> Speaker | None:
    """Return a paper, data, a leak or a recording; "the report" is led back to its fuller name."""
    kind = kind_of_noun(phrase.head)
    if kind not in ("report", "dataset", "leak", "visual"):
        return None
    inside = words.lower[phrase.core.first : phrase.core.last]
    if "leaked" in inside and kind == "report":
        kind = "leak"
    text = clean_name(words.words(*phrase.whole))
    bare = set(words.lower[phrase.core.first : phrase.head_end - 1]) <= VAGUE and phrase.core.last == phrase.head_end
    if bare and phrase.definite:
        for known in reversed(memory):
            if singular(known.head) == singular(phrase.head) and known.kind == kind and len(known.name) > len(text):
                return Speaker(known.name, known.kind, None, words.span(*known.found), plural=known.plural, head=phrase.head, rule="speakers.thing.v1", why="the paper named more fully before", known=known)
    if bare and phrase.definite and phrase.head in nouns_for("things", "utterance") and memory:
        issuer = memory[-1]
        return Speaker(issuer.name, issuer.kind, None, words.span(*issuer.found), plural=issuer.plural, head=issuer.head, rule="speakers.thing.v1", why=f"the {phrase.head} of the source before", known=issuer)
    if phrase.definite and not bare:
        fuller = _same_thing(words, phrase, kind, memory)
        if fuller is not None:
            same = {w.lower() for w in text.split()} <= {w.lower() for w in fuller.name.split()}
            return Speaker(fuller.name if same else text, fuller.kind, None, words.span(*fuller.found), plural=fuller.plural, head=phrase.head, rule="speakers.thing.v1", why="the same paper or data as before", known=fuller)
    if not phrase.definite and not phrase.number and bare and phrase.head.endswith("s") and kind == "report":
        return Speaker(text, "unattributed", head=phrase.head, plural=True, why="reports that are not named")
    if phrase.number in {"several", "some", "many", "most"} and kind == "report":
        return Speaker(text, "unattributed", head=phrase.head, plural=True, why="reports that are not named")
    return Speaker(text, kind, _after_role(text) or _state_of(_owner_words(words, phrase)), head=phrase.head, plural=phrase.head.endswith("s"), why="a paper, data or recording is cited")


def _same_thing(words: Words, phrase: Phrase, kind: SourceKind, memory: Sequence[Known]) -> Known | None:
    """Return the paper or data met before of the same kind that shares a telling word."""
    mine = {singular(word) for word in words.lower[phrase.core.first : phrase.head_end]} - VAGUE - GENERIC
    for known in reversed(memory):
        theirs = {singular(word.lower()) for word in re.findall(r"\w+", known.name)} - VAGUE - GENERIC
        if known.kind == kind and mine & theirs:
            return known
    return None


def _owner_words(words: Words, phrase: Phrase) -> str | None:
    """Return the words before the head noun if they name a state or body."""
    if phrase.head_end - 1 <= phrase.core.first:
        return None
    before = words.words(phrase.core.first, phrase.head_end - 1)
    return before if state_in(before) else None


def _of_body(words: Words, phrase: Phrase) -> Speaker:
    """Return an organisation, a government, or whatever else the words name."""
    text = clean_name(words.words(*phrase.whole))
    head_text = clean_name(words.words(phrase.core.first, phrase.head_end))
    plural = "and" in words.lower[phrase.core.first : phrase.head_end]
    country = country_words().get(text.lower()) or country_words().get(head_text.lower())
    if country is not None:
        return Speaker(text, "government", country.name, why="a state named for its government")
    body = find_body(text) or find_body(head_text)
    if body is not None:
        kind: SourceKind = "government" if body.kind in STATE_BODIES else "organization"
        return Speaker(text, kind, _state_of(body.of) if body.of else None, why="a public body")
    noun = kind_of_noun(phrase.head)
    if noun == "government" or noun is None and _is_state_body(text) or plural and state_in(text):
        code = state_in(text)
        return Speaker(text, "government", state_name(code) if code else None, plural=plural, head=phrase.head, why="a public body by its noun")
    if noun is not None:
        return Speaker(text, noun, head=phrase.head, plural=phrase.head.endswith("s"), why="named by its noun")
    names = names_in(words, phrase.core)
    named = next((n for n in names if n.span.end >= words.ends[phrase.head_end - 1]), None)
    if named is not None:
        return Speaker(clean_name(named.canonical) if named.kind == "body" and phrase.core.last == phrase.head_end and len(names) == 1 and clean_name(named.text) == text else text, _kind_of_name(named), why="named so in the text")
    if any(words.is_capital(i) for i in range(phrase.core.first, phrase.head_end)) and words.is_capital(phrase.head_end - 1):
        return Speaker(text, "organization", plural=plural, why="a name")
    group = phrase.head.endswith("s")
    return Speaker(text, "anonymous" if group else "organization", plural=group, head=phrase.head, why=NAMELESS)


def _kind_of_name(name: Name) -> SourceKind:
    """Return the sort of source of a name."""
    if name.kind in ("place", "people"):
        return "government"
    return {"person": "person", "outlet": "media_outlet", "work": "report"}.get(name.kind, "organization")  # type: ignore[return-value]


def _is_state_body(text: str) -> bool:
    """Tell whether words name a body of a state."""
    body = find_body(text)
    if body is not None:
        return body.kind in STATE_BODIES
    parts = {word.lower() for word in re.findall(r"\w+", text)}
    return bool(parts & {"ministry", "department", "government", "administration", "army", "military", "police", "embassy", "parliament", "kremlin", "treasury", "navy", "regime", "authorities", "pentagon", "court", "senate"})


def grounds_of(words: Words, source: Found | None) -> Span | None:
    """Return the condition of anonymity near a source."""
    return find_grounds(words, source) if source is not None else None
