"""Whatever a text holds, every stage goes through, and the dossier survives as data."""

import random

import pytest

from headwater.config import Settings
from headwater.engine.local import Input, analyse
from headwater.model.base import content_id
from headwater.model.document import Document, Stated
from headwater.model.dossier import Dossier
from headwater.model.span import Span
from headwater.report.data import from_json, to_json
from headwater.report.page import render_page

FRAGMENTS = (
    "“", "”", '"', "‘", "’", "'", "«", "»", "(", ")", "—", "–", "-", "…", ".", "!", "?", ",", ";",
    ":", "\n", "\n\n", "\t", " ", "said", "says", "told", "according to", "denied", "claims",
    "reported", "citing", "that", "who", "and", "but", "not", "never", "Ostrel", "Vandar",
    "Ida Brenn", "Mr. Brenn", "the ministry", "officials", "Two officials", "a spokesman", "he",
    "they", "it", "40", "$12 million", "3.5%", "more than half", "“No,”", "last year",
    "on Tuesday", "May 3, 2024", "U.S.", "Inc.", "is", "has shipped", "cranes", "may", "likely",
    "allegedly", "in 2023", "２０", "٣", "Ж", "中国", "é", "\u200b", "\xa0", "\u2028", "\U0001f600",
    "A", "x" * 50, "1,2,3", "-5", "€", "£3bn", "per cent", "half", "%", "/", "\\", "<b>", "&amp;",
    "#", "records show", "the report", "on condition of anonymity", "did not respond", "warned",
    "if", "will", "won’t", "no", "because", "after", "of", "to", "by", "for", "with", "from",
)  # fmt: skip


def piles(chance: random.Random) -> tuple[Document, ...]:
    """Up to four documents of fragments in any order."""
    found = {}
    for number in range(chance.choice([1, 2, 4])):
        sep = chance.choice([" ", ""])
        words = (chance.choice(FRAGMENTS) for _ in range(chance.choice([1, 3, 20, 80, 200])))
        text = sep.join(words)
        if text.strip():
            key = content_id("d", text)
            found[key] = Document(
                id=key,
                name=f"{number}.txt",
                digest=key,
                format="text",
                text=text,
                outlet=chance.choice([None, Stated(value="The Courier", given_by="sidecar")]),
                published=chance.choice([None, Stated(value="2024-05-03", given_by="sidecar")]),
            )
    return tuple(found.values())


def check_spans(dossier: Dossier) -> None:
    texts = {document.id: document.text for document in dossier.documents}

    def inside(document: str, *spans: Span) -> bool:
        return all(span.end <= len(texts[document]) for span in spans)

    for found in dossier.attributions:
        assert inside(found.document, *found.source, *found.cue, *found.content)
    for mention in dossier.mentions:
        assert inside(mention.document, *mention.spans, *mention.statement)
        cut = " ".join(span.cut(texts[mention.document]) for span in mention.spans)
        assert mention.text.split() == cut.split()


@pytest.mark.parametrize("seed", range(25))
def test_every_stage_goes_through_any_text(seed: int) -> None:
    dossier = analyse(Input(documents=piles(random.Random(seed))), Settings())
    assert not dossier.failures
    assert from_json(to_json(dossier)) == dossier
    check_spans(dossier)
    render_page(dossier)
