"""The notebook of the docs runs, and is kept without outputs."""

import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"

nbformat = pytest.importorskip("nbformat", reason="the notebook needs nbclient")
nbclient = pytest.importorskip("nbclient", reason="the notebook needs nbclient")


def read() -> Any:
    return nbformat.read(NOTEBOOK, as_version=4)


def test_no_output_is_kept() -> None:
    cells = [cell for cell in read().cells if cell.cell_type == "code"]
    assert cells
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)


def test_every_cell_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    for needed in ("ipykernel", "pandas", "pyarrow"):
        pytest.importorskip(needed)
    paths = [str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    notebook = read()
    client = nbclient.NotebookClient(
        notebook, timeout=300, resources={"metadata": {"path": str(ROOT)}}
    )
    client.execute()
    shown = [out for cell in notebook.cells if cell.cell_type == "code" for out in cell.outputs]
    assert any("image/svg+xml" in out.get("data", {}).get("text/html", "") for out in shown)
    words = " ".join(str(out.get("text", "")) for out in shown)
    assert "denied:" in words
    assert " ← " in words
