from typing import get_args

import pytest

from headwater.errors import InputError
from headwater.judgements.kinds import KINDS, read_chain, read_quantity
from headwater.judgements.make import make, undo
from headwater.model.judgement import Anchor, JudgementKind
from headwater.model.span import Span

PLACE = Anchor(digest="0", span=Span(start=0, end=5), quote="Words")


def test_every_kind_is_described() -> None:
    assert set(KINDS) == set(get_args(JudgementKind))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40", ("=", 40.0, None, "count")),
        ("~ 40 percent", ("~", 40.0, None, "percent")),
        ("40%", ("=", 40.0, None, "percent")),
        (">= 12 t", (">=", 12.0, None, "t")),
        ("3..5 km", ("=", 3.0, 5.0, "km")),
        ("1.5e9 USD", ("=", 1.5e9, None, "USD")),
        ("1,200,000", ("=", 1200000.0, None, "count")),
        ("5..3 km", None),
        ("many", None),
        ("", None),
    ],
)
def test_figures_as_people_write_them(text: str, expected: tuple[object, ...] | None) -> None:
    read = read_quantity(text)
    assert (None if read is None else tuple(read)) == expected


def test_chains_as_people_write_them() -> None:
    assert read_chain("Reuters > two  officials → customs data") == (
        "Reuters", "two officials", "customs data",
    )  # fmt: skip
    assert read_chain("") == ()


@pytest.mark.parametrize(
    ("kind", "anchors", "value", "fault"),
    [
        ("same_claim", 1, None, "needs 2 places"),
        ("same_source", 1, None, "needs 2 places or names"),
        ("polarity", 1, None, "needs a value: positive, negative"),
        ("polarity", 1, "maybe", "one of positive, negative"),
        ("reliability", 1, "G", "one of A, B, C, D, E, F"),
        ("quantity", 1, "many", "no figure"),
        ("source_is", 1, None, "needs a value"),
        ("cue_is", 2, "shouts", "one of"),
    ],
)
def test_what_cannot_be_understood_is_refused_in_words(
    kind: JudgementKind, anchors: int, value: str | None, fault: str
) -> None:
    with pytest.raises(InputError, match=fault):
        make(kind, [PLACE] * anchors, who="ana", made_at="2024-05-01", value=value)


def test_ids_depend_on_who_when_what_and_nothing_else() -> None:
    one = make("note", [PLACE], who="ana", made_at="2024-05-01", value="look")
    assert one.id == make("note", [PLACE], who="ana", made_at="2024-05-01", value="look").id
    assert one.id != make("note", [PLACE], who="ben", made_at="2024-05-01", value="look").id
    taken_back = undo(one, who="ana", made_at="2024-05-01")
    assert taken_back.undoes == one.id
    assert taken_back.id != undo(taken_back, who="ana", made_at="2024-05-01").id
