"""Tell the document's own voice from what it attributes."""

from typing import Final

from headwater.attribute.chain.deeds import tells_deed
from headwater.attribute.chain.nesting import Node
from headwater.attribute.chain.routes import own_outlet
from headwater.attribute.chain.unknown import hangs_on, is_unknown, lemma_of
from headwater.attribute.find.classes import POSSESSIVES, PRONOUNS, RELATIVES
from headwater.attribute.find.contents import has_finite_verb
from headwater.attribute.find.cues import BE, TELLING
from headwater.attribute.find.drafts import Draft
from headwater.attribute.find.nouns import PAPERS, kind_of_noun, names_people
from headwater.attribute.find.quotations import quotes_clause
from headwater.attribute.find.words import Words
from headwater.attribute.name.speaker import NAMELESS, Speaker
from headwater.lexicon.cues import cue_verbs
from headwater.lexicon.load import load_table

HIDDEN: Final = frozenset({"rumoured", "alleges"})  # kinds of cue that tell of a source left out
EMPTY: Final = frozenset({"there", "it", "that", "which", "this"})  # stand for nobody
BY_VERB: Final = frozenset({"cues.v1", "deeds.v1"})  # rules that go by a verb alone
WISHES: Final = frozenset({"want", "wish"})
TAKEN: Final = frozenset({"life", "lives"})
DUTIES: Final = frozenset({"should", "must"})  # what somebody is to say, nobody says yet
TREATS: Final = frozenset({"address", "see", "view", "regard"})  # what is done to a matter
JUDGED: Final = frozenset("assessment assessments belief conclusion conclusions judgment".split())
GROUNDS: Final = frozenset("evidence facts information".split())  # that somebody else has
LIGHT: Final = frozenset("the all some many most people others everyone".split())
STRAY: Final = frozenset(
    "the a an not more rest ones additional further other".split()
)  # words that name nobody
THERE_IS: Final = 2  # words of "there is" before what is said to be there
ATTEMPTS: Final = frozenset(load_table("cues")["attempts"])
OURSELVES: Final = frozenset("i we us me our my you".split())


def is_own_voice(words: Words, node: Node, speaker: Speaker, outlet: str | None) -> bool:
    """Tell whether a node is the document's own outlet or author speaking."""
    source = node.draft.source
    if source is None and not _is_watched(words, node.draft):
        speaks = quotes_clause(words, node.draft) and _opens_speech(words, node.draft)
        return node.draft.kind not in HIDDEN and not speaks
    if (
        source is None
        or _is_deed(words, node, speaker)
        or _is_respondent(words, node)
        or _is_mute(words, node, speaker)
    ):
        return True
    cue = node.draft.cue or source
    begins = words.lower[max(0, source.first - THERE_IS) : source.first]
    if "there" in (*begins, words.lower[cue.first - 1]):
        return True
    alone = source.last - source.first == 1
    if alone and words.lower[source.first] in STRAY:
        return True
    if alone and words.lower[source.first] in EMPTY and speaker.kind == "unattributed":
        return not (quotes_clause(words, node.draft) or _is_it_that_says(words, node.draft))
    if alone and _is_thing_that_acts(words, node, speaker):
        return True
    if alone and node.parent is None and words.lower[source.first] in OURSELVES:
        return words.depth[source.first] == 0
    return speaker.kind != "person" and own_outlet(outlet, speaker.name)


def _is_watched(words: Words, draft: Draft) -> bool:
    """Tell whether a cue tells what is seen to happen ("is seen leaving", "is seeing more cases").

    "Is seen as unfair" is a view.
    """
    if draft.cue is None:
        return False
    cue = words.lower[draft.cue.first : draft.cue.last]
    behind = words.lower[draft.cue.last : draft.cue.last + 1]
    watched = cue[-1] in {"seen", "heard"} and behind and behind[0].endswith("ing")
    return not BE.isdisjoint(cue) and bool(watched or cue[-1] == "seeing")


def _is_left_out(words: Words, draft: Draft) -> bool:
    """Tell whether a cue tells what somebody did not say ("left without mentioning the toll")."""
    return draft.cue is not None and words.lower[draft.cue.first - 1] == "without"


def _is_it_that_says(words: Words, draft: Draft) -> bool:
    """Tell whether "it said that C" is somebody's word, though it stays open whose."""
    if draft.source is None or draft.cue is None or words.lower[draft.source.first] != "it":
        return False
    cue = words.lower[draft.cue.first : draft.cue.last]
    return (
        draft.kind in TELLING
        and BE.isdisjoint(cue)
        and any(has_finite_verb(words, *part) for part in draft.contents)
    )


def _opens_speech(words: Words, draft: Draft) -> bool:
    """Tell whether a quotation begins like a sentence, not like a name (“the dam that”)."""
    openings = (part.first + 1 for part in draft.contents if part.first in words.quote_at)
    return any(words.is_capital(index) for index in openings)


def _is_mute(words: Words, node: Node, speaker: Speaker) -> bool:
    """Tell whether nobody speaks: what nobody can know yet, an attempt, a thing that acts."""
    draft = node.draft
    if is_unknown(words, draft) or hangs_on(words, draft) or _is_watched(words, draft):
        return True
    if _is_left_out(words, draft) or _calls_home(words, draft) or tells_deed(words, draft):
        return True
    if _is_attempt(words, draft, speaker) or _is_refusal(words, draft):
        return True
    return node.parent is not None and _is_no_voice(words, draft, speaker)


