"""The hand annotation of the example: writes `gold/docs/`, `gold/docs.json` and `gold/gold.json`.

    python examples/harbour/annotate.py

The gold refers to each document's text as ingest reads it; that text is kept in `gold/docs/`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from headwater.ingest import ingest
from headwater.ingest.files import collect

HERE = Path(__file__).resolve().parent
GOLD = HERE / "gold"

Json = dict[str, Any]
Level = tuple[str, str | None, str | None]  # source, its words in the text, its cue

FILES = {
    "northwire": "northwire.txt",
    "tribune": "tribune.html",
    "ledger": "ledger.txt",
    "statement": "statement.eml",
    "meridian": "meridian.pdf",
    "gazette": "gazette.docx",
    "watch": "harbour-watch-31",
    "clearwater": "clearwater.md",
}


class Case:
    """A case under construction: quotations become offsets, and none may be ambiguous."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self.docs: dict[str, Json] = {}
        self.sources: dict[str, Json] = {}
        self.mentions: list[Json] = []
        self.claims: dict[str, Json] = {}
        self.relations: list[Json] = []
        self.verdicts: list[Json] = []

    def doc(self, key: str, prefix: Sequence[str], outlet: str, **about: str | None) -> None:
        """Register a document; `prefix` is the publisher, and the agency whose copy it is."""
        day = about.pop("published")
        self.docs[key] = {
            "id": key,
            "file": f"docs/{key}.txt",
            "sha256": hashlib.sha256(self.texts[key].encode()).hexdigest(),
            "prefix": list(prefix),
            "original": FILES[key],
            "outlet": outlet,
            **about,
            "published": {"from": day, "to": day, "basis": "stated"},
        }

    def source(self, key: str, name: str, kind: str, *aliases: str, of: str | None = None) -> None:
        """Add a source with every spelling that the documents use."""
        self.sources[key] = {
            "id": key, "name": name, "kind": kind, "aliases": list(aliases), "affiliation": of,
        }

    def claim(
        self,
        key: str,
        text: str,
        *,
        same: Sequence[tuple[Sequence[str], str]] = (),
        maybe: Sequence[tuple[Sequence[str], str]] = (),
    ) -> None:
        """Add a claim; `same` and `maybe` group the ends of chains that are, or may be, one."""
        self.claims[key] = {"id": key, "text": text, "same": same, "maybe": maybe}

    def find(self, doc: str, quote: str, within: tuple[int, int] | None = None) -> tuple[int, int]:
        """The place of a quotation, which must be unique."""
        low, high = within or (0, len(self.texts[doc]))
        count = self.texts[doc].count(quote, low, high)
        if count != 1:
            raise ValueError(f"{doc}: {quote!r} stands {count} times in {within}")
        start = self.texts[doc].index(quote, low, high)
        return start, start + len(quote)

    def near(self, doc: str, quote: str | None, anchor: int) -> Json | None:
        """The occurrence of source or cue words that is closest to a place."""
        if quote is None:
            return None
        starts, at = [], self.texts[doc].find(quote)
        while at >= 0:
            starts.append(at)
            at = self.texts[doc].find(quote, at + 1)
        start = min(starts, key=lambda found: abs(found - anchor))
        return {"start": start, "end": start + len(quote), "text": quote}

    def mention(self, key: str, claim: str, quote: str, *by: Level, **more: Any) -> None:
        """Add a mention; `key` begins with its document, `by` goes from the outlet inward.

        Further keywords: `narrow` (own words inside the statement), `type`, `mod`, `neg`, `q`,
        `alt` (other chains that will do), `optional`, `note`.
        """
        doc = key.partition(".")[0]
        prefix = self.docs[doc]["prefix"]
        span = self.find(doc, quote)
        narrow = [self.find(doc, part, span) for part in more.get("narrow", ())]
        record: Json = {
            "id": key,
            "doc": doc,
            "claim": claim,
            "spans": [list(span)],
            "text": quote,
            "chain": [*prefix, *(node for node, _, _ in by)],
            "attribution": [self.level(doc, span[0], level) for level in by],
            "type": more.get("type", "fact"),
            "polarity": "negative" if more.get("neg") else "positive",
            "modality": more.get("mod", "asserted"),
        }
        if narrow:
            record["narrow"] = [list(part) for part in narrow]
            record["narrow_text"] = " … ".join(self.texts[doc][a:b] for a, b in narrow)
        if more.get("alt"):
            record["alt_chains"] = [[*prefix, *chain] for chain in more["alt"]]
        if more.get("q"):
            record["quantities"] = [self.quantity(doc, span, *row) for row in more["q"]]
        record |= {k: more[k] for k in ("optional", "note") if more.get(k)}
        self.mentions.append(record)

    def level(self, doc: str, anchor: int, level: Level) -> Json:
        """One level of attribution, with its words."""
        node, words, cue = level
        source = self.near(doc, words, anchor)
        return {"node": node, "source": source, "cue": self.near(doc, cue, anchor)}

    def quantity(
        self, doc: str, span: tuple[int, int], words: str, value: float, unit: str, mark: str = "="
    ) -> Json:
        """A figure with its place."""
        start, end = self.find(doc, words, span)
        return {
            "text": words, "value": value, "unit": unit, "comparator": mark, "start": start, "end": end,
        }

    def relate(self, kind: str, source: str, target: str, *, weak: bool = False) -> None:
        """Add a relation between claims."""
        row: Json = {"type": kind, "from": source, "to": target}
        self.relations.append(row | ({"weak": True} if weak else {}))

    def origins(self, claim: Json, members: Sequence[Json]) -> Json:
        """Ends of the chains, groups, and how many are independent."""
        nodes = list(dict.fromkeys(m["chain"][-1] for m in members))
        groups = [
            {"nodes": [n for n in inside if n in nodes], "link": link, "why": why}
            for link in ("same", "maybe")
            for inside, why in claim[link]
        ]
        own = {m["chain"][-1] for m in members if m["chain"] == self.docs[m["doc"]]["prefix"]}
        if len(nodes) > 1 and own:
            why = "the outlet says so itself and does not tell from where"
            groups.append({"nodes": nodes, "link": "maybe", "why": why})
        same = [g["nodes"] for g in groups if g["link"] == "same"]
        low = pieces(nodes, [g["nodes"] for g in groups])
        interval = {"lower": low, "upper": pieces(nodes, same)}
        return {"nodes": nodes, "groups": groups, "independent": interval, "why": ""}

    def write(self) -> None:
        """Check that all hangs together, and write the case."""
        members: dict[str, list[Json]] = {key: [] for key in self.claims}
        for mention in self.mentions:
            members[mention["claim"]].append(mention)
            if spare := set(mention["chain"]) - set(self.sources):
                raise ValueError(f"{mention['id']}: no source {spare}")
        claims = [
            {
                "id": key,
                "text": claim["text"],
                "mentions": [m["id"] for m in members[key]],
                "docs": sorted({m["doc"] for m in members[key]}),
                "origins": self.origins(claim, members[key]),
            }
            for key, claim in self.claims.items()
        ]
        gold = {
            "format": "headwater-gold/1",
            "case": "harbour",
            "question": "Did Veldania ship gyroscopes to Karsovia, and on whose word is that said?",
            "annotator": "the authors of the example",
            "sources": list(self.sources.values()),
            "mentions": self.mentions,
            "claims": claims,
            "relations": self.relations,
            "citations": self.citations(),
            "positions": [],
            "timeline": [],
            "verdicts": self.verdicts,
        }
        (GOLD / "docs").mkdir(parents=True, exist_ok=True)
        for key, text in self.texts.items():
            (GOLD / "docs" / f"{key}.txt").write_text(text, encoding="utf-8", newline="\n")
        save(GOLD / "docs.json", {"docs": list(self.docs.values())})
        save(GOLD / "gold.json", gold)

    def citations(self) -> list[Json]:
        """Who cites whom: every step of every chain."""
        edges: dict[tuple[str, str], Json] = {}
        for mention in self.mentions:
            for left, right in pairwise(mention["chain"]):
                new: Json = {
                    "from": left, "to": right, "docs": [], "mentions": [], "basis": "text",
                }
                edge = edges.setdefault((left, right), new)
                if mention["doc"] not in edge["docs"]:
                    edge["docs"].append(mention["doc"])
                edge["mentions"].append(mention["id"])
        return list(edges.values())


