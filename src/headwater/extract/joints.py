"""What stands on the two sides of a joint: two clauses, or parts of one."""

from typing import Final

from headwater.extract.bare import listed
from headwater.extract.list_words import is_adjective
from headwater.extract.noun_phrases import WHEN
from headwater.extract.subjects import find_subject
from headwater.extract.verb_phrases import has_clause, is_gerund, is_verb_phrase, skip_adverbs
from headwater.extract.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, Words

EVENT: Final = 5  # words of a clause that tells what happened
PERFECT: Final = frozenset({"has", "have", "had"})  # "has raised fears and helped Roe"
BELOW: Final = frozenset("as because when if unless since after before once".split())
SINGULARS: Final = frozenset({"it", "he", "she"})
PLURALS: Final = frozenset({"we", "they", "i", "you"})
MIN_PAIR: Final = 2
MIN_CARRIED: Final = 3  # words before the verb of "the day she left"
BE: Final = frozenset("is are was were be been".split())
NEAR: Final = 2  # words from "was" to "still screaming"


def follows_on(words: Words, begin: int, index: int, after: int) -> bool:
    """Tell whether a verb phrase can be said of the subject before it.

    Not so in "we fear a plan that closes ports, raises tolls and sinks ferries".
    """
    if not is_verb_phrase(words, after):
        return False
    verb = skip_adverbs(words, after)
    form = words.verb(verb)
    subject = find_subject(words, range(begin, index))
    if len(subject) != 1:
        return True
    third = form is not None and form.form == "third" and words[verb] not in AUXILIARIES
    who = words[subject[0]].partition("'")[0]
    if who in PLURALS:
        return not third and words[verb] not in {"has", "is", "does"}
    return who not in SINGULARS or words[verb] not in {"have", "are", "were", "do"}


def joins_nothing(words: Words, index: int) -> bool:
    """Tell whether "but" or "yet" is an adverb: "all but closed", "has not yet reached"."""
    before = words[index - 1]
    if words[index] == "yet":
        return before in AUXILIARIES | {"not", "as"}
    return words[index] == "but" and before in {"all", "nothing", "anything"}


def joins_openings(words: Words, begin: int, index: int) -> bool:
    """Tell whether `and` joins two clauses below ("As it rained and the dam leaked, we left")."""
    doing = words[begin] in PREPOSITIONS and is_gerund(words, begin + 1)
    if (words[begin] not in BELOW and not doing) or "," in words.lower[begin:index]:
        return False
    return any(words[n] == "," and has_clause(words, n + 1) for n in range(index, len(words) - 1))


def joins_subjects(words: Words, begin: int, index: int) -> bool:
    """Tell whether `and` stands in the subject of a clause told ("I think Borg and Roe left")."""
    last = max((i for i in range(begin, index) if words.finite[i]), default=index)
    if "both" in words.lower[last:index]:
        return True  # "a thing both Lima and its guild have denied"
    form = words.verb(last) if last < index - 1 else None
    if form is not None and form.lemma in listed("clausal"):
        return True
    below = (words.verb(i) for i in range(last + 1, index - 1))  # "to ensuring boats and men are"
    return any(form is not None and form.lemma == "ensure" for form in below)


def joins_adjectives(words: Words, index: int) -> bool:
    """Tell whether `and` stands between two adjectives of one noun ("civil and economic ties")."""
    if index < MIN_PAIR or index + MIN_PAIR >= len(words) or words[index] != "and":
        return False
    left, right = words[index - 1], words[index + 1]
    if left.endswith("ed") and right.endswith("ing") and words[index + 2].isalpha():
        following = words[index + 2]
        opened = words.is_mark(index - 2) or words[index - 2] in DETERMINERS
        if opened and following not in DETERMINERS | PREPOSITIONS | PRONOUNS:
            return True  # "tired and grieving families"
    said = words.finite[index - MIN_PAIR]  # "the mill is old and wages are low"
    both = is_adjective(left) and is_adjective(right) and words.verb(index - 1) is None
    return both and not said and not words.finite[index + 1]


def joins_agents(words: Words, index: int) -> bool:
    """Tell whether `and` adds who did a thing ("the plan passed on Monday and by the board is")."""
    by = words.lower[index + 1 : index + 2] == ("by",) and words[index - 1] != ","
    following = words[index + 2] if by and index + 2 < len(words) else "now"
    return following not in WHEN | {"then", "now", "noon"} and not following[0].isdigit()


