"""Words that ask, command or point, and so tell nothing that could be checked."""

from typing import Final

from headwater.extract.bare import WILLING
from headwater.extract.statements import Statement
from headwater.extract.verb_phrases import is_verb_phrase
from headwater.extract.words import AUXILIARIES, DETERMINERS, PRONOUNS, Words
from headwater.model.attribution import Attribution

ASKING: Final = frozenset("what who which where when why how whose whom".split())
OPENERS: Final = frozenset("please just so now then and but at least always certainly".split())
OBJECTS: Final = frozenset({"him", "her", "them", "us", "me", "yourself"})
NOTING: Final = frozenset("know note remember understand consider believe recall".split())
ADDRESSING: Final = frozenset("tell give ask show let read act follow dress say think".split())
TOLD: Final = OBJECTS | frozenset({"that", "this", "like", "more", "about", "to"})
CLAUSE: Final = 4  # words in which the verb of a headline's noun would come
MARKS: Final = frozenset("?\"”’')")


def tells_nothing(text: str, statement: Statement, speaker: Attribution | None) -> bool:
    """Tell whether words ask, command or only point at what follows.

    Args:
        text: The document's.
        statement: The words.
        speaker: Who says so; None for the outlet.
    """
    words = statement.words
    if is_asked(text, statement) or _is_headless(words) or _is_put(words, speaker):
        return True
    return _is_command(words, speaker) or _is_pointer(words)


def is_asked(text: str, statement: Statement) -> bool:
    """Tell whether the words are all of a question, its end, or its head."""
    at, words = statement.spans[-1].end, statement.words
    opens = statement.spans[0].start - statement.sentence.start <= 1
    if opens and words[0] in ASKING | AUXILIARIES and statement.sentence.cut(text)[-1:] == "?":
        return True
    while at < len(text) and text[at] in MARKS:
        if text[at] == "?":
            return True
        at += 1
    return False


def _is_headless(words: Words) -> bool:
    """Tell whether nothing is said of what the words ask for ("what is clear to us")."""
    if words[0] == "just" and len(words) > 1:
        words = words.pick(range(1, len(words)))
    relative = words[0] in {"which", "who"} and is_verb_phrase(words, 1)
    if words[0] not in ASKING or relative:
        return False  # "which banned the pumps" tells something
    verbs = sum(words.finite)
    return verbs <= 1 and not any(words.is_mark(i) for i in range(len(words)))


def _is_put(words: Words, speaker: Attribution | None) -> bool:
    """Tell whether the words only tell what somebody was asked ("Asked if he would go")."""
    at = 1 if words[0] == "when" else 0
    put = words.lower[at : at + 1] == ("asked",) and len(words) > at + 1
    behind = ASKING | {"if", "whether", "about", "by", "for"}
    return put and speaker is None and words[at + 1] in behind and "," not in words.lower


def _is_command(words: Words, speaker: Attribution | None) -> bool:
    """Tell whether the words tell somebody what to do ("call the guard")."""
    if speaker is not None and speaker.cue_kind in WILLING:
        return False
    first = next((i for i in range(len(words)) if not _is_opener(words, i)), 0)
    forbids = words[first] in {"don't", "never"} and first + 1 < len(words)
    at = first + forbids
    form = words.verb(at)
    if form is None or form.form != "base" or at + 1 >= len(words):
        return False
    if words[at] in NOTING and words[at + 1] == "that":
        return False  # "note that the dam leaks" tells so
    if forbids or (words[at] in ADDRESSING and words[at + 1] in TOLD):
        return True
    rest = words.finite[at + 1 :]
    return words[at + 1] in DETERMINERS | PRONOUNS | OBJECTS and not any(rest[:CLAUSE])


def _is_opener(words: Words, index: int) -> bool:
    """Tell whether a token only opens a command ("please", "(", "so just")."""
    return words.is_mark(index) or words[index] in OPENERS


def _is_pointer(words: Words) -> bool:
    """Tell whether the words only point at what follows ("here are the rules")."""
    first = words[0].partition("'")
    told = (i for i in range(len(words)) if words[i] in {":", "—", "–", "-"})
    if any(any(words.finite[i:]) for i in told):
        return False  # "here is the truth: the dam leaks"
    return first[0] == "here" and (first[2] == "s" or words.lower[1:2] in (("is",), ("are",)))
