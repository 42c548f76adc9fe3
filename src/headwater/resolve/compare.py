"""Two parties held against each other: one source, two, or not to be told."""

from collections import Counter

from rapidfuzz.fuzz import ratio

from headwater.lexicon.parties import leaders_named
from headwater.model.reason import Reason
from headwater.resolve.identity import Identity
from headwater.resolve.party import Party
from headwater.resolve.settings import ResolveSettings
from headwater.text.between import days_between
from headwater.text.names import initials

Side = tuple[Party, Identity]
MIN_ACRONYM = 2
STEM = 5  # letters that a place and its adjective share
LONG_GIVEN = 6  # letters; "Maria" and "Marina" are two people
GIVEN_SPELLING = 80  # likeness of two spellings of a given name, 0..100
SHARED_WORDS = 2  # that describe a report; one ("climate") is too common
_GENERATIONS = frozenset({("jr",), ("sr",), ("ii",), ("iii",), ("junior",), ("senior",)})
# Short forms of English given names that no spelling rule finds.
_SHORT = {
    "joe": "joseph", "bill": "william", "bob": "robert", "mike": "michael", "tony": "anthony",
    "jim": "james", "tom": "thomas", "dick": "richard", "ted": "edward", "liz": "elizabeth",
    "kate": "katherine", "dave": "david", "steve": "steven", "chuck": "charles",
    "bernie": "bernard", "chris": "christopher", "rudy": "rudolph", "pat": "patrick",
    "matt": "matthew", "andy": "andrew", "ben": "benjamin", "sam": "samuel", "dan": "daniel",
    "ed": "edward", "greg": "gregory", "jeff": "jeffrey", "ken": "kenneth", "larry": "lawrence",
    "nick": "nicholas", "rick": "richard", "ron": "ronald", "tim": "timothy", "will": "william",
    "jen": "jennifer", "sue": "susan", "alex": "alexander", "don": "donald", "ray": "raymond",
    "phil": "philip", "pete": "peter", "stephen": "steven", "josh": "joshua", "jerry": "gerald",
    "jimmy": "james", "billy": "william", "bobby": "robert", "tommy": "thomas", "eddie": "edward",
    "fred": "frederick", "jack": "john", "hank": "henry", "gene": "eugene", "vince": "vincent",
    "terry": "terence", "jon": "jonathan", "cindy": "cynthia", "debbie": "deborah",
    "barb": "barbara", "peggy": "margaret", "maggie": "margaret", "becky": "rebecca",
    "judy": "judith", "kathy": "katherine", "cathy": "catherine", "charlie": "charles",
    "abby": "abigail", "gabe": "gabriel", "walt": "walter", "harry": "henry", "deb": "deborah",
}  # fmt: skip
# Long names that share a short form with another.
_SHORT_TOO = {
    "jerry": "jerrold", "tony": "antonio", "alex": "alexandra", "chris": "christine",
    "sam": "samantha", "pat": "patricia", "nick": "nicolas", "dan": "danielle", "ron": "ronan",
}  # fmt: skip


def find_join(left: Side, right: Side, settings: ResolveSettings) -> Reason | None:
    """Return why two parties with different keys are one source, None if nothing shows it."""
    if left[1].kind != right[1].kind and {left[1].kind, right[1].kind} - {
        "organization",
        "government",
    }:
        return None
    match left[1].kind:
        case "person":
            found = _join_people(left, right, settings)
        case "report":
            found = _join_reports(left, right, settings)
        case "dataset":
            found = _join_datasets(left, right)
        case "media_outlet":
            found = _join_outlets(left, right)
        case _:
            found = _join_bodies(left, right)
    if found is None:
        return None
    text, weight = found
    places = tuple(sorted({side[0].place for side in (left, right) if side[0].place}))
    return Reason(rule="resolve.compare.v1", text=text, places=places, weight=weight)


