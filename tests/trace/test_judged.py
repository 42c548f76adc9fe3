"""Origins as people settled them."""

from itertools import combinations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from tests.trace.build import Result, article, by, judge, veiled

from headwater.judgements.words import RULE
from headwater.model.judgement import Judgement
from headwater.model.reason import Reason
from headwater.model.trace import Tie, TieKind
from headwater.trace.bounds import merge_same
from headwater.trace.judged import respect

PILE = (
    article("one", by("Ines Okafor")),
    article("two", veiled("port workers")),
    article("three", by("Hugo Lundgren")),
)


def late(judgement: Judgement, number: int) -> Judgement:
    made_at = f"2024-01-01T{number:02}:00:00Z"
    return msgspec.structs.replace(judgement, id=f"{judgement.id}-{number}", made_at=made_at)


def test_the_later_of_two_wins() -> None:
    names = "Ines Okafor", "port workers"
    same, apart = judge("same_origin", *names), judge("different_origin", *names)
    assert Result(*PILE, judgements=(late(same, 1), late(apart, 2))).bounds[1] == 3
    one = Result(*PILE, judgements=(late(apart, 1), late(same, 2)))
    assert one.bounds[1] == 2


def test_later_wins_through_a_third() -> None:
    said = (
        late(judge("same_origin", "Ines Okafor", "port workers"), 1),
        late(judge("same_origin", "port workers", "Hugo Lundgren"), 2),
        late(judge("different_origin", "Ines Okafor", "Hugo Lundgren"), 3),
    )
    found = Result(*PILE, judgements=said)
    home = {origin.id: found.names[origin.source] for origin in found.traced.origins}
    groups = [{home[key] for key in group} for group in found.corroboration.groups]
    assert {"port workers", "Hugo Lundgren"} in groups
    assert {"Ines Okafor"} in groups


def test_of_two_that_rest_on_each_other_the_later_word_holds() -> None:
    said = (
        late(judge("rests_on", "Ines Okafor", "Hugo Lundgren"), 1),
        late(judge("rests_on", "Hugo Lundgren", "Ines Okafor"), 2),
    )
    found = Result(*PILE, judgements=said)
    ends = {found.names[chain.hops[-1].source] for chain in found.traced.chains}
    assert "Hugo Lundgren" not in ends
    assert "Ines Okafor" in ends


nodes = st.integers(0, 5)
KINDS: tuple[TieKind, ...] = ("same", "maybe", "different")
kinds = st.sampled_from(KINDS)


@given(st.data())
def test_what_people_part_is_never_joined_by_rules(data: st.DataObject) -> None:
    ties = []
    for left, right in combinations("abcdef", 2):
        judged = data.draw(st.booleans())
        kind = data.draw(kinds)
        if judged and kind != "different":
            judged = False
        why = Reason(rule=RULE if judged else "rule.v1", text="so", weight=data.draw(
            st.sampled_from([0.5, 0.7, 1.0])
        ))  # fmt: skip
        ties.append(Tie(left=left, right=right, kind=kind, reasons=(why,)))
    found = respect(ties)
    assert [(t.left, t.right) for t in found] == [(t.left, t.right) for t in ties]
    home = {node: group for group in merge_same("abcdef", found) for node in group}
    for tie in ties:
        if tie.kind == "different" and tie.reasons[0].rule == RULE:
            assert home[tie.left] != home[tie.right]
        if tie.kind != "same":
            assert tie in found
