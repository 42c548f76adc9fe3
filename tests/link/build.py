"""Small piles for the tests of this stage."""

from headwater.model.attribution import Attribution
from headwater.model.document import Document, Stated
from headwater.model.mention import Mention
from headwater.model.span import Span


def make_document(number: int, sentences: list[str], published: str = "2024-03-05") -> Document:
    text = "\n".join(sentences)
    return Document(
        id=f"d-{number:04}",
        name=f"{number}.txt",
        digest=f"{number:064x}",
        format="text",
        text=text,
        published=Stated(value=published, given_by="test"),
    )


def make_mentions(document: Document, *, denied: frozenset[str] = frozenset()) -> list[Mention]:
    found, at = [], 0
    for number, sentence in enumerate(document.text.split("\n")):
        span = Span(start=at, end=at + len(sentence))
        at += len(sentence) + 1
        attribution = f"a-{document.id}-{number}" if sentence in denied else None
        found.append(
            Mention(
                id=f"m-{document.id}-{number}",
                document=document.id,
                spans=(span,),
                statement=(span,),
                text=sentence,
                sentence=span,
                attribution=attribution,
                chain=(attribution,) if attribution else (),
                polarity="negative" if attribution else "positive",
                modality="denied" if attribution else "asserted",
            )
        )
    return found


def make_denials(mentions: list[Mention], name: str) -> list[Attribution]:
    return [
        Attribution(
            id=mention.attribution,
            document=mention.document,
            content=mention.spans,
            style="indirect",
            cue_kind="denies",
            name=name,
            kind="government",
        )
        for mention in mentions
        if mention.attribution
    ]
