import random
from collections.abc import Callable
from typing import Any

import pytest

from headwater.config import Settings
from headwater.engine import local, marking
from headwater.engine.local import Input, analyse
from headwater.engine.marking import Counted, Forgetful
from headwater.errors import ContractError, DocumentError
from headwater.link import Linked
from headwater.model.document import Document
from headwater.model.dossier import Dossier
from headwater.model.judgement import Judgement
from headwater.model.parse import Parse
from headwater.model.source import Source
from headwater.model.span import Span
from headwater.trace.stage import Traced


def document(number: int, text: str = "Words.") -> Document:
    return Document(
        id=f"d-{number}", name=f"{number}.txt", digest=f"{number}", format="text", text=text
    )


class Kept:
    """A cache in memory."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str, str], bytes] = {}

    def get_result(self, document: str, stage: str, key: str) -> bytes | None:
        return self.rows.get((document, stage, key))

    def put_result(self, document: str, stage: str, key: str, records: bytes) -> None:
        self.rows[document, stage, key] = records


def parse(document: Document, *, settings: object) -> Parse:
    if document.text == "give up":
        raise DocumentError(document.name, "parse", "it has no sentences")
    if document.text == "defect":
        raise KeyError("no such key")
    if document.text == "contract":
        raise ContractError("a weight file is damaged")
    whole = Span(start=0, end=len(document.text))
    return Parse(document=document.id, paragraphs=(whole,), sentences=())


def resolve(
    documents: tuple[Document, ...],
    attributions: object,
    judgements: tuple[Judgement, ...],
    *,
    settings: object,
) -> tuple[Source, ...]:
    kinds = " ".join(judgement.id for judgement in judgements)
    names = " ".join(document.name for document in documents)
    return (Source(id="s-1", name=f"{names} {kinds}".strip(), kind="person"),)


def nothing(*_: object, settings: object) -> tuple[()]:
    return ()


def linked(*_: object, settings: object) -> Linked:
    return Linked()


def traced(*_: object, settings: object) -> Traced:
    return Traced(copies=(), chains=(), origins=(), corroborations=())


FAKES: dict[str, Callable[..., Any]] = {
    "parse": parse,
    "attribute": nothing,
    "extract": nothing,
    "resolve": resolve,
    "link": linked,
    "trace": traced,
    "assess": nothing,
    "report": lambda draft: draft,
}


@pytest.fixture(autouse=True)
def fake_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(kind: str, name: str) -> Callable[..., Any]:
        return FAKES[kind]

    monkeypatch.setattr(local, "load", load)
    monkeypatch.setattr(marking, "load", load)


def run(*documents: Document, cache: Any = None) -> Dossier:
    return analyse(Input(documents=documents), Settings(), cache=cache)


def test_stages_run_in_order_of_name_whatever_the_order_of_input() -> None:
    documents = [document(number) for number in range(6)]
    expected = run(*documents)
    assert expected.sources[0].name == "0.txt 1.txt 2.txt 3.txt 4.txt 5.txt"
    for seed in range(5):
        random.Random(seed).shuffle(documents)
        assert run(*documents) == expected


@pytest.mark.parametrize(
    ("text", "reason"), [("give up", "no sentences"), ("defect", "a defect in headwater")]
)
def test_a_document_that_breaks_a_stage_is_listed_and_the_rest_goes_on(
    text: str, reason: str
) -> None:
    dossier = run(document(1), document(2, text), document(3))
    assert [one.id for one in dossier.documents] == ["d-1", "d-3"]
    (failure,) = dossier.failures
    assert (failure.document, failure.stage) == ("2.txt", "parse")
    assert reason in failure.reason
    assert "2.txt 2" in dossier.manifest.inputs


def test_a_broken_contract_stops_the_run() -> None:
    with pytest.raises(ContractError):
        run(document(1, "contract"))


def test_only_new_documents_are_read() -> None:
    kept = Kept()
    first = Counted(kept)
    run(document(1), document(2), cache=first)
    assert first.ran == 6
    second = Counted(kept)
    dossier = run(document(1), document(2), document(3), cache=second)
    assert second.ran == 3
    assert dossier == run(document(1), document(2), document(3), cache=Forgetful())


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({"title": "Other"}, 0),
        ({"parse": {"day_first": True}}, 3),
        ({"attribute": {"nested": False}}, 2),
        ({"extract": {"min_words_own": 5}}, 1),
        ({"link": {"join": 0.6}}, 0),
        ({"parts": {"attribute": "lexicon.v1"}}, 2),
    ],
)
def test_a_changed_setting_repeats_what_depends_on_it(change: dict[str, Any], again: int) -> None:
    import msgspec

    kept = Kept()
    analyse(Input(documents=(document(1),)), Settings(), cache=kept)
    second = Counted(kept)
    analyse(Input(documents=(document(1),)), msgspec.convert(change, Settings), cache=second)
    assert second.ran == again


def test_stages_obey_only_the_judgements_in_force() -> None:
    one = Judgement(id="j-1", who="ana", made_at="2024-05-01T10:00:00+00:00", kind="note")
    two = Judgement(id="j-2", who="ana", made_at="2024-05-01T11:00:00+00:00", kind="note")
    given = Input(documents=(document(1),), judgements=(one, two), in_force=(two,))
    dossier = analyse(given, Settings())
    assert dossier.judgements == (one, two)
    assert dossier.sources[0].name == "1.txt j-2"