def pieces(nodes: Iterable[str], groups: Iterable[Iterable[str]]) -> int:
    """How many pieces the nodes fall into once each group is merged."""
    piece = {node: {node} for node in nodes}
    for group in groups:
        for left, right in pairwise(list(group)):
            if piece[left] is not piece[right]:
                piece[left] |= piece[right]
                for node in piece[right]:
                    piece[node] = piece[left]
    return len({id(part) for part in piece.values()})


def save(path: Path, value: Json) -> None:
    """Write JSON with one list item a line."""
    lines = []
    for key, item in value.items():
        if isinstance(item, list) and item:
            rows = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in item)
            lines.append(f" {json.dumps(key)}: [\n  {rows}\n ]")
        else:
            lines.append(f" {json.dumps(key)}: {json.dumps(item, ensure_ascii=False)}")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


def read_texts() -> dict[str, str]:
    """The text of each document as ingest reads it."""
    documents = {d.name: d.text for d in ingest(collect([str(HERE / "inbox")])).documents}
    return {key: documents[name] for key, name in FILES.items()}


# ------------------------------------------------------------------------------ the annotation


def add_documents(case: Case) -> None:
    """Who published what."""
    case.doc(
        "northwire", ["media:northwire"], "Northwire", published="2031-03-11",
        title="Report says Veldania shipped gyroscopes to Karsovia", byline="Ilse Brandt",
        dateline="PORT ELSWICK, Veldania", genre="wire report",
    )
    case.doc(
        "tribune", ["media:tribune", "media:northwire"], "The Tidewater Tribune",
        published="2031-03-12", byline="Northwire", dateline="PORT ELSWICK", genre="wire copy",
        title="Gyroscopes went to Karsovia through Port Elswick, report finds",
    )
    case.doc(
        "ledger", ["media:ledger"], "The Larkspur Ledger", published="2031-03-14",
        byline="Anton Wray", dateline="LARKSPUR", genre="news with anonymous sources",
        title="Twice and thrice the cargo: officials raise the count of gyroscopes for Karsovia",
    )
    case.doc(
        "statement", ["gov:trade-ministry"], "Ministry of Trade of Veldania",
        published="2031-03-15", title="Statement on reports about exports to Karsovia",
        byline="Ministry of Trade of Veldania", dateline=None, genre="press statement",
    )
    case.doc(
        "meridian", ["media:meridian"], "Meridian Post", published="2031-03-16",
        title="Doubts grow over Veldania’s harbour", byline="Rosa Keel", dateline=None, genre="news",
    )
    case.doc(
        "gazette", ["media:gazette"], "Port Elswick Gazette", published="2031-03-18",
        title="Night ship in Drenik raises questions at our harbour", byline="Nils Oda",
        dateline=None, genre="local news",
    )
    case.doc(
        "watch", ["media:watch"], "Harbour Watch", published="2031-03-20",
        title="Two thousand gyroscopes and counting", byline=None, dateline=None, genre="newsletter",
    )
    case.doc(
        "clearwater", ["media:clearwater"], "Clearwater Check", published="2031-03-25",
        title="Fact check: Did Veldania send 2,000 gyroscopes to Karsovia?", byline="Jun Abara",
        dateline=None, genre="fact-check",
    )


