"""What a case holds, as objects that lead to each other: for scripts and notebooks."""

from datetime import date
from functools import cached_property
from typing import ClassVar

from headwater.model.claim import Claim
from headwater.model.dossier import Dossier
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.model.trace import Origin
from headwater.report.collection import Columns, Found
from headwater.report.frames import Cell
from headwater.report.interchange import chain_names
from headwater.report.lookup import Lookup, group
from headwater.report.notebook import show_claim
from headwater.report.pictures.axis import read_day
from headwater.report.places import Places
from headwater.report.ranking import WorthKind, find_kinds
from headwater.report.views.origins import OriginTeller


class FoundMention:
    """One statement in one document; `record` has everything."""

    columns: ClassVar[Columns] = {
        "id": "text", "claim": "text", "document": "text", "outlet": "text", "published": "day",
        "stated": "day", "text": "text", "reading": "text", "source": "text", "chain": "texts",
        "stance": "text", "modality": "text", "polarity": "text", "kind": "text",
        "probability": "number", "start": "whole", "end": "whole",
    }  # fmt: skip

    def __init__(self, case: "FoundCase", record: Mention) -> None:
        self._case = case
        self.record = record
        self.id = record.id
        self.text = record.text
        self.reading = record.reading or record.text

    @property
    def claim(self) -> "FoundClaim | None":
        """The claim that it states."""
        found = self._case.lookup.claim_of.get(self.id)
        return self._case.claims[found.id] if found is not None else None

    @property
    def chain(self) -> tuple[str, ...]:
        """Who is cited, from the outlet inward."""
        return (self.outlet, *chain_names(self._case.lookup, self.record)[1:])

    @property
    def outlet(self) -> str:
        """The outlet of its document."""
        return self._case.lookup.outlet_name(self.record.document)

    @property
    def sentence(self) -> str:
        """The sentence in which it begins, as published."""
        text = self._case.lookup.documents[self.record.document].text
        return self.record.sentence.cut(text)

    @property
    def source(self) -> "FoundSource | None":
        """On whose word it stands; None for the outlet's own voice."""
        found = self._case.lookup.source_of.get(self.record.attribution or "")
        return self._case.sources[found.id] if found is not None else None

    def row(self) -> dict[str, Cell]:
        """Return its line of a table."""
        record, lookup = self.record, self._case.lookup
        document, claim = lookup.documents[record.document], lookup.claim_of.get(record.id)
        stance, source = lookup.stances.get(record.id), self.source
        return {
            "id": record.id, "claim": claim.id if claim is not None else None,
            "document": document.name, "outlet": self.outlet,
            "published": day_of(document.published.value if document.published else None),
            "stated": day_of(record.stated), "text": record.text, "reading": self.reading,
            "source": source.name if source is not None else None, "chain": self.chain,
            "stance": stance.stance if stance is not None else None, "modality": record.modality,
            "polarity": record.polarity, "kind": record.kind, "probability": record.probability,
            "start": record.spans[0].start, "end": record.spans[-1].end,
        }  # fmt: skip

    def __repr__(self) -> str:
        return f"<mention {self.id}: {' ← '.join(self.chain)}: {self.text!r}>"


class FoundOrigin:
    """Where chains of a claim end; origins of one `group` are surely one."""

    columns: ClassVar[Columns] = {
        "id": "text", "claim": "text", "name": "text", "own_voice": "yes", "evidence": "text",
        "group": "whole", "mentions": "whole",
    }  # fmt: skip

    def __init__(self, case: "FoundCase", record: Origin) -> None:
        self._case = case
        self.record = record
        self.id = record.id
        self.evidence = record.evidence
        self.name = case.teller.origin_name(record.id)

    @property
    def claim(self) -> "FoundClaim":
        """The claim of which it is an origin."""
        return self._case.claims[self.record.claim]

    @property
    def group(self) -> int | None:
        """Number of its group within the claim, from 1."""
        found = self._case.lookup.corroborations.get(self.record.claim)
        groups = enumerate(found.groups if found is not None else (), 1)
        return next((number for number, keys in groups if self.id in keys), None)

    @property
    def mentions(self) -> tuple[FoundMention, ...]:
        """The statements whose chains end here."""
        return tuple(self._case.mentions[key] for key in self.record.mentions)

    def row(self) -> dict[str, Cell]:
        """Return its line of a table."""
        return {
            "id": self.id, "claim": self.record.claim, "name": self.name,
            "own_voice": self.record.own_voice is not None, "evidence": self.evidence,
            "group": self.group, "mentions": len(self.record.mentions),
        }  # fmt: skip

    def __repr__(self) -> str:
        return f"<origin {self.id}: {self.name}>"


class FoundSource:
    """Who or what is cited, across documents."""

    columns: ClassVar[Columns] = {
        "id": "text", "name": "text", "kind": "text", "aliases": "texts", "interest": "text",
        "mentions": "whole", "documents": "whole", "claims": "whole",
    }  # fmt: skip

    def __init__(self, case: "FoundCase", record: Source) -> None:
        self._case = case
        self.record = record
        self.id = record.id
        self.name = record.name
        self.kind = record.kind

    @property
    def mentions(self) -> tuple[FoundMention, ...]:
        """What it is cited for, directly, by attribution."""
        return tuple(m for k in self.record.attributions for m in self._case.said.get(k, ()))

    @property
    def claims(self) -> tuple["FoundClaim", ...]:
        """The claims of which it is an origin, most worth a look first."""
        return self._case.ending.get(self.id, ())

    def row(self) -> dict[str, Cell]:
        """Return its line of a table."""
        documents = {mention.record.document for mention in self.mentions}
        return {
            "id": self.id, "name": self.name, "kind": self.kind, "aliases": self.record.aliases,
            "interest": self.record.interest, "mentions": len(self.mentions),
            "documents": len(documents), "claims": len(self.claims),
        }  # fmt: skip

    def __repr__(self) -> str:
        return f"<source {self.id}: {self.name}, {self.kind}>"


