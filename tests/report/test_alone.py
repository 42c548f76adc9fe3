"""Words that a reader can understand alone."""

import msgspec
import pytest
from tests.report.sample import make_dossier

from headwater.report.alone import gives_no_answer, is_bare
from headwater.report.lookup import Lookup
from headwater.report.ranking import weigh_claim


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("the deliveries", True),
        ("the number of cranes at 40 or more", True),
        ("have spoken of about 40 cranes", True),
        ("sent the cranes to Brelland", True),
        ("not to be named in the report", True),
        ("Tellis sent the cranes to Brelland", False),
        ("Exports of cranes rose by 40 percent", False),
        ("The council has closed four schools", False),
        ("Nobody knows the price", False),
    ],
)
def test_words_without_verb_or_subject_are_bare(text: str, bare: bool) -> None:
    assert is_bare(text) is bare


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The embassy did not immediately respond to a request", True),
        ("The yard declined to comment", True),
        ("The council did not approve the plan", False),
    ],
)
def test_a_missing_answer_is_told(text: str, silent: bool) -> None:
    assert gives_no_answer(text) is silent


def test_what_is_only_asked_is_worth_less() -> None:
    dossier = make_dossier()
    claim = dossier.claims[0]
    asked = msgspec.structs.replace(
        dossier,
        mentions=tuple(
            msgspec.structs.replace(one, fragment=True) if one.id in claim.mentions else one
            for one in dossier.mentions
        ),
    )
    said, only_asked = (weigh_claim(Lookup(one), claim).points for one in (dossier, asked))
    assert 0 < only_asked < said