def find_bar(left: Side, right: Side) -> bool:
    """Tell whether two parties cannot be one: two people of one name, two reports of one issuer."""
    one, two = left[1], right[1]
    if one.kind == two.kind == "person":
        if _of_two_generations(left, right):
            return True
        if min(len(one.words), len(two.words)) < 2 or one.words[-1] != two.words[-1]:  # noqa: PLR2004
            return False
        given = one.words[0], two.words[0]
        alike = _given_alike(*given) or _given_spelled_alike(*given)
        return not alike and given[0] not in two.words and given[1] not in one.words
    if one.kind == two.kind == "report" and left[0].document == right[0].document:
        return not _describe_alike(one, two)
    return False


def _of_two_generations(left: Side, right: Side) -> bool:
    """Tell whether one name is the other with "Jr." and both are cited in one text, or known."""
    shorter, longer = sorted((left[1].words, right[1].words), key=len)
    if longer[:-1] != shorter or longer[-1:] not in _GENERATIONS or len(shorter) == 1:
        return False
    return left[0].document == right[0].document or bool(leaders_named(" ".join(shorter)))


def _describe_alike(one: Identity, two: Identity) -> bool:
    """Tell whether the words that describe two reports do not set them apart."""
    mine, theirs = (set(side.words) - {"intelligence"} for side in (one, two))
    return mine <= theirs or theirs <= mine


def _join_people(left: Side, right: Side, settings: ResolveSettings) -> tuple[str, float] | None:
    """Full names that are spelled alike, or one name inside the other."""
    one, two = left[1].words, right[1].words
    if "role" in {left[1].key[0], right[1].key[0]}:
        return None
    if min(len(one), len(two)) < 2:  # noqa: PLR2004 - a second name alone is joined by `lonely_surnames`
        return None
    names = f"{' '.join(one)} and {' '.join(two)}"
    if not Counter(one) - Counter(two) or not Counter(two) - Counter(one):
        return f"one name lies inside the other: {names}", 1.0
    if one[-1] == two[-1] and _given_alike(one[0], two[0]):
        return f"same family name, given names agree: {names}", 0.9
    alike = ratio(" ".join(one), " ".join(two))
    if alike >= settings.spelling and _given_spelled_alike(one[0], two[0]):
        return f"two spellings of one name: {names}", alike / 100
    return None


def _given_alike(one: str, two: str) -> bool:
    """Tell whether two given names may be one: an initial, or a usual short form."""
    if 1 in (len(one), len(two)):
        return one[0] == two[0]
    return bool(_long_forms(one) & _long_forms(two))


def _long_forms(given: str) -> set[str]:
    return {_SHORT.get(given, given), _SHORT_TOO.get(given, given)} - (
        {given} if given in _SHORT else set()
    )


def _given_spelled_alike(one: str, two: str) -> bool:
    """Tell whether two given names may be two spellings; short ones differ by a letter as names."""
    if one == two or one[0] != two[0]:
        return one == two
    return min(len(one), len(two)) >= LONG_GIVEN and ratio(one, two) >= GIVEN_SPELLING


def _join_reports(left: Side, right: Side, settings: ResolveSettings) -> tuple[str, float] | None:
    """Reports of one issuer, cited in the same weeks; or one short and one full name in a text."""
    one, two = left[1], right[1]
    issuer = _one_issuer(one, two)
    general = _general_issuer(one, two)
    if not _describe_alike(one, two):
        return None
    if left[0].document == right[0].document:
        if issuer or general:
            return f"one text speaks of one report: {left[0].name}, {right[0].name}", 0.8
        return None
    apart = days_between(left[0].published, right[0].published)
    if apart is not None and apart > settings.report_days:
        return None
    when = "the texts are not dated apart" if apart is None else f"cited {apart} days apart"
    if issuer and (apart is not None or not issuer.endswith(" intelligence")):
        return f"reports of one issuer ({issuer}), {when}", 0.9 if apart is not None else 0.6
    if general and apart is not None:
        return f"a report under its issuer's name and under the state's, {when}", 0.7
    return None


