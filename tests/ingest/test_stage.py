"""Identity, versions, sidecars, archives and the order of files."""

import hashlib
import json
import random

import pytest
from tests.ingest.build import BODY, TEXT, make_good, make_html, make_lines, make_zip

from headwater.ingest import ingest
from headwater.ingest.raw import RawFile, Sidecar
from headwater.ingest.settings import IngestSettings


def raw(name: str, data: bytes | str, **told: str) -> RawFile:
    sidecar = Sidecar(given_by="sidecar:docs.json", fields=told) if told else None
    return RawFile(
        name=name, data=data.encode() if isinstance(data, str) else data, sidecar=sidecar
    )


def test_identical_bytes_are_one_document() -> None:
    found = ingest([raw("b.txt", TEXT), raw("a.txt", TEXT), raw("c.txt", TEXT + " ")])
    assert [(d.name, d.also) for d in found.documents] == [("a.txt", ("b.txt",)), ("c.txt", ())]
    assert found.documents[0].digest == hashlib.sha256(TEXT.encode()).hexdigest()


def test_one_text_of_two_publishers_is_two_documents() -> None:
    files = [raw("a.txt", TEXT, outlet="The Quay Times"), raw("b.txt", TEXT, outlet="Bay News")]
    found = ingest([*files, raw("c.txt", TEXT)])
    told = {d.outlet.value if d.outlet else None for d in found.documents}
    assert told == {"The Quay Times", "Bay News"}
    assert len({d.id for d in found.documents}) == 2


def test_a_sidecar_overrides_what_the_file_says() -> None:
    page = make_html(head="<meta property='og:site_name' content='Bay News'>")
    document = ingest([raw("a.html", page, outlet="The Quay Times")]).documents[0]
    assert document.outlet is not None
    assert (document.outlet.value, document.outlet.given_by) == (
        "The Quay Times",
        "sidecar:docs.json",
    )


def test_a_byline_in_a_sidecar_names_the_agency() -> None:
    document = ingest([raw("a.txt", TEXT, byline="By AP", outlet="Bay News")]).documents[0]
    assert document.byline is not None
    assert document.byline.value == "AP"
    assert document.agency is not None
    assert document.agency.value == "Associated Press"


def test_a_changed_page_of_one_address_is_a_new_version() -> None:
    rows = [
        {"id": "new", "text": "It met.", "url": "http://www.q.example/1/", "date": "2031-11-05"},
        {"id": "old", "text": "Nothing.", "url": "https://q.example/1", "date": "2031-11-04"},
        {"id": "other", "text": "It rained.", "url": "https://q.example/2"},
    ]  # fmt: skip
    by_name = {d.name: d for d in ingest([raw("a.jsonl", make_lines(*rows))]).documents}
    assert by_name["new"].version_of == by_name["old"].id
    assert by_name["old"].version_of is None
    assert by_name["other"].version_of is None


def test_files_of_one_name_are_versions_if_their_texts_are_alike() -> None:
    files = [raw("x/fares.txt", TEXT), raw("y/fares.txt", TEXT + "\nIt rained.")]
    files += [
        raw("x/rain.txt", "It rained in the bay."),
        raw("y/rain.txt", "The board met at ten."),
    ]
    versions = [d.name for d in ingest(files).documents if d.version_of]
    assert len(versions) == 1
    assert versions[0].endswith("fares.txt")


def test_the_order_of_files_is_irrelevant() -> None:
    files = [raw(name, data) for name, data in make_good().items()]
    files += [raw("x/good.txt", TEXT + "More."), raw("bad.pdf", "%PDF-"), raw("none.txt", "")]
    files += [raw("c.txt", TEXT, outlet="The Quay Times"), raw("d.txt", TEXT, outlet="Bay News")]
    expected = ingest(files)
    for seed in range(20):
        shuffled = list(files)
        random.Random(seed).shuffle(shuffled)
        assert ingest(shuffled) == expected


def test_members_of_an_archive_are_documents_with_their_sidecar() -> None:
    docs = {"docs": [{"file": "in/a.txt", "outlet": "The Quay Times"}]}
    data = make_zip(
        {
            "docs.json": json.dumps(docs).encode(),
            "in/a.txt": TEXT.encode(),
            "in/.hidden.txt": b"hidden",
            "__MACOSX/in/a.txt": b"junk",
            "in/logo.png": b"\x89PNG",
            "inner.zip": make_zip({"b.txt": BODY[0].encode()}),
        }
    )
    found = ingest([raw("pile.zip", data)])
    assert [d.name for d in found.documents] == ["pile.zip!in/a.txt", "pile.zip!inner.zip!b.txt"]
    assert found.documents[0].outlet is not None
    assert not found.failures


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (IngestSettings(max_file_bytes=10), "more than 10"),
        (IngestSettings(max_text_chars=10), "characters"),
    ],
)
def test_limits_are_said(settings: IngestSettings, words: str) -> None:
    found = ingest([raw("a.txt", TEXT)], settings)
    assert words in found.failures[0].reason


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (IngestSettings(max_members=2), "3 members"),
        (IngestSettings(max_unpacked_bytes=20), "unpacks to"),
        (IngestSettings(max_depth=0), "nested too deep"),
        (IngestSettings(ratio_from_bytes=10, max_ratio=1), "bomb"),
    ],
)
def test_limits_of_archives_are_said(settings: IngestSettings, words: str) -> None:
    data = make_zip({f"{n}.txt": b"The board met. " * 20 for n in range(3)})
    found = ingest([raw("a.zip", data)], settings)
    assert words in found.failures[0].reason


def test_judgements_are_read_in_order_of_time() -> None:
    rows = [
        {"id": "j2", "who": "ada", "made_at": "2031-11-05T10:00:00Z", "kind": "note"},
        {"id": "j1", "who": "ada", "made_at": "2031-11-04T10:00:00Z", "kind": "note"},
    ]
    found = ingest([raw("judgements.jsonl", make_lines(*rows) + b"{}\n")])
    assert [j.id for j in found.judgements] == ["j1", "j2"]
    assert found.failures[0].where == "line 3"
