"""Name who is called by a role first and by name in the next paragraph."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from headwater.attribute.chain.through import Link
from headwater.attribute.find.nouns import names_in, names_people, nouns_for
from headwater.attribute.find.words import Words
from headwater.model.parse import Name

REACH: Final = 4  # sentences from the role to the name; news copy names who it quotes at once
FULL: Final = 2  # words of a full name
RULE: Final = "speakers.introduced.v1"
WHY: Final = "the name without a role in the next paragraph belongs to this role"


def name_introduced(words: Words, links: Sequence[Link]) -> list[Link]:
    """Return the links with a lone role named by the bare name that follows it.

    "The harbour master said C. / Irene Moss told reporters D": whoever is named for the first time,
    in full and without saying who she is, is the one whom the text has just introduced.
    """
    done = list(links)
    order = [n for n, link in sorted(enumerate(links), key=_place) if _is_voice(words, link)]
    for before, number in pairwise(order):
        name = _bare_name(words, links[number])
        if (
            name is not None
            and _is_lone_role(words, done[before])
            and _near(words, links, before, number)
        ):
            named = links[number].speaker
            role = done[before].speaker
            speaker = role._replace(
                name=named.name, kind="person", affiliation=role.affiliation or named.affiliation,
                antecedent=name.span, veil=None, head="", rule=RULE, why=WHY,
            )  # fmt: skip
            done[before] = done[before]._replace(speaker=speaker)
    return done


def _place(numbered: tuple[int, Link]) -> tuple[int, int]:
    """Return where a link's source stands."""
    source = numbered[1].node.draft.source
    return (source.first if source is not None else -1, numbered[0])


def _is_voice(words: Words, link: Link) -> bool:
    """Tell whether a link is an outermost source outside quotations."""
    source = link.node.draft.source
    outermost = link.node.parent is None and not link.dropped
    return outermost and source is not None and words.depth[source.first] == 0


def _is_lone_role(words: Words, link: Link) -> bool:
    """Tell whether a link's source is one person called by a role alone."""
    speaker, source = link.speaker, link.node.draft.source
    if source is None or speaker.plural or speaker.known is not None or speaker.antecedent:
        return False
    if any(name.kind == "person" for name in names_in(words, source)):
        return False
    if speaker.head in nouns_for("people", "always"):
        return False  # "a source" is not named in the next paragraph
    return bool(speaker.head) and names_people(speaker.head) and not speaker.head.endswith("s")


def _bare_name(words: Words, link: Link) -> Name | None:
    """Return the full name, met for the first time, that a link's source is and nothing more."""
    source = link.node.draft.source
    if source is None or link.speaker.kind != "person":
        return None
    names = names_in(words, source)
    if len(names) != 1 or names[0].kind != "person" or names[0].role:
        return None
    name = names[0]
    whole = words.within(name.full) == tuple(source) and source.last - source.first >= FULL
    family = name.canonical.split()[-1]
    met = any(
        other.span.start < name.span.start and family in other.canonical.split()
        for other in words.parse.names
    )
    return name if whole and not met and words.raw[source.last : source.last + 1] != [","] else None


def _near(words: Words, links: Sequence[Link], before: int, number: int) -> bool:
    """Tell whether a name stands in the paragraph behind a role."""
    role, name = _place((before, links[before]))[0], _place((number, links[number]))[0]
    apart = words.paragraph_of(name) - words.paragraph_of(role)
    return apart == 1 and words.sentence[name] - words.sentence[role] <= REACH
