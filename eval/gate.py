"""Fails if a figure falls below its floor.

    python eval/gate.py                            check every corpus that is here
    python eval/gate.py harbour                    only this one
    python eval/gate.py --raise                    lift floors to what was reached
    python eval/gate.py --accept-loss harbour      lower floors too; say why in the commit

A corpus that is not here is passed over, and said so. A corpus whose gold changed must be given
its new digest by hand, with new floors: figures on other gold are other figures.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "eval" / "floors.toml"
HEAD = "# Floors of the evaluation; eval/README.md says how they are read and moved.\n"

Table = dict[str, Any]


def digest_of(path: Path) -> str:
    """Return a digest of the gold: one file, gold.json of a case, or every annotation file."""
    if path.is_file():
        files = [path]
    elif (path / "gold.json").is_file():
        files = [path / "gold.json"]
    else:
        files = sorted((path / "attributions").glob("*.ann"))
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def measure(corpus: Table) -> Table:
    """Return every figure of a corpus."""
    words = [corpus["kind"], str(ROOT / corpus["path"]), *corpus.get("options", []), "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "headwater", "eval", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    if done.returncode:
        sys.exit(done.stderr)
    found: Table = json.loads(done.stdout)
    return found


def figure(found: Table, path: str) -> float:
    """Return a figure by its path, such as `mentions/mentions found/f1`."""
    value: Any = found
    for step in path.split("/"):
        value = value[step]
    return float(value or 0.0)


def judge(name: str, corpus: Table, options: argparse.Namespace) -> list[str]:
    """Return the figures of a corpus that fell, and move the floors that may be moved."""
    fallen = []
    found = measure(corpus)
    for path, floor in corpus["floors"].items():
        reached = round(figure(found, path), 3)
        if reached < floor - corpus["noise"] and name not in options.accept_loss:
            fallen.append(f"{name}: {path} is {reached:.3f}, floor {floor:.3f}")
        if name in options.accept_loss or (options.lift and reached > floor):
            corpus["floors"][path] = reached
        print(f"{name}: {path} {reached:.3f} (floor {floor:.3f})")
    return fallen


def to_toml(floors: Table) -> str:
    """Return the floors as TOML."""
    lines = [HEAD]
    for name, corpus in floors.items():
        lines.append(f"[{name}]")
        lines += [f"{k} = {json.dumps(v)}" for k, v in corpus.items() if k != "floors"]
        lines.append(f"\n[{name}.floors]")
        lines += [f"{json.dumps(path)} = {value}" for path, value in corpus["floors"].items()]
        lines.append("")
    return "\n".join(lines)


def main() -> int:
    """Check the corpora that are here."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="*")
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--accept-loss", nargs="*", default=[])
    options = parser.parse_args()
    floors: Table = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    fallen: list[str] = []
    for name in options.corpora or floors:
        corpus = floors[name]
        place = ROOT / corpus["path"]
        if not place.exists():
            print(f"{name}: {corpus['path']} is not here, passed over")
        elif digest_of(place) != corpus["digest"]:
            fallen.append(f"{name}: the gold changed ({digest_of(place)}); set its floors anew")
        else:
            fallen += judge(name, corpus, options)
    if options.lift or options.accept_loss:
        FLOORS.write_text(to_toml(floors), encoding="utf-8")
    print("\n".join(fallen), file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
