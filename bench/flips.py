"""Changed bits that `headwater verify` notices: python bench/flips.py DOSSIER [FLIPS].

Works on a copy. Every flip is made in dossier.json or in a snapshot; half of the work is done
without the seal, to see what the checker notices by recomputing alone.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from random import Random

from headwater.verify import DATA, SEAL, SNAPSHOTS, verify_dossier


def main(folder: Path, flips: int) -> None:
    """Print the share of flips that was noticed, with and without the seal."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place)
        shutil.copy(folder / DATA, copy)
        shutil.copytree(folder / SNAPSHOTS, copy / SNAPSHOTS)
        bare = flip_many(copy, flips // 10, Random(1))
        print(f"without the seal: {bare} of {flips // 10} noticed")
        shutil.copy(folder / SEAL, copy)
        print(f"with the seal: {flip_many(copy, flips, Random(2))} of {flips} noticed")


def flip_many(folder: Path, flips: int, random: Random) -> int:
    """Flip one bit at a time, verify, and put it back; return how many were noticed."""
    files = [folder / DATA, *sorted((folder / SNAPSHOTS).iterdir())]
    sizes = [path.stat().st_size for path in files]
    noticed = 0
    for _ in range(flips):
        (path,) = random.choices(files, weights=sizes)
        raw = path.read_bytes()
        at, bit = random.randrange(len(raw)), random.randrange(8)
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 1 << bit]) + raw[at + 1 :])
        noticed += bool(verify_dossier(folder))
        path.write_bytes(raw)
    return noticed


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
