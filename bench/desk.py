"""Measures the desk on a large invented case: 1,000 documents with 50,000 statements.

    python bench/desk.py                prints the table of bench/desk.md
    python bench/desk.py 100 2000       another number of documents and of statements

The records are made by hand, not by the pipeline; the pages do not notice the difference.
"""

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from headwater.case import DATA, Case
from headwater.config import Settings
from headwater.desk.app import make_app
from headwater.desk.cases.front import prepare
from headwater.desk.cases.shelf import Shelf
from headwater.desk.guard import GuardSettings
from headwater.model.assessment import Assessment
from headwater.model.attribution import Attribution
from headwater.model.base import content_id
from headwater.model.claim import Claim, Relation, Stance
from headwater.model.document import Document, Stated
from headwater.model.dossier import Dossier, Manifest
from headwater.model.mention import Mention
from headwater.model.parse import Amount, Parse, Sentence
from headwater.model.reason import Reason
from headwater.model.source import Source
from headwater.model.span import Place, Span
from headwater.model.trace import Chain, Copy, Corroboration, Hop, Origin, Passage, Tie
from headwater.report.data import SCHEMA, to_json
from headwater.report.ranking import rank_claims
from headwater.report.write import write_files

HOME = "http://127.0.0.1:8765"
OUTLETS = 120
PEOPLE = 1500
LARGEST = 0.02  # share of all statements that the largest claim holds
COPIES = 400
SIZES, WEIGHTS = (1, 2, 3, 5, 12, 40), (60, 22, 9, 6, 2.5, 0.5)  # statements of a claim, percent
RUNS = 15
THINGS = (
    "ship port tanker customs embargo ministry harbour crane permit convoy ledger manifest".split()
)
PLACES = "Elswick Drenik Orsholm Lorvale Ansgar Brisa Tidewater Larkspur Halden Meridian".split()
NAMES = "Ada Finch Ines Vane Petra Lund Olen Marsk Emil Tarn Nora Feld Greta Sund Dana Holt".split()


