"""Measures the queue of the desk: 100 decisions in a real browser, with single keys only.

    python bench/desk_queue.py ../shared/data/polnear/train

Makes a case of the first 50 articles of PolNeAR's training part, with outlet, date and headline
as its table gives them, serves it, and presses one key a question. A question counts as there
once its page is complete and drawn; the driver's own share is in the figures.
"""

import argparse
import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import ActionChains
from selenium.webdriver.remote.webdriver import WebDriver

from headwater.case import Case
from headwater.config import Settings
from headwater.ingest.raw import RawFile, Sidecar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.chromium import open_chromium

MINUTES = 15.0  # in which 100 decisions should fit
PATIENCE = 60.0  # seconds for a page before the measurement is given up
PAUSE = 0.004  # seconds between two looks at a page
READING = 240 / 60  # words a second of somebody who reads for meaning, as studies of reading say
ANSWERS = "[data-queue] button[data-key]"
SEEN = """
const asked = document.querySelector("[data-queue] [name=question]");
if (document.readyState !== "complete" || !asked || asked.value === arguments[0]) return null;
if (!performance.getEntriesByType("paint").length) return null;
return asked.value;
"""
WORDS = """
const count = (query) => [...document.querySelectorAll(query)]
  .reduce((sum, one) => sum + one.innerText.split(/\\s+/).filter(Boolean).length, 0);
return [count(".question > h2"), count(".question blockquote :is(.c, .s, .k)"),
        count(".question .sides-two blockquote")];
"""


def read_articles(train: Path, number: int) -> Iterator[RawFile]:
    """Yield the first articles with what the corpus' table says of them."""
    table = train.parent / "metadata.tsv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = {row["filename"]: row for row in csv.DictReader(file, delimiter="\t")}
    for path in sorted((train / "text").glob("*.txt"))[:number]:
        row = rows.get(path.stem) or next(r for k, r in rows.items() if path.stem.startswith(k))
        fields = {
            "outlet": row["publisher"],
            "published": row["publication_date"],
            "title": row["title"],
        }
        sidecar = Sidecar(given_by="sidecar:metadata.tsv", fields=fields)
        yield RawFile(name=path.name, data=path.read_bytes(), sidecar=sidecar)


def make_case(folder: Path, train: Path, number: int) -> Case:
    """Make and run the case, or go on with the one that is there, without its decisions."""
    known = (folder / "case.toml").is_file()
    case = Case.create(folder, Settings(title="A year of politics"))
    if not known:
        case.add(read_articles(train, number))
        case.run()
    return case


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a case; yield the address of its queue."""
    command = [sys.executable, "-m", "headwater", "serve", str(folder), "--port", "0"]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1] / "src")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as server:
        assert server.stdout is not None
        home = server.stdout.readline().strip().rstrip("/")
        yield f"{home}/case/{folder.name}/queue"
        server.terminate()


def wait_for_question(browser: WebDriver, known: str) -> str:
    """Wait until another question than the known one is shown; return its id."""
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        asked = browser.execute_script(SEEN, known)
        if asked:
            return str(asked)
        time.sleep(PAUSE)
    raise SystemExit("no further question came")


def press(browser: WebDriver, key: str) -> None:
    ActionChains(browser, duration=0).send_keys(key).perform()


def decide(browser: WebDriver, decisions: int) -> tuple[list[float], list[list[int]]]:
    """Make decisions; return the seconds that each key took, and the words of each question."""
    luck = random.Random(7)
    taken, words = [], []
    asked = wait_for_question(browser, "")
    for _ in range(decisions):
        words.append(browser.execute_script(WORDS))
        keys = [
            one.get_attribute("data-key") for one in browser.find_elements("css selector", ANSWERS)
        ]
        key = luck.choice(keys)
        began = time.perf_counter()
        press(browser, key)
        asked = wait_for_question(browser, asked)
        taken.append(time.perf_counter() - began)
    return taken, words


def tell(case: Case, taken: list[float], words: list[list[int]]) -> None:
    ordered = sorted(taken)
    middle, most = statistics.median(ordered), ordered[int(0.95 * len(ordered))]
    left = (60 * MINUTES - sum(taken)) / len(taken)
    dossier = case.dossier()
    text, marked, around = (statistics.median(column) for column in zip(*words, strict=True))
    print(
        f"{len(dossier.documents)} articles, {len(dossier.mentions):,} statements, "
        f"{len(dossier.claims):,} claims; {len(case.judgements())} decisions in the log "
        f"after {len(taken)} keys.\n"
    )
    print("| from a key to the next question | s |\n| --- | ---: |")
    for what, value in (
        ("median", middle), ("95 of 100 within", most), ("slowest", ordered[-1]),
        (f"all {len(taken)} together", sum(taken)),
    ):  # fmt: skip
        print(f"| {what} | {value:.2f} |")
    print(
        f"\n{len(taken)} decisions in {MINUTES:.0f} minutes leave {left:.1f} s for the thought "
        f"on each. A question has {text:.0f} words (median), the words that it is about "
        f"{marked:.0f}, with what stands around them {around:.0f}; {text + marked:.0f} words are "
        f"read in {(text + marked) / READING:.0f} s, {text + around:.0f} in "
        f"{(text + around) / READING:.0f} s."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path, help="The part of PolNeAR with its folder `text`.")
    parser.add_argument("--documents", type=int, default=50)
    parser.add_argument("--decisions", type=int, default=100)
    parser.add_argument("--case", type=Path, help="Keep the case here, to measure again sooner.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.case or Path(name) / "politics"
        case = make_case(folder, given.train, given.documents)
        (folder / "decisions.jsonl").unlink(missing_ok=True)
        browser = open_chromium(Path(name) / "browser")
        with serving(folder) as address:
            browser.get(address)
            taken, words = decide(browser, given.decisions)
        browser.quit()
        tell(case, taken, words)


if __name__ == "__main__":
    main()
