"""Give each source its name in this document, its kind and what it belongs to."""

from typing import Final

from headwater.attribute.find.classes import PREPOSITIONS
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.nouns import Phrase, read_phrase
from headwater.attribute.find.sources import main_subject
from headwater.attribute.name.bodies import of_body, of_outlet
from headwater.attribute.name.groups import of_hidden
from headwater.attribute.name.members import of_members
from headwater.attribute.name.people import of_person
from headwater.attribute.name.plurals import find_plural, plural_subject
from headwater.attribute.name.pronouns import (
    MALE,
    PLURAL,
    RELATIVE,
    SINGULAR,
    THING,
    Known,
    find_person,
    find_thing,
    is_pronoun,
)
from headwater.attribute.name.relatives import nearest_person, relative_antecedent
from headwater.attribute.name.roles import ROLE_RULE, of_role
from headwater.attribute.name.speaker import Context, Speaker, affiliation_of, same_as
from headwater.attribute.name.things import of_thing
from headwater.model.parse import Name

UNATTRIBUTED: Final = "unattributed"
RULE: Final = "pronouns.v1"
BODIES: Final = frozenset({"body", "place", "outlet"})
DESCRIBED: Final = 2  # words of "the governor"


def name_speaker(context: Context, source: Found | None) -> Speaker:
    """Return who a source is, sources being named from the start of the text on.

    Args:
        context: The document, the sources met so far, and what pronouns fit whom.
        source: The words for the source, None if the text leaves it out.
    """
    if source is None:
        return Speaker(UNATTRIBUTED, "unattributed", why="the text does not say who says so")
    if source.last - source.first == 1 and context.words.lower[source.first] == "there":
        return Speaker("there", UNATTRIBUTED, rule=RULE, why="“there” stands for nobody")
    if is_pronoun(context.words, source):
        return _of_pronoun(context, source)
    if context.words.lower[source.first] in {"who", "which"}:
        return _of_relative(context, source)
    if context.words.lower[source.first] == "whose" and source.last - source.first > 1:
        return _of_whose(context, source)
    phrase = read_phrase(context.words, source)
    issuer = _issuer_of(context, phrase)
    if issuer is not None:
        return issuer
    return (
        of_person(context, phrase)
        or _behind_bracket(context, source)
        or of_outlet(context, phrase)
        or of_members(context, source, phrase)
        or of_hidden(context, source, phrase)
        or of_role(context, source, phrase)
        or of_thing(context, phrase)
        or of_body(context, phrase)
    )


def _issuer_of(context: Context, phrase: Phrase) -> Speaker | None:
    """Return whose a statement is ("the statement by the four unions"); None for other papers."""
    words = context.words
    if phrase.head != "statement" or words.lower[phrase.head_end] not in {"by", "from"}:
        return None
    if phrase.head_end + 1 >= phrase.core.last:
        return None
    named = name_speaker(context, Found(phrase.head_end + 1, phrase.core.last))
    return named._replace(why="a statement speaks for those who issued it")


def _behind_bracket(context: Context, source: Found) -> Speaker | None:
    """Return who is named behind a body and its letters ("Dock Guild (DG) President Lee Roe")."""
    words = context.words
    closes = [i for i in range(source.first + 3, source.last - 1) if words.raw[i] == ")"]
    if not closes or words.raw[closes[-1] - 2] != "(" or not words.raw[closes[-1] - 1].isupper():
        return None
    rest = Found(closes[-1] + 1, source.last)
    if not words.is_word(rest.first):
        return None
    speaker = of_person(context, read_phrase(words, rest))
    if speaker is None or words.lower[rest.first] in PREPOSITIONS:
        return None
    body = words.words(source.first, closes[-1] - 2).removeprefix("The ").removeprefix("the ")
    return speaker._replace(affiliation=body)


