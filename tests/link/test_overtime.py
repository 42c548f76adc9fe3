"""What had not been seen by one day, and what others say was decided or done."""

from collections.abc import Sequence

import msgspec
import pytest
from tests.link.build import make_document, make_mentions

from headwater.link import link
from headwater.link.overtime import is_later, moment
from headwater.link.prepare import prepare
from headwater.model.attribution import Attribution
from headwater.model.claim import Relation
from headwater.model.mention import Mention

Dated = tuple[str, str]
UNSEEN = "Malta has seen no evidence that Norway sent mortars to the militia"
OTHERS = (
    "The harbour of Valletta opened a new ferry line to Gozo",
    "Heavy rain closed the coast road for a night",
    "A choir from Bergen won the prize of the city",
)


def relations(*texts: Dated) -> tuple[Relation, ...]:
    """The conflicts among statements of one document each, the first in Malta's mouth."""
    documents = [
        make_document(at, [text, OTHERS[at % len(OTHERS)]], published=day)
        for at, (text, day) in enumerate(texts)
    ]
    mentions: list[Mention] = [m for document in documents for m in make_mentions(document)]
    said = Attribution(
        id="a-1", document=documents[0].id, content=mentions[0].spans, style="indirect",
        name="Malta", kind="government",
    )  # fmt: skip
    mentions[0] = msgspec.structs.replace(mentions[0], attribution="a-1", chain=("a-1",))
    found = link(documents, [said], mentions, [])
    text_of = {claim.id: claim.text for claim in found.claims}
    return tuple(
        msgspec.structs.replace(r, from_claim=text_of[r.from_claim], to_claim=text_of[r.to_claim])
        for r in found.relations
        if r.kind in {"contradicts", "updates", "denies"}
    )


def rules(found: Sequence[Relation]) -> set[str]:
    return {reason.rule for relation in found for reason in relation.reasons}


def test_a_decision_to_do_what_nobody_saw_is_a_conflict_over_time() -> None:
    decided = "Norway approved a shipment of mortars to the militia"
    (found,) = relations((UNSEEN, "2024-03-05"), (decided, "2024-03-20"))
    assert (found.kind, found.from_claim, found.to_claim) == ("updates", decided, UNSEEN)
    assert {"decided", "time"} <= rules([found])
    text = next(reason.text for reason in found.reasons if reason.rule == "time")
    assert "2024-03-05" in text
    assert "2024-03-20" in text


@pytest.mark.parametrize(
    ("text", "day", "kind"),
    [
        ("Norway sent mortars to the militia", "2024-03-20", "updates"),
        ("Norway sent mortars to the militia", "2024-03-05", "contradicts"),
        ("Norway sent mortars to the militia", "2024-02-20", "contradicts"),
        ("In April 2023 Norway approved sending mortars to the militia", "2024-03-20",
         "contradicts"),
    ],
)  # fmt: skip
def test_the_later_state_updates_the_earlier_one(text: str, day: str, kind: str) -> None:
    (found,) = relations((UNSEEN, "2024-03-05"), (text, day))
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Norway approved a new tax on salmon",
        "Chile approved a loan for the railway",
        "Norway may approve a shipment of mortars to the militia",
        "Norway approved a law on the fishing fleet of the north",
        "Will Norway approve a shipment of mortars to the militia?",
    ],
)
def test_other_decisions_are_no_conflict(text: str) -> None:
    assert "decided" not in rules(relations((UNSEEN, "2024-03-05"), (text, "2024-03-20")))


def test_still_nothing_seen_is_the_newer_state() -> None:
    later = "There is no sign that Norway sent any mortars to the militia"
    found = relations((UNSEEN, "2024-03-05"), (later, "2024-09-20"))
    assert [(r.kind, r.from_claim) for r in found] in ([("updates", later)], [])


def test_what_was_not_done_so_far_is_what_was_asked() -> None:
    text = "Malta warned Norway not to send mortars to the militia, and there is no sign it did so"
    document = make_document(0, [text])
    (whole,) = make_mentions(document)
    start = text.index("there is")
    span = msgspec.structs.replace(whole.spans[0], start=start)
    (mention,) = [msgspec.structs.replace(whole, spans=(span,), text=text[start:])]
    other = make_document(1, ["Norway sent mortars to the militia"])
    found = link([document, other], [], [mention, *make_mentions(other)], [])
    assert [relation.kind for relation in found.relations] == ["contradicts"]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Norway sent mortars", "2024-03-05", "2024-03-05"),
        ("In April 2023 Norway sent mortars", "2024-03-05", "2023-04"),
        ("In 2023 Norway sent mortars", "2024-03-05", "2023"),
        ("Norway will send mortars by 2030", "2024-03-05", "2024-03-05"),
        ("In March 2024 Norway sent mortars", "2024-03-05", "2024-03-05"),
    ],
)
def test_the_time_of_a_statement(text: str, day: str, expected: str) -> None:
    document = make_document(0, [text], published=day)
    (held,) = prepare([document], [], make_mentions(document), [])
    assert moment(held) == expected


def test_one_day_apart_is_one_time() -> None:
    documents = [make_document(n, ["Norway sent mortars"], f"2024-03-0{n + 5}") for n in range(3)]
    held = {
        one.mention.document: one
        for document in documents
        for one in prepare([document], [], make_mentions(document), [])
    }
    first, second, third = (held[document.id] for document in documents)
    assert not is_later(second, first)
    assert is_later(third, first)
    assert not is_later(first, third)
