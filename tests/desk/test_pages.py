"""Each page of a case shows what it should, and says so when it cannot."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.desks import QUICK, ask, links, put, sample

from headwater.case import DATA, Case
from headwater.desk.cases import front
from headwater.desk.cases.front import keep_front, prepare, read_front, stamp_of
from headwater.desk.cases.shelf import Shelf

PAGES = (
    "/", "/documents", "/documents/1", "/sources", "/positions", "/timeline", "/queue", "/history",
    "/compare", "/export", "/search", "/search?q=tonnes",
)  # fmt: skip


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("shelf")
    put(folder, "bay", sample())
    yield ask(folder)


def get(visitor: TestClient, address: str) -> str:
    answer = visitor.get(f"/case/bay{address}")
    assert answer.status_code == 200, answer.text[:2000]
    return str(answer.text)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_title_heading_and_where_it_stands(visitor: TestClient, address: str) -> None:
    page = get(visitor, address)
    assert page.count("<h1") == 1
    assert "<title>" in page
    assert "None" not in page.replace("None of", "")
    assert " style=" not in page
    assert "<script>" not in page


def test_the_board_has_every_claim_once_in_rank_order(visitor: TestClient) -> None:
    dossier = sample()
    found = links(get(visitor, "/"), r'/claims/([\w-]+)"')
    assert found == list(dossier.ranking[:50])


def test_filters_leave_what_fits(visitor: TestClient) -> None:
    whole = links(get(visitor, "/"), r'/claims/([\w-]+)"')
    for query in ("status=disputed", "look=echo", "q=tonnes", "since=2031-01-01"):
        part = links(get(visitor, f"/?{query}"), r'/claims/([\w-]+)"')
        assert set(part) <= set(whole)
    assert "No claim fits." in get(visitor, "/?outlet=nobody")
    assert "No claim fits." in get(visitor, "/?q=zzzzzz")


def test_words_of_a_search_are_marked_in_their_sentence(visitor: TestClient) -> None:
    page = get(visitor, "/search?q=tonnes")
    assert "<mark>tonnes</mark>" in page
    assert "/documents/" in page


def test_a_claim_leads_to_its_words_and_the_words_back(visitor: TestClient) -> None:
    claim = links(get(visitor, "/"), r'/case/bay(/claims/[\w-]+)"')[0]
    page = get(visitor, claim)
    place = links(page, r'/case/bay(/documents/\d+\?at=\d+-\d+)#here"')[0]
    text = get(visitor, place)
    assert 'id="here"' in text
    assert claim in text


def test_every_claim_source_and_document_has_its_page(visitor: TestClient) -> None:
    dossier = sample()
    for claim in dossier.claims:
        assert "In their words" in get(visitor, f"/claims/{claim.id}")
    for source in dossier.sources:
        assert "Correct this source" in get(visitor, f"/sources/{source.id}")
    for number in range(1, len(dossier.documents) + 1):
        assert "Add what the tool did not see" in get(visitor, f"/documents/{number}")


@pytest.mark.parametrize(
    "address",
    ["/claims/c-000000000000", "/sources/s-0", "/documents/0", "/documents/999", "/export/exe"],
)
def test_what_is_not_there_is_said(visitor: TestClient, address: str) -> None:
    answer = visitor.get(f"/case/bay{address}")
    assert answer.status_code == 404
    assert "That did not work" in answer.text


@pytest.mark.parametrize("name", ["none", "%2e%2e", "bay%2f..", "bay/../bay2", ".git"])
def test_only_cases_of_the_shelf_are_served(visitor: TestClient, name: str) -> None:
    assert visitor.get(f"/case/{name}/").status_code == 404


@pytest.mark.parametrize("at", ["", "5", "9-3", "1-99999999", "a-b", "-1-4", "²-³"])
def test_a_place_that_is_none_is_passed_over(visitor: TestClient, at: str) -> None:
    assert 'id="here"' not in get(visitor, f"/documents/1?at={at}")


@pytest.mark.parametrize(
    "kind",
    [
        "html",
        "json",
        "md",
        "csv",
        "tables",
        "graphml",
        "interchange",
        "decisions",
        "case",
        "pictures",
    ],
)
def test_the_dossier_can_be_taken_away(visitor: TestClient, kind: str) -> None:
    answer = visitor.get(f"/case/bay/export/{kind}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.content or kind == "decisions"


def test_a_part_of_the_dossier_can_be_taken_away(visitor: TestClient) -> None:
    whole = visitor.get("/case/bay/export/html").text
    first = sample().ranking[0]
    part = visitor.get("/case/bay/export/html", params={"only": ["claims"], "claims": first})
    assert part.status_code == 200
    assert first in part.text
    assert len(part.text) < len(whole)
    assert visitor.get("/case/bay/export/html?only=&top=").text == whole
    assert visitor.get("/case/bay/export/html?top=1").status_code == 200
    for wrong in ("only=nothing", "claims=c-nothing"):
        assert visitor.get(f"/case/bay/export/html?{wrong}").status_code == 400


def test_the_dossier_opens_under_its_own_policy(visitor: TestClient) -> None:
    answer = visitor.get("/case/bay/dossier.html")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "sha256-" in answer.headers["content-security-policy"]


def test_a_case_that_was_not_run_shows_its_files(tmp_path: Path) -> None:
    Case.create(tmp_path / "new", QUICK)
    visitor = ask(tmp_path)
    answer = visitor.get("/case/new/")
    assert answer.url.path == "/case/new/documents"
    assert "has not been run" in answer.text


def test_a_broken_dossier_is_told_and_does_not_hide_the_others(tmp_path: Path) -> None:
    put(tmp_path, "bay", sample())
    folder = put(tmp_path, "torn", sample())
    (folder / "dossier.json").write_text("{", encoding="utf-8")
    visitor = ask(tmp_path)
    assert visitor.get("/case/torn/").status_code == 400
    assert "bay" in visitor.get("/").text


def test_a_desk_with_one_case_opens_it(tmp_path: Path) -> None:
    folder = put(tmp_path, "bay", sample())
    visitor = ask(folder)
    assert visitor.get("/").url.path == "/case/bay/"


def test_an_earlier_address_of_a_page_finds_the_last_one(visitor: TestClient) -> None:
    assert "page" in get(visitor, "/?page=99999")
    assert get(visitor, "/?page=x")


def test_the_boards_first_page_is_there_before_the_dossier_is_read(tmp_path: Path) -> None:
    folder = put(tmp_path, "bay", sample())
    opened = Shelf(tmp_path).opened("bay")
    assert opened is not None
    keep_front(opened, stamp_of(folder)[:2])
    whole = ask(tmp_path)
    whole.app.state.desk.shelf.opened("bay")  # type: ignore[attr-defined]
    quick = ask(tmp_path)
    assert quick.app.state.desk.shelf.front("bay") is not None  # type: ignore[attr-defined]
    assert get(quick, "/") == get(whole, "/")
    (folder / DATA).write_bytes((folder / DATA).read_bytes() + b"\n")
    assert read_front(folder) is None


def test_a_run_in_the_terminal_prepares_the_board_of_a_large_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path, "bay", sample())
    prepare(Case.open(folder), sample())
    assert read_front(folder) is None
    monkeypatch.setattr(front, "LARGE", 1)
    prepare(Case.open(folder), sample())
    kept = read_front(folder)
    assert kept is not None
    assert kept.rows == Shelf(tmp_path).opened("bay").rows[: len(kept.rows)]  # type: ignore[union-attr]
