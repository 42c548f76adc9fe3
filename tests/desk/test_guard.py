"""Who may ask the desk, and what a page of it may do."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.desks import HOME, ask, put, sample

from headwater.desk.guard import POLICY


@pytest.fixture
def visitor(tmp_path: Path) -> TestClient:
    put(tmp_path, "bay", sample())
    return ask(tmp_path)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8765", ""]
)
def test_a_name_that_points_at_this_machine_is_refused(visitor: TestClient, host: str) -> None:
    answer = visitor.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Headwater" not in answer.text


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1", "[::1]:8765"])
def test_this_machine_is_answered_under_all_its_names(visitor: TestClient, host: str) -> None:
    assert visitor.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": HOME, "sec-fetch-site": "cross-site"},
        {"origin": HOME, "sec-fetch-site": "same-site"},
    ],
)
def test_a_foreign_page_cannot_post(visitor: TestClient, headers: dict[str, str]) -> None:
    for address in ("/case/bay/judge", "/case/bay/run", "/cases", "/case/bay/undo"):
        assert visitor.post(address, headers=headers).status_code == 403


def test_a_post_that_does_not_say_where_it_comes_from_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "bay", sample())
    visitor = ask(tmp_path)
    del visitor.headers["origin"], visitor.headers["sec-fetch-site"]
    assert visitor.post("/case/bay/run").status_code == 403


def test_every_answer_carries_the_policy(visitor: TestClient) -> None:
    for address in ("/", "/case/bay/", "/case/none/", "/static/desk.css", "/nowhere"):
        headers = visitor.get(address).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
    assert "unsafe" not in POLICY
    assert "script-src 'self'" in POLICY


def test_too_much_at_once_is_refused(visitor: TestClient) -> None:
    answer = visitor.post("/cases", headers={"content-length": str(1 << 40)}, content=b"")
    assert answer.status_code == 413


def test_what_does_not_say_how_much_it_is_is_refused(visitor: TestClient) -> None:
    answer = visitor.post("/cases", content=iter([b"title=", b"x"]))
    assert answer.status_code == 411


def test_with_a_token_nobody_gets_in_without(tmp_path: Path) -> None:
    put(tmp_path, "bay", sample())
    visitor = ask(tmp_path, token="open sesame")
    for address in ("/", "/case/bay/", "/static/desk.js", "/?token=guess"):
        assert visitor.get(address).status_code == 401
    came = visitor.get("/", params={"token": "open sesame"}, follow_redirects=False)
    assert came.status_code == 303
    assert "token" not in came.headers["location"]
    cookie = came.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert visitor.get("/case/bay/").status_code == 200
