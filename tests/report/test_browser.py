"""The page in a real browser, opened from the disk."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.chromium import CHROMIUM, DRIVER, open_chromium
from tests.report.sample import make_dossier

from headwater.report import report
from headwater.report.page import render_page

pytest.importorskip("selenium.webdriver", reason="selenium is not installed")


pytestmark = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None,
    reason="no browser: the page was not opened (install chromium and chromium-driver)",
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("browser")
    (folder / "index.html").write_text(render_page(report(make_dossier())), encoding="utf-8")
    driver = open_chromium(folder)
    driver.page = (folder / "index.html").as_uri()
    yield driver
    driver.quit()


def resize(browser: Any, width: int) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def wait_for(browser: Any) -> Any:
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(browser, 5)


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_no_scroll_to_the_side_and_no_complaint(browser: Any, width: int) -> None:
    resize(browser, width)
    browser.get("about:blank")
    browser.get_log("performance")  # what the browser asked for itself before
    browser.get(browser.page)
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    assert wide <= width
    assert browser.get_log("browser") == []
    asked = [entry["message"] for entry in browser.get_log("performance")]
    sent = [line for line in asked if '"Network.requestWillBeSent"' in line]
    assert sent
    assert all(Path(browser.page).name in line for line in sent)


def test_every_words_link_opens_what_hides_it(browser: Any) -> None:
    resize(browser, 1440)
    browser.get(browser.page)
    link = browser.find_element("css selector", ".quote .who a")
    target = link.get_attribute("href").partition("#")[2]
    browser.execute_script("arguments[0].click()", link)
    seen = "const r = document.getElementById(arguments[0]).getBoundingClientRect(); return r.top"
    wait_for(browser).until(lambda b: 0 <= b.execute_script(seen, target) <= 900)
    marked = "return [...(CSS.highlights.get('place') || [])].map(String).join('')"
    assert "works dumped fourteen tonnes" in browser.execute_script(marked)


def test_a_claim_folded_away_opens_when_it_is_asked_for(browser: Any) -> None:
    resize(browser, 1440)
    browser.get(browser.page)
    line = browser.find_element("css selector", "#others li")
    assert not line.is_displayed()
    browser.execute_script("location.hash = arguments[0]", line.get_attribute("id"))
    wait_for(browser).until(lambda _: line.is_displayed())


def test_find_leaves_the_claims_that_have_the_words(browser: Any) -> None:
    resize(browser, 1440)
    browser.get(browser.page)
    browser.find_element("id", "find-field").send_keys("crowns 5 million")
    cards = browser.find_elements("css selector", ".card")
    shown = [card for card in cards if card.is_displayed()]
    assert 0 < len(shown) < len(cards)
    assert "claims" in browser.find_element("css selector", "#find [role=status]").text


def test_without_scripts_everything_can_be_read(browser: Any) -> None:
    resize(browser, 1440)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(browser.page)
        assert not browser.find_element("id", "find").is_displayed()
        assert browser.find_element("css selector", ".card svg").is_displayed()
        assert browser.find_element("css selector", ".doc .text").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_printing_gives_every_page_and_what_is_folded_away(browser: Any) -> None:
    import pypdfium2

    resize(browser, 1440)
    browser.get(browser.page)
    folded = {
        text
        for text in browser.execute_script(
            "return [...document.querySelectorAll('details:not([open]) .reasons > li')]"
            ".map((one) => one.firstChild.textContent.trim())"
        )
        if text
    }
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.7})
    pages = list(pypdfium2.PdfDocument(base64.b64decode(printed["data"])))
    assert len(pages) > 1
    words = "".join("".join(page.get_textpage().get_text_range() for page in pages).split())
    for claim in browser.find_elements("css selector", ".card h3"):
        assert "".join(str(claim.get_attribute("textContent")).split()) in words
    assert folded
    assert all("".join(text.split()) in words for text in folded)


def test_a_phone_gets_the_picture_in_words(browser: Any) -> None:
    resize(browser, 390)
    browser.get(browser.page)
    assert not browser.find_element("css selector", "figure.chain > svg").is_displayed()
    tree = browser.find_element("css selector", ".tree")
    assert tree.is_displayed()
    assert "Northline" in tree.text


AXE = """
const done = arguments[arguments.length - 1];
for (const one of document.querySelectorAll("details")) one.open = true;
axe.run(document, {resultTypes: ["violations"]}).then(
  (found) => done(found.violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 160))])),
  (error) => done([["error", [String(error)]]]),
);
"""


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing(browser: Any, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    (script,) = Path(axe.__file__).parent.rglob("axe.min.js")
    resize(browser, width)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    try:
        browser.set_script_timeout(90)
        browser.get(browser.page)
        browser.execute_script(script.read_text(encoding="utf-8"))
        assert browser.execute_async_script(AXE) == []
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_a_phone_gets_tables_for_pictures(browser: Any) -> None:
    resize(browser, 390)
    browser.get(browser.page)
    drawn = browser.find_elements("css selector", "figure > .drawn")
    assert drawn
    assert not any(svg.is_displayed() for svg in drawn)
    for name in ("coverage", "matrix"):
        table = browser.find_element("css selector", f"figure.{name} table")
        assert table.rect["height"] > 0


def test_a_mark_of_a_picture_leads_to_its_words(browser: Any) -> None:
    resize(browser, 1440)
    browser.get(browser.page)
    for name in ("coverage", "matrix", "tracks"):
        link = browser.find_element("css selector", f"figure.{name} a")
        assert browser.find_element("id", link.get_dom_attribute("href").partition("#")[2])
