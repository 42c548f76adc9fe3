"""Writes a dossier's files: the only module of the report that touches the disk."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder, which is made if it is missing, and return their paths.

    Each file is written beside its name first and then moved there, so a reader never meets
    half a file. Line ends are written as they are given.

    Args:
        folder: Where the files go.
        files: Contents by plain file name, or by a name in one subfolder (`tables/claims.csv`).

    Raises:
        ValueError: If a name leaves the folder.
    """
    written = []
    for name in sorted(files):
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"{name!r} leaves the folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".part-", dir=path.parent) as aside:  # two may write at once
            part = Path(aside, path.name)
            part.write_bytes(files[name])
            part.replace(path)
        written.append(path)
    return tuple(written)
