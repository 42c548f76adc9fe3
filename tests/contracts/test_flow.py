"""The pipeline has one direction."""

from headwater.config import Parts, Settings
from headwater.model.base import Record
from headwater.pipeline import STAGES


def test_each_record_is_given_by_one_stage() -> None:
    given = [kind for stage in STAGES for kind in stage.gives]
    assert len(given) == len(set(given))


def test_a_stage_takes_only_what_an_earlier_one_gave() -> None:
    known: set[type[Record]] = set()
    for stage in STAGES:
        assert set(stage.takes) <= known, stage.name
        known |= set(stage.gives)


def test_shapes_only_grow() -> None:
    shapes = [stage.shape for stage in STAGES]
    assert shapes == sorted(shapes)


def test_each_stage_has_a_part_and_a_section_of_settings() -> None:
    names = [stage.name for stage in STAGES]
    assert list(Parts.__struct_fields__) == names
    assert [f for f in Settings.__struct_fields__ if f not in {"title", "parts"}] == names
