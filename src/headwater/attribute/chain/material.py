"""Links inside a source's own words: what holds the material, and whose words it caught."""

from collections.abc import Sequence
from typing import Final

from headwater.attribute.chain.nesting import Node
from headwater.attribute.find.classes import AUXILIARIES, DETERMINERS
from headwater.attribute.find.drafts import LIKELY, Draft, Found
from headwater.attribute.find.noun_phrases import noun_phrase_before
from headwater.attribute.find.nouns import PAPERS, kind_of_noun, nouns_for, read_phrase
from headwater.attribute.find.sources import find_subject_at
from headwater.attribute.find.words import Words
from headwater.lexicon.parties import find_body, is_public

HOLDER: Final = ("nesting.holder.v1", "the other source is said to hold it")
USER: Final = ("nesting.user.v1", "the other source points to it")
CAUGHT: Final = ("nesting.caught.v1", "the material is what the other source knew or said")
TO: Final = frozenset({"on", "upon", "to"})
PARTS: Final = frozenset({"part", "parts", "some", "one", "pages", "portions"})
LONGEST_HOLDER: Final = 8  # words; what is longer is a clause of its own
SHORTEST_ACRONYM: Final = 3  # letters; "US" alone is no service


def add_material(words: Words, nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the nodes with links for material that other material holds or that caught others.

    "The leaked files included a memo saying C" puts the memo inside the files; "intercepts of the
    Coast Guard show C" puts the Coast Guard inside the intercepts.
    """
    done = list(nodes)
    for number, node in enumerate(nodes):
        source = node.draft.source
        if source is None or words.depth[source.first] or done[number].draft.carried:
            continue
        if kind_of_noun(read_phrase(words, source).head) not in PAPERS:
            continue
        _put_into_holder(words, done, number)
        _put_behind_user(words, done, number)
        _add_caught(words, done, number)
    return tuple(done)


def _put_into_holder(words: Words, nodes: list[Node], number: int) -> None:
    """Put a node inside the leak or the papers that are said to include it."""
    node = nodes[number]
    first = node.draft.source.first if node.draft.source else 0
    verb = first - 1
    start = words.sentence_start(first)
    if verb <= start or words.lower[verb] not in nouns_for("routes", "holding"):
        return
    holder = noun_phrase_before(words, verb, start) or _clause_before(words, verb, start)
    if holder is None:
        return
    whole = _without_part(words, holder)
    if kind_of_noun(read_phrase(words, whole).head) not in PAPERS:
        return
    rule, why = HOLDER
    cue = Found(verb, verb + 1)
    around = Draft(whole, cue, node.draft.contents, "shows", rule, LIKELY)
    nodes.append(Node(around, node.parent, rule, why))
    nodes[number] = node._replace(parent=len(nodes) - 1, link=rule, why=why)


def _keep_user(nodes: list[Node], number: int) -> None:
    """Let whoever is marked as using a paper cite it, which is more than a deed."""
    at = nodes[number].parent
    around = nodes[at] if at is not None else None
    if at is not None and around is not None and around.draft.kind == "other":
        cited = around.draft._replace(kind="cites", contents=nodes[number].draft.contents)
        nodes[at] = around._replace(draft=cited)


def _clause_before(words: Words, end: int, first: int) -> Found | None:
    """Return the words between a comma or an article and a verb ("the leaked files")."""
    start = end
    while start > max(first, end - LONGEST_HOLDER) and words.raw[start - 1] != ",":
        start -= 1
        if words.lower[start] in DETERMINERS:
            return Found(start, end)
    return None


def _put_behind_user(words: Words, nodes: list[Node], number: int) -> None:
    """Put an outermost paper inside whoever is said to use it ("seized on a report that")."""
    node = nodes[number]
    first = node.draft.source.first if node.draft.source else 0
    verb = first - 1 - (words.lower[first - 1] in TO)
    start = words.sentence_start(first)
    if verb <= start or words.lower[verb] not in nouns_for("routes", "using"):
        return
    if node.parent is not None:
        _keep_user(nodes, number)
        return
    end = verb
    while end > start and (words.lower[end - 1] in AUXILIARIES or words.is_adverb(end - 1)):
        end -= 1
    user = noun_phrase_before(words, end, start) or find_subject_at(words, end, start)
    if user is None or not _may_use(words, user):
        return
    rule, why = USER
    around = Draft(user, Found(verb, first), node.draft.contents, "cites", rule, LIKELY)
    nodes.append(Node(around, None, rule, why))
    nodes[number] = node._replace(parent=len(nodes) - 1, link=rule, why=why)


def _may_use(words: Words, user: Found) -> bool:
    """Tell whether a noun phrase is a name, or a paper or film that may hold another one."""
    named = words.is_capital(read_phrase(words, user).head_end - 1)
    return named or kind_of_noun(read_phrase(words, user).head) in PAPERS


def _without_part(words: Words, found: Found) -> Found:
    """Return a noun phrase without "part of" at its front."""
    first = found.first
    if words.lower[first : first + 2][-1:] == ["of"] and words.lower[first] in PARTS:
        return Found(first + 2, found.last)
    return found


def _add_caught(words: Words, nodes: list[Node], number: int) -> None:
    """Put the body whose words an intercept or recording caught inside it."""
    node = nodes[number]
    source = node.draft.source
    if source is None:
        return
    phrase = read_phrase(words, source)
    at = phrase.head_end
    caught = phrase.head in nouns_for("routes", "catching") and at + 1 < phrase.whole.last
    if not caught or words.lower[at] not in {"of", "from"}:
        return
    body = Found(at + 1, phrase.core.last)
    if not _is_service(words, body):
        return
    rule, why = CAUGHT
    inner = node.draft._replace(source=body, rule=rule)
    for other, child in enumerate(nodes):
        if child.parent == number:
            nodes[other] = child._replace(parent=len(nodes))
    nodes[number] = node._replace(draft=node.draft._replace(source=Found(source.first, at)))
    nodes.append(Node(inner, number, rule, why))


def _is_service(words: Words, found: Found) -> bool:
    """Tell whether a noun phrase names a public body, by its name or as an acronym."""
    first = found.first + (words.lower[found.first] in DETERMINERS)
    if first >= found.last or not words.is_capital(first):
        return False
    text = words.words(first, found.last)
    acronym = text.isupper() and text.isalpha() and len(text) >= SHORTEST_ACRONYM
    return acronym or find_body(text) is not None or is_public(text) or "Service" in text
