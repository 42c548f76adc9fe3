from headwater.config import Settings
from headwater.engine.fingerprint import of_code, of_step
from headwater.model.span import Span


def test_depends_on_everything_before_it() -> None:
    base = of_step("", "parse=rules.v1", Settings().parse)
    assert base == of_step("", "parse=rules.v1", Settings().parse)
    assert base != of_step("x", "parse=rules.v1", Settings().parse)
    assert base != of_step("", "parse=rules.v2", Settings().parse)
    assert base != of_step("", "parse=rules.v1", Span(start=0, end=1))


def test_code_has_one_digest() -> None:
    assert of_code() == of_code()
    assert len(of_code()) == 64
