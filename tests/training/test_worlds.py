"""The invented events that the reader learns from."""

from pathlib import Path

import pytest

from training.link.worlds import label_of, make_worlds, read_worlds

EVENT = """# The scopes
A: the ministry bought 400 scopes in May
A: its purchase of four hundred scopes in May
B: the ministry has bought scopes
C: the ministry has never bought a scope
D: the dealer delivered the scopes
rel: A>B C~A C~B

"""


def write(folder: Path, text: str) -> Path:
    """Write one file of events and return its folder."""
    (folder / "one.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("pair", "label"),
    [("AA", "same"), ("AB", "entails_ab"), ("BA", "entails_ba"), ("CA", "denies"), ("BC", "denies"), ("AD", "related")],
)  # fmt: skip
def test_labels_follow_the_ties(tmp_path: Path, pair: str, label: str) -> None:
    """A tie holds between all wordings of both letters; what is not tied is related."""
    (world,) = read_worlds(write(tmp_path, EVENT))
    assert label_of(world, *pair) == label


@pytest.mark.parametrize("line", ["rel: A>Z", "rel: A=B", "no letter before it"])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    """What is in no known form is told with its file and line."""
    with pytest.raises(ValueError, match="one.txt, line 8"):
        read_worlds(write(tmp_path, EVENT.rstrip() + f"\n{line}\n"))


def test_pairs_come_out_the_same_twice(tmp_path: Path) -> None:
    """The lot is drawn from a seed, and every pair carries its label."""
    worlds = read_worlds(write(tmp_path, EVENT))
    first, second = make_worlds(worlds), make_worlds(worlds)
    assert first == second
    assert {e.row["label"] for e in first} >= {"same", "denies", "related"}


def test_shipped_events_contradict_no_rule_of_their_own() -> None:
    """No two letters are tied both ways, and what entails one that entails another entails that too."""
    worlds = read_worlds()
    assert len({world.name for world in worlds}) == len(worlds)
    for world in worlds:
        for (one, two), label in world.ties.items():
            assert one != two
            assert (two, one) not in world.ties, world.name
            for three in world.wordings:
                if label == "entails_ab" == world.ties.get((two, three)):
                    assert world.ties.get((one, three)) == "entails_ab", (world.name, one, three)
