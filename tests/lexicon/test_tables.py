"""States and the words for them."""

import pytest

from headwater.lexicon.tables import country_words, load_countries


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("kremlin", "Russia"),
        ("u.s.", "United States"),
        ("beijing", "China"),
        ("danes", "Denmark"),
        ("downing street", "United Kingdom"),
        ("north korean", "North Korea"),
        ("türkiye", "Turkey"),
    ],
)
def test_word_stands_for_state(word: str, name: str) -> None:
    assert country_words()[word].name == name


def test_table_is_sound() -> None:
    countries = load_countries()
    assert len({country.iso for country in countries}) == len(countries) > 190
    assert all(country.adjectives and country.name for country in countries)