def add_sources(case: Case) -> None:
    """Everyone who is cited."""
    case.source("media:northwire", "Northwire", "media_outlet")
    case.source("media:tribune", "The Tidewater Tribune", "media_outlet", "Tidewater Tribune")
    case.source("media:ledger", "The Larkspur Ledger", "media_outlet", "Larkspur Ledger")
    case.source("media:meridian", "Meridian Post", "media_outlet", "the Meridian Post")
    case.source("media:gazette", "Port Elswick Gazette", "media_outlet", "the Gazette")
    case.source("media:watch", "Harbour Watch", "media_outlet", "the newsletter Harbour Watch")
    case.source("media:clearwater", "Clearwater Check", "media_outlet")
    case.source(
        "report:quiet-cargo", "Quiet Cargo (Halden Institute report)", "report", "Quiet Cargo",
        "a report by the Halden Institute", "report by the Halden Institute", "The report",
        "The report of the Halden Institute", "the Halden paper", "The study", "study",
        "Halden Institute report", "report", of="org:halden",
    )
    case.source("org:halden", "Halden Institute", "organization", "the Halden Institute")
    case.source(
        "data:customs", "Veldanian customs records", "dataset", "customs records of Veldania",
        "Customs records of Veldania", "Customs data", "figures of the customs office",
        "the national customs office", "customs records", "customs office", "national customs office",
        of="gov:veldania",
    )
    case.source(
        "person:quill", "Marta Quill", "person", "Marta Quill, who wrote the report",
        "Marta Quill of the Halden Institute", "its author, Marta Quill", of="org:halden",
    )
    case.source(
        "anon:ledger", "Alder Union officials (to The Larkspur Ledger)", "anonymous",
        "Two Alder Union officials", "Alder Union officials", "One of the officials",
        "an Alder Union official", "Anonymous officials", "officials", "Alder Union official",
        of="org:alder-union",
    )
    case.source(
        "anon:meridian", "people briefed on an Alder Union assessment", "anonymous",
        "people briefed", of="org:alder-union",
    )
    case.source("org:alder-union", "Alder Union", "organization", "the Alder Union")
    case.source(
        "leak:manifest", "leaked cargo manifest of the Ansgar", "leak", "A cargo manifest",
        "A cargo manifest obtained by The Larkspur Ledger", "cargo manifest", "manifest",
    )
    case.source("gov:veldania", "Veldania", "government", "Veldanian government")
    case.source(
        "gov:trade-ministry", "Ministry of Trade of Veldania", "government",
        "Veldania’s Ministry of Trade", "The Ministry of Trade of Veldania", "the ministry",
        "Ministry of Trade", of="gov:veldania",
    )
    case.source(
        "person:lund", "Petra Lund", "person", "spokeswoman Petra Lund", "Ms. Lund",
        of="gov:trade-ministry",
    )
    case.source(
        "person:marsk", "Olen Marsk", "person", "Prime Minister Olen Marsk", of="gov:veldania"
    )
    case.source(
        "gov:marsk-office", "office of Prime Minister Olen Marsk", "government",
        "Mr. Marsk’s office", "Prime Minister's office", of="gov:veldania",
    )
    case.source(
        "gov:embassy", "Karsovian embassy in Orsholm", "government", "The Karsovian embassy",
        "Karsovian embassy", "embassy",
    )
    case.source("org:port", "Port Elswick port authority", "organization", "The port authority",
                "port authority")
    case.source("person:sund", "Greta Sund", "person", "harbour master Greta Sund", of="org:port")
    case.source("person:feld", "Nora Feld", "person", "Nora Feld, a crane driver")
    case.source("person:tarn", "Emil Tarn", "person", "Emil Tarn, a harbour pilot")
    case.source(
        "person:holt", "Dana Holt", "person", "its foreign policy chief, Dana Holt",
        "Dana Holt, the Alder Union’s foreign policy chief", of="org:alder-union",
    )