def _calls_home(words: Words, draft: Draft) -> bool:
    """Tell whether "who call the coast home" only tells where people live."""
    calls = draft.cue is not None and lemma_of(words.lower[draft.cue.last - 1]) == "call"
    return calls and words.lower[draft.contents[-1].last - 1] == "home"


def _is_refusal(words: Words, draft: Draft) -> bool:
    """Tell whether "refused to leave" says what somebody did not do, not what he did not say."""
    if draft.kind != "declines":
        return False
    part = draft.contents[0]
    to = words.lower[part.first] == "to" and part.first + 1 < part.last
    return to and words.lower[part.first + 1] not in cue_verbs()


def _is_no_voice(words: Words, draft: Draft, speaker: Speaker) -> bool:
    """Tell whether a thing or a wish inside another's words is no voice of its own.

    "This moment tells you that", "if emissions continue at", "they do not want to go", "you should
    be telling them that", "the board is still assessing what to do".
    """
    if draft.rule not in BY_VERB:
        return False
    opening = words.lower[draft.source.first] if draft.source is not None else ""
    said = draft.contents[0]
    if draft.kind == "believes" and "in" in words.lower[said.first - 1 : said.first + 1]:
        return True  # "we believe in open talks" says nothing that could be believed
    if (
        opening in {"what", "whose"}
        or said.last - said.first == 1
        and words.lower[said.first] in PRONOUNS
    ):
        return True
    if speaker.why == NAMELESS and speaker.known is None and opening != "the":
        return True
    if _is_anyone(words, draft):
        return True
    cue = range(*draft.cue) if draft.cue is not None else ()
    if any(lemma_of(words.lower[index]) in TREATS for index in cue):
        return True
    if not DUTIES.isdisjoint(words.lower[index] for index in cue):
        return True
    wished = any(lemma_of(words.lower[index]) in WISHES for index in cue)
    return wished and words.lower[said.first] == "to" or _is_choice(words, draft)


def _is_choice(words: Words, draft: Draft) -> bool:
    """Tell whether somebody only thinks about "what to do" or "whether to go"."""
    first = draft.contents[0].first
    asked = words.lower[first] in RELATIVES | {"what", "whether", "how", "when", "where"}
    return asked and words.lower[first + 1] == "to"


def _is_anyone(words: Words, draft: Draft) -> bool:
    """Tell whether a source inside another's words is only a turn of phrase.

    "Some people say", "the evidence shows" name nobody; "their assessments" are the speakers' own.
    """
    if draft.source is None:
        return False
    said = list(words.lower[draft.source.first : draft.source.last])
    if len(said) > 1 and said[0] in POSSESSIVES and said[-1] in JUDGED:
        return True
    if said[0] in RELATIVES:
        return False
    bare = [word for word in said if word not in LIGHT | RELATIVES]
    return not bare or (len(bare) == 1 and bare[0] in GROUNDS)


def _is_attempt(words: Words, draft: Draft, speaker: Speaker) -> bool:
    """Tell whether "has sought to save the pit" says what somebody does, not what he says."""
    if draft.cue is None or speaker.kind in PAPERS:
        return False
    to = words.lower[draft.contents[0].first] == "to" or words.lower[draft.cue.last - 1] == "to"
    verb = draft.cue.last - 1 - (words.lower[draft.cue.last - 1] == "to")
    return to and lemma_of(words.lower[verb]) in ATTEMPTS


def _is_thing_that_acts(words: Words, node: Node, speaker: Speaker) -> bool:
    """Tell whether "that" in "a plan that allows C" stands for what neither speaks nor shows."""
    source = node.draft.source
    if source is None or words.lower[source.first] not in {"that", "which"}:
        return False
    if node.draft.kind in ("shows", "finds"):
        return False
    if speaker.kind not in ("organization", "anonymous") or not speaker.head:
        return False
    return not names_people(speaker.head) and kind_of_noun(speaker.head) is None


def _is_respondent(words: Words, node: Node) -> bool:
    """Tell whether "40 percent said" inside a poll: its data, not a source of its own."""
    source = node.draft.source
    if node.parent is None or source is None:
        return False
    return bool({"percent", "%"} & set(words.lower[source.first : source.last]))


def _is_deed(words: Words, node: Node, speaker: Speaker) -> bool:
    """Tell whether a node says what somebody did rather than what somebody said.

    Corpora mark decrees, support and publication; their content is the outlet's own report.
    """
    draft = node.draft
    if (
        draft.kind in ("shows", "finds")
        and speaker.rule == "speakers.v1"
        and speaker.why == NAMELESS
    ):
        return True
    said = draft.contents[0]
    taken = words.lower[said.first + 1 : said.first + 3]
    if draft.kind == "alleges" and not TAKEN.isdisjoint(taken):
        return True  # "the fire claimed the lives of two"
    around = words.depth[draft.cue.first] if draft.cue is not None else 0
    quoted = any(
        words.depth[i] > around for part in draft.contents for i in range(part.first, part.last)
    )
    if quoted:
        return False
    if draft.kind == "other" or draft.rule == "deeds.v1":
        return True
    if draft.kind == "published":
        return not any(has_finite_verb(words, part.first, part.last) for part in draft.contents)
    return False