class Pile:
    """Invented records of one case."""

    def __init__(self, documents: int, statements: int) -> None:
        self.luck = random.Random(7)
        self.outlets = [
            Source(
                id=f"s-o{n}", name=f"The {self.luck.choice(PLACES)} Post {n}", kind="media_outlet"
            )
            for n in range(OUTLETS)
        ]
        self.people = [
            Source(id=f"s-p{n}", name=f"{self.luck.choice(NAMES)} {self.luck.choice(NAMES)} {n}",
                   kind="person" if n % 7 else "anonymous")
            for n in range(PEOPLE)
        ]  # fmt: skip
        self.documents: list[Document] = []
        self.parses: list[Parse] = []
        self.attributions: list[Attribution] = []
        self.mentions: list[Mention] = []
        self.chains: list[Chain] = []
        self.speaker: dict[str, Source] = {}
        self.outlet: dict[str, Source] = {}
        per_document = statements // documents
        for number in range(documents):
            self.add_document(number, per_document)

    def sentence(self) -> str:
        pick = self.luck.choice
        number = self.luck.randrange(2, 4000)
        return (
            f"{pick(PLACES)} sent {number} tonnes of {pick(THINGS)} goods to {pick(PLACES)} "
            f"through the {pick(THINGS)} of {pick(PLACES)}"
        )

    def add_document(self, number: int, statements: int) -> None:
        outlet = self.outlets[number % OUTLETS]
        text, rows, sentences, paragraphs = f"Report number {number}\n", [], [], []
        for _ in range(statements):
            speaker = self.luck.choice(self.people)
            words = self.sentence()
            start = len(text)
            text += f"{words}, {speaker.name} said.\n"
            said = Span(start=start, end=start + len(words))
            who = Span(start=said.end + 2, end=said.end + 2 + len(speaker.name))
            whole = Span(start=start, end=len(text) - 1)
            rows.append((speaker, words, said, who, whole))
            sentences.append(Sentence(span=whole, paragraph=len(paragraphs), tokens=()))
            paragraphs.append(whole)
        day = f"2031-{1 + number % 12:02}-{1 + number % 28:02}"
        digest = content_id("x", text)[2:] * 5
        document = Document(
            id=f"d-{number}", name=f"{number:05}.txt", digest=digest, format="text", text=text,
            title=Stated(value=f"Report number {number}", given_by="text"),
            outlet=Stated(value=outlet.name, given_by="text"),
            published=Stated(value=day, given_by="text"),
        )  # fmt: skip
        self.documents.append(document)
        self.outlet[document.id] = outlet
        self.parses.append(
            Parse(document=document.id, paragraphs=tuple(paragraphs), sentences=tuple(sentences))
        )
        for speaker, words, said, who, whole in rows:
            self.add_statement(document, day, speaker, (words, said, who, whole))

    def add_statement(
        self, document: Document, day: str, speaker: Source, found: tuple[str, Span, Span, Span]
    ) -> None:
        words, said, who, whole = found
        key = f"{len(self.mentions):06}"
        figure = words.index("sent ") + 5
        digits = words[figure:].split(" ")[0]
        amount = Amount(
            span=Span(start=said.start + figure, end=said.start + figure + len(digits)),
            value=float(digits), unit="t",
        )  # fmt: skip
        attribution = Attribution(
            id=f"a-{key}", document=document.id, source=(who,), content=(said,), style="indirect",
            cue=(Span(start=who.end + 1, end=who.end + 5),), name=speaker.name, kind=speaker.kind,
        )  # fmt: skip
        mention = Mention(
            id=f"m-{key}", document=document.id, spans=(said,), statement=(said,), text=words,
            sentence=whole, attribution=attribution.id, chain=(attribution.id,), amounts=(amount,),
            stated=day,
        )  # fmt: skip
        self.attributions.append(attribution)
        self.mentions.append(mention)
        self.speaker[mention.id] = speaker
        place = Place(document=document.id, span=who)
        hops = (
            Hop(source=self.outlet[document.id].id, how="published"),
            Hop(source=speaker.id, attribution=attribution.id, how="said", place=place),
        )
        self.chains.append(Chain(mention=mention.id, hops=hops, own_depth=2))

    def groups(self) -> list[list[Mention]]:
        """Statements in claims: one large, few of five to forty, most of one or two."""
        shuffled = list(self.mentions)
        self.luck.shuffle(shuffled)
        sizes = [int(LARGEST * len(shuffled))]
        groups = []
        while shuffled:
            size = sizes.pop() if sizes else self.luck.choices(SIZES, WEIGHTS)[0]
            groups.append(sorted(shuffled[:size], key=lambda m: m.id))
            del shuffled[:size]
        return groups

    def dossier(self) -> Dossier:
        claims, origins, corroborations, assessments, stances = [], [], [], [], []
        for number, mentions in enumerate(self.groups()):
            claim = Claim(
                id=f"c-{number}", mentions=tuple(m.id for m in mentions), best=mentions[0].id,
                text=mentions[0].text, documents=tuple(sorted({m.document for m in mentions})),
            )  # fmt: skip
            claims.append(claim)
            stances += [Stance(mention=m.id, claim=claim.id, stance="asserts") for m in mentions]
            mine = self.origins_of(claim, mentions)
            origins += mine
            corroborations.append(corroborate(claim, mine))
            status = "single origin" if len(mine) == 1 else "possibly single origin"
            assessments.append(Assessment(claim=claim.id, status=status, credibility=6))
        sources = [*self.people, *self.outlets]
        by_source: dict[str, list[str]] = {}
        for mention in self.mentions:
            by_source.setdefault(self.speaker[mention.id].id, []).append(mention.attribution or "")
        published: dict[str, list[str]] = {}
        for document in self.documents:
            published.setdefault(self.outlet[document.id].id, []).append(document.id)
        draft = Dossier(
            title="A large pile", documents=tuple(self.documents), parses=tuple(self.parses),
            attributions=tuple(self.attributions), mentions=tuple(self.mentions),
            sources=tuple(
                Source(
                    id=s.id, name=s.name, kind=s.kind,
                    attributions=tuple(by_source.get(s.id, ())),
                    documents=tuple(published.get(s.id, ())),
                )
                for s in sources
            ),
            claims=tuple(claims), comparisons=(), stances=tuple(stances),
            relations=self.relations(claims), copies=self.copies(), chains=tuple(self.chains),
            origins=tuple(origins), corroborations=tuple(corroborations),
            assessments=tuple(assessments), ranking=(),
            manifest=Manifest(version="0", schema=SCHEMA, parts=(), settings="", inputs=()),
        )  # fmt: skip
        fields = {name: getattr(draft, name) for name in draft.__struct_fields__}
        return Dossier(**{**fields, "ranking": rank_claims(draft)})

    def origins_of(self, claim: Claim, mentions: list[Mention]) -> list[Origin]:
        by_speaker: dict[str, list[str]] = {}
        for mention in mentions:
            by_speaker.setdefault(self.speaker[mention.id].id, []).append(mention.id)
        return [
            Origin(id=f"o-{claim.id}-{key}", claim=claim.id, source=key, mentions=tuple(held),
                   evidence="testimony")
            for key, held in list(by_speaker.items())[:40]
        ]  # fmt: skip

    def relations(self, claims: list[Claim]) -> tuple[Relation, ...]:
        pairs = [self.luck.sample(claims, 2) for _ in range(len(claims) // 4)]
        kinds = ("contradicts", "denies", "updates", "entails")
        return tuple(
            Relation(kind=kinds[n % 4], from_claim=a.id, to_claim=b.id, score=0.8)
            for n, (a, b) in enumerate(pairs)
        )

    def copies(self) -> tuple[Copy, ...]:
        found = []
        for _ in range(min(COPIES, len(self.documents) // 2)):
            left, right = sorted(self.luck.sample(self.documents, 2), key=lambda d: d.id)
            shared = Span(start=0, end=min(len(left.text), len(right.text)) // 3)
            found.append(
                Copy(left=left.id, right=right.id, kind="copy", left_share=0.3, right_share=0.3,
                     passages=(Passage(left=shared, right=shared),), upstream=left.id)
            )  # fmt: skip
        return tuple({(c.left, c.right): c for c in found}.values())


def corroborate(claim: Claim, origins: list[Origin]) -> Corroboration:
    keys = tuple(sorted(o.id for o in origins))
    doubt = Reason(rule="ties.v1", text="neither says where it has it from")
    ties = tuple(
        Tie(left=a, right=b, kind="maybe", reasons=(doubt,))
        for n, a in enumerate(keys)
        for b in keys[n + 1 :]
    )
    return Corroboration(
        claim=claim.id, origins=keys, ties=ties, groups=tuple((key,) for key in keys),
        low=1, high=max(1, len(keys)), pivots=(doubt,) * min(3, len(keys)),
    )  # fmt: skip


def clock(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def start_and_ask(folder: Path) -> float:
    """Return how long the board takes that is asked for as soon as a fresh server listens."""
    command = [sys.executable, "-m", "headwater", "serve", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        address = serving.stdout.readline().strip()
        time.sleep(0.1)  # until it answers at all
        taken = clock(lambda: urllib.request.urlopen(f"{address}case/pile/").read())
        serving.terminate()
    return taken


def tell_first_boards(case: Case, dossier: Dossier) -> None:
    """Print how long the first board of a fresh server takes that never saw the case."""
    (case.folder / "runs" / "front.json").unlink()
    preparing = clock(lambda: prepare(case, dossier))
    kept = statistics.median(start_and_ask(case.folder.parent) for _ in range(5))
    print(
        f"The first board of a server that was just started, and never opened this dossier "
        f"before, takes {kept:.2f} s; `headwater run` prepares it in {preparing:.1f} s."
    )


def main(documents: int, statements: int) -> None:
    dossier = Pile(documents, statements).dossier()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        case = Case.create(folder / "pile", Settings(title=dossier.title))
        write_files(case.folder, {DATA: to_json(dossier)})
        shelf = Shelf(folder)
        app = make_app(shelf, "bench", GuardSettings())
        visitor = TestClient(app, base_url=HOME)
        opening = clock(lambda: shelf.opened("pile"))
        large = max(dossier.claims, key=lambda c: len(c.mentions))
        outlet = dossier.sources[PEOPLE + 5].name
        usual = dossier.ranking[len(dossier.ranking) // 50]
        source = max(dossier.sources, key=lambda s: len(s.attributions)).id
        pages = (
            ("board", "/"),
            ("board, page 40", "/?page=40"),
            (
                "board, filtered by outlet and words",
                f"/?q=tanker&outlet={outlet}",
            ),
            ("search, one word", "/search?q=tanker"),
            ("search, three words", "/search?q=manifest+Drenik+through"),
            ("search, a phrase", "/search?q=%22customs+of+Halden%22"),
            ("claim of usual size", f"/claims/{usual}"),
            (f"claim of {len(large.mentions):,} statements", f"/claims/{large.id}"),
            ("document", "/documents/17"),
            ("documents", "/documents"),
            ("source", f"/sources/{source}"),
            ("sources", "/sources"),
            ("positions", "/positions"),
            ("timeline", "/timeline"),
            ("queue", "/queue"),
            ("history", "/history"),
        )
        print(
            f"{len(dossier.documents):,} documents, {len(dossier.mentions):,} statements, "
            f"{len(dossier.claims):,} claims, "
            f"dossier.json of {(case.folder / DATA).stat().st_size / 1e6:.0f} MB.\n"
        )
        print(
            "| page | first, ms | median of later ones, ms | of which CPU, ms | size, kB |\n"
            "| --- | ---: | ---: | ---: | ---: |"
        )
        for what, address in pages:
            sizes: list[int] = []
            times, work = [], []
            for _ in range(RUNS + 1):
                began, worked = time.perf_counter(), time.process_time()
                answer = visitor.get(f"/case/pile{address}")
                times.append(time.perf_counter() - began)
                work.append(time.process_time() - worked)
                assert answer.status_code == 200, answer.text[:400]
                sizes.append(len(answer.content))
            later, busy = (1000 * statistics.median(found[1:]) for found in (times, work))
            first, size = 1000 * times[0], sizes[-1] / 1000
            print(f"| {what} | {first:.0f} | {later:.0f} | {busy:.0f} | {size:.0f} |")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(
            f"\nOpening the case once after a run takes {opening:.1f} s; peak memory {peak:.1f} GB."
        )
        tell_first_boards(case, dossier)


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    main(*(asked or (1000, 50_000)))