def add_claims(case: Case) -> None:
    """What is said, and which of the ends of its chains are one."""
    state = "one government on its own conduct"
    case.claim("shipped", "Veldania shipped gyroscopes to Karsovia through Port Elswick.")
    case.claim("at-least-400", "Veldania shipped at least 400 gyroscopes to Karsovia.")
    case.claim("aboard-ansgar", "The gyroscopes left aboard the Ansgar from June to December 2030.")
    case.claim(
        "rose-83", "Veldania's exports of precision instruments to Karsovia rose by 83% in 2030."
    )
    case.claim("worth-41m", "Those exports were worth 41 million crowns in 2030.")
    case.claim("almost-doubled", "Those exports almost doubled in 2030.")
    case.claim("not-ordinary", "This is not ordinary trade.")
    case.claim("embargo", "Karsovia has been under an Alder Union arms embargo since 2028.")
    case.claim("embassy-silent", "The Karsovian embassy did not respond.")
    case.claim(
        "about-1200", "Veldania delivered about 1,200 gyroscopes to Karsovia.",
        maybe=[(["anon:ledger", "anon:meridian"], "both speak of one Alder Union assessment")],
    )
    case.claim("approved", "The office of Prime Minister Marsk approved the deliveries.")
    case.claim("office-silent", "Marsk's office did not say whether it had approved them.")
    case.claim(
        "crates", "The Ansgar carried 36 crates marked as ship compasses to Drenik on October 9."
    )
    case.claim("leaked", "An employee of the port authority leaked the manifest.")
    case.claim("rockets", "The gyroscopes steer the rockets that Karsovia fires at Lorvale.")
    case.claim(
        "no-deliveries", "Veldania has not delivered guidance equipment to Karsovia.",
        same=[(["gov:trade-ministry", "person:lund", "gov:veldania", "person:marsk"], state)],
    )
    case.claim("compasses", "The exports were ship compasses and medical scales.")
    case.claim("obey", "Veldanian companies obey the embargo.")
    case.claim("rejects", "The ministry rejects the accusations.")
    case.claim(
        "brisa", "The Brisa was unloaded at night in Drenik in February 2031.",
        same=[(["media:gazette", "media:meridian"], "a circle: each cites the other")],
    )
    case.claim("brisa-silent", "The port authority did not say whether the Brisa had called.")
    case.claim("no-comment", "The port does not comment on single ships.")
    case.claim("guarded", "Soldiers guarded the Ansgar in October.")
    case.claim("sanctions", "The Alder Union will impose new sanctions on the port in April.")
    case.claim(
        "over-2000", "Veldania has sent more than 2,000 gyroscopes to Karsovia.",
        same=[(["org:halden", "media:watch"], "Clearwater Check quotes Harbour Watch, which names Halden")],
    )
    case.claim("no-such-figure", "The Halden Institute never gave a figure of 2,000.")
    case.claim("unverified", "Clearwater Check could not verify the figure of 1,200.")
    case.claim("goods-unknown", "The customs records do not show what the goods were.")
    for newer, older in (("about-1200", "at-least-400"), ("over-2000", "about-1200")):
        case.relate("updates", newer, older)
    for specific in ("at-least-400", "about-1200", "over-2000"):
        case.relate("entails", specific, "shipped")
        case.relate("denies", "no-deliveries", specific, weak=specific == "over-2000")
    case.relate("denies", "no-deliveries", "shipped")
    case.relate("entails", "rose-83", "almost-doubled")
    case.relate("contradicts", "no-such-figure", "over-2000")
    case.relate("contradicts", "compasses", "shipped", weak=True)
    case.relate("contradicts", "at-least-400", "over-2000", weak=True)
    case.relate("contradicts", "about-1200", "over-2000", weak=True)


