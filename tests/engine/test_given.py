"""What a case remembers of the files that it was given."""

from pathlib import Path

from headwater.case import Case
from headwater.ingest.raw import RawFile, Sidecar

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
