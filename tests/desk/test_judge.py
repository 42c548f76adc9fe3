"""What people decide on a page is in the log, in the dossier, and can be taken back."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.desks import INBOX, ask, links, read, run_example, settle

from headwater.case import DATA, Case
from headwater.cli.main import leave_quietly
from headwater.cli.speak import Exit
from headwater.model.dossier import Dossier


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run_example(tmp_path_factory.mktemp("example"))


@pytest.fixture
def shelf(example: Path, tmp_path: Path) -> Iterator[Path]:
    shutil.copytree(example, tmp_path / "harbour")
    yield tmp_path


def decide(visitor: TestClient, **fields: object) -> str:
    answer = visitor.post("/case/harbour/judge", data=fields)
    assert answer.status_code == 200, answer.text
    settle(visitor)
    return str(answer.url)


def two_claims(dossier: Dossier) -> tuple[str, str]:
    first, second = dossier.ranking[:2]
    return first, second


def test_two_claims_become_one_and_two_again(shelf: Path) -> None:
    visitor, folder = ask(shelf), shelf / "harbour"
    before = read(folder)
    first, second = two_claims(before)
    mentions = {c.id: set(c.mentions) for c in before.claims}
    decide(visitor, kind="same_claim", about=[f"claim:{first}", f"claim:{second}"], why="one ship")
    joined = read(folder)
    assert any(mentions[first] | mentions[second] <= set(c.mentions) for c in joined.claims)
    (judgement,) = joined.judgements
    assert (judgement.who, judgement.why) == ("ana", "one ship")
    visitor.post("/case/harbour/undo", data={"judgement": judgement.id})
    settle(visitor)
    after = read(folder)
    assert [c.mentions for c in after.claims] == [c.mentions for c in before.claims]
    assert len(after.judgements) == 2


def test_a_wrong_source_is_set_right_by_words_of_the_text(shelf: Path) -> None:
    visitor, folder = ask(shelf), shelf / "harbour"
    before = read(folder)
    lookup = {d.id: (n, d) for n, d in enumerate(before.documents, 1)}
    mention = next(m for m in before.mentions if m.attribution)
    number, document = lookup[mention.document]
    sentence = mention.sentence
    decide(
        visitor,
        kind="source_is",
        about=[f"attribution:{mention.attribution}"],
        value="Ines Vane",
        near=f"{number}:{sentence.start}-{sentence.end}",
        start="",
    )
    after = read(folder)
    assert any(source.name == "Ines Vane" for source in after.sources)
    exported = json.loads(visitor.get("/case/harbour/export/json").content)
    assert exported["judgements"][0]["value"] == "Ines Vane"
    data = (folder / DATA).read_bytes()
    Case.open(folder).run()
    assert (folder / DATA).read_bytes() == data
    assert document.digest == after.documents[number - 1].digest


def test_selected_words_and_typed_names_both_say_who_it_was(shelf: Path) -> None:
    visitor, folder = ask(shelf), shelf / "harbour"
    before = read(folder)
    mention = next(m for m in before.mentions if m.attribution)
    number = [d.id for d in before.documents].index(mention.document) + 1
    text = before.documents[number - 1].text
    words = mention.sentence.cut(text).split()[0]
    fields = {
        "kind": "source_is",
        "about": f"attribution:{mention.attribution}",
        "near": f"{number}:{mention.sentence.start}-{mention.sentence.end}",
        "later": "yes",
    }
    visitor.post(
        "/case/harbour/judge", data={**fields, "value": words, "start": mention.sentence.start}
    )
    visitor.post("/case/harbour/judge", data={**fields, "value": "Somebody Else", "start": ""})
    selected, typed = Case.open(folder).judgements()
    assert [anchor.quote for anchor in selected.about][1:] == [words]
    assert selected.value == words
    assert len(typed.about) == 1
    assert typed.value == "Somebody Else"


def test_own_claim_and_note_from_selected_words(shelf: Path) -> None:
    visitor, folder = ask(shelf), shelf / "harbour"
    document = read(folder).documents[3]
    words = "One of the officials"
    near = f"4:0-{len(document.text)}"
    decide(visitor, kind="own_claim", words=words, near=near)
    after = read(folder)
    assert any(mention.text == words for mention in after.mentions)
    decide(visitor, kind="note", words=words, near=near, value="odd line")
    assert "odd line" in visitor.get("/case/harbour/documents/4").text
    assert "odd line" in visitor.get("/case/harbour/search?q=odd").text


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "nonsense"},
        {"kind": "same_claim", "about": ["claim:c-0"]},
        {"kind": "same_claim", "about": []},
        {"kind": "polarity", "about": ["mention:m-0"], "value": "positive"},
        {"kind": "note", "about": ["span:1:5-2"], "value": "x"},
        {"kind": "note", "about": ["span:99:1-2"], "value": "x"},
        {"kind": "note", "about": ["file:/etc/passwd"], "value": "x"},
        {"kind": "own_claim", "words": "these words stand nowhere", "near": "1:0-10"},
    ],
)
def test_what_cannot_be_understood_is_refused_and_not_logged(
    example: Path, fields: dict[str, object]
) -> None:
    answer = ask(example.parent).post("/case/harbour/judge", data=fields)
    assert answer.status_code == 400
    assert "That did not work" in answer.text
    assert Case.open(example).judgements() == ()


@pytest.mark.parametrize(
    "then", ["http://evil.example/", "//evil.example/", "/case/other/", "javascript:alert(1)", ""]
)
def test_a_form_leads_to_no_foreign_page(shelf: Path, then: str) -> None:
    visitor = ask(shelf)
    key = read(shelf / "harbour").ranking[0]
    answer = visitor.post(
        "/case/harbour/judge",
        data={"kind": "note", "about": f"claim:{key}", "value": "x", "then": then, "later": "yes"},
        follow_redirects=False,
    )
    assert answer.headers["location"].startswith("/case/harbour/?")


def test_a_new_case_from_files_and_text(tmp_path: Path) -> None:
    visitor = ask(tmp_path)
    text = "The Gull\nThe port sold four tugs, the mayor, Ada Finch, said on Monday."
    answer = visitor.post(
        "/cases",
        data={"title": "Tugs & <b>barges</b>", "text": text, "outlet": "The Gull"},
        files=[("files", ("a.txt", b"The port sold four tugs, Ada Finch said.", "text/plain"))],
    )
    assert answer.status_code == 200
    (name,) = visitor.app.state.desk.shelf.names()  # type: ignore[attr-defined]
    settle(visitor, name)
    dossier = read(tmp_path / name)
    assert {d.name for d in dossier.documents} == {"a.txt", "the-gull.txt"}
    page = visitor.get(f"/case/{name}/").text
    assert "Tugs &amp; &lt;b&gt;barges&lt;/b&gt;" in page
    visitor.post(f"/case/{name}/add", files=[("files", ("b.pdf", b"%PDF-no", "application/pdf"))])
    settle(visitor, name)
    assert "could not be read" in visitor.get(f"/case/{name}/documents").text
    assert len(links(visitor.get("/").text, r'href="/case/([\w-]+)/"')) == 1


def test_nothing_given_begins_no_case(tmp_path: Path) -> None:
    visitor = ask(tmp_path)
    assert visitor.post("/cases", data={"title": "Empty"}).status_code == 400
    assert visitor.app.state.desk.shelf.names() == ()  # type: ignore[attr-defined]


def test_events_tell_how_far_a_run_is(shelf: Path) -> None:
    visitor = ask(shelf)
    visitor.post("/case/harbour/run", follow_redirects=False)
    with visitor.stream("GET", "/case/harbour/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = [line for line in stream.iter_lines() if line.startswith("data: ")]
    states = [json.loads(line[6:])["state"] for line in lines]
    assert states[-1] == "done"
    shares = [json.loads(line[6:])["share"] for line in lines]
    assert shares == sorted(shares)


def test_who_published_a_document_and_when_can_be_said(shelf: Path) -> None:
    visitor, folder = ask(shelf), shelf / "harbour"
    before = read(folder)
    page = visitor.get("/case/harbour/documents/1").text
    assert 'id="about-outlet"' in page
    said = {"outlet": "The Lower Bay Courier", "published": "2031-04-02", "title": "", "url": ""}
    visitor.post("/case/harbour/documents/1/about", data=said)
    settle(visitor)
    now = next(d for d in read(folder).documents if d.name == before.documents[0].name)
    assert now.outlet is not None
    assert now.outlet.value == "The Lower Bay Courier"
    assert now.published is not None
    assert now.published.value == "2031-04-02"
    assert now.title == before.documents[0].title
    data = (folder / DATA).read_bytes()
    Case.open(folder).run()
    assert (folder / DATA).read_bytes() == data
    again = visitor.post("/case/harbour/documents/1/about", data={"published": "in spring"})
    assert again.status_code == 400


def test_what_was_said_of_a_document_outlives_the_same_files_given_again(shelf: Path) -> None:
    visitor, folder = ask(shelf), shelf / "harbour"
    name = read(folder).documents[0].name
    said = {"outlet": "The Lower Bay Courier", "published": "2031-04-02"}
    visitor.post("/case/harbour/documents/1/about", data=said)
    settle(visitor)
    data = (folder / DATA).read_bytes()
    for more in ((), ("--replace",)):
        assert leave_quietly(["run", str(INBOX), "-o", str(folder), "-q", *more]) == Exit.OK
        assert (folder / DATA).read_bytes() == data
    page = visitor.get("/case/harbour/documents/1").text
    assert page.count("Undo") == 2
    made = {j.kind: j for j in Case.open(folder).judgements() if j.about[0].document == name}
    visitor.post("/case/harbour/undo", data={"judgement": made["outlet_is"].id})
    settle(visitor)
    now = next(d for d in read(folder).documents if d.name == name)
    assert now.outlet is None or now.outlet.value != said["outlet"]
    assert now.published is not None
    assert now.published.value == said["published"]


def test_the_page_of_a_changed_claim_leads_to_what_became_of_it(shelf: Path) -> None:
    visitor, folder = ask(shelf), shelf / "harbour"
    before = read(folder)
    first, second = two_claims(before)
    visitor.get(f"/case/harbour/claims/{first}")
    decide(visitor, kind="same_claim", about=[f"claim:{first}", f"claim:{second}"])
    now = {claim.id for claim in read(folder).claims}
    gone = next(key for key in (first, second) if key not in now)
    answer = visitor.get(f"/case/harbour/claims/{gone}?told=Recorded")
    assert answer.status_code == 200
    assert str(answer.url).split("?")[0].rpartition("/")[2] in now
    assert "Recorded" in answer.text
    lost = visitor.get("/case/harbour/claims/c-none")
    assert lost.status_code == 404
    assert 'href="/case/harbour/"' in lost.text
