"""Piles with known truth: origins, relays, copies with edits, updates, retellings, circles.

Every claim has a known number of true origins that its documents reach. The texts show of it what
news texts show: some relays name whom they have it from, some hide it, some say nothing.
"""

from random import Random
from typing import Final

import msgspec

from headwater.evaluate.scribe import Article, Cited, Said
from headwater.model.attribution import Veil
from headwater.model.base import Record

_GIVEN: Final = ("Ada", "Bruno", "Carla", "Dario", "Elif", "Fritz", "Greta", "Hugo", "Ines")
_FAMILY: Final = (
    "Abelsen", "Brodeck", "Cattermole", "Dunmore", "Eckhart", "Fairweather", "Gorsky", "Hollander",
    "Iversen", "Jankovic", "Kettering", "Lundgren", "Marchetti", "Novotny", "Okafor", "Pellegrin",
)  # fmt: skip
_TOWNS: Final = (
    "Ashford", "Brackwater", "Calder", "Dunhaven", "Eastmoor", "Fenwick", "Glenport", "Harrow Bay",
    "Inverlea", "Juniper", "Kingsmere", "Larkhill", "Millbrook", "Northam", "Oxley", "Pinecrest",
)  # fmt: skip
_PAPERS: Final = ("Courier", "Gazette", "Herald Weekly", "Observer Daily", "Bulletin", "Ledger")
_STATES: Final = (
    "Norwegian", "Portuguese", "Chilean", "Ghanaian", "Maltese", "Nepalese", "Uruguayan", "Latvian",
)  # fmt: skip
_GOODS: Final = ("pumps", "cables", "timber", "valves", "turbines", "grain", "cement", "lenses")
_WHO: Final = (
    "residents of the harbour district", "two retired pilots", "the choir of the old chapel",
    "a group of students", "the market traders", "three neighbours of the mill", "the ferry crews",
    "members of the rowing club", "the keeper of the lighthouse", "some families from the valley",
)  # fmt: skip
_DID: Final = (
    "gathered in the square", "walked along the northern quay", "waited for the morning train",
    "cleared snow from the steps", "met behind the town hall", "sold apples by the bridge",
    "repaired the wooden pier", "looked after the empty gardens", "argued about the new timetable",
)  # fmt: skip
_WHEN: Final = (
    "before the bells rang", "until late in the evening", "while the road was closed",
    "on the last warm day", "as they do each spring", "in spite of the wind", "after a meeting",
    "for the second time this year", "without saying a word", "under a grey and heavy sky",
)  # fmt: skip
_MONTH: Final = 28
_IDLE_LINES: Final = 5  # beside the claim's own line
_WITH_FIGURE: Final = 0.3  # share of claims that give a figure


class Truth(Record, frozen=True, kw_only=True):
    """A pile about one claim, and how many independent origins its documents truly reach."""

    articles: tuple[Article, ...]
    origins: int


class _True(Record, frozen=True, kw_only=True):
    """One true origin: how a text may name it openly, and how it may hide it.

    Attributes:
        basis: What the open name rests on, if that is another name for the origin's material.
    """

    open: tuple[Cited, ...]
    hidden: Cited
    basis: Cited | None = None


def make_truth(seed: int) -> Truth:
    """Return a pile about one claim; the same seed gives the same pile."""
    random = Random(seed)
    claim = f"c{seed}"
    origins = _make_origins(random, random.choice((1, 1, 1, 2, 2, 3)))
    figure = float(random.randrange(1_000, 90_000)) if random.random() < _WITH_FIGURE else None
    words = f"the depot at {random.choice(_TOWNS)} received {random.choice(_GOODS)}"
    writer = _Writer(random, claim, words, figure)
    for origin in origins:
        writer.tell(origin)
    return Truth(articles=tuple(writer.articles), origins=len(origins))