def _one_issuer(one: Identity, two: Identity) -> str | None:
    """Return whose report two wordings speak of, None if that is not shown."""
    if one.state and two.state and one.state != two.state:
        return None
    if one.body or two.body:
        return one.body if one.body == two.body else None
    if _one_owner(one, two):
        return " ".join(one.owners if len(one.owners) < len(two.owners) else two.owners)
    owned = bool(one.owners and two.owners)
    if one.state == two.state and not owned and _share_subject(one, two):
        return " ".join(one.words)
    return None


def _one_owner(one: Identity, two: Identity) -> bool:
    """Tell whether two works without a known issuer name the same party, one perhaps in short.

    "Veldanian" and "Veldania" count as one word: places have adjectives that no lexicon holds.
    """
    small, large = sorted((one.owners, two.owners), key=len)
    return bool(small) and all(any(akin(word, other) for other in large) for word in small)


def akin(one: str, two: str) -> bool:
    """Tell whether two words may be a place and its adjective, or one word."""
    return one == two or (min(len(one), len(two)) > STEM and one[:STEM] == two[:STEM])


def _share_subject(one: Identity, two: Identity) -> bool:
    """Tell whether two reports without a known issuer are described by the same words."""
    mine, theirs = set(one.words), set(two.words)
    return bool(mine) and (mine == theirs or len(mine & theirs) >= SHARED_WORDS)


def _general_issuer(one: Identity, two: Identity) -> bool:
    """Tell whether one names an office and the other only its state ("a U.S. report")."""
    if one.state is None or one.state != two.state:
        return False
    plain = [side.body is None or side.body.endswith(" intelligence") for side in (one, two)]
    return any(plain) and not (one.body is None and two.body is None)


def _join_datasets(left: Side, right: Side) -> tuple[str, float] | None:
    """The same sort of data of one party, or where one name leaves it out in the same text."""
    one, two = left[1], right[1]
    if one.words != two.words or not one.words:
        return None
    if one.state and two.state and one.state != two.state:
        return None
    if left[0].document == right[0].document and (not one.owners or not two.owners):
        return f"one text speaks of the same data: {left[0].name}, {right[0].name}", 0.8
    if _one_owner(one, two):
        return f"the same sort of data of one party: {left[0].name}, {right[0].name}", 0.8
    return None


def _join_outlets(left: Side, right: Side) -> tuple[str, float] | None:
    """A short form and the full name in one text, or names that contain each other."""
    one, two = left[1], right[1]
    short, full = (one, two) if one.key[0] == "short" else (two, one)
    if short.key[0] == "short":
        if full.key[0] == "short" or left[0].document != right[0].document:
            return None
        if set(short.words) <= set(full.words):
            return (
                f"short form of an outlet named in the same text: {full.name or full.key[1]}",
                0.9,
            )
        return None
    if one.name and two.name:
        return None
    small, large = sorted((one.words, two.words), key=len)
    if small == large[: len(small)] and set(large) - set(small) <= {"com", "news", "online", "org"}:
        return f"one outlet under two names: {left[0].name}, {right[0].name}", 0.9
    return None


def _join_bodies(left: Side, right: Side) -> tuple[str, float] | None:
    """An acronym and the long form, or a long form without its last words."""
    one, two = left[1], right[1]
    if one.state and two.state and one.state != two.state:
        return None
    if one.key[0] == "state" or two.key[0] == "state":
        return None
    if one.key[0] == two.key[0] == "office":
        return None
    for short, long in ((one.words, two.words), (two.words, one.words)):
        if len(short) == 1 and len(long) > 1 and _abbreviates(short[0], long):
            return f"acronym and long form: {left[0].name}, {right[0].name}", 0.9
    return None


def _abbreviates(short: str, long: tuple[str, ...]) -> bool:
    """Tell whether a word is made of the first letters of a name, small words in or out."""
    return len(short) >= MIN_ACRONYM and short in {initials(long), "".join(w[0] for w in long)}
