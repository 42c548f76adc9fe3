"""case.toml holds every setting and nothing else."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from headwater.config import Settings, load_settings, read_settings, to_toml
from headwater.errors import InputError


def test_what_is_written_is_read_back() -> None:
    settings = read_settings('title = "Cranes \\"and\\" more"\n[link]\njoin = 0.6\n')
    assert settings.link.join == 0.6
    assert read_settings(to_toml(settings)) == settings


def test_every_default_is_written() -> None:
    table = tomllib.loads(to_toml(Settings()))
    assert set(table) == set(Settings.__struct_fields__)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[parse]\nnope = 1", "unknown key `nope`"),
        ("[parts]\nparse = 'magic.v1'", "rules.v1"),
        ("[link]\njoin = 'much'", "link.join"),
        ("title =", "not valid TOML"),
    ],
)
def test_mistakes_are_said_with_their_place(text: str, hint: str) -> None:
    with pytest.raises(InputError, match=hint):
        read_settings(text)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_settings(tmp_path / "case.toml")


def test_every_setting_says_what_it_means() -> None:
    lines = to_toml(Settings()).splitlines()
    section = ""
    for before, line in pairwise(lines):
        section = line if line.startswith("[") else section
        if " = " in line and line[0] not in "#[" and section != "[parts]":
            assert before.startswith("# "), line