def _make_origins(random: Random, count: int) -> list[_True]:
    """Return origins of different parties."""
    states = random.sample(_STATES, count)
    families = random.sample(_FAMILY, 2 * count)
    found = []
    for at, adjective in enumerate(states):
        person = f"{random.choice(_GIVEN)} {families[2 * at]}"
        other = f"{random.choice(_GIVEN)} {families[2 * at + 1]}"
        crowd = Veil(role="officials", plural=True, body=adjective)
        people = Veil(role="people familiar with the matter", plural=True)
        insiders = Cited(name="people familiar with the matter", kind="anonymous", veil=people)
        officials = Cited(name=f"{adjective} officials", kind="anonymous", veil=crowd)
        ministry = f"{adjective} Energy Ministry"
        customs = Cited(name=f"{adjective} customs records", kind="dataset")
        report = Cited(name=f"report by the {adjective} Audit Office", kind="report")
        found.append(
            random.choice(
                (
                    _True(open=_forms(person, other), hidden=insiders),
                    _True(
                        open=(
                            Cited(name=person, affiliation=ministry),
                            Cited(name=other, affiliation=ministry),
                            Cited(name=f"{adjective} government", kind="government"),
                        ),
                        hidden=officials,
                    ),
                    _True(open=(customs,), hidden=insiders),
                    _True(open=(report,), hidden=officials),
                    _True(open=(report,), hidden=officials, basis=customs),
                )
            )
        )
    return found


def _forms(person: str, other: str) -> tuple[Cited, ...]:
    """Return what one person is called: in full, with a title, by the family name.

    The family name alone may be that of a namesake, so nobody else has it here.
    """
    family = person.split()[-1]
    full = Cited(name=person), Cited(name=f"Dr. {person}")
    return full if other.endswith(family) else (*full, Cited(name=f"Mr. {family}"))