def add_wire(case: Case) -> None:
    """The agency's report and its copy."""
    by_report: Level = ("report:quiet-cargo", "a report by the Halden Institute", "according to")
    case.mention(
        "northwire.01", "shipped", "Veldania shipped gyroscopes to Karsovia",
        ("report:quiet-cargo", "Report", "says"),
    )
    case.mention(
        "tribune.01", "shipped", "Gyroscopes went to Karsovia through Port Elswick",
        ("report:quiet-cargo", "report", "finds"),
    )
    for doc in ("northwire", "tribune"):
        records = (
            "Veldanian customs records" if doc == "northwire" else "customs records of Veldania"
        )
        tail = " to 41 million crowns" if doc == "northwire" else ""
        rise = f"exports of precision instruments to Karsovia rose by 83% in 2030{tail}"
        report: Level = ("report:quiet-cargo", "The report", "says")
        cited: Level = ("report:quiet-cargo", "It", "cites")
        data: Level = ("data:customs", records, "show that")
        case.mention(
            f"{doc}.02", "at-least-400",
            "Veldania has shipped at least 400 missile gyroscopes to Karsovia through the harbour "
            "of Port Elswick",
            by_report, q=[("at least 400", 400, "count", ">=")],
        )
        case.mention(
            f"{doc}.03", "aboard-ansgar",
            "the gyroscopes left Veldania aboard the freighter Ansgar between June and December 2030",
            report,
        )
        narrow = [rise.removesuffix(tail)] if tail else []
        case.mention(
            f"{doc}.04", "rose-83", rise, cited, data, narrow=narrow, q=[("83%", 83, "percent")]
        )
        case.mention(
            f"{doc}.06", "not-ordinary", "This is not ordinary trade",
            ("person:quill", "Marta Quill, who wrote the report", "said"), type="opinion", neg=True,
        )
        case.mention(
            f"{doc}.08", "embassy-silent",
            "The Karsovian embassy in Orsholm did not respond to a request for comment",
            type="meta", neg=True, alt=[["gov:embassy"]],
        )
    case.mention(
        "northwire.05", "worth-41m",
        "exports of precision instruments to Karsovia rose by 83% in 2030 to 41 million crowns",
        ("report:quiet-cargo", "It", "cites"),
        ("data:customs", "Veldanian customs records", "show that"),
        narrow=["exports of precision instruments to Karsovia", "in 2030 to 41 million crowns"],
        q=[("41 million crowns", 41_000_000, "crown")],
    )
    case.mention(
        "northwire.07", "embargo",
        "Karsovia has been under an arms embargo of the Alder Union since 2028",
    )


