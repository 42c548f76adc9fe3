"""Where one statement ends and the next begins."""

import re

import pytest

from headwater.extract.clauses import split_clauses
from headwater.extract.lists import find_series
from headwater.extract.words import Words


def read(text: str) -> Words:
    return Words(text, [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)])


def show(text: str) -> list[str]:
    words = read(text)
    return [
        " ".join(words.raw[i] for i in (*clause.subject, *clause.body))
        for clause in split_clauses(words)
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Velia sells cement", ["Velia sells cement"]),
        (
            "If a guard stops a boat, its crew could be sent to Lima and held in a cell",
            ["If a guard stops a boat, its crew could be sent to Lima and held in a cell"],
        ),
        (
            "While Roe was in Lima, the board met in secret and approved the sale",
            [
                "While Roe was in Lima",
                "the board met in secret",
                "the board approved the sale",
            ],
        ),
        (
            "We embrace the role of everyone involved with this port",
            ["We embrace the role of everyone involved with this port"],
        ),
        (
            "It lets us fight theft by building cases, naming thieves, and closing gates",
            ["It lets us fight theft by building cases, naming thieves, and closing gates"],
        ),
        (
            "clerks told of the day he shot and hurt Roe",
            ["clerks told of the day he shot and hurt Roe"],
        ),
        (
            "the film opens with Roe standing and locked in a row",
            ["the film opens with Roe standing and locked in a row"],
        ),
        (
            "whether or not Roe won it, it is clear that the leak split Lima, and sank the mill",
            ["whether or not Roe won it, it is clear that the leak split Lima, and sank the mill"],
        ),
        (
            "Lima hopes to train the most nimble and combat ready crews in the world",
            ["Lima hopes to train the most nimble and combat ready crews in the world"],
        ),
        ("Velia all but closed the mill", ["Velia all but closed the mill"]),
        (
            "While Roe went on to sell the mill, close the dam and buy the pier, he left",
            ["While Roe went on to sell the mill, close the dam and buy the pier", "he left"],
        ),
        (
            "Velia no longer needed the mill and would close it in May",
            ["Velia no longer needed the mill", "Velia would close it in May"],
        ),
        # rows of verbs behind one "to", far from their subject too
        (
            "a sign that they plan to enter the mill, steal pumps, and burn it down",
            [
                "a sign that they plan to enter the mill",
                "they plan to steal pumps",
                "they plan to burn it down",
            ],
        ),
        (
            "the mayor of Lima and all of his aides could be forced to hand over letters"
            " and testify in court",
            [
                "the mayor of Lima and all of his aides could be forced to hand over letters",
                "the mayor of Lima and all of his aides could be forced to testify in court",
            ],
        ),
        ("to sell the mill and close up a dam", ["to sell the mill", "to close up a dam"]),
        (
            "the leaks have raised fears in Lima and helped Roe to win",
            ["the leaks have raised fears in Lima", "the leaks helped Roe to win"],
        ),
        # what a name is said to be before its verb
        (
            "Ana Borg, now the mayor of Lima, sold the mill",
            ["Ana Borg sold the mill", "Ana Borg, now the mayor of Lima"],
        ),
        (
            "the owner of a mill in Lima, a friend of Roe, sold it",
            ["the owner of a mill in Lima, a friend of Roe, sold it"],
        ),
        # what happened before the main clause, but not what is on a condition
        (
            "when Borg had left the town, the mayor sold the mill",
            ["when Borg had left the town", "the mayor sold the mill"],
        ),
        *(
            (whole, [whole])
            for whole in (
                "when Borg leaves the town, the mayor will sell the mill",
                "when Borg did not leave the town, the mayor sold the mill",
                "as the mayor said in May, the mill is old",
            )
        ),
        # what is denied with "nor"
        (
            "he did not say who paid, nor did he name a date",
            ["he did not say who paid", "nor did he name a date"],
        ),
        ("it neither harms Lima nor does it help", ["it neither harms Lima nor does it help"]),
        # an aside is no subject, and does not end the clause behind a joint
        (
            "Other ports, such as Lodden and Lima, are open but are not dredged",
            ["Other ports, such as Lodden and Lima, are open", "Other ports are not dredged"],
        ),
        (
            "Borg will run the mill, and Roe, a miller from Lima, will run the dam",
            ["Borg will run the mill", "Roe will run the dam", "Roe, a miller from Lima"],
        ),
        # who does the second thing is not known: nothing is cut
        (
            "Like Orr, who grew up in Lima, Velia and Oslo, Borg came here and made a fortune",
            ["Like Orr, who grew up in Lima, Velia and Oslo, Borg came here and made a fortune"],
        ),
        (
            "Both Roe and Borg, whose mill has been sold, are close to the mayor",
            [
                "Both Roe and Borg are close to the mayor",
                "Borg, whose mill has been sold",
            ],
        ),
        (
            "the mayor thanked Ana Borg, whose son was killed at the dam",
            ["the mayor thanked Ana Borg", "Ana Borg, whose son was killed at the dam"],
        ),
        # a row of verbs that a relative clause governs, adjectives of one kind, a second object
        (
            "we fear a plan that closes ports, raises tolls and sinks ferries",
            ["we fear a plan that closes ports, raises tolls and sinks ferries"],
        ),
        (
            "she seemed less passive and sleepy than Orr of Lima was in May",
            ["she seemed less passive and sleepy than Orr of Lima was in May"],
        ),
        (
            "the plan was begun in May by Borg and Roe and allows them to pump",
            ["the plan was begun in May by Borg and Roe", "the plan allows them to pump"],
        ),
        (
            "as I saw the dam and I heard the pumps, you want to believe",
            ["as I saw the dam and I heard the pumps, you want to believe"],
        ),
        # the subject of a sentence with several asides, or with a clause in it
        (
            "The guild’s head, Ana Roe, Miller of Lima, has been named and is due in May",
            [
                "The guild’s head, Ana Roe, Miller of Lima, has been named",
                "The guild’s head is due in May",
            ],
        ),
        (
            "the problems that Lima has with the toll should end but still grow by the day",
            ["the problems that Lima has with the toll should end but still grow by the day"],
        ),
        # words that open a sentence, and pairs that are no clauses
        (
            "by backing a law she helped draft and once called fair, Roe shows how weak she is",
            ["by backing a law she helped draft and once called fair, Roe shows how weak she is"],
        ),
        ("Roe could still try and close the gate", ["Roe could still try and close the gate"]),
        (
            "it is our job to learn what broke and do all we can to mend it",
            ["it is our job to learn what broke and do all we can to mend it"],
        ),
        (
            "this is shelter for men who came to rest and plot raids of the kind we saw in May",
            ["this is shelter for men who came to rest and plot raids of the kind we saw in May"],
        ),
        (
            "there are tides that can sink a ship and close the port",
            ["there are tides that can sink a ship and close the port"],
        ),
        (
            "this is a thing both the guild in Lima and the mayor have denied",
            ["this is a thing both the guild in Lima and the mayor have denied"],
        ),
        (
            "I have nothing to do with the mill and unlike Ted Borg I do not live in a dam",
            ["I have nothing to do with the mill", "unlike Ted Borg I do not live in a dam"],
        ),
        # a pair in the subject of what is thought, and a pair of particles
        (
            "I think Borg and all millers should pay",
            ["I think Borg and all millers should pay"],
        ),
        (
            "judging by who is up and down in the polls is odd",
            ["judging by who is up and down in the polls is odd"],
        ),
        (
            "Velia has ended nearly all civil and economic aid it can end",
            ["Velia has ended nearly all civil and economic aid it can end"],
        ),
        (
            "they keep Velia a strong, steadying hand around the sea",
            ["they keep Velia a strong , steadying hand around the sea"],
        ),
        (
            "an aide said the board, which meets in May, is divided over the toll",
            ["an aide said the board , which meets in May , is divided over the toll"],
        ),
        (
            "the toll would be odd and unfair and I hope it falls",
            ["the toll would be odd and unfair", "I hope it falls"],
        ),
        (
            "the dam — which leaks and was never mended — sank the ferry",
            ["the dam sank the ferry", "the dam — which leaks and was never mended"],
        ),
        (
            "the plan passed at a meeting and by the council today is fair to Lima",
            ["the plan passed at a meeting and by the council today is fair to Lima"],
        ),
        ("the dam leaked and by Monday it was gone", ["the dam leaked", "by Monday it was gone"]),
        (
            "it brings us closer to ensuring all boats and divers are insured",
            ["it brings us closer to ensuring all boats and divers are insured"],
        ),
        (
            "with ten inches of rain still expected in Lima, flooding has reached new levels",
            ["with ten inches of rain still expected in Lima, flooding has reached new levels"],
        ),
        (
            "it was seen, as rain hit lakes, farms and dams, leaving ten people dead in May",
            ["it was seen, as rain hit lakes, farms and dams, leaving ten people dead in May"],
        ),
        (
            "the strike has shut ten mills and two other yards spread across the north",
            ["the strike has shut ten mills and two other yards spread across the north"],
        ),
        (
            "the fire hit a yard and sparks spread across Lima",
            ["the fire hit a yard", "sparks spread across Lima"],
        ),
        # a row of clauses
        (
            "wages have sunk, the docks have closed, and the mills have left",
            ["wages have sunk", "the docks have closed", "the mills have left"],
        ),
        (
            "as Roe thinks, the docks have closed, and the mills have left",
            ["as Roe thinks, the docks have closed", "the mills have left"],
        ),
        ("the ore “has not yet reached Lima", ["the ore “ has not yet reached Lima"]),
        ("the toll is old, yet it was raised", ["the toll is old", "it was raised"]),
        (
            "they kept in touch by calls and talks at sea but the time has come to meet",
            ["they kept in touch by calls and talks at sea", "the time has come to meet"],
        ),
        (
            "their rights are few: divers cannot own land, and are kept out of the mills",
            [
                "their rights are few : divers cannot own land",
                "divers are kept out of the mills",
            ],
        ),
        (
            "it would go once Roe gave a permit and proved that the dam was safe",
            ["it would go once Roe gave a permit and proved that the dam was safe"],
        ),
        (
            "the mill has closed, but the owners are looking for a buyer",
            ["the mill has closed", "the owners are looking for a buyer"],
        ),
        (
            "the port was dredged in May and has handled bigger ships since",
            ["the port was dredged in May", "the port has handled bigger ships since"],
        ),
        (
            "he has cut staff, sells assets and is talking to banks",
            ["he has cut staff", "he sells assets", "he is talking to banks"],
        ),
        ("the north; it was calm there", ["the north; it was calm there".replace(";", " ;")]),
        (
            "the dam was full; nobody had been warned",
            ["the dam was full", "nobody had been warned"],
        ),
        ("Oslo and Bergen have agreed on a toll", ["Oslo and Bergen have agreed on a toll"]),
        (
            "the law was passed where Oslo and Bergen have a say",
            ["the law was passed where Oslo and Bergen have a say"],
        ),
        (
            "Although the quay was shut, ships were unloaded at night",
            ["Although the quay was shut", "ships were unloaded at night"],
        ),
        (
            "the firm lost a licence, which has cost it its largest client",
            ["the firm lost a licence", "a licence , which has cost it its largest client"],
        ),
        (
            "the lorry was empty and that its seal was broken",
            ["the lorry was empty", "its seal was broken"],
        ),
        (
            "Velia imported grain, and sales of steel to Orland rose to a record",
            ["Velia imported grain", "sales of steel to Orland rose to a record"],
        ),
        (
            "they oppose rules that have no ground in law and have not been voted",
            ["they oppose rules that have no ground in law and have not been voted"],
        ),
        ("they hasn’t paid", ["they hasn’t paid"]),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    assert [said.replace(" ,", ",") for said in show(text)] == [
        said.replace(" ,", ",") for said in clauses
    ]


def test_every_token_is_in_one_body_at_most() -> None:
    words = read("it was late, but he had gone; and she was asleep, which was odd")
    seen = [i for clause in split_clauses(words) for i in clause.body]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("it has sold pumps, valves and steel pipes to Velia", ["pumps", "valves", "steel pipes"]),
        ("they were moving goods including rice, beans, and oil", ["rice", "beans", "oil"]),
        ("the yard has delivered pumps and valves", ["pumps", "valves"]),
        ("pumps, valves and pipes were delivered", ["pumps", "valves", "pipes"]),
        ("Oslo, Lima and Velia met in May", None),
        ("Oslo, Lima and Velia are allies", None),
        ("the judge has been calm, fair and patient", None),
        ("they want to build roads, mend bridges and plant trees", None),
        ("the plant has been used since spring for the making of pumps, valves and pipes", None),
    ],
)  # fmt: skip
def test_lists(text: str, items: list[str] | None) -> None:
    words = read(text)
    series = find_series(words, range(len(words)), 3)
    found = series and [" ".join(words.raw[i] for i in item) for item in series.items]
    assert found == items


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "the firm will close the mill and sell its land",
            ["the firm will close the mill", "the firm will sell its land"],
        ),
        (
            "Oslo is building a dam and selling power to Lima",
            ["Oslo is building a dam", "Oslo is selling power to Lima"],
        ),
        (
            "to close the mill at once and to take the owner to court",
            ["to close the mill at once", "to take the owner to court"],
        ),
        (
            "the river burst its banks, leaving the lower town without power",
            ["the river burst its banks", "the river leaving the lower town without power"],
        ),
        (
            "the bank keeps its fees, while paying its clients nothing at all",
            ["the bank keeps its fees", "the bank paying its clients nothing at all"],
        ),
        ("the army wants to buy or build ships", ["the army wants to buy or build ships"]),
        ("she could see the river and forest", ["she could see the river and forest"]),
        ("prices rose, including those of bread", ["prices rose, including those of bread"]),
    ],
)  # fmt: skip
def test_verbs_that_share(text: str, clauses: list[str]) -> None:
    assert [said.replace(" ,", ",") for said in show(text)] == clauses


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Oslo sells coal and oil", ["coal", "oil"]),
        ("Oslo sells gas turbines and spare parts", ["gas turbines", "spare parts"]),
        ("Oslo wants a normal and fair trade", []),
        ("Oslo sells neither coal and oil", []),
        ("Oslo does not sell ships and planes", []),
        ("the tower is open to guests and locked at night", []),
    ],
)
def test_pairs(text: str, items: list[str]) -> None:
    words = read(text)
    series = find_series(words, range(len(words)), 3)
    found = (
        [] if series is None else [" ".join(words.raw[i] for i in item) for item in series.items]
    )
    assert found == items


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "the mill, which paid no tax in May, was sold to Oslo",
            ["the mill was sold to Oslo", "the mill , which paid no tax in May"],
        ),
        (
            "Lima’s cranes, needed to build the dam, had come from Oslo",
            ["Lima’s cranes had come from Oslo", "Lima’s cranes , needed to build the dam"],
        ),
        (
            "Oslo sells pumps, valves, nitrates, which are used in mining, and other goods",
            [
                "Oslo sells pumps , valves , nitrates and other goods",
                "nitrates , which are used in mining",
            ],
        ),
        (
            "the mayor, who had been warned, shut the quay, which means ships wait",
            [
                "the mayor shut the quay",
                "the mayor , who had been warned",
                "the mayor shut the quay, which means ships wait",
            ],
        ),
        (
            "a pact — which needs a vote of the guild — will reopen the mill",
            ["a pact will reopen the mill", "a pact — which needs a vote of the guild"],
        ),
        (
            "the dam, which is old — and leaks — was sold",
            ["the dam, which is old — and leaks — was sold"],
        ),
        (
            "half of the ore, which is sold abroad, is stolen",
            ["half of the ore is stolen", "the ore , which is sold abroad"],
        ),
        (
            "they will help if ships sink and have no boats",
            ["they will help if ships sink and have no boats"],
        ),
        (
            "the quay was shut, and that those who waited there had left by May",
            ["the quay was shut", "those who waited there had left by May"],
        ),
        (
            "the mill shut as prices fell, leaving nobody in the village with work",
            ["the mill shut as prices fell, leaving nobody in the village with work"],
        ),
        (
            "the yard shipped spare parts, building blocks and tools to Lima",
            ["the yard shipped spare parts, building blocks and tools to Lima"],
        ),
    ],
)
def test_clauses_in_others(text: str, clauses: list[str]) -> None:
    assert [said.replace(" ,", ",") for said in show(text)] == [
        clause.replace(" ,", ",") for clause in clauses
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "The firm Borg founded was sold in May and has moved to Lima",
            ["The firm Borg founded was sold in May", "The firm Borg founded has moved to Lima"],
        ),
        (
            "tired and grieving families were given the news",
            ["tired and grieving families were given the news"],
        ),
        (
            "If Borg breaks the rule and sells the mill, the town will sue",
            ["If Borg breaks the rule and sells the mill, the town will sue".replace(",", " ,")],
        ),
        (
            "the ruling led to more impounded ships and higher tolls",
            ["the ruling led to more impounded ships and higher tolls"],
        ),
        (
            "the letter went to the Committee on Ports, which is led by Ana Ruiz",
            [
                "the letter went to the Committee on Ports",
                "the Committee on Ports , which is led by Ana Ruiz",
            ],
        ),
        (
            "Lund represents the 11th district, which includes the bay",
            ["Lund represents the 11th district", "the 11th district , which includes the bay"],
        ),
        (
            "After the audit found gaps, Borg, who had run the mill, left the board",
            [
                "After the audit found gaps",
                "Borg left the board",
                "Borg , who had run the mill",
            ],
        ),
    ],
)
def test_subjects_and_antecedents_are_whole(text: str, clauses: list[str]) -> None:
    assert sorted(show(text)) == sorted(clauses)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        # a noun before "and" goes with the noun behind it
        (
            "Oslo fired at Lima and militia forces in the hills",
            ["Oslo fired at Lima and militia forces in the hills"],
        ),
        (
            "both of the crates that hold ore and two pumps from Lima were found",
            ["both of the crates that hold ore and two pumps from Lima were found"],
        ),
        # who did the second is not sure
        (
            "the guild was sure that Borg sold the mill and left Lima",
            ["the guild was sure that Borg sold the mill and left Lima"],
        ),
        (
            "the guild said that it would help Borg and filed a plea",
            ["the guild said that it would help Borg", "the guild filed a plea"],
        ),
        (
            "they left Roe, who was fined in a suit that Borg won and is ill",
            ["they left Roe", "Roe , who was fined in a suit that Borg won and is ill"],
        ),
        (
            "Roe, 66, and his son, Ola, 33, were found in Lima, suffering from a long chill",
            ["Roe, 66, and his son, Ola, 33, were found in Lima, suffering from a long chill"],
        ),
        (
            "the mill was old, that Roe sold the dam, and that guests left",
            ["the mill was old", "Roe sold the dam", "guests left"],
        ),
        (
            "they would be glad if the note said that Roe left, and that guests were ill",
            ["they would be glad if the note said that Roe left, and that guests were ill"],
        ),
        (
            "the sinking, in May, of a ferry killed ten people and led to a suit in Lima",
            ["the sinking, in May, of a ferry killed ten people and led to a suit in Lima"],
        ),
        # what came of it was done by what happened, not by its subject
        (
            "Roe would stop the ferries after one sank off Lima shortly after noon, killing ten"
            " people on board",
            [
                "Roe would stop the ferries after one sank off Lima shortly after noon, killing ten"
                " people on board"
            ],
        ),
        (
            "the ferry sank off Lima, killing ten people on board",
            ["the ferry sank off Lima", "the ferry sank killing ten people on board"],
        ),
        (
            "the ferry was hit by a shell, wounding ten people on board",
            ["the ferry was hit by a shell", "the ferry was hit wounding ten people on board"],
        ),
        (
            "the site has the name of the old mill's owner Gen. Ana Lo Roe, who was a diver",
            [
                "the site has the name of the old mill's owner Gen. Ana Lo Roe",
                "Gen. Ana Lo Roe , who was a diver",
            ],
        ),
        ("Borg fled, killing ten people in Lima", ["Borg fled", "Borg killing ten people in Lima"]),
        (
            "Borg named no day, leaving it open whether Roe will come",
            ["Borg named no day, leaving it open whether Roe will come"],
        ),
        (
            "the list includes Roe, a miller; Borg, a diver who left; and Alvo",
            ["the list includes Roe, a miller ; Borg, a diver who left ; and Alvo"],
        ),
    ],
)
def test_nobody_is_said_to_do_what_another_did(text: str, clauses: list[str]) -> None:
    assert [said.replace(" ,", ",") for said in show(text)] == [
        clause.replace(" ,", ",") for clause in clauses
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo fined 30 divers and millers",
        "Roe would take a new, fair offer only if Lima and Oslo came",
        "Borg sold half of a stone cutting firm, a dam and pumps",
    ],
)
def test_lists_that_tell_something_only_together(text: str) -> None:
    words = read(text)
    assert find_series(words, range(len(words)), 3) is None


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("the audit increasingly points at the dam", ["points"]),
        ("we met the men being badly hurt by it", ["met"]),
        ("the office would grant permits to Roe", ["would"]),
        ("early talks at the port", []),
    ],
)
def test_what_is_a_verb(text: str, verbs: list[str]) -> None:
    words = read(text)
    assert [word for word, finite in zip(words, words.finite, strict=True) if finite] == verbs


def test_a_second_verb_is_no_item_of_a_list() -> None:
    words = read("A permit provides steady pay for crews and increases trade")
    assert find_series(words, range(len(words)), 2) is None
