import json
from pathlib import Path

import pytest

from headwater.cli.main import leave_quietly
from headwater.cli.speak import Exit

GOLD = Path(__file__).resolve().parents[2] / "examples" / "harbour" / "gold"
ARTICLE = "Ida Brenn said the cranes were sold. “Never,” Jo Vale of the union replied.\n"
ANN = (
    "T1\tSource 0 9\tIda Brenn\nT2\tCue 10 14\tsaid\nT3\tContent 15 35\tthe cranes were sold\n"
    "T4\tSource 46 66\tJo Vale of the union\nT5\tCue 67 74\treplied\nT6\tContent 37 45\t“Never,”\n"
    "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n"
    "E2\tAttribution:T5 Content:T6 Cue:T5 Source:T4\n"
)


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = leave_quietly(["eval", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_case_says_what_it_read_and_gives_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "case", GOLD, "-q")
    assert code == Exit.OK
    assert out.startswith("gold: read texts, and title, outlet, byline, date of docs.json")
    for part in ("MENTIONS", "ATTRIBUTION", "CLAIM CLUSTERING", "CLAIMS", "DETAILS"):
        assert f"\n{part}\n" in out


def test_case_on_texts_only_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, err = run(capsys, "case", GOLD, "-q", "--no-sidecar", "--json")
    scores = json.loads(out)
    assert "texts only" in err
    assert scores["mentions"]["mentions found"]["f1"] > 0.5


def test_on_gold_mentions_only_the_later_stages_can_be_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = run(capsys, "case", GOLD, "-q", "--gold-mentions", "--json")
    assert json.loads(out)["mentions"]["mentions found"]["f1"] == 1.0
    _, out, _ = run(capsys, "case", GOLD, "-q", "--gold-claims", "--json")
    scores = json.loads(out)
    assert scores["claim clustering"]["pairs"]["f1"] == 1.0
    assert scores["claims"]["independent origins, 2+ documents"]["within 1"] > 0.5


def test_a_given_answer_is_scored_instead(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "answer.json"
    path.write_text('{"mentions": []}')
    code, out, _ = run(capsys, "case", GOLD, "-q", "--prediction", path, "--json")
    assert code == Exit.OK
    assert json.loads(out)["mentions"]["mentions found"]["f1"] == 0.0


def test_attribution_on_marked_articles(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "attributions" / "one_0a.ann").write_text(ANN, encoding="utf-8")
    code, out, _ = run(capsys, "attribution", tmp_path, "--json", "-q")
    assert code == Exit.OK
    assert json.loads(out)["triple"]["f1"] == 1.0
    _, out, _ = run(capsys, "attribution", tmp_path, "-q")
    assert out.startswith("documents 1   gold attributions 2")


def test_pairs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"a": "Ostrel sold cranes", "b": "Rain fell", "label": "unrelated"}))
    code, out, _ = run(capsys, "pairs", path)
    assert code == Exit.OK
    assert out.startswith("pairs 1")


@pytest.mark.parametrize("words", [["case", "."], ["attribution", "."], ["pairs", "answer.txt"]])
def test_what_is_no_gold_is_said_in_words(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("answer.txt").write_text("no json")
    code, out, err = run(capsys, *words)
    assert (code, out) == (Exit.ERROR, "")
    assert "Error: " in err
