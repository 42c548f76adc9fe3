"""A case in which everything that others wrote is meant to do harm."""

from functools import cache

import msgspec
from tests.desk.desks import sample, with_text

from headwater.model.assessment import Assessment
from headwater.model.attribution import Attribution
from headwater.model.base import content_id
from headwater.model.claim import Claim
from headwater.model.document import Document, Stated
from headwater.model.dossier import Dossier
from headwater.model.failure import Failure
from headwater.model.mention import Mention
from headwater.model.parse import Parse, Sentence
from headwater.model.span import Span

SCRIPTS = (
    "</title></script><script>window.hit=1</script>",
    "\"><img src=x onerror='window.hit=1'>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "javascript:window.hit=1",
    "</textarea><svg onload=window.hit=1>",
    "'-window.hit=1-'",
)
ZALGO = "Z" + "\u0300\u0334\u0489" * 40
CONTROLS = "a\x00b\x07c\x1b[2Jd\x7fe\u0085f"
OVERRIDES = "\u202egnihtemos\u202d \u2066x\u2069 \u200fمرحبا\u200e"
LONG_WORD = "x" * 5000
HARM = " ".join((*SCRIPTS, ZALGO, CONTROLS, OVERRIDES, "漢字かな", LONG_WORD))
MENTIONS = 10_000
WORD = "ship "


@cache
def make_hostile() -> Dossier:
    """Return the sample with harmful words everywhere, and one paragraph of 5 MB.

    That paragraph holds 10,000 statements of one claim, every one with its own source.
    """
    harmed = with_text(sample(), HARM)
    text = HARM + "\n" + WORD * (5_000_000 // len(WORD))
    name = "<script>window.hit=1</script>\u202etxt.html"
    document = Document(
        id="d-hostile", name=name, digest="0" * 64, format="text", text=text,
        title=Stated(value=HARM, given_by="text"), outlet=Stated(value=HARM, given_by=HARM),
        byline=Stated(value=HARM, given_by="text"), url=Stated(value=SCRIPTS[3], given_by="text"),
        published=Stated(value="2031-04-02", given_by="text"),
    )  # fmt: skip
    start = len(HARM) + 1
    paragraph = Span(start=start, end=len(text))
    attributions, mentions = [], []
    for number in range(MENTIONS):
        at = start + number * 400
        words = Span(start=at, end=at + 24)
        who = Span(start=at + 25, end=at + 29)
        cited = Attribution(
            id=f"a-hostile-{number}", document=document.id, source=(who,), content=(words,),
            style="indirect", name=SCRIPTS[0], kind="person",
        )  # fmt: skip
        attributions.append(cited)
        mentions.append(
            Mention(
                id=f"m-hostile-{number}",
                document=document.id,
                spans=(words,),
                statement=(words,),
                text=SCRIPTS[1],
                sentence=Span(start=at, end=at + 40),
                attribution=cited.id,
                chain=(cited.id,),
            )
        )
    claim = Claim(
        id=content_id("c", "hostile"), mentions=tuple(m.id for m in mentions),
        best=mentions[0].id, text=HARM, documents=(document.id,),
    )  # fmt: skip
    parse = Parse(
        document=document.id, paragraphs=(paragraph,),
        sentences=(Sentence(span=paragraph, paragraph=0, tokens=()),),
    )  # fmt: skip
    failure = Failure(document=name, stage="ingest", reason=HARM, advice=HARM)
    return msgspec.structs.replace(
        harmed,
        documents=(*harmed.documents, document),
        parses=(*harmed.parses, parse),
        attributions=(*harmed.attributions, *attributions),
        mentions=(*harmed.mentions, *mentions),
        claims=(*harmed.claims, claim),
        assessments=(
            *harmed.assessments, Assessment(claim=claim.id, status="single origin", credibility=6)
        ),
        ranking=(claim.id, *harmed.ranking),
        failures=(*harmed.failures, failure),
    )  # fmt: skip
