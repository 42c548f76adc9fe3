"""Names that are known from elsewhere in the case."""

from collections.abc import Sequence

from headwater.resolve.identity import Identity, identify
from headwater.resolve.party import Party
from headwater.resolve.people import person_words
from headwater.text.names import fold_name, proper_part


def identify_all(parties: Sequence[Party]) -> tuple[Identity, ...]:
    """Return who the parties may be, in their order.

    A name that is a person's or a publisher's somewhere in the case is theirs everywhere.
    """
    found = [identify(party) for party in parties]
    people = {one.words for one in found if one.key[0] == "person"}
    papers = {
        one.words: one
        for party, one in zip(parties, found, strict=True)
        if party.publishes and one.kind == "media_outlet"
    }
    for at, (party, one) in enumerate(zip(parties, found, strict=True)):
        if one.kind not in {"organization", "government"} or one.body:
            continue
        paper = papers.get(fold_name(proper_part(party.name)))
        if paper:
            found[at] = paper
        elif (words := person_words(party.name)) in people and fold_name(party.name) == words:
            found[at] = Identity(
                kind="person", key=("person", *words), state=one.state, words=words
            )
    return tuple(found)
