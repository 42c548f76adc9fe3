"""For whom a source speaks, and how openly."""

from itertools import takewhile

from headwater.lexicon.parties import (
    body_in,
    find_body,
    is_state_name,
    state_written,
    states_in,
    without_states,
)
from headwater.model.source import Source
from headwater.text.filings import FILINGS
from headwater.text.names import fold_name, is_role, last_word
from headwater.trace.evidence import is_intelligence

_ON_RECORD = frozenset({"person", "government", "organization"})
_ARTICLES = frozenset("the a an".split())
_SMALL = frozenset("of the a an by in on to for and from his her its their".split())
_WHOLE = frozenset(
    "government authorities authority officials official administration regime leaders leadership "
    "state side".split()
)


# Words that open a crowd: "two Baltic powers" names nobody.
_SOME = frozenset(
    "two three four several some many most both other these those all another any various certain "
    "one a an".split()
)
# Last words of a crowd that is written with capitals: "Leading Liberals" names nobody.
_CROWDS = frozenset(
    "democrats republicans conservatives liberals tories socialists greens nationalists "
    "lawmakers legislators senators congressmen members leaders critics supporters opponents "
    "aides advisers advisors officials sources experts analysts west allies powers countries "
    "governments".split()
)
# Words for people of any party, whomever they stand beside: "critics of Okafor" names nobody.
_BYSTANDERS = frozenset(
    "critics detractors opponents supporters backers advocates allies friends relatives families "
    "residents neighbors neighbours witnesses victims survivors".split()
)
_MOUTHS = frozenset("spokesman spokeswoman spokesperson".split())
# Words after which a wording tells of others: what a body owns, does or is known for.
_CLOSE = frozenset(
    "that which who whose owned named called linked connected tied controlled run based founded "
    "hired paid accused with in at by from behind".split()
)
_BEHIND = _CLOSE | {"of", "for"}
# Words behind which a work's name tells whose it is or against whom.
_AFTER = frozenset("from by of against filed brought released prepared published over".split())
WORKS = frozenset({"report", "dataset", "leak", "visual"})
# A work with one of these words and a name is by that name; "returns" or "video of" is not.
_ISSUED = frozenset(
    "ad ads advert advertisement spot campaign statement speech remarks tweet tweets post book "
    "memoir letter letters memo memos notes diary diaries testimony email emails website lawyer "
    "lawyers spokesman spokeswoman spokesperson press release aide aides surrogates".split()
)


def is_nameless_work(source: Source) -> bool:
    """Tell whether a source is a work of which its wording tells only the sort ("a first report").

    States and whoever made it may be told behind it.
    """
    own = [
        word
        for word in work_head(source)
        if not state_written(word) and word.casefold() not in _ARTICLES
    ]
    first = own[:1] != [] and own[0].casefold() == "report"
    return source.kind in {"report", "leak"} and (first or all(w == w.lower() for w in own))


def work_head(source: Source) -> list[str]:
    """Return the words of a work's name before what tells whose it is ("a report by")."""
    return list(takewhile(lambda word: word.casefold() not in _AFTER, source.name.split()))


def issued_by(work: Source, party: Source) -> bool:
    """Tell whether a work or voice is by its name that of a party ("a Miller campaign ad")."""
    words = set(fold_name(work.name))
    if not _ISSUED & words:
        return False
    if party.kind == "person":
        return work.kind in {"report", "visual", "organization"} and last_word(party.name) in words
    body = set(without_states(fold_name(party.name))) - _SMALL
    named = party.kind in {"organization", "government"} and len(body) > 1
    return named and work.kind in {"report", "visual", "organization"} and body < words


def may_be_one_work(one: Source, two: Source) -> bool:
    """Tell whether two works may be one, or one rest on the other.

    Told by their kinds, by two words in common, or because one has no name of its own
    ("an internal report").
    """
    kinds = {one.kind, two.kind}
    if not kinds <= WORKS or (len(kinds) == 1 and of_other_states(one, two)):
        return False
    if kinds in ({"report", "dataset"}, {"report", "leak"}, {"leak"}):
        return True
    bodies = body_in(one.name), body_in(two.name)
    if bodies[0] and bodies[0] == bodies[1]:
        return True
    shared = set(fold_name(one.name)) & set(fold_name(two.name)) - _SMALL
    return len(shared) > 1 or (
        len(kinds) == 1 and not (is_proper(one.name) and is_proper(two.name))
    )


def is_proper(name: str) -> bool:
    """Tell whether a wording holds a proper name: a capital after its first word, or an acronym."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    return any(word[:1].isupper() for word in words[1:]) or "".join(words[:1]).isupper()


def of_other_states(one: Source, two: Source) -> bool:
    """Tell whether the names of two sources give two different states."""
    states = set(states_in(one.name)), set(states_in(two.name))
    return all(states) and not states[0] & states[1]


def voice_of(source: Source) -> str | None:
    """Return in plain words whose voice a source is: its interest, or its own if it is named.

    None for anonymous sources whose body is not said and for material that speaks for nobody.
    """
    if source.interest:
        return " ".join(fold_name(source.interest))
    if is_veiled(source) or source.kind in {"dataset", "leak", "visual", "unattributed"}:
        return None
    return " ".join(fold_name(source.name))


def is_veiled(source: Source) -> bool:
    """Tell whether a text hides the source's name, or gives only a role or a crowd.

    "the nominee" and "residents" name nobody, so nobody can be told apart from them.
    """
    match source.kind:
        case "anonymous":
            return True
        case "person":
            return is_role(source.name) and not is_spokesman(source)
        case "organization" | "government":
            return source.interest is None and _is_nameless(source.name)
        case _:
            return False


def is_spokesman(source: Source) -> bool:
    """Tell whether a source is called the spokesman of a known party: who, matters little."""
    return source.interest is not None and bool(_MOUTHS & set(fold_name(source.name)))


def _is_nameless(name: str) -> bool:
    """Tell whether a wording is of some body or crowd, told by what it is or did.

    "the Maltese firm that Okafor owns" names Okafor, not the firm.
    """
    words = name.split()
    head = list(takewhile(lambda word: word.casefold() not in _CLOSE, words))
    own = [word for word in head if not state_written(word)]
    people = list(takewhile(lambda word: word.casefold() not in _BEHIND, words))
    return words[:1] != [] and (
        words[0].casefold() in _SOME
        or head[-1:] != []
        and head[-1].casefold() in _CROWDS
        or people[-1:] != []
        and people[-1].casefold() in _BYSTANDERS
        or not any(word != word.lower() for word in own)
    )


def is_filing(source: Source) -> bool:
    """Tell whether a source is what a known party filed with a court: that party's own word."""
    filed = source.kind == "report" and last_word(" ".join(work_head(source))) in FILINGS
    return filed and (source.affiliation or source.interest) is not None


def is_state_outlet(source: Source) -> bool:
    """Tell whether a source is a news outlet that speaks for its state."""
    return source.kind == "media_outlet" and is_state_name(source.interest or "")


def is_on_record(source: Source) -> bool:
    """Tell whether a person or body states it openly, not as intelligence or statistics."""
    if is_filing(source) or is_state_outlet(source):
        return True
    if source.kind not in _ON_RECORD or is_veiled(source) or is_intelligence(source):
        return False
    body = find_body(source.name)
    return body is None or body.kind != "statistics"


def is_office(source: Source) -> bool:
    """Tell whether a source is one office or body of a state, not a person or the whole."""
    if source.kind == "person":
        return False
    rest = [word for word in without_states(fold_name(source.name)) if word not in _WHOLE]
    return bool(rest) and source.interest is not None
