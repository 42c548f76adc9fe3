"""Time, memory and accuracy of attribution beside textacy's, in one run.

    python bench/attribution_speed.py POLNEAR/dev [--limit 20] [--peer PYTHON]

PYTHON is the interpreter of an environment of its own with textacy and an English spaCy model of
its small size under any name that begins with "en_core_web_sm"; it need not be there. Each system
runs alone in one process with one thread, over the same articles, one after the other; its own
start is told apart. GenderGapTracker's rules need the same spaCy model in its large size and are
not on the registry; their figure is the task's own.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

ONE_THREAD: Final = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}

OURS: Final = """
import sys, time
wall, cpu = time.time(), time.process_time()
import json, resource
from headwater.config import Settings
from headwater.model.document import Document
from headwater.registry import load
settings = Settings()
parts = [load(stage, getattr(settings.parts, stage)) for stage in ("parse", "attribute", "extract")]
def run(text):
    one = Document(id="d", name="d", digest="", format="text", text=text)
    marks = parts[0](one, settings=settings.parse)
    found = parts[1](one, marks, settings=settings.attribute)
    parts[2](one, marks, found, settings=settings.extract)
    return [{role: [[s.start, s.end] for s in getattr(a, role)]
             for role in ("source", "cue", "content")} for a in found if a.inside is None]
"""

TEXTACY: Final = """
import sys, time
wall, cpu = time.time(), time.process_time()
import importlib.metadata, json, resource
import spacy, textacy.extract
names = (d.metadata["Name"].replace("-", "_") for d in importlib.metadata.distributions())
pipeline = spacy.load(next(name for name in names if name.startswith("en_core_web_sm")))
def run(text):
    found = []
    at = 0
    for paragraph in text.split("\\n"):
        for one in textacy.extract.direct_quotations(pipeline(paragraph)) if paragraph else ():
            def span(tokens):
                tokens = list(tokens)
                last = tokens[-1]
                return [[at + tokens[0].idx, at + last.idx + len(last)]] if tokens else []
            found.append({"source": span(one.speaker), "cue": span(one.cue),
                          "content": span(one.content)})
        at += len(paragraph) + 1
    return found
"""

LOOP: Final = """
texts = json.load(sys.stdin)
first = run(texts[0])
cold, cold_cpu = time.time() - wall, time.process_time() - cpu
start, words, found = time.process_time(), 0, []
for text in texts:
    try:
        found.append(run(text))
    except ValueError:
        found.append([])
    words += len(text.split())
json.dump({"cold_s": cold, "cold_cpu_s": cold_cpu,
           "cpu_per_1000": 1000 * (time.process_time() - start) / words,
           "words": words, "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
           "found": found}, sys.stdout)
"""


def measure(python: str, code: str, texts: list[str]) -> dict[str, Any]:
    """Return cold start, CPU seconds per 1,000 words, memory and what was found."""
    paths = os.pathsep.join(p for p in ("src", os.environ.get("PYTHONPATH", "")) if p)
    done = subprocess.run(
        [python, "-c", code + LOOP],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **ONE_THREAD, "PYTHONPATH": paths},
    )
    if done.returncode:
        sys.exit(done.stderr)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def scores(folder: Path, stems: list[str], found: list[list[dict[str, Any]]]) -> dict[str, Any]:
    """Return what the evaluation says of attributions given as offsets."""
    from headwater.evaluate.attribution_score import add_up, outermost, score, summarise
    from headwater.evaluate.brat import load_articles, mark

    articles = {stem: one for stem, one in load_articles(folder).items() if stem in set(stems)}
    marked = {
        stem: outermost([mark(articles[stem].text, one) for one in ones if one["content"]])
        for stem, ones in zip(stems, found, strict=True)
    }
    report: dict[str, Any] = summarise(add_up(score(articles, marked, None)))
    return report


def main() -> None:
    """Measure and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--limit", type=int, default=20)
    arguments.add_argument("--peer", help="python of an environment with textacy")
    given = arguments.parse_args()
    paths = sorted((given.folder / "text").glob("*.txt"))[: given.limit]
    stems = [path.stem for path in paths]
    texts = [path.read_bytes().decode("utf-8") for path in paths]
    systems = {"Headwater: parse, attribute, extract": (sys.executable, OURS)}
    if given.peer:
        systems["textacy, by paragraph"] = (given.peer, TEXTACY)
    print(
        "| system | triple F1 | content F1 | CPU s per 1,000 words | "
        "first result, s (CPU) | memory, MB |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    for name, (python, code) in systems.items():
        one = measure(python, code, texts)
        report = scores(given.folder, stems, one["found"])
        figures = (report["triple"]["f1"], report["content_match"]["f1"], one["cpu_per_1000"])
        shown = " | ".join(f"{figure:.2f}" for figure in figures)
        start = f"{one['cold_s']:.1f} ({one['cold_cpu_s']:.1f})"
        print(f"| {name} | {shown} | {start} | {one['memory_mb']:.0f} |")
    words = sum(len(text.split()) for text in texts)
    print(f"\n{len(texts)} articles, {words:,} words, one thread each, {time.strftime('%Y-%m-%d')}")


if __name__ == "__main__":
    main()