class _Writer:
    """Writes the articles that carry a claim from its origins."""

    def __init__(self, random: Random, claim: str, words: str, figure: float | None) -> None:
        self.random = random
        self.claim = claim
        self.words = words
        self.figure = figure
        self.articles: list[Article] = []
        names = [f"{town} {paper}" for town in _TOWNS for paper in _PAPERS]
        self.outlets = random.sample(names, len(names))

    def tell(self, origin: _True) -> None:
        """Write one first report of an origin and some relays of it."""
        first = self._article((self.random.choice(origin.open),))
        relays = (
            self._again,
            self._relay,
            self._wire,
            self._lift,
            self._hidden,
            self._silent,
            self._circle,
            self._ring,
            self._retell,
            self._edit,
            self._update,
            self._ground,
            self._deny,
        )
        for relay in self.random.choices(relays, k=self.random.randrange(4)):
            relay(origin, first)

    def _article(self, chain: tuple[Cited, ...], agency: str | None = None) -> Article:
        """Write one article with the claim in it."""
        at = len(self.articles)
        figures = (self.figure,) if self.figure else ()
        words = f"{self.words} in {int(self.figure)} tonnes" if self.figure else self.words
        filler = [self._idle() for _ in range(_IDLE_LINES)]
        article = Article(
            name=f"{self.claim}-{at:02d}",
            outlet=self.outlets[at],
            agency=agency,
            published=f"2021-03-{self.random.randrange(1, _MONTH):02d}",
            lines=(
                *filler[:2],
                Said(claim=self.claim, words=words, chain=chain, figures=figures),
                *filler[2:],
            ),
        )
        self.articles.append(article)
        return article

    def _idle(self) -> str:
        """Return a sentence that has nothing to do with the claim."""
        who, did, when = (self.random.choice(words) for words in (_WHO, _DID, _WHEN))
        return f"{who[0].upper()}{who[1:]} {did} {when}."

    def _again(self, origin: _True, _first: Article) -> None:
        """Another outlet names the same origin, or another of its voices."""
        self._article((self.random.choice(origin.open),))

    def _relay(self, _origin: _True, first: Article) -> None:
        """Another outlet names the first one."""
        self._article((Cited(name=str(first.outlet), kind="media_outlet"),))

    def _wire(self, _origin: _True, first: Article) -> None:
        """The same text under another masthead, with the credit and a cut."""
        copy = self._article(())
        self.articles[-1] = Article(
            name=copy.name, outlet=copy.outlet, agency=first.outlet, published=copy.published,
            lines=first.lines[: self.random.choice((4, 6))],
        )  # fmt: skip

    def _lift(self, _origin: _True, first: Article) -> None:
        """The words in an outlet's own voice, without credit."""
        said = next(line for line in first.lines if isinstance(line, Said))
        copy = self._article(())
        bare = Said(claim=said.claim, words=said.words, figures=said.figures)
        lines = tuple(bare if isinstance(line, Said) else line for line in first.lines)
        self.articles[-1] = Article(
            name=copy.name, outlet=copy.outlet, published=f"2021-04{str(first.published)[7:]}",
            lines=lines,
        )  # fmt: skip

    def _edit(self, _origin: _True, first: Article) -> None:
        """The words in an outlet's own voice, the text around them half rewritten."""
        said = next(line for line in first.lines if isinstance(line, Said))
        copy = self._article(())
        bare = Said(claim=said.claim, words=said.words, figures=said.figures)
        lines = [bare if isinstance(line, Said) else line for line in first.lines]
        for at in self.random.sample((0, 1, 3, 4), 2):
            lines[at] = self._idle()
        self.articles[-1] = Article(
            name=copy.name, outlet=copy.outlet, published=f"2021-04{str(first.published)[7:]}",
            lines=tuple(lines),
        )  # fmt: skip

    def _update(self, _origin: _True, first: Article) -> None:
        """A later version of the same story in the same outlet, with more in it."""
        copy = self._article(())
        self.articles[-1] = Article(
            name=copy.name, outlet=first.outlet, published=f"2021-05{str(first.published)[7:]}",
            lines=(*first.lines, self._idle(), self._idle()),
        )  # fmt: skip

    def _ground(self, origin: _True, _first: Article) -> None:
        """One outlet says what the origin's report rests on, another cites that alone."""
        if origin.basis is None:
            self._again(origin, _first)
            return
        self._article((origin.open[0], origin.basis))
        self._article((origin.basis,))

    def _deny(self, _origin: _True, _first: Article) -> None:
        """Somebody else denies it: no support, and no origin."""
        at = len(self.articles)
        self._article((Cited(name=f"{self.random.choice(_GIVEN)} Quartermain"),))
        article = self.articles[-1]
        lines = tuple(
            msgspec.structs.replace(line, polarity="negative", modality="denied")
            if isinstance(line, Said)
            else line
            for line in article.lines
        )
        self.articles[at] = msgspec.structs.replace(article, lines=lines)

    def _hidden(self, origin: _True, _first: Article) -> None:
        """The same origin, its name hidden."""
        self._article((origin.hidden,))

    def _silent(self, _origin: _True, _first: Article) -> None:
        """An outlet says it without saying where it is from."""
        self._article(())

    def _circle(self, _origin: _True, _first: Article) -> None:
        """Two outlets cite each other; both have it from the origin, and neither says so."""
        at = len(self.articles)
        one, two = self.outlets[at], self.outlets[at + 1]
        self._article((Cited(name=two, kind="media_outlet"),))
        self._article((Cited(name=one, kind="media_outlet"),))

    def _ring(self, _origin: _True, _first: Article) -> None:
        """Three outlets cite one another in a circle."""
        at = len(self.articles)
        names = self.outlets[at : at + 3]
        for cited in (names[1], names[2], names[0]):
            self._article((Cited(name=cited, kind="media_outlet"),))

    def _retell(self, _origin: _True, first: Article) -> None:
        """An outlet has it from one that has it from the first."""
        middle = self._article((Cited(name=str(first.outlet), kind="media_outlet"),))
        self._article((Cited(name=str(middle.outlet), kind="media_outlet"),))
