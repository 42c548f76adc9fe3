"""What people say of a document as a whole takes the place of what was read."""

import pytest

from headwater.ingest.judged import correct
from headwater.ingest.raw import RawFile, Sidecar
from headwater.ingest.stage import ingest
from headwater.judgements.anchors import at_document
from headwater.judgements.make import make
from headwater.model.document import Document
from headwater.model.judgement import Judgement, JudgementKind

TEXT = b"Quay closed for a week\n\nThe quay at Lisk is closed, the harbour master said."


def read(*names: str, **fields: str) -> tuple[Document, ...]:
    sidecar = Sidecar(given_by="sidecar:docs.json", fields=fields) if fields else None
    files = [
        RawFile(name=name, data=TEXT + str(number).encode(), sidecar=sidecar)
        for number, name in enumerate(names)
    ]
    return ingest(files).documents


def say(document: Document, kind: JudgementKind, value: str, minute: int = 0) -> Judgement:
    made_at = f"2031-04-02T09:{minute:02}:00+00:00"
    return make(kind, [at_document(document)], who="ana", made_at=made_at, value=value)


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("outlet_is", "outlet", "The Lisk Courier"),
        ("published_is", "published", "2031-04-02"),
        ("title_is", "title", "No ships this week"),
        ("url_is", "url", "https://courier.example/quay"),
    ],
)
def test_what_is_said_takes_the_place_of_what_was_read(
    kind: JudgementKind, field: str, value: str
) -> None:
    (before,) = read("a.txt", outlet="Another", published="2030-01-01")
    judgement = say(before, kind, value)
    (after,) = correct([before], [judgement])
    stated = getattr(after, field)
    assert stated.value == value
    assert stated.given_by == f"judgement:{judgement.id}"
    assert (after.id, after.text, after.asides) == (before.id, before.text, before.asides)


def test_of_two_the_later_one_holds() -> None:
    (before,) = read("a.txt")
    said = [say(before, "outlet_is", "One", 1), say(before, "outlet_is", "Two", 2)]
    (after,) = correct([before], said)
    assert after.outlet is not None
    assert after.outlet.value == "Two"


def test_a_day_ends_an_interval() -> None:
    (before,) = read("a.txt", published="2030-02", published_first="2030-02-01")
    (after,) = correct([before], [say(before, "published_is", "2030-02-11")])
    assert after.published_first is None


def test_an_agency_is_no_copy_of_itself() -> None:
    (before,) = read("a.txt", agency="Reuters")
    (after,) = correct([before], [say(before, "outlet_is", "Reuters")])
    assert after.agency is None


def test_an_address_makes_versions() -> None:
    first, second = read("a.txt", "b.txt", url="https://courier.example/quay")
    assert {first.version_of, second.version_of} & {first.id, second.id}
    apart = correct([first, second], [say(second, "url_is", "https://gull.example/quay")])
    assert {document.version_of for document in apart} == {None}


def test_one_text_of_two_publishers_is_told_apart_by_its_name() -> None:
    files = [
        RawFile(name=name, data=TEXT, sidecar=Sidecar(given_by="x", fields={"outlet": outlet}))
        for name, outlet in (("a.txt", "Gull"), ("b.txt", "Tern"))
    ]
    both = ingest(files).documents
    second = next(document for document in both if document.name == "b.txt")
    after = correct(both, [say(second, "published_is", "2031-04-02")])
    assert {d.name: d.published is not None for d in after} == {"a.txt": False, "b.txt": True}


def test_nothing_said_changes_nothing() -> None:
    documents = read("a.txt", "b.txt")
    assert correct(documents, ()) == documents