class FoundClaim:
    """What several statements say alike, with how it is sourced.

    Attributes:
        low, high: Independent origins, at least and at most; None if they were not traced.
        status: What a reader may conclude, by rule.
    """

    columns: ClassVar[Columns] = {
        "id": "text", "text": "text", "status": "text", "low": "whole", "high": "whole",
        "documents": "whole", "mentions": "whole", "outlets": "texts", "origins": "texts",
        "first": "day", "last": "day", "kinds": "texts", "denied": "yes",
    }  # fmt: skip

    def __init__(self, case: "FoundCase", record: Claim) -> None:
        self._case = case
        self.record = record
        self.id = record.id
        self.text = record.text
        found = case.lookup.corroborations.get(record.id)
        self.low = found.low if found is not None else None
        self.high = found.high if found is not None else None
        assessment = case.lookup.assessments.get(record.id)
        self.status = assessment.status if assessment is not None else None

    @property
    def mentions(self) -> tuple[FoundMention, ...]:
        """Where it is stated, in document order."""
        found = self._case.lookup.mentions_of(self.record)
        return tuple(self._case.mentions[mention.id] for mention in found)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who published it, each once."""
        return tuple(dict.fromkeys(mention.outlet for mention in self.mentions))

    @property
    def origins(self) -> tuple[FoundOrigin, ...]:
        """Where its chains end."""
        found = self._case.lookup.corroborations.get(self.id)
        return tuple(self._case.origins[key] for key in (found.origins if found else ()))

    @property
    def kinds(self) -> tuple[WorthKind, ...]:
        """Why it is worth a look, strongest reason first."""
        return find_kinds(self._case.lookup, self.record)

    @property
    def denied_by(self) -> tuple["FoundClaim", ...]:
        """The claims that deny it."""
        return self._related("denies")

    @property
    def contradicted_by(self) -> tuple["FoundClaim", ...]:
        """The claims that cannot hold beside it."""
        return self._related("contradicts")

    def _related(self, kind: str) -> tuple["FoundClaim", ...]:
        keys = [
            r.from_claim if r.to_claim == self.id else r.to_claim
            for r in self._case.lookup.relations.get(self.id, ())
            if r.kind == kind and (kind == "contradicts" or r.to_claim == self.id)
        ]
        return tuple(self._case.claims[key] for key in dict.fromkeys(keys))

    def row(self) -> dict[str, Cell]:
        """Return its line of a table."""
        stated = sorted(m.record.stated for m in self.mentions if m.record.stated) or [""]
        return {
            "id": self.id, "text": self.text, "status": self.status, "low": self.low,
            "high": self.high, "documents": len(self.record.documents),
            "mentions": len(self.record.mentions), "outlets": self.outlets,
            "origins": tuple(dict.fromkeys(origin.name for origin in self.origins)),
            "first": day_of(stated[0]),
            "last": day_of(stated[-1]), "kinds": self.kinds, "denied": bool(self.denied_by),
        }  # fmt: skip

    def __repr__(self) -> str:
        return f"<claim {self.id}: {self.low}–{self.high} origins, {self.status}: {self.text!r}>"

    def _repr_html_(self) -> str:
        return show_claim(self._case.lookup, self.record)


class FoundCase:
    """Claims, mentions, sources and origins of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.lookup = Lookup(dossier)
        self.teller = OriginTeller(self.lookup, Places(self.lookup))

    @cached_property
    def said(self) -> dict[str, tuple[FoundMention, ...]]:
        """Statements by the attribution on which they stand directly."""
        return group((m.record.attribution or "", m) for m in self.mentions)

    @cached_property
    def ending(self) -> dict[str, tuple[FoundClaim, ...]]:
        """Claims by the source where some of their chains end, most worth a look first."""
        ends = {(o.claim, o.source) for o in self.lookup.dossier.origins}
        by_claim = group(sorted(ends))
        return group((key, claim) for claim in self.claims for key in by_claim.get(claim.id, ()))

    @cached_property
    def claims(self) -> Found[FoundClaim]:
        """All claims, most worth a look first."""
        ranked = [self.lookup.claims[key] for key in self.lookup.dossier.ranking]
        return Found(FoundClaim, [FoundClaim(self, record) for record in ranked])

    @cached_property
    def mentions(self) -> Found[FoundMention]:
        """All statements, by document and place."""
        records = self.lookup.dossier.mentions
        return Found(FoundMention, [FoundMention(self, record) for record in records])

    @cached_property
    def sources(self) -> Found[FoundSource]:
        """All sources, by name."""
        records = self.lookup.dossier.sources
        return Found(FoundSource, [FoundSource(self, record) for record in records])

    @cached_property
    def origins(self) -> Found[FoundOrigin]:
        """All origins, claim by claim."""
        records = self.lookup.dossier.origins
        return Found(FoundOrigin, [FoundOrigin(self, record) for record in records])


def day_of(iso: str | None) -> date | None:
    """Return an ISO day as a date."""
    return read_day(iso) if iso else None
