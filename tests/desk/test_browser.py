"""The desk in a real browser: the tutorial's walk, axe, the keyboard alone, hostile words."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.chromium import CHROMIUM, DRIVER, open_chromium
from tests.desk.desks import INBOX, put, read, sample
from tests.desk.hostile import make_hostile

from headwater.case import DATA, Case
from headwater.ingest.files import collect

pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
axe_core = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
PATIENCE = 120.0  # seconds for a run of the pipeline on a busy machine
SOURCE = Path(__file__).resolve().parents[2] / "src"
BAY = "/case/bay"
FIRST = sample().ranking[0]
PAGES = (
    "/", "/?q=tonnes", f"/claims/{FIRST}", "/documents", "/documents/1", "/sources",
    f"/sources/{sample().sources[0].id}", "/positions", "/timeline", "/queue", "/history",
    "/compare", "/export", "/search?q=tonnes", f"/claims/{FIRST}/merge?q=tonnes", "/nowhere",
)  # fmt: skip

pytestmark = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None,
    reason="no browser: the desk was not opened (install chromium and chromium-driver)",
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a shelf with two cases, as people do; yield its address."""
    folder = tmp_path_factory.mktemp("desk")
    put(folder, "bay", sample())
    put(folder, "hostile", make_hostile())
    command = [sys.executable, "-m", "headwater", "serve", str(folder), "--port", "0"]
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    with subprocess.Popen(
        [*command, "--who", "ana"], stdout=subprocess.PIPE, text=True, env=env
    ) as serving:
        assert serving.stdout is not None
        address = serving.stdout.readline().strip().rstrip("/")
        yield f"{address}#{folder}"
        serving.terminate()


