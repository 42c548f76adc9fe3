"""An invented case as a dossier, made of records by hand; the matter and all names are made up."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.report.sample_words import (
    BEST,
    FOLDER,
    LOW_HIGH,
    MASTHEADS,
    RELATIONS,
    SAID,
    STATUS,
    TIES,
    Said,
)

from headwater.model.assessment import Assessment, Band
from headwater.model.attribution import Attribution, SourceKind, Style
from headwater.model.base import content_id
from headwater.model.claim import Claim, Relation, Stance
from headwater.model.document import Aside, Document, Stated
from headwater.model.dossier import Dossier, Manifest
from headwater.model.failure import Failure
from headwater.model.judgement import Judgement
from headwater.model.mention import Mention
from headwater.model.parse import Amount, Parse, Sentence, Time
from headwater.model.reason import Reason
from headwater.model.source import Source
from headwater.model.span import Place, Span
from headwater.model.trace import (
    Chain,
    Copy,
    Corroboration,
    EvidenceKind,
    Hop,
    Origin,
    Passage,
    Tie,
    TieKind,
)


@dataclass
class Maker:
    """Turns what is said in words into records."""

    documents: dict[str, Document] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    mentions: dict[str, Mention] = field(default_factory=dict)
    claim_of: dict[str, str] = field(default_factory=dict)

    def at(self, name: str, words: str, near: int = 0) -> Span:
        """The span of the words in a document, the one nearest to a place if there are several."""
        text = self.documents[name].text
        starts = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
        if not starts:
            raise ValueError(f"{name} has no {words!r}")
        start = min(starts, key=lambda at: abs(at - near))
        return Span(start=start, end=start + len(words))

    def sentence(self, name: str, place: Span) -> Span:
        """The sentence around a place."""
        for sentence in parse(self.documents[name]).sentences:
            if sentence.span.overlaps(place):
                return sentence.span
        raise ValueError(f"no sentence at {place}")


def make_document(name: str) -> Document:
    """One document with its masthead."""
    outlet, agency, day = MASTHEADS[name]
    text = (FOLDER / name).read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    title = text.split("\n", 1)[0]
    credit = text.find("By Northline")
    return Document(
        id=content_id("d", digest),
        name=name,
        digest=digest,
        format=name.rpartition(".")[2].replace("txt", "text"),
        text=text,
        title=Stated(value=title, span=Span(start=0, end=len(title)), given_by="text"),
        outlet=Stated(value=outlet, given_by="sidecar:docs.json"),
        agency=Stated(value=agency, span=Span(start=credit, end=credit + 12), given_by="text")
        if agency
        else None,
        published=Stated(value=day, given_by="sidecar:docs.json"),
        language=Stated(value="en", given_by="text"),
        asides=(Aside(span=Span(start=credit, end=credit + 12), kind="credit"),) if agency else (),
    )


def parse(document: Document) -> Parse:
    """Paragraphs and sentences, found simply."""
    paragraphs, sentences = [], []
    for number, block in enumerate(re.finditer(r"[^\n]+", document.text)):
        paragraphs.append(Span(start=block.start(), end=block.end()))
        for found in re.finditer(r"\S.*?(?:[.!?][”\"]?(?=\s)|$)", block.group()):
            start, end = block.start() + found.start(), block.start() + found.end()
            tokens = tuple(
                (start + t.start(), start + t.end())
                for t in re.finditer(r"\w+|[^\w\s]", found.group())
            )
            sentences.append(
                Sentence(span=Span(start=start, end=end), paragraph=number, tokens=tokens)
            )
    return Parse(document=document.id, paragraphs=tuple(paragraphs), sentences=tuple(sentences))


def attribute(maker: Maker, said: Said, content: tuple[Span, ...]) -> tuple[str, ...]:
    """The attributions of one statement, from the outermost inward."""
    document = maker.documents[said.doc]
    inside: str | None = None
    ids: list[str] = []
    for source, cue, name, kind, cue_kind in said.links:
        key = content_id("a", document.id, said.key, name)
        style: Style = "direct" if document.text[content[0].start - 1] == "“" else "indirect"
        maker.attributions.append(
            Attribution(
                id=key,
                document=document.id,
                source=(maker.at(said.doc, source, content[0].start),) if source else (),
                cue=(maker.at(said.doc, cue, content[0].start),),
                content=content,
                inside=inside,
                style=style,
                cue_kind=cue_kind,
                name=name,
                kind=kind,
                veil=said.veil if kind == "anonymous" else None,
                stated=said.stated,
                probability=0.9,
                reasons=(Reason(rule="cues.v1", text=f"“{cue}” takes what is said as its object"),),
            )
        )
        inside = key
        ids.append(key)
    return tuple(ids)


def mention(maker: Maker, said: Said) -> None:
    """The mention of one statement."""
    document = maker.documents[said.doc]
    pieces = (said.words,) if isinstance(said.words, str) else tuple(said.words)
    spans = tuple(maker.at(said.doc, words) for words in pieces)
    chain = attribute(maker, said, spans)
    maker.mentions[said.key] = Mention(
        id=content_id("m", document.id, said.key),
        document=document.id,
        spans=spans,
        statement=spans,
        text=" ".join(pieces),
        sentence=maker.sentence(said.doc, spans[0]),
        attribution=chain[-1] if chain else None,
        chain=chain,
        polarity=said.polarity,
        modality=said.modality,
        kind="meta" if said.claim == "silence" else "fact",
        amounts=tuple(
            Amount(
                span=maker.at(said.doc, words, spans[0].start),
                value=value,
                unit=unit,
                comparator=sign,
                measure=measure,
                low=value if sign == ">" else None,
            )
            for words, value, unit, sign, measure in said.amounts
        ),
        times=tuple(
            Time(
                span=maker.at(said.doc, words, spans[0].start),
                first=first,
                last=last,
                precision="span",
                basis="published",
            )
            for words, first, last in said.times
        ),
        stated=said.stated or MASTHEADS[said.doc][2],
        reasons=(Reason(rule="extract.v1", text="the content of an attribution"),),
    )


KINDS: dict[str, SourceKind] = {"Harbour Courier": "media_outlet", "Veldt Works": "organization"}
SAME = {"harbour officials": "two harbour officials"}


def make_sources(maker: Maker) -> dict[str, Source]:
    """Sources by name: whoever is cited, and the outlets."""
    read: dict[str, list[Attribution]] = {}
    for found in maker.attributions:
        read.setdefault(found.name, []).append(found)
    for outlet, agency, _ in MASTHEADS.values():
        read.setdefault(outlet, [])
        if agency:
            read.setdefault(agency, [])
    return {
        name: Source(
            id=content_id("s", name),
            name=name,
            kind=found[0].kind if found else KINDS.get(name, "media_outlet"),
            attributions=tuple(sorted(a.id for a in found)),
            documents=tuple(
                sorted(maker.documents[d].id for d, row in MASTHEADS.items() if row[0] == name)
            ),
            veil=found[0].veil if found else None,
            reasons=(Reason(rule="names.v1", text="one name in all documents"),)
            if len(found) > 1
            else (),
        )
        for name, found in read.items()
    }


def make_chain(maker: Maker, said: Said, sources: dict[str, Source]) -> Chain:
    """Publisher, agency, cited sources, and what other documents add."""
    found, document = maker.mentions[said.key], maker.documents[said.doc]
    outlet, agency, _ = MASTHEADS[said.doc]
    hops = [Hop(source=sources[outlet].id, how="published")]
    if agency and document.agency and document.agency.span:
        place = Place(document=document.id, span=document.agency.span)
        hops.append(Hop(source=sources[agency].id, how="copied", place=place))
    by_id = {a.id: a for a in maker.attributions}
    for key in found.chain:
        cited = by_id[key]
        words = cited.cue[0] if cited.cue else cited.source[0]
        hops.append(
            Hop(
                source=sources[cited.name].id,
                attribution=key,
                how="said",
                place=Place(document=document.id, span=words),
            )
        )
    own = len(hops)
    for name, shown_in in said.hops:
        place = Place(document=maker.documents[shown_in].id, span=maker.at(shown_in, name))
        why = Reason(
            rule="join.v1", text=f"{MASTHEADS[shown_in][0]} itself cites {name}", places=(place,)
        )
        hops.append(Hop(source=sources[name].id, how="inferred", place=place, reasons=(why,)))
    return Chain(mention=found.id, hops=tuple(hops), own_depth=own)


def make_origins(
    maker: Maker, chains: dict[str, Chain], sources: dict[str, Source]
) -> list[Origin]:
    """Where the chains of each claim end."""
    ends: dict[tuple[str, str, str | None], list[str]] = {}
    kinds: dict[str, EvidenceKind] = {
        "dataset": "records",
        "anonymous": "testimony",
        "report": "document",
    }
    by_id = {source.id: source for source in sources.values()}
    for said in SAID:
        chain = chains[said.key]
        own = (
            maker.documents[said.doc].id if not said.links and not MASTHEADS[said.doc][1] else None
        )
        ends.setdefault((said.claim, chain.hops[-1].source, own), []).append(
            maker.mentions[said.key].id
        )
    return [
        Origin(
            id=content_id("o", claim, source, own or ""),
            claim=content_id("c", claim),
            source=source,
            own_voice=own,
            mentions=tuple(sorted(ids)),
            evidence=kinds.get(by_id[source].kind, "official_statement"),
        )
        for (claim, source, own), ids in ends.items()
    ]


def make_ties(maker: Maker, found: list[Origin], sources: dict[str, Source]) -> tuple[Tie, ...]:
    """What is known of each pair of origins of one claim."""
    names = {source.id: name for name, source in sources.items()}
    known: dict[frozenset[str], tuple[TieKind, str, str | None]] = {
        frozenset(row[:2]): (row[2], row[3], row[4]) for row in TIES
    }
    ties = []
    for at, left in enumerate(found):
        for right in found[at + 1 :]:
            kind, why, key = known.get(
                frozenset((names[left.source], names[right.source])),
                ("same", "one party's line", None),
            )
            mention_ = maker.mentions[key] if key else None
            places = (
                (Place(document=mention_.document, span=mention_.sentence),) if mention_ else ()
            )
            one, two = sorted((left.id, right.id))
            ties.append(
                Tie(
                    left=one,
                    right=two,
                    kind=kind,
                    reasons=(Reason(rule="origins.v1", text=why, places=places),),
                )
            )
    return tuple(ties)


def groups_of(found: list[Origin], ties: Sequence[Tie]) -> tuple[tuple[str, ...], ...]:
    """Origins that are surely one."""
    group = {origin.id: {origin.id} for origin in found}
    for tie in ties:
        if tie.kind == "same":
            union = group[tie.left] | group[tie.right]
            for key in union:
                group[key] = union
    return tuple(sorted({tuple(sorted(keys)) for keys in group.values()}))


def make_claims(maker: Maker) -> list[Claim]:
    """Claims with their mentions."""
    names = list(dict.fromkeys(said.claim for said in SAID))
    claims = []
    for name in names:
        members = [said for said in SAID if said.claim == name]
        best = maker.mentions[BEST.get(name, members[0].key)]
        found = [maker.mentions[said.key] for said in members]
        claims.append(
            Claim(
                id=content_id("c", name),
                mentions=tuple(m.id for m in found),
                best=best.id,
                text=best.text,
                documents=tuple(sorted({m.document for m in found})),
                reasons=(
                    Reason(
                        rule="compare.v1",
                        text="same actor, act, substance and amount",
                        weight=0.93,
                        places=tuple(
                            Place(document=m.document, span=m.spans[0]) for m in found[:2]
                        ),
                    ),
                )
                if len(found) > 1
                else (),
            )
        )
    return claims


def make_copy(maker: Maker) -> Copy:
    """The courier reprints the agency."""
    names = sorted(("courier.txt", "northline.txt"), key=lambda name: maker.documents[name].id)
    passages = []
    text = maker.documents["northline.txt"].text
    for words in [text[text.index("The Veldt") :].splitlines()[at] for at in (0, 2, 4)]:
        left, right = (maker.at(name, words) for name in names)
        passages.append(Passage(left=left, right=right))
    return Copy(
        left=maker.documents[names[0]].id,
        right=maker.documents[names[1]].id,
        kind="copy",
        passages=tuple(passages),
        left_share=0.86,
        right_share=0.83,
        upstream=maker.documents["northline.txt"].id,
        reasons=(Reason(rule="copies.v1", text="61 words in a row, and the agency's credit line"),),
    )


def make_dossier() -> Dossier:
    """The sample, with records in no particular order and without a ranking."""
    maker = Maker()
    for name in MASTHEADS:
        maker.documents[name] = make_document(name)
    for said in SAID:
        mention(maker, said)
    sources = make_sources(maker)
    chains = {said.key: make_chain(maker, said, sources) for said in SAID}
    claims, origins = make_claims(maker), make_origins(maker, chains, sources)
    corroborations, assessments = [], []
    for claim, name in zip(claims, dict.fromkeys(said.claim for said in SAID), strict=True):
        found = [origin for origin in origins if origin.claim == claim.id]
        ties = make_ties(maker, found, sources)
        groups = groups_of(found, ties)
        low, high = LOW_HIGH.get(name, (1, 1))
        corroborations.append(
            Corroboration(
                claim=claim.id,
                origins=tuple(sorted(o.id for o in found)),
                ties=ties,
                groups=groups,
                low=low,
                high=high,
                reasons=(
                    Reason(
                        rule="independence.v1",
                        text=f"{len(found)} ends, {len(groups)} after merging",
                    ),
                ),
                pivots=(
                    Reason(
                        rule="independence.v1",
                        text="who the two harbour officials are, and whether they read the logs",
                    ),
                )
                if low < high
                else (),
            )
        )
        assessments.append(
            Assessment(
                claim=claim.id,
                status=STATUS.get(name, "single origin"),
                credibility=3 if name == "spill" else 6,
                estimate=Band(name="roughly even chance", low=45, high=55)
                if name == "close-outlet"
                else None,
                reasons=(
                    Reason(rule="status.v1", text="asserted by one origin and denied by another"),
                )
                if name == "spill"
                else (),
            )
        )
    return Dossier(
        title="Marrow Bay",
        documents=tuple(maker.documents.values()),
        parses=tuple(parse(document) for document in maker.documents.values()),
        attributions=tuple(maker.attributions),
        mentions=tuple(maker.mentions.values()),
        sources=tuple(sources.values()),
        claims=tuple(claims),
        comparisons=(),
        stances=tuple(
            Stance(
                mention=maker.mentions[s.key].id, claim=content_id("c", s.claim), stance=s.stance
            )
            for s in SAID
        ),
        relations=tuple(
            Relation(
                kind=kind,
                from_claim=content_id("c", left),
                to_claim=content_id("c", right),
                score=0.8,
                weak=kind == "contradicts" and left == "twenty",
                reasons=(Reason(rule="relate.v1", text=why),),
            )
            for kind, left, right, why in RELATIONS
        ),
        copies=(make_copy(maker),),
        chains=tuple(chains.values()),
        origins=tuple(origins),
        corroborations=tuple(corroborations),
        assessments=tuple(assessments),
        ranking=(),
        judgements=(
            Judgement(
                id="j-1",
                who="A. Analyst",
                made_at="2031-04-10T09:00:00+02:00",
                kind="note",
                why="ask the harbour master for the logs",
            ),
        ),
        failures=(
            Failure(
                document="scan.pdf",
                stage="ingest",
                reason="the pages are pictures without text",
                where="page 1",
                advice="run a text recognition over it first",
            ),
        ),
        manifest=Manifest(
            version="0.1.0",
            schema="headwater-dossier/2",
            parts=("attribute=lexicon.v1", "link=rules.v1"),
            settings="[link]\nmin_score = 0.6\n",
            inputs=tuple(sorted(f"{d.name} {d.digest}" for d in maker.documents.values())),
        ),
    )
