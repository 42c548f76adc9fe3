"""Golden cases: short invented texts, one per phenomenon, found by rules alone."""

from typing import Any

import pytest
from tests.attribute.build import find, read_cases

from headwater.model.attribution import Attribution

CASES = [pytest.param(case, id=name) for name, case in read_cases()]


def cut(spans: Any, text: str) -> list[str]:
    return [span.cut(text) for span in spans]


def names_of(found: Attribution, all_found: tuple[Attribution, ...]) -> list[str]:
    by_id = {one.id: one for one in all_found}
    chain = [found.name]
    while found.inside is not None:
        found = by_id[found.inside]
        chain.insert(0, found.name)
    return chain


def agrees(found: Attribution, case: dict[str, Any], every: tuple[Attribution, ...]) -> bool:
    text = case["text"]
    content = " … ".join(cut(found.content, text))
    seen: dict[str, Any] = {
        "source": " … ".join(cut(found.source, text)),
        "cue": " … ".join(cut(found.cue, text)),
        "content": cut(found.content, text),
        "name": found.name,
        "kind": found.kind,
        "affiliation": found.affiliation,
        "cue_kind": found.cue_kind,
        "style": found.style,
        "stated": found.stated,
        "chain": names_of(found, every),
    }
    if found.veil is not None:
        grounds = found.veil.grounds.cut(text) if found.veil.grounds else None
        seen |= {"number": found.veil.number, "plural": found.veil.plural}
        seen |= {"body": found.veil.body, "grounds": grounds, "medium": found.veil.medium}
    wanted = {key: value for key, value in case.items() if key in seen}
    missing = {"number", "plural", "body", "grounds", "medium"} & set(case) - set(seen)
    has = case.get("content_has", "") in content
    lacks = "content_lacks" not in case or case["content_lacks"] not in content
    return not missing and has and lacks and all(seen[key] == wanted[key] for key in wanted)


@pytest.mark.parametrize("case", CASES)
def test_golden(case: dict[str, Any]) -> None:
    found = find(case["text"], case.get("outlet"))
    if case.get("none"):
        assert found == ()
        return
    listed = found
    if case.get("last"):
        at = max((one.cue or one.content)[0].start for one in found)
        listed = tuple(one for one in found if (one.cue or one.content)[0].start == at)
    shown = [(names_of(one, found), one) for one in found]
    assert case.get("any") or any(agrees(one, case, found) for one in listed), shown


def test_there_are_enough_golden_cases() -> None:
    assert len(CASES) >= 80
