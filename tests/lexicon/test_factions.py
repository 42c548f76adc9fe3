"""Names of political parties."""

import pytest

from headwater.lexicon.factions import factions_in, is_faction


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("D.N.C.", True),
        ("Republican National Committee", True),
        ("Coastal Labour Committee", True),
        ("the Fishers Party", True),
        ("Communist Party of China", False),
        ("Safety Committee", False),
        ("the party", False),
    ],
)
def test_parties_and_their_committees(name: str, party: bool) -> None:
    assert is_faction(name) == party


def test_who_shares_a_partys_word() -> None:
    assert factions_in("Democrats") == factions_in("Democratic donors") == {"democrat"}
    assert not factions_in("Harbour Union")
