"""Two people at one small case, for tests of what they decide."""

from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from tests.cli.articles import ARTICLES, SIDECAR

from headwater.case import Case
from headwater.config import LEXICON_PARTS, Settings
from headwater.ingest.files import collect
from headwater.ingest.settings import IngestSettings
from headwater.judgements.anchors import at_document, at_span
from headwater.judgements.make import make, undo
from headwater.model.claim import Relation
from headwater.model.dossier import Dossier
from headwater.model.judgement import Anchor, Judgement, JudgementKind
from headwater.model.span import Span

# Without the attribution model: quicker, and these tests are not about finding.
SETTINGS = msgspec.structs.replace(
    Settings(), parts=msgspec.structs.replace(Settings().parts, **LEXICON_PARTS)
)


class Said(NamedTuple):
    """What somebody decides about words; `@name` is a source, `#name` a document."""

    who: str
    kind: JudgementKind
    about: tuple[str, ...]
    value: str | None = None


def open_case(folder: Path, before: str = "", edits: tuple[tuple[str, str], ...] = ()) -> Case:
    """Begin a case of the articles, each with some text put before it, and with other words."""
    inbox = folder / "inbox"
    inbox.mkdir(parents=True)
    (inbox / "docs.json").write_bytes(msgspec.json.encode(SIDECAR))
    for name, text in ARTICLES.items():
        for old, new in edits:
            text = text.replace(old, new)
        (inbox / name).write_text(before + text, encoding="utf-8")
    case = Case.create(folder / "case", SETTINGS)
    files = collect((str(inbox),), None, IngestSettings())
    case.add(files)
    return case


def anchor(dossier: Dossier, words: str) -> Anchor:
    """Return the anchor of words in one of the documents, of a source, or of a document."""
    if words.startswith("@"):
        return Anchor(name=words[1:])
    if words.startswith("#"):
        return at_document(next(d for d in dossier.documents if d.name == words[1:]))
    name, _, rest = words.partition("|")
    for document in dossier.documents:
        text = document.text
        if rest and document.name == name and rest in text:
            start = text.index(rest)
            return at_span(document, Span(start=start, end=start + len(rest)))
        if not rest and words in text:
            start = text.index(words)
            return at_span(document, Span(start=start, end=start + len(words)))
    raise AssertionError(words)


def decide(dossier: Dossier, said: Said, minute: int) -> Judgement:
    """Return a judgement of some minute of an afternoon."""
    return make(
        said.kind,
        [anchor(dossier, words) for words in said.about],
        who=said.who,
        made_at=f"2024-06-01T{14 + minute // 60}:{minute % 60:02}:00.000+00:00",
        value=said.value,
        why="it says so elsewhere",
    )


def take_back(judgement: Judgement, minute: int) -> Judgement:
    """Return the taking back of a judgement."""
    made_at = f"2024-06-01T{14 + minute // 60}:{minute % 60:02}:00.000+00:00"
    return undo(judgement, who="ana", made_at=made_at)


def ends_of(relation: Relation, claims: dict[str, Any]) -> list[Any]:
    """Return the claims of a relation; a contradiction has no direction."""
    ends = [claims[relation.from_claim], claims[relation.to_claim]]
    return sorted(ends) if relation.kind == "contradicts" else ends


def reading(dossier: Dossier) -> dict[str, object]:
    """Return what a dossier says in words, without ids and offsets."""
    names = {source.id: source.name for source in dossier.sources}
    documents = {document.id: document.name for document in dossier.documents}
    cited = {one.id: one for one in dossier.attributions}
    told = {}
    for mention in dossier.mentions:
        chain = [(cited[key].name, cited[key].cue_kind) for key in mention.chain]
        amounts = [(a.comparator, a.value, a.unit) for a in mention.amounts]
        told[mention.id] = (
            documents[mention.document], mention.text, tuple(chain), mention.polarity,
            mention.modality, tuple(amounts),
        )  # fmt: skip
    claims = {claim.id: sorted(told[key] for key in claim.mentions) for claim in dossier.claims}
    ends: dict[str, list[str]] = {claim.id: [] for claim in dossier.claims}
    for origin in dossier.origins:
        ends[origin.claim].append(names[origin.source])
    letters = {a.claim: (a.status, a.reliability) for a in dossier.assessments}
    return {
        "claims": sorted(
            (claims[c.claim], sorted(ends[c.claim]), c.low, c.high, letters[c.claim])
            for c in dossier.corroborations
        ),
        "loose": sorted(
            told[m.id] for m in dossier.mentions
            if not any(m.id in c.mentions for c in dossier.claims)
        ),
        "sources": sorted((s.name, s.aliases, s.reliability or "") for s in dossier.sources),
        "against": sorted(
            (r.kind, *ends_of(r, claims)) for r in dossier.relations
        ),
    }  # fmt: skip
