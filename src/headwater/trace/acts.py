"""Public acts that are done by words, and the rule that such an act is one origin.

That a party sued, announced or published something stands in the words by which it did so. Two
outlets that tell of it in their own voice have it from these words, not each from a source of its
own. Only acts count of parties whose words the case cites elsewhere: there the texts show that the
words are public.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from headwater.lexicon.load import Entry, load_entries
from headwater.lexicon.parties import body_in, is_state_name, state_name, states_written
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.text.filings import FILINGS, OTHERS
from headwater.text.names import fold_name, last_word
from headwater.trace.origins import End
from headwater.trace.pile import Pile
from headwater.trace.view import Act, Verdict, View, say
from headwater.trace.voices import is_filing, voice_of

_ACTORS: Final = frozenset({"person", "organization", "government"})
_PREPOSITIONS: Final = frozenset("in of with to from at by for on against over about".split())
# Before the verb these turn the act into none: three words back, or anywhere for a decree, of which
# texts often tell that it may come.
_NEGATORS: Final = frozenset("not never nor neither".split())
_OPEN: Final = frozenset(
    "whether if unless could may might would should not never wants threatens urged re".split()
)


def one_act(left: End, right: End, view: View) -> Verdict | None:
    """Outlets that tell of one public act in their own voice, and the party whose act it is."""
    act = view.act
    if act is None or not (left.own_voice or right.own_voice):
        return None
    if all(end.own_voice or end.source.id in act.actors for end in (left, right)):
        names = f"{left.source.name} and {right.source.name}"
        text = f"{names} tell of one public act of {act.who} (“{act.words}”)"
        return say("same", "trace.tie.act.v1", text, left, right, weight=0.8)
    return None


_DECREES: Final = tuple(e for e in load_entries("acts") if e.attributes["act"] == "decree")


class Cited(NamedTuple):
    """Whose words some text of the case cites.

    Attributes:
        sources: All of them, sorted by id.
        filers: Those that filed the only suit of the case.
        states: The only state that texts name as the doer, by the deed that a state declares.
    """

    sources: tuple[Source, ...]
    filers: tuple[Source, ...] = ()
    states: tuple[tuple[str, str], ...] = ()


def find_cited(pile: Pile) -> Cited:
    """Return whose words the case cites, sorted by id; no filers if two parties filed."""
    cited = tuple(
        pile.sources[key] for key in sorted(pile.sources) if pile.sources[key].attributions
    )
    papers = [source for source in cited if is_filing(source) or _filed(source, pile)]
    voices = {voice_of(source) for source in papers}
    one = len(voices) == 1 and None not in voices
    filers = tuple(source for source in cited if one and voice_of(source) in voices)
    return Cited(cited, filers, _find_declaring(cited, pile))


def _find_declaring(cited: tuple[Source, ...], pile: Pile) -> tuple[tuple[str, str], ...]:
    """Return the deeds that texts name one state as declaring, each with the state."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in pile.mentions.values():
        text = _words_of(mention)
        for entry in _DECREES:
            match = entry.compiled().search(text)
            state = _state_doing(text[: match.start()], cited) if match else None
            if state:
                found[entry.attributes["deed"]].add(state)
    return tuple((deed, min(states)) for deed, states in sorted(found.items()) if len(states) == 1)


def find_act(mentions: Iterable[Mention], cited: Cited) -> Act | None:
    """Return the public act that a claim tells of, None if it tells of none."""
    for mention in sorted(mentions, key=lambda mention: mention.id):
        found = _act_told(_words_of(mention), cited)
        if found:
            return found
    return None


def _words_of(mention: Mention) -> str:
    return mention.reading or mention.text


def _act_told(text: str, cited: Cited) -> Act | None:
    """Return the public act that a statement tells of, of a party that the case cites."""
    for entry in load_entries("acts"):
        match = entry.compiled().search(text)
        before = text[: match.start()] if match else ""
        if match is None or _NEGATORS & set(fold_name(before)[-3:]):
            continue
        match entry.attributes["act"]:
            case "filing":
                actors = [] if OTHERS & set(fold_name(text)) else list(cited.filers)
                named = actors if entry.attributes.get("nameless") else _doers(actors, before)
                actors = actors if named else []
            case "report":
                outlets = [s for s in cited.sources if s.kind == "media_outlet"]
                actors = _named(outlets, text)
            case "decree":
                actors = _declaring(entry, before, cited)
            case _:
                actors = _doers([s for s in cited.sources if s.kind in _ACTORS], before)
        if actors:
            return Act(frozenset(s.id for s in actors), actors[0].name, match.group())
    return None


def _declaring(entry: Entry, before: str, cited: Cited) -> list[Source]:
    """Return the sources of the state that declares what a statement tells of."""
    if _OPEN & set(fold_name(before)):
        return []
    only = dict(cited.states).get(entry.attributes["deed"])
    state = _state_doing(before, cited.sources) or only
    return [source for source in cited.sources if state and source.interest == state]


def _state_doing(before: str, cited: Iterable[Source]) -> str | None:
    """Return the name of the state that the words before a verb name as who does it."""
    body = body_in(before)
    iso = next(reversed(states_written(before)), None) or (body.state if body else None)
    if iso:
        return state_name(iso)
    doers = _doers([source for source in cited if source.kind in _ACTORS], before)
    states = {source.interest for source in doers if is_state_name(source.interest or "")}
    return states.pop() if len(states) == 1 else None


def _filed(source: Source, pile: Pile) -> bool:
    """Tell whether a text cites a party by the words "the lawsuit"."""
    return source.kind in {"organization", "government"} and any(
        last_word(span.cut(pile.documents[pile.attributions[key].document].text)) in FILINGS
        for key in source.attributions
        for span in pile.attributions[key].source
    )


def _named(sources: Iterable[Source], text: str) -> list[Source]:
    """Return the sources that a text names, people also by their second names."""
    words = f" {' '.join(fold_name(text))} "
    return [s for s in sources if any(f" {name} " in words for name in _names(s))]


def _doers(sources: Iterable[Source], before: str) -> list[Source]:
    """Return the sources that the words before a verb name as who does it.

    "In Valletta, the firm announced" names no act of Valletta's.
    """
    words = f" {' '.join(fold_name(before))} "
    return [source for source in sources if _does(_longest_in(source, words), words)]


def _longest_in(source: Source, words: str) -> str:
    """Return the longest name of a source that stands in words, with spaces around it."""
    found = [f" {name} " for name in _names(source) if f" {name} " in words]
    return max(found, key=lambda name: (len(name), name), default="")


def _does(name: str, words: str) -> bool:
    """Tell whether a name stands in words and not behind a preposition."""
    if not name:
        return False
    ahead = [word for word in words.rpartition(name)[0].split() if word != "the"]
    return not _PREPOSITIONS & set(ahead[-1:])


def _names(source: Source) -> set[str]:
    """Return the names of a source as folded words."""
    names = {" ".join(fold_name(name)) for name in (source.name, *source.aliases)}
    return (names | {last_word(source.name)} if source.kind == "person" else names) - {""}
