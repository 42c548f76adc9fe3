"""Takes the pictures of docs/img/desk: every page of the desk at three widths.

    python bench/desk_pictures.py
    python bench/desk_pictures.py --whole FOLDER    each page down to its end, to look at

Runs the bundled example, decides a few things, and opens each page in a headless Chromium.
"""

import argparse
import base64
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from selenium.webdriver.remote.webdriver import WebDriver

from headwater.case import Case
from headwater.config import Settings
from headwater.desk.cases.runs import keep_run
from headwater.ingest.files import collect
from headwater.judgements.anchors import at_claim, at_mention, at_source
from headwater.judgements.make import make

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.chromium import open_chromium

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "img" / "desk"
TITLE = "The gyroscopes of Port Elswick"
WIDTHS = {1440: 1000, 1024: 800, 390: 844}
QUALITY = 55  # of WebP; the text stays readable
DAY = "2031-04-02T09:{:02}:00+00:00"


def prepare(folder: Path) -> Case:
    """Run the example twice, with decisions in between."""
    case = Case.create(folder / "gyroscopes", Settings(title=TITLE))
    case.add(collect([str(ROOT / "examples" / "harbour" / "inbox")]))
    dossier = case.run().dossier
    keep_run(case.folder)
    first, second, third = dossier.ranking[0], dossier.ranking[3], dossier.ranking[9]
    source = next(s for s in dossier.sources if s.kind == "anonymous")
    case.judge(
        make("note", [at_claim(dossier, first)], who="ana", made_at=DAY.format(5),
             value="Ask the Halden Institute for its figures"),
        make("reliability", [at_source(dossier, source.id)], who="ben", made_at=DAY.format(9),
             value="C"),
        make("different_claim", [at_claim(dossier, second), at_claim(dossier, third)], who="ben",
             made_at=DAY.format(12), why="trade figures say nothing about arms"),
        make("modality", [at_mention(dossier, dossier.claims[0].best)], who="ana",
             made_at=DAY.format(20), value="alleged", why="the text calls it an accusation"),
    )  # fmt: skip
    case.run()
    keep_run(case.folder)
    return case


def list_pages(home: str, case: Case) -> dict[str, str]:
    """Return the addresses of all pages by name."""
    dossier = case.dossier()
    base = f"{home}/case/{case.folder.name}"
    named = next(source for source in dossier.sources if len(source.attributions) > 1)
    first = f"{base}/claims/{dossier.ranking[0]}"
    return {
        "cases": home, "board": f"{base}/", "claim": first,
        "merge": f"{first}/merge?q=gyroscopes",
        "documents": f"{base}/documents", "document": f"{base}/documents/4",
        "sources": f"{base}/sources", "source": f"{base}/sources/{named.id}",
        "positions": f"{base}/positions", "timeline": f"{base}/timeline",
        "search": f"{base}/search?q=gyroscopes", "queue": f"{base}/queue",
        "decisions": f"{base}/history", "compare": f"{base}/compare",
        "dossier": f"{base}/export", "missing": f"{base}/nowhere",
    }  # fmt: skip


def main(whole: Path | None) -> None:
    folder = whole or PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        case = prepare(Path(name) / "cases")
        shelf = str(case.folder.parent)
        command = [sys.executable, "-m", "headwater", "serve", shelf, "--port", "0", "--who", "ana"]
        env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as serving:
            assert serving.stdout is not None
            home = serving.stdout.readline().strip().rstrip("/")
            browser = open_chromium(Path(name) / "browser")
            for page, address in list_pages(home, case).items():
                take(browser, page, address, folder, whole=whole is not None)
            browser.quit()
            serving.terminate()


def take(browser: WebDriver, page: str, address: str, folder: Path, *, whole: bool) -> None:
    """Take a page's picture at each width."""
    for width, height in WIDTHS.items():
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
        browser.get(address)
        time.sleep(0.3)
        shot = {"format": "webp", "quality": QUALITY, "captureBeyondViewport": whole}
        if whole:
            tall = browser.execute_script("return document.documentElement.scrollHeight")
            shot["clip"] = {"x": 0, "y": 0, "width": width, "height": min(tall, 5000), "scale": 1}
        found = browser.execute_cdp_cmd("Page.captureScreenshot", shot)
        (folder / f"{page}-{width}.webp").write_bytes(base64.b64decode(found["data"]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--whole", type=Path, help="Where to put pictures of whole pages.")
    main(parser.parse_args().whole)