@pytest.fixture(scope="module")
def browser(home: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("browser")
    driver = open_chromium(folder)
    driver.home, _, shelf = home.partition("#")
    driver.shelf = Path(shelf)
    driver.set_script_timeout(PATIENCE)
    yield driver
    driver.quit()


def resize(browser: Any, width: int) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def find(browser: Any, query: str) -> Any:
    return browser.find_element("css selector", query)


def click(browser: Any, query: str) -> None:
    browser.execute_script("arguments[0].click()", find(browser, query))


def wait_for(browser: Any, what: Any, seconds: float = 15.0) -> Any:
    from selenium.common.exceptions import StaleElementReferenceException
    from selenium.webdriver.support.ui import WebDriverWait

    ignored = (StaleElementReferenceException,)
    return WebDriverWait(browser, seconds, ignored_exceptions=ignored).until(what)


def complaints(browser: Any) -> list[str]:
    """Return what the console says, but for the answers that are meant to be refusals."""
    said = [entry["message"] for entry in browser.get_log("browser")]
    return [line for line in said if "/nowhere" not in line]


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_no_page_scrolls_to_the_side_complains_or_asks_elsewhere(browser: Any, width: int) -> None:
    resize(browser, width)
    browser.get("about:blank")
    browser.get_log("performance")
    for page in ("/", BAY + "/dossier.html", *(BAY + page for page in PAGES)):
        browser.get(browser.home + page)
        wide = browser.execute_script("return document.documentElement.scrollWidth")
        assert wide <= width, page
        assert complaints(browser) == [], page
    asked = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [
        m["params"]["request"]["url"] for m in asked if m["method"] == "Network.requestWillBeSent"
    ]
    assert sent
    assert [url for url in sent if not url.startswith((browser.home, "data:"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(browser: Any, width: int, scheme: str) -> None:
    script = (Path(axe_core.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    resize(browser, width)
    run = "const done = arguments[0]; axe.run().then((r) => done(r.violations.map("
    run += "(v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html).join(' | '))))"
    browser.get(browser.home + "/")
    browser.execute_script("document.body.append(document.createElement('img'))")
    browser.execute_script(script)
    assert any("image-alt" in fault for fault in browser.execute_async_script(run))
    found = {}
    for page in ("/", *(BAY + page for page in PAGES)):
        browser.get(browser.home + page)
        browser.execute_script(
            "for (const d of document.querySelectorAll('details')) d.open = true"
        )
        browser.execute_script(script)
        violations = browser.execute_async_script(run)
        if violations:
            found[page] = violations
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert found == {}


def press_tab(browser: Any) -> None:
    key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
    for kind in ("keyDown", "keyUp"):
        browser.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": kind, **key})


def test_every_action_is_reached_with_the_tab_key(browser: Any) -> None:
    resize(browser, 1440)
    number = (
        "return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]"
        ".filter((e) => e.type !== 'hidden' && e.checkVisibility({visibilityProperty: true}))"
        ".map((e, n) => { e.dataset.n = n; return n; }).length"
    )
    for page in ("/", BAY + "/", f"{BAY}/claims/{FIRST}", BAY + "/queue", BAY + "/documents/1"):
        browser.get(browser.home + page)
        wanted = set(range(browser.execute_script(number)))
        reached = set()
        for _ in range(2 * len(wanted) + 20):
            press_tab(browser)
            now = browser.execute_script("return document.activeElement.dataset.n")
            if now is not None:
                reached.add(int(now))
            if reached == wanted:
                break
        missing = sorted(wanted - reached)[:5]
        html = "return [...document.querySelectorAll('[data-n]')].filter("
        html += "(e) => arguments[0].includes(+e.dataset.n)).map((e) => e.outerHTML.slice(0, 120))"
        assert missing == [], (page, browser.execute_script(html, missing))


def test_single_keys_lead_through_the_desk_and_can_be_turned_off(browser: Any) -> None:
    resize(browser, 1440)
    browser.get(browser.home + BAY + "/")
    body = find(browser, "body")
    body.send_keys("j")
    body.send_keys("j")
    focused = "return document.activeElement.getAttribute('href')"
    assert browser.execute_script(focused).startswith(f"{BAY}/claims/")
    browser.switch_to.active_element.send_keys("x")
    assert len(browser.find_elements("css selector", "[name=about]:checked")) == 1
    find(browser, "body").send_keys("g")
    find(browser, "body").send_keys("t")
    wait_for(browser, lambda b: b.current_url.endswith("/timeline"))
    find(browser, "body").send_keys("?")
    wait_for(browser, lambda b: find(b, "#keys").get_attribute("open"))
    click(browser, "#keys-on")
    click(browser, "#keys button")
    find(browser, "body").send_keys("/")
    assert browser.execute_script("return document.activeElement.id") != "seek"
    browser.execute_script("localStorage.clear()")


def test_hostile_words_run_nothing_and_ruin_no_layout(browser: Any) -> None:
    claim = make_hostile().ranking[0]
    last = len(make_hostile().documents)
    pages = ("/", f"/claims/{claim}", "/documents", f"/documents/{last}", "/sources", "/positions",
             "/timeline", "/search?q=script", "/history", "/export")  # fmt: skip
    for width in (1440, 390):
        resize(browser, width)
        for page in pages:
            browser.get(f"{browser.home}/case/hostile{page}")
            assert browser.execute_script("return window.hit") is None, page
            wide = browser.execute_script("return document.documentElement.scrollWidth")
            assert wide <= width, page
            assert complaints(browser) == [], page
            bar = find(browser, ".bar").rect
            assert bar["y"] == 0
            assert bar["height"] < 900


def test_the_walk_of_the_tutorial(browser: Any) -> None:
    """New case, progress, top claim, its words, a wrong source, a merge, undo, export."""
    resize(browser, 1440)
    base, case = begin_case(browser)
    claim = follow_to_the_words(browser, base)

    browser.get(claim)
    correct_source(browser, "Ines Vane")
    assert "Recorded" in find(browser, ".strip.told").text
    wait_until_read(browser, case, 1)
    assert any(source.name == "Ines Vane" for source in read(case).sources)

    before = read(case)
    merge_two(browser, base, "one shipment")
    wait_until_read(browser, case, 2)
    assert len(read(case).claims) < len(before.claims)
    browser.get(f"{base}/history")
    assert "one shipment" in find(browser, ".entries").text
    click(browser, ".entries .entry button")
    wait_until_read(browser, case, 3)
    assert [c.mentions for c in read(case).claims] == [c.mentions for c in before.claims]

    exported = take_json(browser, base)
    kinds = [judgement.get("kind") for judgement in exported["judgements"]]
    assert kinds == ["source_is", "same_claim", None]
    data = (case / DATA).read_bytes()
    (case / "case.sqlite").unlink()
    again = Case.create(case.parent / "again")
    again.add(collect([str(INBOX)]))
    again.settings = Case.open(case).settings
    again.judge(*Case.open(case).judgements())
    again.run()
    assert (again.folder / DATA).read_bytes() == data
    assert complaints(browser) == []


def begin_case(browser: Any) -> tuple[str, Path]:
    """Begin a case with the files of the bundled example, and wait until they are read."""
    browser.get(browser.home + "/")
    find(browser, "#new-name").send_keys("The gyroscopes")
    files = sorted(str(path) for path in INBOX.iterdir() if path.is_file())
    find(browser, "#new-files").send_keys("\n".join(files))
    assert len(browser.find_elements("css selector", ".dropped li")) == len(files)
    click(browser, ".stack .go")
    base = f"{browser.home}/case/the-gyroscopes"
    wait_for(browser, lambda b: b.current_url.startswith(f"{base}/documents"))
    wait_for(browser, lambda b: not b.find_elements("id", "job"), PATIENCE)
    listed = ".files > li"
    wait_for(
        browser, lambda b: len(b.find_elements("css selector", listed)) == len(files), PATIENCE
    )
    return base, browser.shelf / "the-gyroscopes"


def follow_to_the_words(browser: Any, base: str) -> str:
    """Open the top claim, go to its words and from a mark to the margin; return its address."""
    browser.get(f"{base}/")
    click(browser, ".board .claim-text a")
    claim: str = browser.current_url
    click(browser, ".quote .who a")
    wait_for(browser, lambda b: "/documents/" in b.current_url)
    top = "return arguments[0].getBoundingClientRect().top"
    assert 0 <= browser.execute_script(top, find(browser, ".t")) < 900
    click(browser, "a.c")
    assert find(browser, ".margin li:target").is_displayed()
    return claim


def merge_two(browser: Any, base: str, why: str) -> None:
    """Mark the second and the third claim of the board and say that they are one."""
    browser.get(f"{base}/")
    for box in browser.find_elements("css selector", ".board [name=about]")[1:3]:
        browser.execute_script("arguments[0].click()", box)
    find(browser, "#merge-why").send_keys(why)
    click(browser, "button[value=same_claim]")


def take_json(browser: Any, base: str) -> Any:
    """Return the dossier that the page of the dossier offers as data."""
    browser.get(f"{base}/export")
    fetch = "const done = arguments[1]; fetch(arguments[0]).then((r) => r.text()).then(done)"
    return json.loads(browser.execute_async_script(fetch, f"{base}/export/json"))


def correct_source(browser: Any, name: str) -> None:
    """Set who says the first statement that somebody is said to say."""
    click(browser, ".quote:has([data-words=source_is]) details.fix > summary")
    field = find(browser, "[data-words=source_is]")
    field.clear()
    field.send_keys(name)
    browser.execute_script("arguments[0].form.querySelector('button').click()", field)
    wait_for(browser, lambda b: "told=" in b.current_url or "/claims/" in b.current_url)
    wait_for(browser, lambda b: b.find_elements("css selector", ".strip.told"))


def wait_until_read(browser: Any, case: Path, decisions: int) -> None:
    """Wait until the dossier knows so many decisions, and the page that it is there."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if len(read(case).judgements) >= decisions and (case / DATA).is_file():
            break
        time.sleep(0.2)
    wait_for(browser, lambda b: not b.find_elements("css selector", "#job[data-state=running]"))


def test_selected_words_fill_the_form_that_asks_for_them(browser: Any) -> None:
    resize(browser, 1440)
    browser.get(f"{browser.home}{BAY}/claims/{FIRST}")
    select = """
      const block = document.querySelector('.quote [data-select]');
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      while (node.data.trim().length < 8) node = walker.nextNode();
      const range = new Range();
      range.setStart(node, 0); range.setEnd(node, 8);
      getSelection().removeAllRanges(); getSelection().addRange(range);
      return range.toString();
    """
    words = browser.execute_script(select)
    bar = wait_for(browser, lambda b: find(b, ".select-bar"))
    assert words.strip() in bar.text
    bar.find_elements("css selector", "button")[-1].click()
    field = browser.switch_to.active_element
    assert field.get_attribute("value") == words.strip()
    start = browser.execute_script("return arguments[0].form.elements.start.value", field)
    near = browser.execute_script("return arguments[0].form.elements.near.value", field)
    number = int(re.match(r"\d+", near)[0])  # type: ignore[index]
    text = sample().documents[number - 1].text
    assert text[int(start) :].startswith(words.strip()) or text[int(start) :].startswith(words)
