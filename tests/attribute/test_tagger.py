"""The attribution tagger: laws of its result, odd texts, and that it says the same twice."""

from itertools import pairwise

import numpy as np
import pytest

from headwater.attribute.tagger import Tagged, Tagger, load_tagger
from headwater.attribute.tagger_decode import decode_cues, decode_labels, log_softmax, runs_of
from headwater.attribute.tagger_pieces import (
    CLOSES,
    CONTINUED,
    OPENS,
    QUOTED,
    UNCLOSED,
    Pieces,
    read_pieces,
)
from headwater.attribute.tagger_resolve import Proposal, settle
from headwater.attribute.tagger_windows import WINDOW_PIECES, plan_windows
from headwater.weights.load import Tokens, load_attribution

DIRECT = "“The dam is safe,” Mayor Rosa Keller said on Monday."
INDIRECT = "Officials said the bridge would reopen in May."
SPLIT = "“We were warned,” the engineer said. “Nobody listened.”"
STORY = "\n\n".join(
    [
        "Council approves flood wall",
        DIRECT,
        INDIRECT + " The minister denied that money was missing.",
        SPLIT,
        "According to a report by the audit office, the wall cost twice the planned sum.",
        "The river rose by two metres in the night. Trains were late.",
    ]
)
ODD_TEXTS = (
    "",
    " \n\t ",
    "…",
    "said",
    "“",
    "\u00a0“The\u00a0dam is\u00a0safe,”\u00a0Keller\u00a0said.\u00a0",
    DIRECT.upper(),
    DIRECT.replace("”", ""),
    DIRECT.translate(str.maketrans("“”", '""')),
    "''The dam is safe,'' Keller said.",
    "🙂 “Great 👩‍👩‍👧 news,” Ana said 🎉.",
    "a\u0301\u200b\ufeff said x\x00y",
    "said " * 2000,
    "x" * 5000,
    "ﬁnally he ﬂatly denied it, İstanbul’s mayor said.",
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def spans_of(tagged: Tagged) -> list[tuple[int, int]]:
    return [*([tagged.source] if tagged.source else []), tagged.cue, *tagged.content]


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[slice(*span)] if span else None


def check_laws(text: str, found: tuple[Tagged, ...]) -> None:
    for tagged in found:
        spans = sorted(spans_of(tagged))
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(left[1] <= right[0] for left, right in pairwise(spans))
        assert tagged.content == tuple(sorted(tagged.content))
        assert all(text[slice(*span)] == text[slice(*span)].strip() for span in spans)
        assert 0.0 <= tagged.probability <= 1.0
        assert all(0.0 <= score <= 1.0 for score in tagged.scores)
    firsts = [min(spans_of(tagged))[0] for tagged in found]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("text", [*ODD_TEXTS, STORY])
def test_spans_lie_in_the_text_in_order_and_apart(tagger: Tagger, text: str) -> None:
    check_laws(text, tagger.tag(text, minimum=0.05))


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (DIRECT, "Mayor Rosa Keller", "said"),
        (INDIRECT, "Officials", "said"),
        ("The minister denied that money was missing.", "The minister", "denied"),
        ("Keller told reporters that the dam was safe.", "Keller", "told reporters"),
    ],
)
def test_plain_sentences_are_read(tagger: Tagger, text: str, source: str, cue: str) -> None:
    (tagged,) = tagger.tag(text)
    assert words(text, tagged.source) == source
    assert cue.startswith(str(words(text, tagged.cue)))


def test_a_split_quotation_is_one_content(tagger: Tagger) -> None:
    (tagged,) = tagger.tag(SPLIT)
    assert words(SPLIT, tagged.content[0]) in {"“We were warned,”", "“We were warned"}
    assert "Nobody listened" in SPLIT[slice(*tagged.content[-1])]


def test_no_break_spaces_change_nothing(tagger: Tagger) -> None:
    text = STORY.replace("said on", "said\u00a0on").replace("the bridge", "the\u00a0bridge")
    assert tagger.tag(text) == tagger.tag(STORY)


def test_the_same_text_gives_the_same_result(tagger: Tagger) -> None:
    assert tagger.tag(STORY) == tagger.tag(STORY)


def test_texts_read_together_do_not_touch_each_other(tagger: Tagger) -> None:
    texts = [INDIRECT, STORY, "", "that nothing was lost"]
    assert tagger.tag_many(texts) == tuple(tagger.tag(text) for text in texts)


@pytest.mark.parametrize("marks", ["“”", '""', ["''", "''"]])
def test_speakers_inside_a_quotation_are_found(tagger: Tagger, marks: list[str]) -> None:
    text = f"{marks[0]}My brother says that the mayor knew of it,{marks[1]}"
    ((tagged,),) = tagger.tag_many([text])
    assert words(text, tagged.source) == "My brother"
    assert words(text, tagged.content[0]) == "that the mayor knew of it"