def add_ledger(case: Case) -> None:
    """The Ledger: officials, a leak, a denial, a non-answer."""
    case.mention(
        "ledger.01", "about-1200",
        "Veldania had delivered about 1,200 gyroscopes to Karsovia since last summer",
        ("anon:ledger", "Two Alder Union officials", "said that"),
        q=[("about 1,200", 1200, "count", "~")],
    )
    case.mention(
        "ledger.02", "approved",
        "the office of Prime Minister Olen Marsk had approved the deliveries",
        ("anon:ledger", "One of the officials", "said that"),
    )
    case.mention(
        "ledger.03", "crates",
        "the Ansgar carried 36 crates marked “ship compasses” to the Karsovian port of Drenik on "
        "October 9",
        ("leak:manifest", "A cargo manifest obtained by The Larkspur Ledger", "shows that"),
        q=[("36", 36, "count")],
    )
    case.mention("ledger.04", "leaked", "An employee of the port authority leaked the manifest")
    case.mention(
        "ledger.05", "rockets",
        "The gyroscopes steer the rockets that Karsovia fires at Lorvale",
        ("person:quill", "Marta Quill of the Halden Institute", "said"),
    )
    case.mention(
        "ledger.06", "at-least-400", "the number of gyroscopes at 400 or more",
        ("report:quiet-cargo", "The study", "put"), q=[("400 or more", 400, "count", ">=")],
    )
    case.mention(
        "ledger.07", "no-deliveries", "guidance equipment had been sent to Karsovia",
        ("gov:trade-ministry", "Veldania’s Ministry of Trade", "denied that"),
        type="position", mod="denied", neg=True,
    )
    case.mention(
        "ledger.08", "office-silent",
        "Mr. Marsk’s office declined to say whether it had approved the deliveries",
        type="meta", neg=True, alt=[["gov:marsk-office"]],
    )


