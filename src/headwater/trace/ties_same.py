"""Rules by which two ends are surely one: a dependence that words show."""

from headwater.model.mention import Mention
from headwater.model.reason import Reason
from headwater.model.source import Source
from headwater.model.trace import Copy
from headwater.text.names import fold_name
from headwater.trace.chains import COPY_KINDS, covering_passage
from headwater.trace.origins import End
from headwater.trace.quoted import PHRASE, SENTENCE, is_one_utterance
from headwater.trace.view import Verdict, View, say
from headwater.trace.voices import (
    WORKS,
    is_nameless_work,
    is_office,
    is_on_record,
    is_veiled,
    issued_by,
    may_be_one_work,
    voice_of,
)


def judged(left: End, right: End, view: View) -> Verdict | None:
    """What a person decided."""
    one, two = sorted((left.source.id, right.source.id))
    return view.shared.judged.get((one, two))


def copied(left: End, right: End, view: View) -> Verdict | None:
    """Statements in the same words: one text's source is the other's, named or not."""
    names = left.source.name, right.source.name
    own = left.own_voice or right.own_voice
    if not own and fold_name(names[0]) != fold_name(names[1]):
        return None
    kinds = COPY_KINDS if own else COPY_KINDS | {"shared_quotation"}
    for mention in left.mentions:
        for copy in view.shared.pile.copies_of.get(mention.document, ()):
            if copy.kind in kinds and _both_in(mention, right, copy, view):
                text = f"the same words stand in the texts that have this from {names[0]}"
                if own:
                    text = f"{names[0]} and {names[1]} say it in the words of one text"
                return say("same", "trace.tie.copied.v1", text, left, right)
    return None


def one_utterance(left: End, right: End, view: View) -> Verdict | None:
    """A sentence in quotation marks that two texts give to two names."""
    documents = view.shared.pile.documents
    nameless = any(end.own_voice or _is_nobodys(end.source) for end in (left, right))
    least = PHRASE if nameless else SENTENCE
    for one in left.mentions:
        for two in right.mentions:
            texts = documents[one.document].text, documents[two.document].text
            if one.document != two.document and is_one_utterance(one, two, texts, least):
                text = f"the words quoted from {left.source.name} are those of {right.source.name}"
                return say("same", "trace.tie.utterance.v1", text, left, right, weight=0.9)
    return None


def _is_nobodys(source: Source) -> bool:
    """Tell whether nothing says whose word it is: hidden people, "a tweet", "an image"."""
    seen = source.kind == "visual" and source.name.islower()
    return seen or is_veiled(source) or is_nameless_work(source)


def _both_in(mention: Mention, end: End, copy: Copy, view: View) -> bool:
    """Tell whether a mention and one of an end stand in passages that two documents share."""
    other = copy.right if copy.left == mention.document else copy.left
    both = [mention], [m for m in end.mentions if m.document == other]
    documents = view.shared.pile.documents
    return all(
        any(covering_passage(m, copy, documents[m.document].text) for m in side) for side in both
    )


def rests_on(left: End, right: End, _view: View) -> Verdict | None:
    """One cites the other for exactly this claim."""
    for one, two in ((left, right), (right, left)):
        first = 1 if one.own_voice else 0  # to be published by an outlet is not to be its source
        if any(one.source.id in path[first:-1] for path in two.paths):
            text = f"{one.source.name} is said to have this from {two.source.name}"
            return say("same", "trace.tie.rests_on.v1", text, left, right)
    return None


def one_citation(left: End, right: End, _view: View) -> Verdict | None:
    """What two texts say that one outlet cites for this claim, under two wordings."""
    kinds = {left.source.kind, right.source.kind}
    hidden = kinds == {"anonymous"} and _agree(left.source.interest, right.source.interest)
    if not hidden and not (kinds <= WORKS and may_be_one_work(left.source, right.source)):
        return None
    apart = not {m.document for m in left.mentions} & {m.document for m in right.mentions}
    citing = {path[-2] for path in left.paths if len(path) > 1} & {
        path[-2] for path in right.paths if len(path) > 1
    }
    if apart and citing:
        text = f"{left.source.name} and {right.source.name} are what one outlet cites for this"
        return say("same", "trace.tie.citation.v1", text, left, right, weight=0.8)
    return None


def _agree(one: str | None, two: str | None) -> bool:
    return one is None or two is None or one == two


def rests_elsewhere(left: End, right: End, view: View) -> Verdict | None:
    """A report or outlet that is said, for another claim, to rest on this very material."""
    for one, two in ((left, right), (right, left)):
        place = view.shared.bases.get((one.source.id, two.source.id))
        if place and not one.own_voice:
            text = f"{one.source.name} is said elsewhere to rest on {two.source.name}"
            return "same", Reason(rule="trace.tie.basis.v1", text=text, places=(place,), weight=0.7)
    return None


def belongs(left: End, right: End, _view: View) -> Verdict | None:
    """A report or statement and whoever issued it; a person and the body spoken for."""
    for one, two in ((left.source, right.source), (right.source, left.source)):
        if _is_of(one, two) or issued_by(one, two):
            text = f"{one.name} belongs to {two.name}"
            return say("same", "trace.tie.belongs.v1", text, left, right)
    return None


def _is_of(one: Source, two: Source) -> bool:
    """Tell whether one source speaks for another; a state's office need not know what it knows."""
    if one.affiliation != two.id or is_veiled(one) or is_veiled(two):
        return False
    if one.kind in WORKS:
        return two.kind != "government" or is_office(two)
    return voice_of(one) == voice_of(two) and is_on_record(one) and is_on_record(two)