def _of_pronoun(context: Context, source: Found) -> Speaker:
    """Return who a pronoun stands for; the pronoun itself if nobody was found."""
    words, at = context.words, source.first
    word = words.lower[at]
    if word in RELATIVE:
        return _of_relative(context, source)
    people = plural_subject(words, at, context.memory) if word in PLURAL else None
    if people is not None:
        named = name_speaker(context, people)
        why = f"“{word}” stands for the subject before it"
        return named._replace(antecedent=words.span(*people), rule=RULE, why=why)
    body = _subject_body(context, at) if word in THING else None
    if body is not None:
        return body
    described = _described(context, at, word) if word in SINGULAR else None
    if described is not None:
        return described
    found = _antecedent(context, at, word)
    if isinstance(found, Known):
        return same_as(found, words, rule=RULE, why=f"“{word}” stands for the source before it")
    if found is None:
        why = "nothing was found for the pronoun to stand for"
        return Speaker(words.raw[at], UNATTRIBUTED, rule=RULE, why=why)
    belongs = affiliation_of(found.role)
    why = f"“{word}” stands for the person before it"
    return Speaker(found.canonical, "person", belongs, found.span, rule=RULE, why=why)


def _subject_body(context: Context, at: int) -> Speaker | None:
    """Return the named body or state that acts in the sentence ("Alvo fell, which it denies").

    None if a quotation holds either of them, the subject is no name, or all of it may be what was
    said ("Alvo fell, it said").
    """
    words = context.words
    first = words.sentence_start(at)
    subject = main_subject(words, first, at)
    if subject is None or words.depth[at] or words.depth[subject.first]:
        return None
    if words.raw[at - 1] == ",":
        return None
    names = (n for n in words.names_from(words.starts[first]) if n.kind in BODIES)
    named = next((n for n in names if words.within(n.full)[1] == subject.last), None)
    if named is None or words.within(named.full)[0] > subject.first + 1:
        return None
    speaker = name_speaker(context, subject)
    why = "“it” stands for the body that is the subject of its sentence"
    span = words.span(*subject)
    return speaker._replace(antecedent=span, rule=RULE, why=why) if not speaker.plural else None


def _described(context: Context, at: int, word: str) -> Speaker | None:
    """Return the person whom the sentence before calls by a role ("The governor rose. He ...")."""
    words = context.words
    number = words.sentence[at]
    if number == 0 or words.depth[at]:
        return None
    low, high = words.bounds[number - 1]
    subject = main_subject(words, low, high)
    here = words.names_from(words.starts[words.bounds[number][0]])[:1]
    taken = here and here[0].span.start < words.starts[at] and here[0].kind == "person"
    if subject is None or taken or subject.last - subject.first != DESCRIBED:
        return None
    if words.depth[subject.first] or words.lower[subject.first] != "the":
        return None
    named = of_role(context, subject, read_phrase(words, subject))
    if named is None or named.kind != "person" or named.head or named.rule != ROLE_RULE:
        return None
    sex = "m" if word in MALE else "f"
    if context.genders.get(named.name, sex) != sex:
        return None
    why = f"“{word}” stands for the person of that role in the sentence before"
    return named._replace(antecedent=words.span(*subject), rule=RULE, why=why)


def _of_relative(context: Context, source: Found) -> Speaker:
    """Return who "who", "which" or "that" stands for: the noun phrase before it."""
    word = context.words.lower[source.first]
    before = relative_antecedent(context.words, source)
    if before is None:
        return Speaker(word, UNATTRIBUTED, rule=RULE, why="no noun stands before the pronoun")
    if word == "who":
        before = nearest_person(context.words, before)
    named = name_speaker(context, before)
    span = context.words.span(*before)
    return named._replace(antecedent=span, rule=RULE, why=f"“{word}” follows its noun")


def _of_whose(context: Context, source: Found) -> Speaker:
    """Return what belongs to the noun before "whose" ("Roe, whose office" gives Roe's office)."""
    words = context.words
    own = name_speaker(context, Found(source.first + 1, source.last))
    before = relative_antecedent(words, source)
    if before is None:
        return own
    owner = name_speaker(context, nearest_person(words, before))
    why = "“whose” follows the noun that it stands for"
    name = f"{owner.name}'s {own.name}"
    return own._replace(name=name, antecedent=words.span(*before), rule=RULE, why=why)


def _antecedent(context: Context, at: int, word: str) -> Known | Name | None:
    """Return the source or person that a personal pronoun stands for."""
    words, memory = context.words, context.memory
    if word in PLURAL:
        return find_plural(words, at, memory)
    if word not in SINGULAR:
        return find_thing(words, at, memory)
    found = find_person(words, at, word, memory, context.genders)
    if found is not None:
        name = found.canonical if isinstance(found, Name) else found.name
        context.genders.setdefault(name, "m" if word in MALE else "f")
    return found
