"""Who is who, as people decided."""

import msgspec
import pytest
from tests.resolve.test_stage import cited_names, one, pile, sources

from headwater.model.judgement import Anchor, Judgement, JudgementKind


def judge(kind: JudgementKind, *names: str, value: str | None = None, time: int = 0) -> Judgement:
    about = tuple(Anchor(name=name) for name in names)
    return Judgement(
        id=f"j-{time}", who="ana", made_at=f"2024-01-01T{time:02}:00", kind=kind, about=about,
        value=value, why="known",
    )  # fmt: skip


APART = pile((one("Ines Okafor"),), (one("the harbour master"),), (one("Vera Holt"),))


def test_the_later_of_two_wins_also_through_a_third() -> None:
    said = (
        judge("same_source", "Ines Okafor", "the harbour master", time=1),
        judge("same_source", "the harbour master", "Vera Holt", time=2),
        judge("different_source", "Ines Okafor", "Vera Holt", time=3),
    )
    found = sources(APART, said)
    groups = {frozenset((s.name, *s.aliases)) for s in found if s.attributions}
    assert groups == {frozenset({"Ines Okafor"}), frozenset({"the harbour master", "Vera Holt"})}


def test_no_rule_bars_what_people_join() -> None:
    father, son = one("Hugo Lundgren"), one("Hugo Lundgren Jr.")
    both = pile((father, son))
    assert len(cited_names(sources(both))) == 2
    said = judge("same_source", "Hugo Lundgren", "Hugo Lundgren Jr.")
    (found,) = (s for s in sources(both, (said,)) if s.attributions)
    assert found.reasons[0].rule == "judgement"
    assert "known (j-0)" in found.reasons[0].text


def test_a_name_is_set_right_everywhere() -> None:
    found = sources(APART, (judge("source_is", "the harbour master", value="Hugo Lund"),))
    (renamed,) = (s for s in found if s.name == "Hugo Lund")
    assert "the harbour master" in renamed.aliases
    found = sources(APART, (
        judge("source_is", "the harbour master", value="Vera Holt", time=1),
        judge("source_is", "the harbour master", value="Ines Okafor", time=2),
    ))  # fmt: skip
    assert sorted(cited_names(found)) == ["Ines Okafor", "Vera Holt"]


@pytest.mark.parametrize("order", [1, -1])
def test_the_latest_letter_holds(order: int) -> None:
    said = (
        judge("reliability", "Vera Holt", value="B", time=1),
        judge("reliability", "Vera Holt", value="D", time=2),
    )
    found = sources(APART, said[::order])
    letters = {s.name: s.reliability for s in found if s.attributions}
    assert letters == {"Ines Okafor": None, "the harbour master": None, "Vera Holt": "D"}


def test_what_names_nobody_changes_nothing() -> None:
    said = judge("same_source", "Nobody", "Ines Okafor")
    plain = sources(APART)
    assert sources(APART, (said,)) == plain
    assert sources(APART, (msgspec.structs.replace(said, about=()),)) == plain
