import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from headwater.errors import InputError
from headwater.evaluate import attribution_score as ours
from headwater.evaluate.brat import Marked, load_articles, make_text, mark
from headwater.evaluate.kinds import quoted_tokens

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the marked articles beside the repository are not here"
)
RAW = "She said the bridge was safe. “Never,” Jo Vale of the union replied. Snow fell.\n"
ANN = (
    "T1\tSource 0 3\tShe\nT2\tCue 4 8\tsaid\nT3\tContent 9 28\tthe bridge was safe\n"
    "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\nE2\tAttribution-no-source:T2 \n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a_b.txt").write_text(RAW, encoding="utf-8")
    for who in ("0a", "0b"):
        (tmp_path / "attributions" / f"a_b_{who}.ann").write_text(ANN, encoding="utf-8")
    return tmp_path


def test_reads_text_and_marks_of_each_annotator(folder: Path) -> None:
    article = load_articles(folder)["a_b"]
    assert sorted(article.annotations) == ["0a", "0b"]
    (found,) = article.by() or ()
    assert [article.text.word(t) for t in sorted(found.content)] == ["the", "bridge", "was", "safe"]


def test_refuses_marks_without_a_text(folder: Path) -> None:
    (folder / "attributions" / "other.ann").write_text(ANN, encoding="utf-8")
    with pytest.raises(InputError, match="no text file"):
        load_articles(folder)


def test_the_gold_itself_scores_one(folder: Path) -> None:
    articles = load_articles(folder)
    answer = {stem: article.by() or () for stem, article in articles.items()}
    report = ours.summarise(ours.add_up(ours.score(articles, answer)))
    assert report["triple_strict"]["f1"] == 1.0
    assert report["recall_by"]["source_kind"]["pronoun"]["gold"] == 1


def test_nested_predictions_are_dropped() -> None:
    outer = Marked(frozenset({0}), frozenset({1}), frozenset({2, 3, 4, 5}))
    inner = Marked(frozenset({2}), frozenset({3}), frozenset({4, 5}))
    assert ours.outermost([inner, outer]) == (outer,)
    assert len(ours.outermost([inner, inner])) == 2


def test_words_between_marks_are_quoted() -> None:
    text = make_text(RAW)
    assert {text.word(t) for t in quoted_tokens(text)} == {"never", ","}


def test_runs_are_unbroken() -> None:
    made = Marked(frozenset(), frozenset(), frozenset({0, 1, 5, 7, 8, 9}))
    assert ours.runs_of([made], "content") == {(0, 1), (5, 5), (7, 9)}


@pytest.fixture(scope="module")
def theirs() -> ModuleType:
    path = SHARED / "score" / "attribution.py"
    spec = importlib.util.spec_from_file_location("shared_attribution", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["shared_attribution"] = module
    spec.loader.exec_module(module)
    return module


@needs_shared
def test_figures_are_those_of_the_shared_scorer(theirs: Any) -> None:
    folder = SHARED / "data" / "polnear" / "dev"
    articles = dict(list(load_articles(folder).items())[:25])
    chance = random.Random(1)
    predicted: dict[str, tuple[Marked, ...]] = {}
    foreign: dict[str, tuple[Any, ...]] = {}
    for stem, article in articles.items():
        spoiled = [
            mark(
                article.text,
                {
                    role: [
                        (article.text.starts[t], article.text.ends[t])
                        for t in found.of(role)
                        if chance.random() < 0.8
                    ]
                    for role in ("source", "cue", "content")
                },
            )
            for found in article.by() or ()
        ]
        predicted[stem] = ours.outermost(spoiled)
        foreign[stem] = theirs.outermost(
            [theirs.Attribution(m.source, m.cue, m.content) for m in spoiled]
        )
    gold = {stem: doc for stem, doc in theirs.load_gold(folder).items() if stem in articles}
    expected = theirs.summarise(theirs.add_up(theirs.score(gold, foreign)), True)
    found = ours.summarise(ours.add_up(ours.score(articles, predicted)))
    assert found == expected
    assert ours.show(found) == theirs.render(expected)
