"""Which words and negations turn one of two statements against the other."""

from functools import lru_cache

from headwater.lexicon.verbs import verb_forms
from headwater.link.alignment import Pair, Statement
from headwater.link.turns import Term
from headwater.link.wording import has_kind
from headwater.link.words import converse_rows, sides, sides_of, tokens_of


def _sides_of(statement: Statement) -> frozenset[tuple[int, int]]:
    """Return where a statement stands in the opposites; a denying cue turns all of it round."""
    held = statement.meaning.sides
    return frozenset((row, -sign) for row, sign in held) if cue_negates(statement) else held


@lru_cache(maxsize=32768)
def _bare_sides(text: str) -> frozenset[tuple[int, int]]:
    """Return where the words of a text stand in the opposites, negated or not."""
    return frozenset((row, sign) for _, row, sign in sides_of(tokens_of(text)))


def opposite_rows(left: Statement, right: Statement) -> list[int]:
    """Return rows of the opposites in which the statements stand on different sides only.

    What parts them must be the words: where a negation alone does, it is no opposite. "A sells"
    and "B buys" part nothing.
    """
    rows: list[int] = []
    sides_left, sides_right = _sides_of(left), _sides_of(right)
    both = {row for row, _ in sides_left} & {row for row, _ in sides_right}
    if not both:
        return rows
    one, two = left.meaning.agents, right.meaning.agents
    converse = converse_rows() if (one or two) and not one & two else frozenset()
    bare = _bare_sides(left.meaning.text) & _bare_sides(right.meaning.text)
    for row in sorted(both):
        a = {sign for number, sign in sides_left if number == row}
        b = {sign for number, sign in sides_right if number == row}
        if row not in converse and not a & b and not any(number == row for number, _ in bare):
            rows.append(row)
    return rows


def says_opposite(pair: Pair) -> bool:
    """Tell whether what one side negates the other says by its opposite: "not related"."""
    for one, two in ((pair.left, pair.right), (pair.right, pair.left)):
        if any(two.meaning.negated) or not one.meaning.negative():
            continue
        turned = _sides_of(one) - _bare_sides(one.meaning.text)
        if turned & _bare_sides(two.meaning.text):
            return True
    return False


def cue_negates(statement: Statement) -> bool:
    """Tell whether the cue alone negates what is said."""
    meaning = statement.meaning
    return statement.negative and not any(meaning.negated) and not meaning.negative()


def rejects(statement: Statement) -> bool:
    """Tell whether a statement rejects what somebody said ("denied it", "the claim is absurd")."""
    meaning = statement.meaning
    deniers = [turn.word for turn in meaning.turns if turn.kind == "deniers"]
    by_verb = any(word in verb_forms() for word in deniers)
    return by_verb or (statement.denial and not deniers) or has_kind(meaning.text, "untrue")


def both_reject(left: Statement, right: Statement) -> bool:
    """Tell whether two statements each reject something: then neither is against the other."""
    return rejects(left) and rejects(right)


def _negations(statement: Statement) -> tuple[bool, ...]:
    """Return for each term whether it is negated, by the words or, as a whole, by the cue."""
    flags = statement.meaning.negated
    return tuple(not flag for flag in flags) if cue_negates(statement) else flags


def are_opposite(left: Term, right: Term) -> bool:
    """Tell whether two words stand on different sides of a row of the opposites."""
    table = sides()
    turned = {(row, -sign) for row, sign in table.get(left.concept, ())}
    return bool(turned & set(table.get(right.concept, ())))


def negation_clash(pair: Pair) -> float:
    """Return the share of matched words, names aside, that only one side negates."""
    left, right = _negations(pair.left), _negations(pair.right)
    if not any(left) and not any(right):
        return 0.0
    total = clash = 0.0
    for n, term in enumerate(pair.left.meaning.terms):
        other = pair.partner[n]
        if other < 0 or term.name or are_opposite(term, pair.right.meaning.terms[other]):
            continue
        weight = float(pair.best_left[n] * pair.weight_left[n])
        total += weight
        clash += weight * (left[n] != right[other])
    return clash / total if total else 0.0
