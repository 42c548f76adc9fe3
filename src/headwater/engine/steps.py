"""The stages that see all documents: what each is given and gives."""

from typing import Final, NamedTuple


class Step(NamedTuple):
    """How a stage that sees all documents is called.

    `takes` are fields of the dossier so far; `judged` tells whether people's decisions follow
    them, and `heeds` which kinds of them our part obeys; `gives` are the fields that it fills,
    from the fields of its result, or from the result itself if there is only one.
    """

    stage: str
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    judged: bool = True
    heeds: frozenset[str] = frozenset()


STEPS: Final = (
    Step(
        "resolve",
        ("documents", "attributions"),
        ("sources",),
        heeds=frozenset({"same_source", "different_source", "source_is", "reliability"}),
    ),
    Step(
        "link",
        ("documents", "attributions", "mentions", "sources"),
        ("claims", "comparisons", "stances", "relations"),
        heeds=frozenset(
            {"same_claim", "different_claim", "contradicts", "not_a_claim", "own_claim"}
        ),
    ),
    Step(
        "trace",
        ("documents", "attributions", "mentions", "sources", "claims", "relations"),
        ("copies", "chains", "origins", "corroborations", "folds"),
        heeds=frozenset({"same_origin", "different_origin", "rests_on"}),
    ),
    Step(
        "assess",
        ("claims", "mentions", "stances", "relations", "corroborations", "origins", "sources"),
        ("assessments",),
        judged=False,
    ),
)
