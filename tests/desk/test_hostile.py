"""What is meant to do harm is shown as text, and no page grows with it."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient
from tests.desk.desks import ask, put
from tests.desk.hostile import make_hostile

CLAIM = make_hostile().ranking[0]
LAST = len(make_hostile().documents)
MOST = 1_500_000  # bytes of a page; the texts of the case have five times that
PAGES = (
    "/", "/?q=window", "/documents", f"/documents/{LAST}", f"/documents/{LAST}?part=90",
    f"/documents/{LAST}?at=4000000-4000020", f"/claims/{CLAIM}", f"/claims/{CLAIM}?page=400",
    "/sources", "/positions", "/timeline", "/search?q=script", "/search?q=ship", "/history",
    "/queue", "/export", f"/claims/{CLAIM}/merge?q=ship",
)  # fmt: skip


class Reader(HTMLParser):
    """Notes every element that could run something, and every address."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.bad.append(f"{tag} {name}")
            if name in {"href", "src", "action"} and not str(value).startswith(("/", "#", "?")):
                self.bad.append(f"{tag} {name}={value}")
        if tag == "script" and dict(attrs).get("src") != "/static/desk.js":
            self.bad.append("script")


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("hostile")
    put(folder, "bay", make_hostile())
    yield ask(folder)


@pytest.mark.parametrize("address", PAGES)
def test_harmful_words_are_text_on_every_page(visitor: TestClient, address: str) -> None:
    answer = visitor.get(f"/case/bay{address}")
    assert answer.status_code == 200
    assert len(answer.content) < MOST
    reader = Reader()
    reader.feed(answer.text)
    assert reader.bad == []
    assert not {"img", "iframe", "object", "embed", "base", "meta refresh"} & reader.tags
    for sign in "\x00\x07\x1b\x7f\u202e\u202d\u2066":
        assert sign not in answer.text
    assert "\u0334\u0489" * 10 not in answer.text


def test_a_name_in_a_header_cannot_split_it(visitor: TestClient) -> None:
    evil = {"who": "ana\r\nset-cookie: x=1", "then": "/case/bay/history"}
    answer = visitor.post("/case/bay/sign", data=evil, follow_redirects=False)
    assert answer.status_code == 303
    assert len(answer.headers.get_list("set-cookie")) == 1
    assert "x=1" not in answer.headers["set-cookie"].split(";")[1:]


def test_a_message_in_an_address_is_text(visitor: TestClient) -> None:
    page = visitor.get("/case/bay/?told=<script>window.hit=1</script>&undo=%22%3E%3Cb").text
    assert "&lt;script&gt;" in page
    assert "<b" not in page.partition("strip told")[2][:600].replace("<button", "")
