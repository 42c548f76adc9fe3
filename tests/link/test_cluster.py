from collections.abc import Iterable, Mapping, Set

from hypothesis import given
from hypothesis import strategies as st

from headwater.link.cluster import Scored, join_groups

Pair = tuple[int, int]
Table = Mapping[Pair, tuple[float, bool]]
SIZE = 7
PAIRS = [(a, b) for a in range(SIZE) for b in range(a + 1, SIZE)]
tables = st.fixed_dictionaries({pair: st.tuples(st.floats(0, 1), st.booleans()) for pair in PAIRS})


def grouped(
    table: Table, must: Iterable[Pair] = (), apart: Set[Pair] = frozenset()
) -> tuple[tuple[int, ...], ...]:
    def score(a: int, b: int) -> Scored:
        found, wall = table[a, b]
        return Scored(found, wall)

    return join_groups(SIZE, score, PAIRS, 0.5, must=must, apart=apart)


@given(tables)
def test_every_statement_is_in_one_group(table: Table) -> None:
    groups = grouped(table)
    assert sorted(n for group in groups for n in group) == list(range(SIZE))


@given(tables)
def test_no_group_holds_two_that_a_wall_parts(table: Table) -> None:
    for group in grouped(table):
        assert not any(table[a, b][1] for a in group for b in group if a < b)


@given(tables, st.permutations(PAIRS))
def test_order_of_candidates_never_matters(table: Table, order: list[Pair]) -> None:
    def score(a: int, b: int) -> Scored:
        return Scored(*table[a, b])

    assert join_groups(SIZE, score, order, 0.5) == grouped(table)


@given(tables, st.sampled_from(PAIRS), st.sampled_from(PAIRS))
def test_a_person_decides_against_gates(table: Table, must: Pair, apart: Pair) -> None:
    groups = grouped(table, must=[must], apart={apart})
    together = any(set(must) <= set(group) for group in groups)
    assert together or must == apart


def test_a_chain_of_likeness_does_not_cross_a_wall() -> None:
    table = dict.fromkeys(PAIRS, (0.0, False))
    table |= {(0, 1): (0.9, False), (1, 2): (0.8, False), (0, 2): (0.9, True)}
    groups = grouped(table)
    assert (0, 1) in groups
    assert (2,) in groups


def test_what_no_pair_holds_by_itself_stays_apart() -> None:
    """Likeness that comes of the pile alone joins nothing; one sure pair holds a group."""

    def score(a: int, b: int) -> Scored:
        return Scored(0.9, wall=False, sure=(a, b) == (0, 1))

    assert join_groups(4, score, [(0, 1), (1, 2), (2, 3)], 0.5) == ((0, 1), (2,), (3,))