def add_statement(case: Case) -> None:
    """The ministry's press statement."""
    case.mention(
        "statement.01", "rejects",
        "The Ministry of Trade of Veldania rejects the accusations published this week",
        type="position", mod="denied", neg=True, optional=True, alt=[["gov:trade-ministry"]],
    )
    case.mention(
        "statement.02", "no-deliveries",
        "Veldania has not delivered gyroscopes or any other guidance equipment to Karsovia",
        ("person:lund", "spokeswoman Petra Lund", "said"), type="position", neg=True,
    )
    case.mention(
        "statement.03", "worth-41m",
        "exports of precision instruments to Karsovia were worth 41 million crowns in 2030",
        ("data:customs", "the national customs office", "According to"),
        q=[("41 million crowns", 41_000_000, "crown")],
    )
    case.mention(
        "statement.04", "compasses", "The goods were ship compasses and medical scales",
        ("gov:trade-ministry", "the ministry", "said"), type="position",
    )
    case.mention(
        "statement.05", "obey", "Our companies obey the embargo",
        ("person:lund", "Ms. Lund", "said"), type="position",
    )


def add_meridian(case: Case) -> None:
    """The Post: the briefing again, half of a circle, a denial."""
    case.mention(
        "meridian.01", "about-1200",
        "Veldania supplied Karsovia with about 1,200 gyroscopes for rockets",
        ("anon:meridian", "people briefed on an Alder Union assessment", "according to"),
        q=[("about 1,200", 1200, "count", "~")],
    )
    case.mention(
        "meridian.02", "brisa",
        "A second ship, the Brisa, was unloaded at night in the Karsovian port of Drenik last month",
        ("media:gazette", "the Port Elswick Gazette", "reported"),
    )
    case.mention(
        "meridian.03", "almost-doubled",
        "Veldania’s exports of precision instruments to Karsovia almost doubled last year",
        ("data:customs", "Customs data", "show that"),
    )
    case.mention(
        "meridian.07", "guarded", "Soldiers guarded the Ansgar in October",
        ("person:tarn", "Emil Tarn, a harbour pilot", "said"),
    )
    case.mention(
        "meridian.04", "no-deliveries", "the accusations",
        ("gov:veldania", "Veldania", "denies"), type="position", mod="denied", neg=True,
        optional=True,
    )
    case.mention(
        "meridian.05", "no-deliveries", "Not a single gyroscope has left our country for Karsovia",
        ("person:marsk", "Prime Minister Olen Marsk", "told"), type="position", neg=True,
    )
    case.mention(
        "meridian.06", "sanctions",
        "The Alder Union will impose new sanctions on the port in April",
        ("person:holt", "its foreign policy chief, Dana Holt", "said"), type="position", mod="planned",
    )


def add_gazette(case: Case) -> None:
    """The Gazette: the other half of the circle, a non-answer, dockers."""
    case.mention(
        "gazette.01", "brisa",
        "The freighter Brisa was unloaded at night in the Karsovian port of Drenik in February",
        ("media:meridian", "the Meridian Post", "has reported"),
    )
    case.mention(
        "gazette.02", "brisa-silent",
        "The port authority would not say whether the Brisa had called at Port Elswick",
        type="meta", neg=True, alt=[["org:port"]],
    )
    case.mention(
        "gazette.03", "no-comment", "We do not comment on single ships",
        ("person:sund", "harbour master Greta Sund", "said"), type="position", neg=True,
    )
    case.mention(
        "gazette.04", "at-least-400", "at least 400 gyroscopes passed through our harbour last year",
        ("report:quiet-cargo", "the Halden paper", "According to"),
        q=[("at least 400", 400, "count", ">=")],
    )
    case.mention(
        "gazette.05", "rose-83",
        "Exports of precision instruments to Karsovia rose by 83 percent in 2030",
        ("data:customs", "figures of the customs office", "according to"),
        q=[("83 percent", 83, "percent")],
    )
    case.mention(
        "gazette.06", "guarded", "soldiers had guarded the Ansgar in October",
        ("person:feld", "Nora Feld, a crane driver", "told"),
    )


