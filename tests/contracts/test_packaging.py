"""What is installed is what is imported; locks hold it and name no host."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def fold(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", name, maxsplit=1)[0]).lower()


# Where the packages of an extra may be imported, as the beginnings of paths in the package.
HOMES = {"desk": ("desk/", "cli/serve.py"), "frames": ("",)}
PACKAGE = ROOT / "src" / "headwater"


def named(extra: str) -> set[str]:
    return {fold(requirement) for requirement in PROJECT["optional-dependencies"][extra]}


def modules_of(path: Path) -> set[str]:
    """Every top-level module that a file imports from others."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"headwater"}


def imported() -> set[str]:
    """Every top-level module that the package imports from others."""
    return {module for path in PACKAGE.rglob("*.py") for module in modules_of(path)}


def pinned(lock: str) -> dict[str, str]:
    rows = re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE)
    return {fold(name): version for name, version in rows}


def test_every_import_is_a_core_dependency() -> None:
    owners = packages_distributions()
    core = {fold(requirement) for requirement in PROJECT["dependencies"]}
    for path in PACKAGE.rglob("*.py"):
        place = path.relative_to(PACKAGE).as_posix()
        extras = {name for extra, homes in HOMES.items() if place.startswith(homes)
                  for name in named(extra)}  # fmt: skip
        for module in sorted(modules_of(path)):
            names = {fold(owner) for owner in owners.get(module, [module])}
            assert names & (core | extras), f"{place}: {module}"


def test_every_core_dependency_is_imported() -> None:
    owners = packages_distributions()
    used = {fold(owner) for module in imported() for owner in owners.get(module, [module])}
    only_needed_by_another = {"lxml-html-clean"}
    core = {fold(requirement) for requirement in PROJECT["dependencies"]}
    assert core - used <= only_needed_by_another


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_pin_everything_by_hash_and_name_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    pins = pinned(lock)
    wanted = {fold(requirement) for requirement in PROJECT["dependencies"]}
    if "dev" in lock:
        extras = PROJECT["optional-dependencies"]
        wanted |= {fold(one) for extra in ("dev", "desk", "frames") for one in extras[extra]}
        wanted -= {"headwater"}  # the extras of our own that the checks need
    assert wanted <= pins.keys()
    assert text.count("--hash=sha256:") >= len(pins)
    assert "://" not in text
    assert "index-url" not in text


def test_both_locks_agree() -> None:
    core, dev = (pinned(lock) for lock in LOCKS)
    assert core.items() <= dev.items()
