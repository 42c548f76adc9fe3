"""What users may import from `headwater` itself."""

import subprocess
import sys

import headwater

PINNED = {
    "Assessment", "Attribution", "Case", "Chain", "Claim", "Comparison", "ContractError", "Copy",
    "Corroboration", "Document", "DocumentError", "Dossier", "Failure", "HeadwaterError",
    "InputError", "Judgement", "Mention", "Origin", "Parse", "Place", "Reason", "Relation",
    "Settings", "Source", "Span", "Stance", "__version__", "open",
}  # fmt: skip


def test_public_names_are_pinned_and_there() -> None:
    assert set(headwater.__all__) == PINNED
    assert list(headwater.__all__) == sorted(headwater.__all__)
    assert all(getattr(headwater, name) is not None for name in PINNED)


def test_importing_the_package_loads_no_stage() -> None:
    code = "import headwater, sys; print([m for m in sys.modules if m.startswith('headwater.')])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "['headwater.version']"
