"""Mentions to statements that can be compared, with who holds them."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from headwater.lexicon.verbs import verb_forms
from headwater.link.actors import name_actor
from headwater.link.alignment import Statement
from headwater.link.compare_pairs import concepts_of
from headwater.link.meaning import read_meaning
from headwater.link.words import tokens_of
from headwater.model.attribution import Attribution
from headwater.model.document import Document
from headwater.model.mention import Mention
from headwater.model.source import Source

BRANDED: Final = re.compile(r"\bas (?:an? )?[“\"‘']")  # 'dismissed the inquiry as a "circus"'
BLAMES: Final = frozenset(
    "accusation accusations allegation allegations claim claims charge charges report reports"
    " suggestion suggestions criticism blame this that it them".split()
)


class Held(NamedTuple):
    """A mention ready to be compared.

    Attributes:
        parties: Concepts of the innermost source and of whom it speaks for.
        key: Mentions of one key state the same by their words alone.
        sentence: The sentence that it stands in.
    """

    mention: Mention
    statement: Statement
    parties: frozenset[str]
    key: tuple[str, ...]
    sentence: str = ""

    @property
    def words(self) -> str:
        """The words as they are read, with names put in for pronouns."""
        return self.mention.reading or self.mention.text


def _party_words(attribution: Attribution, source: Source | None, by_id: dict[str, Source]) -> str:
    """Return the words that tell who speaks."""
    words = [attribution.name, attribution.affiliation or ""]
    if source is not None:
        words += [source.name, source.interest or ""]
        above = by_id.get(source.affiliation or "")
        words.append(above.name if above else "")
    return ". ".join(word for word in words if word)


def find_parties(
    attributions: Iterable[Attribution], sources: Iterable[Source]
) -> dict[str, frozenset[str]]:
    """Return the concepts of each attribution's source and of whom it speaks for."""
    listed = sorted(sources, key=lambda source: source.id)
    by_id = {source.id: source for source in listed}
    home = {number: source for source in listed for number in source.attributions}
    found = {}
    for attribution in attributions:
        words = _party_words(attribution, home.get(attribution.id), by_id)
        found[attribution.id] = read_meaning(words).names()
    return found


def _is_accusation(text: str) -> bool:
    """Tell whether rejected words say that something is so ("sanctions" alone do not)."""
    words = [token.lower for token in tokens_of(text)]
    forms = (verb_forms().get(word) for word in words)
    says = any(form is not None and not form.noun_too and form.form != "ing" for form in forms)
    return says or not BLAMES.isdisjoint(words)


def _is_own_verb(mention: Mention, cue: Attribution) -> bool:
    """Tell whether a statement tells itself that its source rejects something: "opposed the sale".

    Then its words state that, and nothing turns them round.
    """
    inside = any(span.contains(word) for span in mention.spans for word in cue.cue)
    return cue.cue_kind == "rejects" and inside


def _set_apart(held: Sequence[Held]) -> list[Held]:
    """Return mentions that were split from one statement with what each alone says."""
    split: dict[tuple[str, object], list[int]] = {}
    for number, one in enumerate(held):
        split.setdefault((one.mention.document, one.mention.statement), []).append(number)
    found = list(held)
    for members in (numbers for numbers in split.values() if len(numbers) > 1):
        senses = [frozenset(t.sense for t in held[n].statement.meaning.terms) for n in members]
        shared = frozenset.intersection(*senses)
        for number, own in zip(members, senses, strict=True):
            statement = held[number].statement._replace(own=own - shared)
            found[number] = held[number]._replace(statement=statement)
    return found


def prepare(
    documents: Sequence[Document], attributions: Sequence[Attribution],
    mentions: Sequence[Mention], sources: Sequence[Source],
) -> tuple[Held, ...]:  # fmt: skip
    """Return the mentions that can be linked, in an order that depends on their content alone."""
    texts = {document.id: document for document in documents}
    cues = {attribution.id: attribution for attribution in attributions}
    parties = find_parties(attributions, sources)
    found = []
    for mention in mentions:
        document = texts[mention.document]
        sentence = mention.sentence.cut(document.text)
        holder = parties.get(mention.attribution or "", frozenset())
        cue = cues.get(mention.attribution or "")
        own_verb = cue is not None and _is_own_verb(mention, cue)
        rejected = cue is not None and (
            cue.cue_kind == "denies"
            or (cue.cue_kind == "rejects" and mention.stance_cue and not own_verb)
        )
        denial = mention.modality == "denied" or (rejected and _is_accusation(mention.text))
        meaning = name_actor(read_meaning(mention.text), cue, holder)
        by_cue = (mention.stance_cue and not own_verb) or rejected  # "nobody thinks that ..." too
        branded = not denial and BRANDED.search(mention.text) is not None
        by_cue = by_cue and mention.polarity == "negative" and not branded
        negative = meaning.negative() or by_cue
        day = mention.stated or (document.published.value if document.published else None)
        context = concepts_of(meaning) | concepts_of(read_meaning(sentence)) | holder
        statement = Statement(
            meaning,
            context,
            day,
            negative=negative,
            denial=denial,
            modality=mention.modality,
            voices=holder,
        )
        key = (
            mention.text.casefold(),
            sentence.casefold(),
            str(negative),
            str(denial),
            mention.modality,
            ",".join(sorted(holder)),
        )
        found.append(Held(mention, statement, holder, key, sentence))
    return tuple(
        sorted(
            _set_apart(found),
            key=lambda held: (held.key, held.mention.stated or "", held.mention.id),
        )
    )