def test_a_higher_minimum_only_leaves_out(tagger: Tagger) -> None:
    assert all(tagged.probability >= 0.8 for tagged in tagger.tag(STORY, minimum=0.8))


def test_a_long_text_is_read_to_its_end(tagger: Tagger) -> None:
    text = "\n\n".join(["The river rose. Trains were late. Nothing else was new."] * 120 + [DIRECT])
    found = tagger.tag(text)
    assert words(text, found[-1].source) == "Mayor Rosa Keller"


def test_a_long_quotation_is_followed_to_its_closing_mark(tagger: Tagger) -> None:
    speech = "We built the wall, and we paid for it, and nobody thanked us. " * 20
    text = f"Keller said: “{speech.strip()}” The river rose."
    (tagged,) = tagger.tag(text)
    assert words(text, (tagged.content[-1][0], tagged.content[-1][1])) == f"“{speech.strip()}”"


def pieces_of(text: str) -> Pieces:
    return read_pieces(text, load_attribution().tokenize(text))


def quoted_words(text: str, column: int) -> str:
    pieces = pieces_of(text)
    rows = pieces.features[pieces.first[:-1], column] > 0
    spans = zip(pieces.starts[rows], pieces.ends[rows], strict=True)
    return " ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("He said “a b” c", QUOTED, "“ a b ”"),
        ('He said "a b" c', QUOTED, '" a b "'),
        ("He said ''a b'' c", QUOTED, "' ' a b ' '"),
        ("“a\n\n“b” c", UNCLOSED, "“ a"),
        ("“a\n\n“b” c", CONTINUED, "“"),
        ("“a\nb” c", CLOSES, "”"),
        ('a"b" c', OPENS, '"'),
    ],
)
def test_quotation_marks_are_followed(text: str, column: int, expected: str) -> None:
    assert quoted_words(text, column) == expected


def test_windows_own_every_word_once_and_fit() -> None:
    pieces = pieces_of("\n".join(["Keller said that nothing untoward had happened."] * 300))
    windows = plan_windows(pieces)
    owned = [word for w in windows for word in range(w.own_low, w.own_high)]
    assert owned == list(range(len(pieces.starts)))
    assert all(w.low <= w.own_low < w.own_high <= w.high for w in windows)
    assert all(pieces.first[w.high] - pieces.first[w.low] <= WINDOW_PIECES for w in windows)


def test_a_path_has_one_source_at_most() -> None:
    rng = np.random.default_rng(7)
    logits = rng.normal(size=(40, 30, 5)).astype(np.float32) * 3
    kind = np.zeros((40, 30), dtype=np.float32)
    kind[:, 10:12] = 1.0
    for path in decode_labels(log_softmax(logits), kind):
        assert (path == 1).sum() <= 1
        assert not path[10:12].any()
        assert all(path[i - 1] in (1, 2) for i in np.flatnonzero(path == 2))
        assert all(path[i - 1] in (3, 4) for i in np.flatnonzero(path == 4))


def test_cues_are_joined_and_leaning_finds_more() -> None:
    tags = np.array([[0, -3, -9], [-3, 0, -9], [-3, -9, 0], [0, -1, -9]], dtype=np.float32)
    assert decode_cues(tags, 0.0) == [(1, 3)]
    assert decode_cues(tags, 2.0) == [(1, 3), (3, 4)]


def test_runs_are_joined() -> None:
    assert runs_of([1, 2, 3, 7, 9, 10]) == [(1, 4), (7, 8), (9, 11)]


def proposal(
    source: tuple[int, int] | None, cue: tuple[int, int], content: range, probability: float
) -> Proposal:
    return Proposal(source, cue, tuple(content), (), (1.0, 1.0, 1.0), probability)


def test_the_more_probable_of_two_keeps_the_words() -> None:
    strong = proposal((0, 1), (1, 2), range(2, 10), 0.9)
    weak = proposal(None, (10, 11), range(8, 10), 0.8)
    part = proposal((20, 21), (19, 20), range(9, 19), 0.7)
    assert settle([weak, part, strong]) == [strong, part._replace(content=tuple(range(10, 19)))]


def test_a_nested_attribution_stays() -> None:
    outer = proposal((0, 1), (1, 2), range(2, 10), 0.9)
    inner = proposal((3, 4), (4, 5), range(5, 9), 0.4)
    assert settle([inner, outer]) == [outer, inner]


def test_tokens_out_of_words_are_skipped() -> None:
    tokens = Tokens([5, 6], [(0, 0), (0, 1)], [None, 0])
    assert read_pieces("a", tokens).ids.tolist() == [6]
