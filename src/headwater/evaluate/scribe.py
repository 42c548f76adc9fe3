"""Writes small piles of documents together with the records that marking them would give."""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256

from headwater.model.attribution import Attribution, SourceKind, Veil
from headwater.model.base import Record, content_id
from headwater.model.claim import Claim
from headwater.model.document import Document, Stated
from headwater.model.mention import Mention, Modality, Polarity
from headwater.model.parse import Amount
from headwater.model.span import Span


class Cited(Record, frozen=True, kw_only=True):
    """Somebody or something that a sentence cites."""

    name: str
    kind: SourceKind = "person"
    affiliation: str | None = None
    veil: Veil | None = None


class Said(Record, frozen=True, kw_only=True):
    """One sentence: a claim's words, and whom the document has them from, outermost first."""

    claim: str
    words: str
    chain: tuple[Cited, ...] = ()
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    figures: tuple[float, ...] = ()


class Written(Record, frozen=True, kw_only=True):
    """What the stages before `resolve` and `trace` would give for a pile."""

    documents: tuple[Document, ...]
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


class Article(Record, frozen=True, kw_only=True):
    """One document to write."""

    name: str
    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    lines: tuple[Said | str, ...] = ()


def write(articles: Sequence[Article]) -> Written:
    """Return the texts of the articles and the records that mark them; ids depend on names only."""
    documents: list[Document] = []
    attributions: list[Attribution] = []
    mentions: list[Mention] = []
    for article in articles:
        text = ""
        number = f"d-{article.name}"
        for at, line in enumerate(article.lines):
            if isinstance(line, str):
                text += line + "\n"
                continue
            opening = " ".join(f"{cited.name} says:" for cited in line.chain)
            start = len(text)
            text += f"{opening} {line.words}.\n".lstrip()
            found = _attribute(number, start, at, line)
            attributions += found
            mentions.append(_mention(number, start, at, line, tuple(a.id for a in found)))
        documents.append(_document(article, number, text))
    return Written(
        documents=tuple(documents),
        attributions=tuple(attributions),
        mentions=tuple(mentions),
        claims=_claims(articles, mentions),
    )


def _content(start: int, line: Said) -> Span:
    """Return where the words of a line stand."""
    opening = sum(len(f"{cited.name} says: ") for cited in line.chain)
    return Span(start=start + opening, end=start + opening + len(line.words))


def _attribute(document: str, start: int, at: int, line: Said) -> list[Attribution]:
    """Return the attributions of a line, outermost first."""
    found: list[Attribution] = []
    place = start
    for depth, cited in enumerate(line.chain):
        name = Span(start=place, end=place + len(cited.name))
        found.append(
            Attribution(
                id=content_id("a", document, at, depth),
                document=document,
                source=(name,),
                cue=(Span(start=name.end + 1, end=name.end + 5),),
                content=(_content(start, line),),
                inside=found[-1].id if found else None,
                style="indirect",
                name=cited.name,
                kind=cited.kind,
                affiliation=cited.affiliation,
                veil=cited.veil,
            )
        )
        place += len(f"{cited.name} says: ")
    return found


def _mention(document: str, start: int, at: int, line: Said, chain: tuple[str, ...]) -> Mention:
    """Return the mention of a line."""
    content = _content(start, line)
    return Mention(
        id=content_id("m", document, at),
        document=document,
        spans=(content,),
        statement=(content,),
        text=line.words,
        sentence=Span(start=start, end=content.end + 1),
        attribution=chain[-1] if chain else None,
        chain=chain,
        polarity=line.polarity,
        modality=line.modality,
        amounts=tuple(Amount(span=content, value=v, unit="t") for v in line.figures),
    )


def _document(article: Article, number: str, text: str) -> Document:
    """Return the document of an article."""

    def stated(value: str | None) -> Stated | None:
        return Stated(value=value, given_by="sidecar") if value else None

    return Document(
        id=number,
        name=article.name,
        digest=sha256(text.encode()).hexdigest(),
        format="text",
        text=text,
        outlet=stated(article.outlet),
        agency=stated(article.agency),
        published=stated(article.published),
    )


def _claims(articles: Sequence[Article], mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """Group the mentions as the lines say; the first positive one words the claim."""
    lines = [
        (line.claim, f"d-{article.name}", at)
        for article in articles
        for at, line in enumerate(article.lines)
        if isinstance(line, Said)
    ]
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for (claim, _, _), mention in zip(lines, mentions, strict=True):
        grouped[claim].append(mention)
    made = []
    for key in sorted(grouped):
        members = sorted(grouped[key], key=lambda mention: mention.id)
        best = next((m for m in members if m.polarity == "positive"), members[0])
        made.append(
            Claim(
                id=key,
                mentions=tuple(mention.id for mention in members),
                best=best.id,
                text=best.text,
                documents=tuple(sorted({mention.document for mention in members})),
            )
        )
    return tuple(made)
