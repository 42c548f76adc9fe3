"""Runs the later stages on a gold case's own mentions and attributions, or claims too.

This tells how good these stages are when everything before them is right.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from headwater.config import Settings
from headwater.engine.local import across, draft_of
from headwater.engine.steps import STEPS
from headwater.evaluate.gold import GoldCase
from headwater.evaluate.measures import Json
from headwater.evaluate.pipeline import read_documents
from headwater.model.attribution import Attribution, Veil
from headwater.model.base import content_id
from headwater.model.claim import Claim
from headwater.model.document import Document
from headwater.model.mention import Mention
from headwater.model.parse import Amount, Time
from headwater.model.span import Span, hull
from headwater.report.interchange import to_interchange
from headwater.text.names import is_role

_CUES: Final = {"report": "finds", "dataset": "shows", "media_outlet": "published"}


class _Maker:
    """Turns the annotation of a case into records."""

    def __init__(self, case: GoldCase, documents: Mapping[str, Document]) -> None:
        self._case = case
        self._documents = documents
        self._sources = {source["id"]: source for source in case.gold["sources"]}
        self._names = self._fullest_names()
        self.attributions: list[Attribution] = []

    def _fullest_names(self) -> dict[tuple[str, str], str]:
        """Return the fullest wording of each source in each document; names before roles.

        "Mr. Okafor" tells more than "the Conservative nominee", though it is shorter.
        """
        found: dict[tuple[str, str], str] = {}
        for gold in self._case.mentions:
            for level in gold["attribution"]:
                words = level["source"]["text"] if level["source"] else ""
                key = gold["doc"], level["node"]
                known = self._case.is_source(words, level["node"])
                if known and _fullness(words) > _fullness(found.get(key, "")):
                    found[key] = words
        return found

    def mention(self, gold: Json) -> Mention:
        """Return a gold mention as a record; its attributions are kept beside."""
        document = self._documents[gold["doc"]]
        statement = spans(gold["spans"])
        chain = self._chain(gold, document, statement)
        return Mention(
            id=gold["id"],
            document=document.id,
            spans=spans(gold.get("narrow") or gold["spans"]),
            statement=statement,
            text=gold.get("narrow_text") or gold["text"],
            sentence=hull(statement),
            attribution=chain[-1] if chain else None,
            chain=chain,
            kind=gold["type"],
            polarity=gold["polarity"],
            modality=gold["modality"],
            amounts=amounts(gold),
            times=times(gold),
            stated=(gold.get("stated") or {}).get("from"),
        )

    def _chain(self, gold: Json, document: Document, content: tuple[Span, ...]) -> tuple[str, ...]:
        """Return the ids of a mention's attributions, which are made here."""
        chain: list[str] = []
        for depth, level in enumerate(gold["attribution"]):
            if level.get("co"):
                continue
            source = self._sources[level["node"]]
            name = self._names.get((gold["doc"], level["node"]), source["name"])
            made = Attribution(
                id=content_id("a", gold["id"], depth),
                document=document.id,
                source=place(level["source"]),
                cue=place(level["cue"]),
                content=content,
                inside=chain[-1] if chain else None,
                style="indirect",
                cue_kind="denies" if gold["modality"] == "denied" else cue_of(source),
                name=name,
                kind=source["kind"],
                affiliation=self._affiliation(source),
                veil=self._veil(source, name),
                stated=(gold.get("stated") or {}).get("from"),
            )
            self.attributions.append(made)
            chain.append(made.id)
        return tuple(chain)

    def _affiliation(self, source: Mapping[str, Any]) -> str | None:
        """Return the name of the body that a source belongs to."""
        body = source.get("affiliation")
        return self._sources[body]["name"] if body in self._sources else body

    def _veil(self, source: Mapping[str, Any], name: str) -> Veil | None:
        """Return what is known of an anonymous source."""
        if source["kind"] != "anonymous":
            return None
        plural = not name.lower().startswith(("a ", "an ", "one "))
        return Veil(role=name, plural=plural, body=self._affiliation(source))


def _fullness(words: str) -> tuple[bool, int]:
    """Return a key that is greater for fuller names."""
    return bool(words) and not is_role(words), len(words)


def cue_of(source: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a literal of the record
    """Return the kind of cue that fits a source: papers show, people say."""
    return _CUES.get(source["kind"], "says")


def spans(pairs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return offsets as spans."""
    return tuple(Span(start=start, end=end) for start, end in pairs)


def amounts(gold: Json) -> tuple[Amount, ...]:
    """Return the quantities of a gold mention as amounts."""
    where = spans(gold.get("narrow") or gold["spans"])[0]
    return tuple(
        Amount(span=where, value=q["value"], unit=q["unit"], comparator=q["comparator"])
        for q in gold.get("quantities", ())
    )


def times(gold: Json) -> tuple[Time, ...]:
    """Return the period that a gold mention is about."""
    period = gold.get("period") or {}
    if not (period.get("from") and period.get("to")):
        return ()
    where = spans(gold.get("narrow") or gold["spans"])[0]
    first, last = period["from"], period["to"]
    return (Time(span=where, first=first, last=last, precision="span", basis="text"),)


def place(part: Mapping[str, Any] | None) -> tuple[Span, ...]:
    """Return the span of a verbatim part, none where the text leaves it out."""
    return (Span(start=part["start"], end=part["end"]),) if part else ()


def gold_claims(case: GoldCase, mentions: Mapping[str, Mention]) -> tuple[Claim, ...]:
    """Return the gold claims as records."""
    return tuple(
        Claim(
            id=claim["id"],
            mentions=tuple(claim["mentions"]),
            best=claim["mentions"][0],
            text=claim["text"],
            documents=tuple(sorted({mentions[key].document for key in claim["mentions"]})),
        )
        for claim in case.gold["claims"]
    )


def run_on_gold(case: GoldCase, folder: Path, settings: Settings, *, claims: bool) -> Json:
    """Return the answer of the later stages to gold mentions.

    Args:
        case: The gold case.
        folder: Where its documents are.
        settings: Of all stages.
        claims: Whether the gold claims are given too, so that only resolve and trace are ours.
    """
    by_file = {
        document.name: document for document in read_documents(folder, settings, sidecar=True)
    }
    documents = {key: by_file[Path(doc.file).name] for key, doc in case.docs.items()}
    maker = _Maker(case, documents)
    mentions = {gold["id"]: maker.mention(gold) for gold in case.mentions}
    draft = draft_of(
        tuple(documents.values()),
        settings,
        attributions=tuple(maker.attributions),
        mentions=tuple(mentions.values()),
        claims=gold_claims(case, mentions) if claims else (),
    )
    steps = [
        step for step in STEPS if step.stage != "assess" and not (claims and step.stage == "link")
    ]
    return to_interchange(across(draft, (), settings, steps=steps))
