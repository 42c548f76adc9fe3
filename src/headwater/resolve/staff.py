"""Those who speak for a person: lawyers, aides, campaigns that are cited by whose they are."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from headwater.model.source import Source
from headwater.text.names import fold_name, is_role, last_word

# Roles of those who speak for a person.
STAFF: Final = frozenset(
    "spokesperson spokesman spokeswoman lawyer lawyers attorney attorneys counsel campaign team "
    "aide aides adviser advisor manager office staff surrogate representative secretary".split()
)
_NAME: Final = r"((?:[A-Z][\w.-]+ )*[A-Z][\w-]+)"
# "Okafor's lawyers", "the Okafor campaign"; "lawyers for Ines Okafor".
_WHOSE: Final = re.compile(
    rf"^(?:[Tt]he )?(?:an? )?(?:[Mm]r\. |[Mm]s\. )?{_NAME}(?:['’]s?)? [a-z ]+$"
)
_FOR: Final = re.compile(rf"\b(?:for|of|to) {_NAME}$")


def is_staff(name: str) -> bool:
    """Tell whether a wording is of people whose role is to speak for a person, by that alone."""
    return _principal(name) is not None


def find_principals(sources: Iterable[Source]) -> Mapping[str, Source]:
    """Return for whom staff speaks, by the ids of the staff: the only person of that name."""
    listed = list(sources)
    people: dict[str, list[Source]] = {}
    for source in listed:
        if source.kind == "person" and not is_role(source.name):
            people.setdefault(last_word(source.name), []).append(source)
    found = {}
    for source in listed:
        name = _principal(source.name) if source.kind != "media_outlet" else None
        named = people.get(last_word(name), []) if name else []
        fit = [one for one in named if name and set(fold_name(name)) <= set(fold_name(one.name))]
        if len(fit) == 1 and fit[0].id != source.id:
            found[source.id] = fit[0]
    return found


def _principal(name: str) -> str | None:
    """Return the name of the person whose staff a wording is of, None if it is of none."""
    wording = name.partition(",")[0]
    match = _WHOSE.match(wording) or _FOR.search(wording)
    rest = wording.replace(match[1], "") if match else ""
    return match[1] if match and STAFF & set(fold_name(rest)) else None
