"""Who acts: pronouns that stand for whoever speaks, and who is accused."""

import re
from typing import Final

from headwater.link.bearers import is_of_bearer
from headwater.link.meaning import Meaning, read_meaning
from headwater.link.turns import Term
from headwater.link.wording import places_of
from headwater.model.attribution import Attribution, SourceKind

FIRST: Final = re.compile(r"(?<![\w.])(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me)(?![\w.])")
THIRD: Final = re.compile(
    r"(?<!\w)(?:it|its|itself|they|their|he|she|his|her)(?!\w)", re.IGNORECASE
)
ACCUSED: Final = re.compile(r"\S* (?:of|for) (?:\w+ ){0,2}?\w+ing\b")  # after who is accused
BLAMED: Final = re.compile(r"\S* (?:of|for) ")  # the same where the statement begins with it
LEAD: Final = re.compile(
    r"[\"“‘' ]*(?:rather than|instead of|unlike|besides|in addition to|along with|apart from)\b"
    r"[^,;]*,",
    re.IGNORECASE,
)  # words before the subject that tell of something else
OPENS: Final = 4  # characters within which a name opens a statement: "the", a quotation mark
SPEAKERS: Final[frozenset[SourceKind]] = frozenset({"person", "government", "organization"})


def name_actor(meaning: Meaning, speaker: Attribution | None, parties: frozenset[str]) -> Meaning:
    """Return a meaning in which the first pronoun for the speaker's side names that side.

    "We" and "I" are the speaker's side in any speech; "it", "its", "they", "he" only in indirect
    speech, where they stand before any other name. The term keeps the pronoun's own place, so
    that reasons point at words of the text.

    Args:
        meaning: As read from the statement's words.
        speaker: Whose words they are; None for the outlet's own.
        parties: Concepts of the speaker and of whom the speaker speaks for.
    """
    if speaker is None or speaker.kind not in SPEAKERS or not parties:
        return meaning
    found = FIRST.search(meaning.text)
    if found is None and speaker.style != "direct":
        found = THIRD.search(meaning.text)
        first_name = min((t.start for t in meaning.terms if t.name), default=len(meaning.text))
        if found is not None and found.start() > first_name:
            return meaning
    if found is None:
        return meaning
    states = sorted(party for party in parties if party.startswith("="))
    chosen = states[:1] or sorted(parties)
    added = tuple(
        Term(p, p, found[0].lower(), name=True, start=found.start(), end=found.end())
        for p in chosen
    )
    at = sum(term.start < found.start() for term in meaning.terms)
    return meaning._replace(
        terms=(*meaning.terms[:at], *added, *meaning.terms[at:]),
        negated=(*meaning.negated[:at], *(False for _ in added), *meaning.negated[at:]),
        rows=(*meaning.rows[:at], *(-1 for _ in added), *meaning.rows[at:]),
        agents=meaning.agents | frozenset(chosen) if at == 0 else meaning.agents,
    )


def names_as_acting(meaning: Meaning, parties: frozenset[str]) -> bool:
    """Tell whether one of the parties is who acts, or who is accused ("X of hiding it").

    In "the poisoning of X was planned" it is what was done to X, "firms of X" are not X, and who is
    named in "rather than report X's letter, Y hid it" does not act.
    """
    found = LEAD.match(meaning.text)
    if found:  # who is named again behind the subject acts no more than before
        return names_as_acting(read_meaning(meaning.text[found.end() :].lstrip()), parties)
    undergone = places_of(meaning.text, "undergone")
    for term in meaning.terms:
        if term.concept not in parties or any(a <= term.start < b for a, b in undergone):
            continue
        if is_of_bearer(meaning, term):
            continue
        accused = BLAMED if term.start <= OPENS else ACCUSED
        if term.concept in meaning.agents or accused.match(meaning.text, term.end):
            return True
    return False
