"""Measures Headwater and writes what it finds into bench/RESULTS.md, section by section.

    python bench/bench.py                 every section
    python bench/bench.py cases scale     only these

The corpora are looked for in ../shared (or where HEADWATER_CORPORA says); a section whose corpus
is missing keeps what stands there.
"""

import math
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
CORPORA = Path(os.environ.get("HEADWATER_CORPORA", ROOT.parent / "shared"))
RESULTS = HERE / "RESULTS.md"
RUNS = 20  # shuffled runs for determinism
SIZES = (5, 50, 500)  # documents


def shell(*words: object, env: dict[str, str] | None = None) -> str:
    """Run a command and return its stdout; stderr passes through on failure."""
    done = subprocess.run(
        [str(word) for word in words],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **(env or {})},
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stderr}")
    return done.stdout.rstrip()


def headwater(*words: object, env: dict[str, str] | None = None) -> str:
    """Run the command line of this checkout."""
    return shell(sys.executable, "-m", "headwater", *words, env=env)


def block(command: str, output: str) -> str:
    """Return a command and its output as Markdown."""
    return f"```\n$ {command}\n{output}\n```\n"


def case(folder: Path, shown: str, *options: str) -> str:
    """Return the scores of a gold case."""
    words = ("eval", "case", folder, "--quiet", *options)
    return block(f"headwater eval case {shown} {' '.join(options)}".rstrip(), headwater(*words))


HEADLINES = (
    ("mentions found, F1", r"  mentions found .* f1 (\S+)"),
    ("found and chain right, F1", r"  mention found and chain right .* f1 (\S+)"),
    ("pairs across documents, F1", r"  pairs across documents, all gold .* f1 (\S+)"),
    ("independent origins, exact", r"  independent origins, 2\+ documents .*acc (\S+)"),
    ("within 1", r"  independent origins, 2\+ documents .*within 1 (\S+)"),
    ("conflicts, F1", r"  conflicts .* f1 (\S+)"),
)


def summary(text: str) -> str:
    """Return the figures that matter most, a row for each run with the default settings."""
    lines = [f"| case | {' | '.join(name for name, _ in HEADLINES)} |"]
    lines.append(f"| --- |{' ---: |' * len(HEADLINES)}")
    for run in text.split("$ headwater eval case ")[1:]:
        folder, *options = run.split("\n", 1)[0].split()
        if not set(options) - {"--restrict"}:
            found = [re.search(pattern, run) for _, pattern in HEADLINES]
            cells = " | ".join(match[1] if match else "-" for match in found)
            lines.append(f"| `{folder}` | {cells} |")
    return "\n".join(lines) + "\n\n"


def cases() -> str | None:
    """Gold cases."""
    text = case(ROOT / "examples" / "harbour" / "gold", "examples/harbour/gold")
    if not (CORPORA / "cases").is_dir():
        return None
    for name in ("seeds", "trump_taxes"):
        folder, shown = CORPORA / "cases" / name, f"../shared/cases/{name}"
        selective = () if name == "seeds" else ("--restrict",)
        text += "\n" + case(folder, shown, *selective)
        text += "\n" + case(folder, shown, "--no-sidecar", *selective)
        text += "\n" + case(folder, shown, "--gold-mentions")
        text += "\n" + case(folder, shown, "--gold-claims")
    return summary(text) + text


# The task's figures, on PolNeAR's held-out part: triple, content found, exact spans, CPU seconds.
PEERS = (
    ("20-verb baseline", "0.28", "0.37", "0.31, 0.38, 0.22", "0.0006"),
    ("textacy, by paragraph", "0.29", "0.31", "0.27, 0.32, 0.30", "0.40"),
    ("GenderGapTracker's rules", "0.43", "0.50", "0.55, 0.48, 0.28", "0.32"),
    ("BBC Citron, its own models", "0.41", "0.47", "0.50, 0.45, 0.34", "0.78"),
    ("BBC Citron, re-trained on PolNeAR", "0.51", "0.57", "0.64, 0.52, 0.45", "0.95"),
    ("the same, quotation state repaired", "0.54", "0.61", "0.68, 0.56, 0.48", "0.85"),
    ("CofeNet on BERT-base, as published", "–", "–", "0.83, 0.75, 0.73", "–"),
    ("two trained annotators", "0.75", "0.79", "0.78, 0.71, 0.71", "–"),
)
KINDS = ("direct", "mixed", "indirect", "named", "nominal", "pronoun", "none")


