"""What two statements share beside their words."""

from headwater.link.compare import find_phrases


def test_phrases_in_quotation_marks() -> None:
    assert find_phrases('a “no-limits” pact, “he said,” and "one word\'s" end') == {
        "no limits",
        "he said",
        "one word s",
    }
    assert find_phrases("the “pact” of 1990") == frozenset()
