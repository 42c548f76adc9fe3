"""Facts and the details that share a sentence with them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.extract.clauses import Clause
from headwater.extract.details import cut_details
from headwater.extract.words import Words


def read(text: str) -> Words:
    return Words(text, [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)])


def show(text: str) -> list[str]:
    words = read(text)
    return [
        " ".join(words.raw[i] for i in (*clause.subject, *clause.body))
        for clause in cut_details(words, Clause(tuple(range(len(words)))))
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Velia closed the mill", ["Velia closed the mill"]),
        # reasons and contrasts
        (
            "Velia closed the mill because the dam had failed",
            ["Velia closed the mill", "the dam had failed"],
        ),
        (
            "Velia will not reopen the mill, since both owners have left",
            ["Velia will not reopen the mill ,", "both owners have left"],
        ),
        (
            "Borg was eager to sell the mill although he warned of a flood",
            ["Borg was eager to sell the mill", "he warned of a flood"],
        ),
        # not where it is one reason of several, hangs on a condition, or is compared
        *(
            (whole, [whole])
            for whole in (
                "Velia closed the mill partly because the dam had failed",
                "If Velia closes the mill because the dam fails, Roe will pay",
                "The mill earns more than the dam does as the owner says it",
                "Prices rose by as much as the mayor had feared in May",
                "Velia closed the mill since the war",
                "Velia closed the mill as they say in the villages of the north",
                "Roe bought the old mill as Borg had done",
                "Roe was the first to sell a mill since the mayor had closed the dam",
                "Roe, who ran a mill before he became the mayor of Lima, left",
                "Roe says that when the mayor had closed both dams, he left",
                "Roe won prizes for building mills and dams in the north",
                "Roe told how the owner ruined the town by closing the mill",
            )
        ),
        # times: only what happened, and only if it is told at length
        (
            "Roe sold the mill after the mayor had closed both dams for good",
            ["Roe sold the mill", "the mayor had closed both dams for good"],
        ),
        *(
            (whole, [whole])
            for whole in (
                "Roe sold the mill before Borg left",
                "Roe will sell the mill when the mayor of the town closes both dams",
                "Roe did not sell the mill after the mayor had closed both dams for good",
                "Roe recalls the days when the mayor had closed both dams for good",
            )
        ),
        *(
            (whole, [whole])
            for whole in (
                "Roe sold the mill because of the money his heirs had lost",
                "Roe left because of a debt that he could not pay",
            )
        ),
        # aims and what a thing was part of
        (
            "Ana Borg met the owners in an effort to save the mill",
            ["Ana Borg met the owners", "Ana Borg in an effort to save the mill"],
        ),
        (
            "The mill will be shut in order to spare the river",
            ["The mill will be shut", "The mill in order to spare the river"],
        ),
        # whoever did the last thing is whose aim it is
        (
            "Roe lost the mill because the bank sold it in order to punish the town",
            ["Roe lost the mill", "the bank sold it", "the bank in order to punish the town"],
        ),
        # means, and a second deed behind one word
        (
            "Borg ruined the town by closing the mill and selling the dam",
            ["Borg ruined the town", "Borg by closing the mill", "Borg by selling the dam"],
        ),
        (
            "Borg helped Lima by selling bricks, tools and pumps",
            ["Borg helped Lima by selling bricks, tools and pumps"],
        ),
        (
            "Roe kept the price secret - feeding the anger of the town",
            ["Roe kept the price secret -", "Roe feeding the anger of the town"],
        ),
        (
            "Roe dug the canal as part of a plan to save the mill",
            ["Roe dug the canal as part of a plan to save the mill"],
        ),
        (
            "Ana Borg travelled to Lima to meet with the owners",
            ["Ana Borg travelled to Lima", "Ana Borg to meet with the owners"],
        ),
        (
            "Ana Borg asked the owners of Lima to meet with Roe",
            ["Ana Borg asked the owners of Lima to meet with Roe"],
        ),
        # what came of it
        (
            "Velia closed the mill, raising rents and the fear of a flood",
            ["Velia closed the mill ,", "Velia raising rents and the fear of a flood"],
        ),
        (
            "Velia closed the mill, raising fears of a flood",
            ["Velia closed the mill ,", "Velia raising fears of a flood"],
        ),
        # an item of a list is none
        (
            "Velia sold bricks, building blocks and tools",
            ["Velia sold bricks, building blocks and tools"],
        ),
        # who is blamed
        (
            "Oslo fined the owners for letting the old dam fail",
            ["Oslo fined the owners", "the owners for letting the old dam fail"],
        ),
        (
            "Borg was fined in May for letting the old dam fail",
            ["Borg was fined in May", "Borg for letting the old dam fail"],
        ),
        # what a name is said to be, what sums up the sentence; not what may be another's
        (
            "The case was brought by Fair Tides, a group of millers",
            ["The case was brought by Fair Tides", "Fair Tides, a group of millers"],
        ),
        (
            "The dam has been shut since May, a rare step that followed a flood",
            ["The dam has been shut since May ,", "a rare step that followed a flood"],
        ),
        *(
            (whole, [whole])
            for whole in (
                "Roe met the owner in Lima, a friend of the mayor",
                "Roe met Ana Borg, Ivo Lund, a miller and the mayor",
            )
        ),
        (
            "Roe burnt many letters, some of which were sold",
            ["Roe burnt many letters", "many letters, some of which were sold"],
        ),
        # means and aims that go with another word than the subject
        *(
            (whole, [whole])
            for whole in (
                "Roe thinks the plan of gaining time by selling old boats had not been tried",
                "Roe came to Lima before a council meeting in May to discuss the old toll",
                "Selling old boats is not wise insofar as it will hurt the port of Lima",
                "Tolls came down as Borg asked Lima to give the old port its due",
                "Roe would open the mill once the council in Lima had agreed to lower the toll",
            )
        ),
        (
            "Roe came to Lima on Tuesday to discuss the old toll",
            ["Roe came to Lima on Tuesday", "Roe to discuss the old toll"],
        ),
        # colons
        (
            "This was an act of folly: a mayor in league with the owners",
            ["This was an act of folly", "a mayor in league with the owners"],
        ),
        ("The mill opens at 5:30 on all days", ["The mill opens at 5:30 on all days"]),
        # a time at the end goes with the fact
        (
            "The ferry sank off Lima in May, killing ten people, shortly after it had left Oslo",
            [
                "The ferry sank off Lima in May shortly after it had left Oslo",
                "The ferry sank killing ten people",
            ],
        ),
        (
            "Borg was briefly held after he had met the guild in Lima, causing a stir in Oslo",
            [
                "Borg was briefly held",
                "he had met the guild in Lima",
                "Borg was briefly held causing a stir in Oslo",
            ],
        ),
        (
            "They tried to step in as they did in the first two talks in Oslo",
            ["They tried to step in as they did in the first two talks in Oslo"],
        ),
        (
            "The pact keeps both from owning, making or selling pumps for ships",
            ["The pact keeps both from owning, making or selling pumps for ships"],
        ),
        (
            "It has been a long time since Lima had a mill of its own",
            ["It has been a long time since Lima had a mill of its own"],
        ),
        (
            "Velia bought the dam, perhaps in preparation for a sale",
            ["Velia bought the dam, perhaps in preparation for a sale"],
        ),
        ("It raises a question: who paid Borg", ["It raises a question: who paid Borg"]),
        (
            "Some 40 millers are being fined for breaking the new rules on boats",
            [
                "Some 40 millers are being fined",
                "Some 40 millers for breaking the new rules on boats",
            ],
        ),
        (
            "Borg could have avoided the row by simply selling the pier",
            ["Borg could have avoided the row by simply selling the pier"],
        ),
        (
            "I urge you to protect the port by closing the gate",
            ["I urge you to protect the port by closing the gate"],
        ),
        (
            "Millers shouldn't lose their land in order to please the guild",
            ["Millers shouldn't lose their land in order to please the guild"],
        ),
        (
            "This may be good news in that we can sue the owners",
            ["This may be good news", "we can sue the owners"],
        ),
    ],
)
def test_details(text: str, parts: list[str]) -> None:
    flat = [re.sub(r"\W+", " ", part).strip() for part in show(text)]
    assert flat == [re.sub(r"\W+", " ", part).strip() for part in parts]


@given(
    st.lists(
        st.sampled_from(
            "Velia closed the mill because as , for raising fears in order to : was when".split()
        ),
        max_size=24,
    )
)
def test_every_word_is_in_one_part(row: list[str]) -> None:
    words = read(" ".join(row))
    clause = Clause(tuple(range(len(words))))
    bodies = [i for part in cut_details(words, clause) for i in part.body]
    left_out = {words[i] for i in clause.body if i not in set(bodies)}
    assert bodies == sorted(set(bodies))
    assert left_out <= {"because", "as", "when", "in", "that", ":"}