def add_late(case: Case) -> None:
    """The newsletter that lets the figure grow, and the fact-check that stops it."""
    case.mention(
        "watch.01", "over-2000", "Veldania has sent more than 2,000 gyroscopes to Karsovia",
        ("org:halden", "the Halden Institute", "has found"),
        alt=[["report:quiet-cargo"]], q=[("more than 2,000", 2000, "count", ">")],
    )
    case.mention(
        "watch.02", "approved", "The office of Prime Minister Olen Marsk approved the deliveries",
        ("media:ledger", "The Larkspur Ledger", "reported"),
        ("anon:ledger", "an Alder Union official", "citing"),
    )
    case.mention(
        "watch.03", "sanctions", "new sanctions on the port would follow in April",
        ("person:holt", "Dana Holt, the Alder Union’s foreign policy chief", "said that"),
        type="position", mod="planned",
    )
    case.mention(
        "clearwater.01", "over-2000", "Veldania has sent more than 2,000 gyroscopes to Karsovia",
        ("media:watch", "the newsletter Harbour Watch", "wrote"),
        q=[("more than 2,000", 2000, "count", ">")],
    )
    case.mention(
        "clearwater.02", "at-least-400", "at least 400 gyroscopes",
        ("report:quiet-cargo", "The report of the Halden Institute", "counts"),
        q=[("at least 400", 400, "count", ">=")],
    )
    case.mention(
        "clearwater.03", "no-such-figure", "We never gave a figure of 2,000",
        ("person:quill", "its author, Marta Quill", "told"), type="position", neg=True,
        q=[("2,000", 2000, "count")],
    )
    case.mention(
        "clearwater.04", "about-1200", "Anonymous officials have spoken of about 1,200 gyroscopes",
        ("media:ledger", "The Larkspur Ledger", "according to"),
        ("anon:ledger", "Anonymous officials", "have spoken of"),
        narrow=["about 1,200 gyroscopes"], q=[("about 1,200", 1200, "count", "~")],
    )
    case.mention(
        "clearwater.05", "unverified", "Clearwater Check could not verify that figure",
        type="meta", neg=True,
    )
    rise = "exports of precision instruments to Karsovia rose by 83% to 41 million crowns in 2030"
    data: Level = ("data:customs", "Customs records of Veldania", "show that")
    case.mention(
        "clearwater.06", "rose-83", rise, data, q=[("83%", 83, "percent")],
        narrow=["exports of precision instruments to Karsovia rose by 83%", "in 2030"],
    )
    case.mention(
        "clearwater.07", "worth-41m", rise, data, q=[("41 million crowns", 41_000_000, "crown")],
        narrow=["exports of precision instruments to Karsovia", "to 41 million crowns in 2030"],
    )
    case.mention(
        "clearwater.08", "goods-unknown", "The records do not show what the goods were",
        type="meta", neg=True, alt=[["data:customs"]],
    )
    case.mention(
        "clearwater.09", "no-deliveries", "the deliveries",
        ("gov:veldania", "Veldania", "has denied"), type="position", mod="denied", neg=True,
    )
    start, end = case.find("clearwater", "Verdict: False.")
    case.verdicts.append(
        {
            "doc": "clearwater", "start": start, "end": end, "text": "Verdict: False.",
            "verdict": "false", "claims": ["over-2000"], "mentions": ["clearwater.01"], "note": "",
        }
    )


def main() -> None:
    """Write the gold case."""
    case = Case(read_texts())
    for add in (
        add_documents, add_sources, add_claims, add_wire, add_ledger, add_statement, add_meridian,
        add_gazette, add_late,
    ):
        add(case)
    case.write()


if __name__ == "__main__":
    main()
