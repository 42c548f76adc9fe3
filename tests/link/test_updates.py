"""Which of two statements brings the other up to date."""

import pytest
from tests.link.build import make_document, make_mentions

from headwater.link import link
from headwater.link.alignment import Pair, pile_rarity
from headwater.link.gates import Gate
from headwater.link.prepare import prepare
from headwater.link.updates import read_step


def updates_of(one: str, two: str, days: tuple[str, str]) -> list[tuple[str, str]]:
    """The newer and the older words of each update between two texts."""
    documents = [
        make_document(n, [t], d) for n, (t, d) in enumerate(((one, days[0]), (two, days[1])))
    ]
    mentions = [mention for document in documents for mention in make_mentions(document)]
    linked = link(documents, [], mentions, [])
    words = {c.id: c.text for c in linked.claims}
    return [
        (words[r.from_claim], words[r.to_claim]) for r in linked.relations if r.kind == "updates"
    ]


SAME_DAY = ("2024-03-05", "2024-03-05")
IN_ORDER = ("2024-03-05", "2024-03-08")
TURNED = ("2024-03-08", "2024-03-05")


@pytest.mark.parametrize(
    ("older", "newer", "days", "found"),
    [
        ("Halvex will close its yard in Graz", "Halvex closed its yard in Graz", IN_ORDER, True),
        ("Halvex will close its yard in Graz", "Halvex closed its yard in Graz", SAME_DAY, True),
        ("Halvex will close its yard in Graz", "Halvex closed its yard in Graz", TURNED, False),
        ("Halvex is considering selling its yard in Graz", "Halvex sold its yard in Graz",
         IN_ORDER, True),
        ("Halvex should close its yard in Graz", "Halvex closed its yard in Graz", IN_ORDER, False),
        ("Halvex will close its yard in Graz", "Halvex painted its yard in Graz", IN_ORDER, False),
        ("Halvex will close its yard in Graz", "Halvex did not close its yard in Graz", IN_ORDER,
         False),
        ("Halvex will close its big yard in Graz, the oldest of the country",
         "Halvex on Friday closed its yard in Graz, on the heels of a strike that cost it millions",
         IN_ORDER, True),
        ("We in Graz will stand up for ourselves", "They know where we in Graz stand", IN_ORDER,
         False),
        ("Halvex will close all its yards in Graz", "Halvex closed both its yards in Graz",
         IN_ORDER, False),
        ("Halvex will close all its yards in Graz", "Halvex closed 14 of its yards in Graz",
         IN_ORDER, False),
        ("Halvex will close all its yards in Graz", "Halvex closed all its yards in Graz",
         IN_ORDER, True),
        ("Police arrested 12 people in Tellis", "Police arrested 19 people in Tellis", IN_ORDER,
         True),
        ("Police arrested 12 people in Tellis", "Police arrested 19 people in Tellis", TURNED,
         False),
        ("Police arrested 12 people in Tellis", "Police arrested 19 people in Brel", IN_ORDER,
         False),
    ],
)  # fmt: skip
def test_the_later_state_updates_the_earlier(
    older: str, newer: str, days: tuple[str, str], found: bool
) -> None:
    assert updates_of(older, newer, days) == ([(newer, older)] if found else [])


STEP = (Gate("step", "only one of them is planned, promised or asked for"),)


@pytest.mark.parametrize(
    ("older", "newer", "days", "read", "found"),
    [
        ("Halvex is expected to close its yard in Graz", "Halvex has shut the Graz yard", IN_ORDER,
         0.9, True),
        ("Halvex is expected to close its yard in Graz", "Halvex has shut the Graz yard", IN_ORDER,
         0.1, False),
        ("Halvex is expected to close its yard in Graz", "Halvex has shut the Graz yard", TURNED,
         0.9, False),
        ("Halvex is expected to close its yard in Graz", "Norvik has shut the Brel yard", IN_ORDER,
         0.9, False),  # nobody that both name
        ("Halvex is expected to meet Orr", "Halvex and Borg have met", IN_ORDER,
         0.9, False),  # another guest
        ("Halvex will close all its yards", "Halvex has shut both its yards", IN_ORDER,
         0.9, False),  # another extent
        ("Halvex is expected to close its yard in Graz", "Halvex will shut the Graz yard", IN_ORDER,
         0.9, False),  # not done yet
        ("Halvex is expected to close its yard in Graz", "Halvex praised the mayor of Graz",
         IN_ORDER, 0.9, False),  # nothing but the names is shared
    ],
)  # fmt: skip
def test_a_plan_and_its_deed_in_other_words_take_a_reader(
    older: str, newer: str, days: tuple[str, str], read: float, found: bool
) -> None:
    documents = [
        make_document(n, [t], d) for n, (t, d) in enumerate(((older, days[0]), (newer, days[1])))
    ]
    mentions = [mention for document in documents for mention in make_mentions(document)]
    held = {one.mention.text: one for one in prepare(documents, [], mentions, [])}
    ends = (held[older], held[newer])
    pair = Pair(ends[0].statement, ends[1].statement, pile_rarity(one.statement for one in ends))
    update = read_step(pair, ends, STEP, lambda: read)
    assert (update is not None) is found
    assert update is None or update.right_is_newer