def f1_of(name: str, output: str) -> str:
    """Return an F1 of an evaluation's output, 0 to 1."""
    found = re.search(rf"^{name} .* (\S+)$", output, re.MULTILINE)
    return f"{float(found[1]) / 100:.2f}" if found else "–"


def beside_peers(systems: dict[str, str]) -> str:
    """Return our figures above the peers', then ours by kind of attribution."""
    lines = [
        "| system | triple, F1 | content found | exact spans: source, cue, content "
        "| CPU s per 1,000 words |",
        "| --- | ---: | ---: | --- | ---: |",
    ]
    for name, output in systems.items():
        spans = ", ".join(f1_of(f"spans.{role}", output) for role in ("source", "cue", "content"))
        ours = (
            f1_of("triple", output),
            f1_of("content_match", output),
            spans,
            "[measured](attribution.md)",
        )
        lines.append(f"| **{name}**, dev | {' | '.join(ours)} |")
    lines += [f"| {' | '.join(row)} |" for row in PEERS]
    heads = [kind.replace("none", "no source") for kind in KINDS]
    lines += ["", f"| recall | {' | '.join(heads)} |", f"| --- |{' ---: |' * len(KINDS)}"]
    for name, output in systems.items():
        for figure in ("content", "triple"):
            found = [re.search(rf" {kind}: .*{figure} ([\d.]+)", output) for kind in KINDS]
            cells = [f"{float(one[1]) / 100:.2f}" if one else "–" for one in found]
            lines.append(f"| {name}, {figure} | {' | '.join(cells)} |")
    return "\n".join(lines) + (
        "\n\nThe peers' figures are the task's, on the held-out part; ours are on dev, which chose "
        "threshold and calibration.\n"
        "Time and memory beside textacy in one run, the reliability diagram, plain articles, and "
        "ten typical errors of each kind that remain: [attribution.md](attribution.md).\n\n"
    )


def attribution() -> str | None:
    """Attribution on PolNeAR dev."""
    folder = CORPORA / "data" / "polnear" / "dev"
    if not folder.is_dir():
        return None
    shown = "headwater eval attribution ../shared/data/polnear/dev"
    model = headwater("eval", "attribution", folder, "--quiet")
    rules = headwater("eval", "attribution", folder, "--quiet", "--only-lexicon")
    table = beside_peers({"Headwater": model, "Headwater, rules alone": rules})
    return table + block(shown, model) + "\n" + block(f"{shown} --only-lexicon", rules)


def pairs() -> str | None:
    """Pairs of statements, dev."""
    file = CORPORA / "data" / "pairs" / "dev.jsonl"
    if not file.is_file():
        return None
    return block(
        "headwater eval pairs ../shared/data/pairs/dev.jsonl", headwater("eval", "pairs", file)
    )


BLOCKED = """
import socket, sys
def refuse(*_, **__): raise OSError("no network in this test")
class Refused(socket.socket): __init__ = refuse
socket.socket, socket.create_connection, socket.getaddrinfo = Refused, refuse, refuse
from headwater.cli.main import main
main()
"""


def determinism() -> str | None:
    """Shuffled runs, hash seeds, no sockets."""
    inbox = sorted((ROOT / "examples" / "harbour" / "inbox").iterdir())
    chance = random.Random(1)
    found: set[tuple[bytes, ...]] = set()
    with tempfile.TemporaryDirectory() as place:
        for turn in range(RUNS + 1):
            chance.shuffle(inbox)
            out = Path(place) / str(turn)
            seed = {"PYTHONHASHSEED": str(turn)}
            words = ("run", *inbox, "-o", out, "--quiet")
            if turn < RUNS:
                headwater(*words, env=seed)
            else:
                shell(sys.executable, "-c", BLOCKED, *words, env=seed)
            names = ("dossier.json", "index.html")
            found.add(tuple((out / name).read_bytes() for name in names))
    verdict = "byte-identical" if len(found) == 1 else f"{len(found)} different results"
    return (
        f"`examples/harbour/inbox`: {RUNS} runs in processes of their own, documents in shuffled "
        "order, another hash seed each, then one with every socket refused.\n"
        f"dossier.json and index.html: **{verdict}**.\n"
    )


