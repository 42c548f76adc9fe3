"""Tokens, stems and stop words: enough to compare English words, no more."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

TOKEN: Final = re.compile(r"\w+|[^\w\s]")
WORD: Final = re.compile(r"\w+(?:[-'’.]\w+)*")

STOP_WORDS: Final = frozenset(
    """a about above after again against all also am an and any are as at be because been before
    being below between both but by can could did do does doing down during each either else
    even ever few for from further had has have having he her here hers herself him himself his
    how i if in into is it its itself just may me might more most much must my myself neither no
    nor not now of off on once only or other our ours ourselves out over own per quite rather
    said same say says shall she should since so some such than that the their theirs them
    themselves then there these they this those through to too under until up upon us very was
    we were what when where whether which while who whom whose why will with within without
    would yet you your yours yourself yourselves""".split()
)

# Forms that no ending rule reaches; general knowledge of English.
_IRREGULAR_VERBS: Final = """
arise arose arisen|awake awoke awoken|be am is are was were been being|bear bore borne born
beat beaten|become became|befall befell befallen|begin began begun|behold beheld|bend bent
bid bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken
breed bred|bring brought|broadcast|build built|burn burnt|burst|buy bought|catch caught
choose chose chosen|cling clung|come came|creep crept|cut|deal dealt|dig dug
do does did done|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven
dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found
flee fled|fling flung|fly flew flown flies|forbid forbade forbidden|forecast
foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
forgo forwent forgone|freeze froze frozen|get got gotten|give gave given|go goes went gone
grind ground|grow grew grown|hang hung|have has had|hear heard|hide hid hidden|hold held
keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|learn learnt|leave left
lend lent|lie lay lain lying|light lit|lose lost|make made|mean meant|meet met
mislead misled|mistake mistook mistaken|overcome overcame|oversee oversaw overseen
overtake overtook overtaken|overthrow overthrew overthrown|pay paid|prove proven|quit
rebuild rebuilt|ride rode ridden|ring rang rung|rise rose risen|run ran|say says said
see saw seen|seek sought|sell sold|send sent|set|sew sewn|shake shook shaken|shed
shine shone|shoot shot|show shown|shrink shrank shrunk|shut|sing sang sung|sink sank sunk
sit sat|sleep slept|slide slid|smell smelt|speak spoke spoken|speed sped|spend spent
spill spilt|spin spun|split|spoil spoilt|spread|spring sprang sprung|stand stood
steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven
swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken
teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust
tread trod trodden|undergo underwent undergone|understand understood
undertake undertook undertaken|undo undid undone|uphold upheld|wake woke woken
wear wore worn|weave wove woven|weep wept|win won|wind wound|use used using uses
withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written
"""
_IRREGULAR_NOUNS: Final = """
man men|woman women|child children|person people|foot feet|tooth teeth|goose geese
mouse mice|ox oxen|crisis crises|analysis analyses|basis bases|thesis theses
criterion criteria|phenomenon phenomena|datum data|medium media|wife wives|knife knives
half halves|shelf shelves|wolf wolves|thief thieves|loaf loaves|stimulus stimuli
index indices|appendix appendices|matrix matrices
"""
_S_NOT_PLURAL: Final = frozenset(
    """this his its us gas bus news series species means plus thus yes always perhaps whereas
    status virus census campus focus bonus corpus chaos bias atlas texas arkansas kansas
    illinois paris lens politics economics physics mathematics athletics headquarters besides as
    is was has does""".split()
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return `(start, end)` of every word and every single mark, in order, counted in `text`."""
    stop = len(text) if end is None else end
    return tuple(match.span() for match in TOKEN.finditer(text, start, stop))


def _irregular() -> Iterator[tuple[str, str]]:
    """Yield each irregular form with its base."""
    for table in (_IRREGULAR_NOUNS, _IRREGULAR_VERBS):
        for row in table.replace("\n", "|").split("|"):
            forms = row.split()
            for form in forms:
                yield form, forms[0]


_IRREGULAR: Final = {"lay": "lay", **dict(_irregular()), "left": "leave", "people": "person"}
_DOUBLED: Final = re.compile(r"([bdfgklmnprtvz])\1$")
_VOWEL: Final = re.compile(r"[aeiouy]")
_SHORT: Final = 3  # Letters: a shorter rest is no stem ("bed", "king", "used").


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a form that inflections of one word share; compare it, never show it.

    "supplies", "supplied" and "supplying" give one stem, so do "provide" and "providing", "sold"
    and "selling". Derived words ("supplier") keep their own.
    """
    lowered = word.lower().replace("’", "'")
    if lowered.endswith(("'s", "s'")):
        lowered = lowered[:-2] if lowered.endswith("'s") else lowered[:-1]
    base = _IRREGULAR.get(lowered)
    if base is None:
        base = _strip_s(lowered)
        base = _IRREGULAR.get(base, base)
    if base in _IRREGULAR_BASES:
        return _drop_e(base)
    return _drop_e(_strip_ing_ed(base))


_IRREGULAR_BASES: Final = frozenset(_IRREGULAR.values())


def _strip_s(word: str) -> str:
    """Take off a plural or third-person ending."""
    if len(word) <= _SHORT or word in _S_NOT_PLURAL or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def _strip_ing_ed(word: str) -> str:
    """Take off the ending of a participle or a past tense."""
    if word.endswith("ied") and len(word) > _SHORT + 1:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= _SHORT - 1 and _VOWEL.search(rest):
            if word in _DOUBLE_E:
                return word[:-1]
            if word.endswith("eed") or (len(rest) < _SHORT and rest not in _TWO_LETTER_VERBS):
                return word
            doubled = _DOUBLED.search(rest)
            return (
                rest[:-1] if doubled and not rest.endswith(("ll", "ss", "zz")) else _undouble(rest)
            )
    return word


_TWO_LETTER_VERBS: Final = frozenset({"ad", "go", "do", "be"})
_DOUBLE_E: Final = frozenset({"agreed", "disagreed", "guaranteed", "freed", "decreed", "refereed"})


def _undouble(rest: str) -> str:
    """Turn "controll" into "control" but leave "sell" and "pass"."""
    long_enough = len(rest) > _SHORT + 2
    return rest[:-1] if rest.endswith("ll") and long_enough else rest


def _drop_e(word: str) -> str:
    """Take off a final e, so that "provide" meets "providing"."""
    return word[:-1] if word.endswith("e") and len(word) > _SHORT else word


def content_stems(text: str) -> tuple[str, ...]:
    """Return the stems of all words that carry meaning, in text order."""
    words = (match.group() for match in WORD.finditer(text))
    return tuple(stem(word) for word in words if word.lower() not in STOP_WORDS)