def joins_participles(words: Words, index: int) -> bool:
    """Tell whether `and` joins two states of somebody ("with Roe standing and locked in a row")."""
    form, after = words.verb(index - 1), words.verb(index + 1)
    doing = form is not None and form.form == "ing" and not form.noun_too
    held = any(word in BE for word in words.lower[max(0, index - 1 - NEAR) : index - 1])
    return doing and not held and after is not None and words[index + 1].endswith("ed")


def tells_when(words: Words, verb: int) -> bool:
    """Tell whether a verb is that of a clause without "that" ("the day she shot and hurt Roe")."""
    if verb < MIN_CARRIED or words[verb - 1] not in SINGULARS | PLURALS:
        return False
    return words[verb - 2] in WHEN | {"way"} and words[verb - 3] in DETERMINERS


def clashes(words: Words, begin: int, after: int) -> bool:
    """Tell whether a past form behind a present one is no verb ("sells oil and refined sugar")."""
    form = words.verb(after)
    if form is None or form.form != "past" or not words[after].endswith("ed"):
        return False
    following = words[after + 1] if after + 1 < len(words) else "it"
    if following in DETERMINERS | PREPOSITIONS | PRONOUNS or following.endswith("ly"):
        return False
    last = next((i for i in range(after - 1, begin - 1, -1) if words.finite[i]), None)
    before = words.verb(last) if last is not None and words[last] not in PERFECT else None
    return before is not None and before.form in {"third", "base"}


def joins_series(words: Words, begin: int, comma: int) -> bool:
    """Tell whether a comma stands between clauses of a row ("sales fell, prices rose, and C").

    What a clause below opens, and what somebody else's verb may govern, is no such row.
    """
    after = comma + 1
    joint = next((i for i in range(after, len(words) - 1) if words[i] in {",", ";", ":"}), 0)
    if not joint or words.lower[joint : joint + 2] != (",", "and"):
        return False
    if words[begin] in BELOW | PREPOSITIONS or not has_clause(words, joint + 2):
        return False
    lower = BELOW | {"that", "which", "who", "while", "where", "although", "though"}
    if words[after] in lower | PREPOSITIONS or not has_clause(words, after):
        return False
    return any(words.finite[after:joint])


def stands_behind_as(words: Words, begin: int, index: int) -> bool:
    """Tell whether ", as C" stands before: who did what came of it, is not sure."""
    return any(
        words.lower[i : i + 2] == (",", "as") and any(words.finite[i + 2 : index])
        for i in range(begin, index)
    )


def is_adjective_pair(words: Words, comma: int) -> bool:
    """Tell whether an -ing form behind a comma goes with a noun ("a strong, steadying hand")."""
    if comma < MIN_PAIR or comma + MIN_PAIR >= len(words):
        return False
    behind = words[comma + 2]
    noun = behind.isalpha() and behind not in DETERMINERS | PREPOSITIONS | PRONOUNS
    described = words[comma - 2] in DETERMINERS | {"more", "very", "most"}
    return described and is_adjective(words[comma - 1]) and noun and not words.finite[comma + 2]


def is_in_row(words: Words, begin: int, comma: int) -> bool:
    """Tell whether an -ing form behind a comma goes on with what comes before it.

    "A strong, steadying hand"; "help by mending A, lifting B and closing C".
    """
    later = range(comma + 2, len(words) - 1)
    row = any(words[n] == "and" and is_gerund(words, n + 1) for n in later)
    means = (n for n in range(begin, comma - 1) if words[n] in {"by", "of", "for"})
    listed_here = row and any(is_gerund(words, n + 1) for n in means)
    return is_gerund(words, comma - 1) or is_adjective_pair(words, comma) or listed_here


def opens_event(words: Words, begin: int, comma: int) -> bool:
    """Tell whether "As the dam leaked" or "When Borg had left Lima" stands before a comma.

    "As the mayor said" only tells who says so, and "when it is ready" no fact.
    """
    verb = next((i for i in range(begin, comma) if words.finite[i]), 0)
    inner = set(words.lower[begin:comma])
    if words[begin] not in {"as", "when"} or not verb or comma - begin < EVENT:
        return False
    if {"and", "not", "never", "no"} & inner or any(word.endswith("n't") for word in inner):
        return False
    form = words.verb(verb)
    if form is not None and form.lemma in listed("clausal") | {"note", "go", "tell", "put"}:
        return False
    past = words[verb] in {"was", "were", "had", "did"} or (
        form is not None and form.form == "past"
    )
    return has_clause(words, begin + 1) and (past or words[begin] == "as")
