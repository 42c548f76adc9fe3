"""A paragraph that refers to nothing outside it gives the same wherever it stands, model and all.

Referring outside: a quotation that goes on from the paragraph before, a speech after its colon, the
second half of a broken line. A pronoun or a role whose person is named in the paragraph stays in.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.attribute.build import make_document, read_cases

from headwater.attribute.tagged import attribute_tagged
from headwater.attribute.tagger import load_tagger
from headwater.attribute.tagger_passages import Passage, cut_passages
from headwater.attribute.tagger_pieces import read_pieces
from headwater.model.attribution import Attribution
from headwater.parse import parse
from headwater.weights.load import load_attribution

PARAGRAPHS = sorted({case["text"] for _, case in read_cases()})
SURROUNDINGS = st.lists(
    st.sampled_from(
        [
            "The tide was low.",
            "Ferry line to close",
            "Paula Gerner, who keeps bees in Ulm, said her hives had survived the winter.",
            "“The orchestra played badly,” the critic Tom Oyelaran wrote in the Tribune on Friday.",
            "According to the weather service, frost is likely. It gave no reason.",
            "Nobody at the mill answered the telephone. The owner denied that wages were late.",
        ]
    ),
    max_size=4,
)


def keys(text: str, start: int, end: int) -> list[tuple[object, ...]]:
    """What is found in a stretch of a text, counted from its start."""
    document = make_document(text)
    found = attribute_tagged(document, parse(document))
    return sorted((key(one, start) for one in found if lies_in(one, start, end)), key=str)


def key(one: Attribution, start: int) -> tuple[object, ...]:
    spans = (*one.source, *one.cue, *one.content)
    places = tuple((span.start - start, span.end - start) for span in spans)
    named = (one.name, one.kind, one.cue_kind, one.style, one.affiliation)
    return (places, *named, one.probability, one.inside is None)


def lies_in(one: Attribution, start: int, end: int) -> bool:
    spans = (*one.source, *one.cue, *one.content)
    return all(start <= span.start and span.end <= end for span in spans)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PARAGRAPHS), SURROUNDINGS, SURROUNDINGS)
def test_a_paragraph_gives_the_same_wherever_it_stands(
    paragraph: str, before: list[str], after: list[str]
) -> None:
    text = "\n\n".join([*before, paragraph, *after])
    start = sum(len(one) + 2 for one in before)
    moved = keys(text, start, start + len(paragraph))
    assert moved == keys(paragraph, 0, len(paragraph))


def passages_of(text: str) -> list[str]:
    pieces = read_pieces(text, load_attribution().tokenize(text))
    passages: tuple[Passage, ...] = cut_passages(text, pieces)
    return [text[p.pieces.starts[0] : p.pieces.ends[-1]] for p in passages]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Lee spoke.\n\nRoe sang.", 2),
        ("A headline\nRoe sang.", 2),
        ("Lee spoke:\n\n“The mill is shut.”", 1),
        ("“The mill is shut.\n\n“It stays shut,” Lee said.", 1),
        ("“The mill is shut.”\n\n“It stays shut,” Lee said.", 2),
        ("The mill will stay\nshut until May, Lee said.", 1),
    ],
)
def test_only_what_goes_on_is_read_with_what_precedes(text: str, number: int) -> None:
    assert len(passages_of(text)) == number


def test_what_stands_in_no_paragraph_is_not_read() -> None:
    said = "Officials said the bridge would reopen in May."
    text = f"{said}\n\n{said}"
    (tagged,) = load_tagger().tag(text, paragraphs=[(len(said) + 2, len(text))])
    assert tagged.cue == (len(said) + 2 + 10, len(said) + 2 + 14)
    assert tagged.probability == load_tagger().tag(said)[0].probability