SCALE = """
import resource, sys, time
from pathlib import Path
from headwater.config import Settings
from headwater.engine.local import Input, analyse
from headwater.ingest.files import collect
from headwater.registry import load
from headwater.report.data import to_json
from headwater.report.page import render_page

class Watch:
    def begin(self, stage, total): self.stage, self.start = stage, time.process_time()
    def step(self): pass
    def end(self): tell(self.stage, self.start)

def tell(stage, start): print(stage, round(time.process_time() - start, 2))

settings, number = Settings(), int(sys.argv[2])
load("attribute", settings.parts.attribute)
start = time.process_time()
paths = sorted(Path(sys.argv[1]).glob("*.txt"))[:number]
files = collect([str(path) for path in paths], None, settings.ingest)
documents = load("ingest", settings.parts.ingest)(files, settings.ingest).documents
tell("ingest", start)
dossier = analyse(Input(documents=documents), settings, watcher=Watch())
start = time.process_time()
page, data = render_page(dossier), to_json(dossier)
tell("write", start)
if dossier.failures: sys.exit(f"{len(dossier.failures)} failures: {dossier.failures[0]}")
print("statements", len(dossier.mentions))
print("claims", len(dossier.claims))
print("comparisons", len(dossier.comparisons))
print("page_MB", round(len(page.encode()) / 1e6, 1))
print("data_MB", round(len(data) / 1e6, 1))
print("memory_MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def scale() -> str | None:
    """Time and memory for 5, 50 and 500 articles."""
    folder = CORPORA / "data" / "polnear" / "train" / "text"
    if not folder.is_dir():
        return None
    columns = []
    for size in SIZES:
        output = shell(sys.executable, "-c", SCALE, folder, size)
        columns.append(dict(line.split() for line in output.splitlines()))
    rows = [f"| | {' | '.join(f'{size} articles' for size in SIZES)} | growth |"]
    rows.append(f"|---|{'---:|' * (len(SIZES) + 1)}")
    for name in columns[-1]:
        values = [float(column[name]) for column in columns]
        cells = " | ".join(column[name] for column in columns)
        rows.append(f"| {name.replace('_', ', ')} | {cells} | {growth(values)} |")
    cores = len(os.sched_getaffinity(0))
    return (
        f"PolNeAR train texts, the first 5, 50, 500 by name; {cores} cores, one process; CPU "
        "seconds unless said. Growth: exponent of the last tenfold step; 1 linear, 2 all-pairs.\n\n"
        + "\n".join(rows)
        + "\n"
    )


def growth(values: Sequence[float]) -> str:
    """Return the exponent of growth over the last step."""
    before, after = values[-2:]
    smallest = 0.05  # seconds; below, the clock says nothing
    if before < smallest or after < smallest:
        return "–"
    return f"{math.log(after / before) / math.log(SIZES[-1] / SIZES[-2]):.2f}"


SECTIONS: dict[str, Callable[[], str | None]] = {
    "cases": cases,
    "attribution": attribution,
    "pairs": pairs,
    "determinism": determinism,
    "scale": scale,
}


def read_results() -> dict[str, str]:
    """Return the sections that stand in the results, by name."""
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else ""
    found = re.split(r"^## (\w+): .*$", text, flags=re.MULTILINE)[1:]
    return dict(zip(found[::2], (body.strip() + "\n" for body in found[1::2]), strict=True))


def heading(name: str) -> str:
    """Return the heading of a section: its name and what it measures."""
    words = (SECTIONS[name].__doc__ or "").strip().rstrip(".")
    return f"{name}: {words}"


def main() -> None:
    """Measure the sections that were asked for."""
    wanted = sys.argv[1:] or list(SECTIONS)
    results = read_results()
    for name in wanted:
        body = SECTIONS[name]()
        if body is None:
            print(f"{name}: corpus not found, kept as it was", file=sys.stderr)
        else:
            results[name] = body
            print(f"{name}: measured", file=sys.stderr)
        head = "# Results\n\nWritten by `make bench`; each section says how it was measured.\n"
        parts = [f"\n## {heading(key)}\n\n{results[key]}" for key in SECTIONS if key in results]
        RESULTS.write_text(head + "".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
