"""Takes the pictures of docs/img/desk: every page of the desk at three widths.

    python bench/desk_pictures.py

Runs the bundled example, decides a few things, and opens each page in a headless Chromium.
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from selenium import webdriver

from headwater.case import Case
from headwater.config import Settings
from headwater.desk.cases.runs import keep_run
from headwater.ingest.files import collect
from headwater.judgements.anchors import at_claim, at_mention, at_source
from headwater.judgements.make import make

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


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        case = prepare(Path(name))
        dossier = case.dossier()
        command = [sys.executable, "-m", "headwater", "serve", name, "--port", "0", "--who", "ana"]
        env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as serving:
            assert serving.stdout is not None
            home = serving.stdout.readline().strip().rstrip("/")
            base = f"{home}/case/gyroscopes"
            named = next(s for s in dossier.sources if len(s.attributions) > 1)
            pages = {
                "cases": home, "board": f"{base}/", "claim": f"{base}/claims/{dossier.ranking[0]}",
                "documents": f"{base}/documents", "document": f"{base}/documents/4",
                "sources": f"{base}/sources", "source": f"{base}/sources/{named.id}",
                "positions": f"{base}/positions", "timeline": f"{base}/timeline",
                "search": f"{base}/search?q=gyroscopes", "queue": f"{base}/queue",
                "decisions": f"{base}/history", "compare": f"{base}/compare",
                "dossier": f"{base}/export",
            }  # fmt: skip
            take(pages)
            serving.terminate()


def take(pages: dict[str, str]) -> None:
    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(flag)
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    browser = webdriver.Chrome(options=options, service=service)
    for width, height in WIDTHS.items():
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        for page, address in pages.items():
            browser.get(address)
            time.sleep(0.2)
            found = browser.execute_cdp_cmd(
                "Page.captureScreenshot", {"format": "webp", "quality": QUALITY}
            )
            (PICTURES / f"{page}-{width}.webp").write_bytes(base64.b64decode(found["data"]))
    browser.quit()


if __name__ == "__main__":
    main()
