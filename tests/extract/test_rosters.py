"""Rows of people and bodies that are named one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.build import make_document, make_parse

from headwater.extract import extract


def said(text: str) -> list[str]:
    """The statements of an outlet's own sentence, as they are read."""
    found = extract(make_document(text), make_parse(text), ())
    return [mention.reading or mention.text for mention in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The claim targets the mayor's son, Ola Borg Jr., son-in-law Jared Lund, his clerk"
            " Paul Hald and Hald's deputy, Rick Orr.",
            [
                "The claim targets the mayor's son, Ola Borg Jr.",
                "The claim targets son-in-law Jared Lund",
                "The claim targets his clerk Paul Hald",
                "The claim targets Hald's deputy, Rick Orr",
            ],
        ),
        (
            "The jury charged Borg, the former chairman, his deputy Lund and aide Ruiz.",
            [
                "The jury charged Borg, the former chairman",
                "The jury charged his deputy Lund",
                "The jury charged aide Ruiz",
            ],
        ),
        (
            "Also named as heirs were Ola Borg, Borg partner Roger Orr and Borg's aunt, Ada Lund.",
            [
                "Also named as heirs were Ola Borg",
                "Also named as heirs were Borg partner Roger Orr",
                "Also named as heirs were Borg's aunt, Ada Lund",
            ],
        ),
        (
            "The claim lists several clerks who met Velian agents, including mayor Ola Borg,"
            " treasurer Ana Holt and deputy Rick Orr.",
            [
                "The claim lists several clerks who met Velian agents",
                "The claim lists mayor Ola Borg",
                "The claim lists treasurer Ana Holt",
                "The claim lists deputy Rick Orr",
            ],
        ),
        (
            "The accused include two people who were fined in May: clerk Ola Borg and Ana Holt.",
            [
                "The accused include two people who were fined in May",
                "The accused include clerk Ola Borg",
                "The accused include Ana Holt",
                "clerk Ola Borg was fined in May",
                "Ana Holt was fined in May",
            ],
        ),
        (
            "The list includes Alvo; Borg's son, Ola, and aunt, Ada Lund; the Velian port and its"
            " bank; and a group of clerks including Rick Orr, Ana Holt and Paul Hald.",
            [
                "The list includes Alvo",
                "The list includes Borg's son, Ola",
                "The list includes aunt, Ada Lund",
                "The list includes the Velian port and its bank",
                "The list includes Rick Orr",
                "The list includes Ana Holt",
                "The list includes Paul Hald",
            ],
        ),
        (
            "The clerks include Ola Borg and Borg's deputy, Rick Orr, who have both been charged.",
            [
                "The clerks include Ola Borg",
                "The clerks include Borg's deputy, Rick Orr",
                "Ola Borg has been charged",
                "Borg's deputy, Rick Orr has been charged",
            ],
        ),
        (
            "Lund and Hald have both been charged in the ferry case.",
            [
                "Lund has been charged in the ferry case",
                "Hald has been charged in the ferry case",
            ],
        ),
        (
            "Last week, Lund and Hald pleaded guilty to theft.",
            [
                "Last week, Lund pleaded guilty to theft",
                "Last week, Hald pleaded guilty to theft",
            ],
        ),
        (
            "The heads include Ola Borg, D-Ohio, and Ana Holt, R-Utah.",
            ["The heads include Ola Borg, D-Ohio", "The heads include Ana Holt, R-Utah"],
        ),
        (
            "Velia, Ardia and Lund all have a port.",
            ["Velia has a port", "Ardia has a port", "Lund has a port"],
        ),
        (
            "Agents for Borg and Lund declined to name the price of the port.",
            ["Agents for Borg and Lund declined to name the price of the port"],
        ),
        (
            "The town sued the Velian port, Borg's firm and Alvo on Friday.",
            ["The town sued the Velian port, Borg's firm and Alvo on Friday"],
        ),
        (
            "The claim names the Oslo and Lima mills.",
            ["The claim names the Oslo and Lima mills"],
        ),
        ("Borg and Lund met the mayor on Friday.", ["Borg and Lund met the mayor on Friday"]),
        ("The claim names Borg, the mayor.", ["The claim names Borg, the mayor"]),
    ],
)
def test_each_one_named_is_a_statement_with_what_is_told_of_him(
    text: str, expected: list[str]
) -> None:
    assert sorted(said(text)) == sorted(expected)


WORDS = st.sampled_from(
    "Borg Lund , ; : and the his mayor son who have both been charged include including".split()
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=24))
def test_statements_of_any_row_have_only_the_words_of_the_text(row: list[str]) -> None:
    text = "The claim names " + " ".join(row)
    for mention in extract(make_document(text), make_parse(text), ()):
        spans = mention.spans
        assert list(spans) == sorted(spans)
        assert " ".join(" ".join(s.cut(text) for s in spans).split()) == mention.text
