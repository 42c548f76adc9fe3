from hypothesis import given
from hypothesis import strategies as st

from headwater.judgements.pairs import Demand, settle


def demand(time: int, left: str, sign: str, right: str) -> Demand:
    return Demand((f"{time:03}", f"j-{time}"), sign == "=", left, right)


def test_the_later_wins_over_one_pair() -> None:
    said = [demand(1, "a", "=", "b"), demand(2, "a", "≠", "b")]
    assert settle(said) == (said[1],)
    said = [demand(1, "a", "≠", "b"), demand(2, "a", "=", "b")]
    assert settle(said) == (said[1],)


def test_the_later_wins_through_a_third() -> None:
    first = demand(1, "a", "=", "b")
    later = [demand(2, "b", "=", "c"), demand(3, "a", "≠", "c")]
    assert settle([first, *later]) == tuple(later)
    last = demand(4, "a", "=", "b")
    assert settle([first, *later, last]) == (first, later[1], last)


demands = st.lists(
    st.tuples(st.integers(0, 6), st.booleans(), st.integers(0, 6)).filter(lambda d: d[0] != d[2]),
    max_size=14,
)


@given(demands)
def test_what_holds_holds_together_and_nothing_more_could(
    listed: list[tuple[int, bool, int]],
) -> None:
    said = [Demand((f"{n:03}", f"j-{n}"), same, a, b) for n, (a, same, b) in enumerate(listed)]
    kept = settle(said)
    assert consistent(kept)
    for one in said:
        if one not in kept:
            later = tuple(other for other in kept if other.made > one.made)
            assert not consistent((*later, one))
    assert settle(reversed(said)) == kept
    assert settle(kept) == kept


def consistent(said: tuple[Demand, ...]) -> bool:
    group = {item: {item} for one in said for item in (one.left, one.right)}
    for one in said:
        if one.same:
            merged = group[one.left] | group[one.right]
            group.update(dict.fromkeys(merged, merged))
    return not any(not one.same and one.right in group[one.left] for one in said)
