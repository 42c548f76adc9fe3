"""What a case remembers of the files that it was given."""

from pathlib import Path

import pytest

from headwater.case import Case
from headwater.errors import InputError
from headwater.ingest.raw import RawFile, Sidecar
from headwater.judgements.anchors import at_document
from headwater.judgements.make import make

DATA = b"The quay at Lisk is closed, the harbour master said."
TOLD = Sidecar(given_by="sidecar:docs.json", fields={"outlet": "The Gull"})


def outlet(case: Case) -> str | None:
    (document,) = case.run(page=False).dossier.documents
    return document.outlet.value if document.outlet is not None else None


def test_a_file_that_comes_again_keeps_what_was_said_beside_it(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case")
    case.add([RawFile(name="a.txt", data=DATA, sidecar=TOLD)])
    assert case.add([RawFile(name="a.txt", data=DATA)]) == 0
    assert outlet(case) == "The Gull"
    tern = Sidecar(given_by="sidecar:docs.json", fields={"outlet": "The Tern"})
    case.add([RawFile(name="a.txt", data=DATA, sidecar=tern)])
    assert outlet(case) == "The Tern"
    case.replace([RawFile(name="a.txt", data=DATA)])
    assert outlet(case) is None


def test_a_case_as_it_stood_on_a_day_leaves_out_what_came_later_or_has_no_day(
    tmp_path: Path,
) -> None:
    case = Case.create(tmp_path / "case")
    for name, day in (("a.txt", "2031-04-02"), ("b.txt", "2031-04-05"), ("c.txt", "")):
        fields = {"published": day} if day else {}
        told = Sidecar(given_by="sidecar:docs.json", fields=fields)
        case.add([RawFile(name=name, data=DATA + name.encode(), sidecar=told)])
    (late,) = [d for d in case.run(page=False).dossier.documents if d.name == "b.txt"]
    first = case.as_of("2031-04-03")
    assert [document.name for document in first.documents] == ["a.txt"]
    assert [failure.document for failure in first.failures] == ["c.txt"]
    assert len(case.dossier().documents) == 3
    earlier = make(
        "published_is", [at_document(late)], who="ana", made_at="2031-05-01T09:00:00+00:00",
        value="2031-04-01",
    )  # fmt: skip
    case.judge(earlier)
    assert [document.name for document in case.as_of("2031-04-03").documents] == ["a.txt", "b.txt"]
    with pytest.raises(InputError, match="is no day"):
        case.as_of("in spring")
