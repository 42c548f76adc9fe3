"""Small piles for tests of trace."""

from headwater.evaluate.scribe import Article, Cited, Said, write
from headwater.model.attribution import SourceKind, Veil
from headwater.model.judgement import Anchor, Judgement, JudgementKind
from headwater.model.trace import Chain, Corroboration
from headwater.resolve import resolve
from headwater.trace import trace
from headwater.trace.stage import Traced

WORDS = "the depot received pumps"


def by(name: str, kind: SourceKind = "person", affiliation: str | None = None) -> Cited:
    return Cited(name=name, kind=kind, affiliation=affiliation)


def veiled(name: str, body: str | None = None) -> Cited:
    return Cited(name=name, kind="anonymous", veil=Veil(role=name, plural=True, body=body))


def article(name: str, *chain: Cited, words: str = WORDS, **more: object) -> Article:
    """An article of its own outlet that states the claim on the word of a chain."""
    fields = {"outlet": f"{name.title()} Gazette", "published": "2021-03-05", **more}
    return Article(name=name, lines=(Said(claim="c", words=words, chain=chain),), **fields)  # type: ignore[arg-type]


def judge(kind: JudgementKind, *names: str) -> Judgement:
    about = tuple(Anchor(name=name) for name in names)
    return Judgement(
        id=f"j-{kind}", who="ana", made_at="2024-01-01T00:00:00Z", kind=kind, about=about
    )


class Result:
    """What trace gave for a pile, by name."""

    def __init__(self, *articles: Article, judgements: tuple[Judgement, ...] = ()) -> None:
        pile = write(articles)
        sources = resolve(pile.documents, pile.attributions, judgements)
        self.names = {source.id: source.name for source in sources}
        self.traced: Traced = trace(
            pile.documents, pile.attributions, pile.mentions, sources, pile.claims, (), judgements
        )
        self.documents = {m.id: m.document.removeprefix("d-") for m in pile.mentions}

    @property
    def bounds(self) -> tuple[int, int]:
        return self.corroboration.low, self.corroboration.high

    @property
    def corroboration(self) -> Corroboration:
        (found,) = self.traced.corroborations
        return found

    @property
    def rules(self) -> set[tuple[str, str]]:
        ties = self.corroboration.ties
        return {(tie.kind, tie.reasons[0].rule.split(".")[-2]) for tie in ties}

    def chain(self, document: str) -> Chain:
        return next(c for c in self.traced.chains if self.documents[c.mention] == document)

    def path(self, document: str) -> list[str]:
        return [self.names[hop.source] for hop in self.chain(document).hops]
