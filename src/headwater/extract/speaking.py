"""Who says "I", and for whom "we" is said."""

from typing import Final

from headwater.extract.cast import sort_of
from headwater.extract.scene import Scene
from headwater.lexicon.called import listed
from headwater.model.attribution import Attribution, SourceKind
from headwater.model.parse import Quote

BODIES: Final = frozenset({"body", "outlet"})
SIDES: Final[frozenset[SourceKind]] = frozenset({"organization", "government"})


def read_speaker(scene: Scene, index: int, word: str) -> str | None:
    """Return who says "I", or for whom "we" is said; only whoever is quoted or posts says so.

    "We" of a body's spokesman or head is that body's; "our country" is everybody's, and what
    others say as a rule too.
    """
    words = scene.statement.words
    at = words.places[index][0]
    inner, quote = scene.verbatim_at(at), scene.quote_at(at)
    if inner is None or inner.veil is not None:
        return None
    if quote is not None and _is_other_voice(scene, inner, quote):
        return None
    if word in listed("self"):
        return inner.name if sort_of(inner) == "person" else None
    if scene.inner is not inner:
        return None  # "“The guild says we must pay,” Roe said": hers or the guild's
    following = words.lower[index + 1 : index + 4]
    if word not in {"we", "our"} or not listed("shared").isdisjoint(following) and word == "our":
        return None  # "all of us", "our democracy"
    if inner.kind in SIDES:
        return inner.name
    return _side_of(scene, inner) if word == "we" else None


def _is_other_voice(scene: Scene, speaker: Attribution, quote: Quote) -> bool:
    """Tell whether somebody else than the speaker may say "I" in a quotation.

    A quotation in what the speaker says, behind the name of somebody else, may be theirs; and who
    is named in a quotation does not say it.
    """
    first = min(span.start for span in speaker.content)
    if first < quote.span.start and (quote.depth or scene.is_post(speaker)):
        return True
    before = scene.cast.between(max(first, scene.statement.sentence.start), quote.span.start)
    if any(figure.sort == "person" and figure.name != speaker.name for figure in before):
        return True
    said = scene.cast.between(quote.inner.start, quote.inner.end)
    return any(figure.name == speaker.name and not figure.owner for figure in said)


def _side_of(scene: Scene, speaker: Attribution) -> str | None:
    """Return the body that a person speaks for as its spokesman or head."""
    side = speaker.affiliation or ""
    if sort_of(speaker) != "person" or not side[:1].isupper():
        return None  # himself or everybody; a calling, no side: "a nurse who runs for mayor"
    names = scene.parse.names
    roles = {
        word
        for name in names
        if name.canonical == speaker.name
        for word in (name.role or "").lower().split()
    }
    bodies = {n.text for n in names if n.kind in BODIES} | {
        n.canonical for n in names if n.kind in BODIES
    }
    return side if side in bodies and not roles.isdisjoint(listed("speaking_for")) else None
