from headwater.link.block import find_candidates
from headwater.link.compare_pairs import statement_of
from headwater.link.settings import LinkSettings

TOPICS = "ferry dam strike loan bridge vaccine satellite orchard mine stadium".split()
PLACES = "Oslo Quito Dakar Hanoi Lima Riga Accra Minsk Tunis Perth".split()


def test_paraphrases_meet_and_the_work_stays_small() -> None:
    texts = [
        f"The {topic} in {place} cost 40 million euros" for topic in TOPICS for place in PLACES
    ]
    texts += [f"{place} paid for its {topic}" for topic in TOPICS for place in PLACES]
    pairs = find_candidates([statement_of(text) for text in texts], LinkSettings(candidates=10))
    half = len(TOPICS) * len(PLACES)
    assert all((n, n + half) in pairs for n in range(half))
    assert len(pairs) <= 10 * len(texts)


def test_strangers_do_not_meet() -> None:
    pair = [statement_of("Chile bought buses"), statement_of("A flood ruined the orchard")]
    assert find_candidates(pair, LinkSettings()) == ()


def test_in_a_pile_of_two_what_is_shared_is_enough() -> None:
    pair = [statement_of("Bread prices in Samar rose"), statement_of("Bread prices in Samar fell")]
    assert find_candidates(pair, LinkSettings()) == ((0, 1),)
