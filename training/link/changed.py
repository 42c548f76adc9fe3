"""Real news sentences, and the same with one thing changed: pairs that differ in a single word or figure.

The sentences stay in the data; only what training learns from them ships. Edits that keep the
meaning are put on both sides alike, so that an edit as such tells nothing.
"""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from headwater.lexicon.verbs import verb_forms
from headwater.model.document import Document
from headwater.model.parse import Name, Parse
from headwater.parse import parse
from training.link.sources import Example

LENGTH: Final = (30, 170)  # characters of a sentence that is used
DIFFERENT: Final = ("against", "updates", "other")
OPPOSITE: Final = ("against", "other")
VERB_PAIRS: Final = tuple(
    tuple(row.split("/"))
    for row in """accept/refuse accept/reject accuse/clear add/remove admit/deny agree/disagree allow/ban allow/block appoint/dismiss
approve/reject approve/veto arrest/release arrive/leave attack/defend back/oppose begin/end borrow/lend build/demolish build/destroy
buy/sell charge/acquit close/open condemn/praise confirm/deny continue/stop convict/acquit create/abolish criticise/praise
criticize/defend cut/raise decline/grow delay/speed demand/waive deploy/withdraw deny/admit disclose/conceal embrace/shun
encourage/discourage endorse/oppose enter/leave expand/shrink expel/admit extend/shorten fail/succeed fall/rise fire/hire follow/ignore
free/jail gain/lose give/take grant/deny grow/shrink help/hinder hide/reveal impose/lift import/export improve/worsen include/exclude
increase/decrease increase/reduce join/quit keep/drop launch/halt lead/trail legalise/outlaw lift/impose lose/win lower/raise
nominate/withdraw obey/defy oppose/support pass/fail pay/receive permit/prohibit pledge/refuse praise/blame protect/expose pull/push
punish/reward ratify/reject reduce/raise release/detain remember/forget repeal/enact rescue/abandon resume/suspend retain/drop
reveal/hide reverse/uphold save/kill send/receive shut/open sign/scrap start/stop strengthen/weaken succeed/fail support/oppose
surge/plunge suspend/resume tighten/loosen trust/doubt unite/split uphold/overturn violate/respect welcome/condemn widen/narrow
win/lose withdraw/deploy""".split()
)
WORD_PAIRS: Final = tuple(
    tuple(row.split("/"))
    for row in """more/fewer more/less higher/lower before/after legal/illegal guilty/innocent north/south northern/southern east/west
eastern/western first/last majority/minority most/few all/some all/none always/never increase/decrease rise/fall growth/decline
support/opposition victory/defeat approval/rejection safe/dangerous true/false public/private foreign/domestic domestic/foreign largest/smallest
highest/lowest former/current rich/poor men/women man/woman boys/girls father/mother son/daughter husband/wife import/export
imports/exports civilian/military over/under above/below up/down early/late possible/impossible likely/unlikely
lawful/unlawful open/closed alive/dead profit/loss ally/enemy allies/enemies liberal/conservative Republican/Democratic Republicans/Democrats
Republican/Democrat Senate/House senator/congressman federal/state morning/evening Monday/Thursday Tuesday/Friday Wednesday/Sunday
January/April February/September March/October May/November June/December July/August buyer/seller employer/employee""".split()
)
EQUAL_VERBS: Final = tuple(
    tuple(row.split("/"))
    for row in """buy/purchase start/begin end/finish say/state kill/slay fire/sack fire/dismiss hire/recruit back/support oppose/resist
ask/request demand/insist help/assist hit/strike arrest/detain free/release jail/imprison allow/permit ban/prohibit stop/halt show/indicate
tell/inform think/believe try/attempt seek/pursue get/obtain give/provide send/dispatch build/construct destroy/demolish close/shut
raise/increase reduce/lower choose/select vow/pledge warn/caution claim/allege reveal/disclose hide/conceal happen/occur meet/encounter
quit/resign leave/depart win/secure approve/endorse reject/decline urge/press criticize/denounce praise/commend blame/fault
discuss/debate consider/weigh plan/intend expect/anticipate need/require use/employ keep/retain delay/postpone cancel/scrap
launch/initiate investigate/probe examine/inspect fear/dread hurt/injure rise/climb fall/drop surge/soar""".split()
)
EQUAL_WORDS: Final = tuple(
    tuple(row.split("/"))
    for row in """percent/per_cent attorney/lawyer lawmakers/legislators automobile/car soldiers/troops border/frontier cash/money
children/kids cops/police country/nation doctors/physicians election/vote employees/workers firm/company large/big weapons/arms near/close_to
people/persons president/head_of_state about/approximately about/around nearly/almost also/too but/however because/since
despite/in_spite_of former/ex- huge/enormous illegal/unlawful quickly/rapidly several/a_number_of
shooting/gunfire spokesman/spokesperson talks/negotiations area/region town/community probe/investigation U.S./United_States U.S./American
plan/proposal deal/agreement ruling/decision home/house job/position allegedly/reportedly many/numerous film/movie rally/demonstration
student/pupil fatal/deadly killed/shot_dead wounded/injured victory/win""".split()
)
SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)
AUXILIARY: Final = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|did|does|do)\b(?! not|n.t)"
)
CONTRACTED: Final = re.compile(
    r"\b(is|are|was|were|has|have|had|would|could|should|did|does|do) not\b"
)
WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’.-]*")
NOUN_BEFORE: Final = re.compile(r"\b(?:the|a|an|this|that|his|her|its|their|of|on|in|[\w]+[’']s|both|new|a while) $|^$")
SAYING: Final = frozenset(
    "say tell ask call suggest indicate report show state add note argue claim insist write believe think warn explain follow".split()
)
TIME_WORDS: Final = re.compile(r"\b(?:on|in|at|since|by|during|from|late|early) $")

Edit = Callable[["Source", random.Random], "tuple[str, tuple[str, ...]] | None"]


class Source(NamedTuple):
    """A sentence with what stands in it; places count the sentence."""

    text: str
    names: tuple[Name, ...]
    others: tuple[Name, ...]
    amounts: tuple[tuple[int, int], ...]
    times: tuple[tuple[int, int], ...]
    start: int


@lru_cache(maxsize=1)
def _words_of_verbs() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for word, form in verb_forms().items():
        found.setdefault((form.lemma, form.form), word)
        if form.form == "past":
            found.setdefault((form.lemma, "participle"), word)
    return found


@lru_cache(maxsize=8)
def _partners(rows: tuple[tuple[str, ...], ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for left, right in rows:
        found.setdefault(left, []).append(right.replace("_", " "))
        found.setdefault(right.replace("_", " "), []).append(left)
    return {word: tuple(others) for word, others in found.items()}


def _put(text: str, start: int, end: int, new: str) -> str:
    if start == 0 and text[:1].isupper():
        new = new[:1].upper() + new[1:]
    return text[:start] + new + text[end:]


def _turn_verbs(
    text: str, rng: random.Random, rows: tuple[tuple[str, ...], ...]
) -> str | None:
    """Return the text with one verb put for its partner, in the same form."""
    partners, forms = _partners(rows), verb_forms()
    found = [m for m in WORD.finditer(text) if m[0].lower() in forms and forms[m[0].lower()].lemma in partners]
    found = [m for m in found if not m[0][0].isupper() or m.start() == 0]
    found = [m for m in found if not forms[m[0].lower()].noun_too or not NOUN_BEFORE.search(text[: m.start()])]
    if not found:
        return None
    match = rng.choice(found)
    form = forms[match[0].lower()]
    kind = form.form
    if kind == "past" and re.search(r"\b(?:has|have|had|was|were|been|be|is|are|being)\s+(?:\w+ly )?$", text[: match.start()]):
        kind = "participle"
    new = _words_of_verbs().get((rng.choice(partners[form.lemma]), kind))
    return _put(text, *match.span(), new) if new else None


def _turn_words(text: str, rng: random.Random, rows: tuple[tuple[str, ...], ...]) -> str | None:
    partners = _partners(rows)
    found = [m for m in WORD.finditer(text) if m[0] in partners or (m.start() == 0 and m[0].lower() in partners)]
    if not found:
        return None
    match = rng.choice(found)
    word = match[0] if match[0] in partners else match[0].lower()
    return _put(text, *match.span(), rng.choice(partners[word]))


def _negate(source: Source, rng: random.Random) -> tuple[str, tuple[str, ...]] | None:
    text = source.text
    match = AUXILIARY.search(text)
    verb = _finite(text)
    if match and (verb is None or match.start() < verb.start()):
        if rng.random() < 0.2 and match[0] in {"has", "have", "is", "are", "was", "were"}:
            return f"{text[: match.end()]} never{text[match.end() :]}", ("against",)
        return f"{text[: match.end()]} not{text[match.end() :]}", ("against",)
    if verb is None:
        return None
    form = verb_forms()[verb[0].lower()]
    if form.form == "past":
        helper = rng.choice(("did not", "did not", "didn't", "never did", "failed to", "refused to", "declined to", "has yet to"))
    elif form.form == "third":
        helper = rng.choice(("does not", "does not", "doesn't", "fails to", "refuses to"))
    else:
        return None
    return _put(text, *verb.span(), f"{helper} {form.lemma}"), ("against",)


def _finite(text: str) -> re.Match[str] | None:
    """Return the first finite verb that no auxiliary goes before."""
    forms = verb_forms()
    for match in WORD.finditer(text):
        form = forms.get(match[0])
        if form is None or form.noun_too or match.start() == 0 or form.form not in {"past", "third"}:
            continue
        if form.lemma in SAYING:
            return None
        if re.search(r"\b(?:to|has|have|had|was|were|been|be|is|are|being|who|that|which|,)\s+(?:\w+ly )?$", text[: match.start()]):
            return None
        return match
    return None


def _plan(source: Source, rng: random.Random) -> tuple[str, tuple[str, ...]] | None:
    verb = _finite(source.text)
    if verb is None:
        return None
    form = verb_forms()[verb[0]]
    ing = _words_of_verbs().get((form.lemma, "ing"), "")
    helper = rng.choice(("plans to {0}", "is expected to {0}", "promised to {0}", "threatened to {0}", "was asked to {0}", "considered {1}",
                         "has been urged to {0}", "wants to {0}", "may {0}", "could {0}", "denied {1}", "was accused of {1}"))  # fmt: skip
    labels: tuple[str, ...] = DIFFERENT
    if helper.startswith("denied"):
        labels = ("against",)
    if helper.startswith(("may", "could", "was accused")):
        labels = ("other", "entails_ab", "updates")
    return _put(source.text, *verb.span(), helper.format(form.lemma, ing)), labels


def _opposite(source: Source, rng: random.Random) -> tuple[str, tuple[str, ...]] | None:
    turned = _turn_verbs(source.text, rng, VERB_PAIRS) if rng.random() < 0.6 else None
    turned = turned or _turn_words(source.text, rng, WORD_PAIRS)
    return (turned, DIFFERENT) if turned else None


def _other_verb(source: Source, rng: random.Random) -> tuple[str, tuple[str, ...]] | None:
    verb = _finite(source.text)
    if verb is None:
        return None
    form = verb_forms()[verb[0]]
    lemma = rng.choice(sorted({pair[0] for pair in VERB_PAIRS} - {form.lemma}))
    if form.lemma in {"say", "be", "have"} or lemma in _partners(EQUAL_VERBS).get(form.lemma, ()):
        return None
    new = _words_of_verbs().get((lemma, form.form))
    return (_put(source.text, *verb.span(), new), DIFFERENT) if new else None


def _figure(source: Source, rng: random.Random) -> tuple[str, tuple[str, ...]] | None:
    if not source.amounts:
        return None
    start, end = rng.choice(source.amounts)
    words = source.text[start:end]
    number = re.search(r"\d[\d,]*(?:\.\d+)?", words)
    if number is None:
        low = words.lower()
        small = [w for w in SMALL if re.search(rf"\b{w}\b", low)]
        if not small:
            return None
        new = re.sub(rf"\b{small[0]}\b", rng.choice([w for w in SMALL[2:] if w != small[0]]), low, count=1)
        return _put(source.text, start, end, new), DIFFERENT
    value = float(number[0].replace(",", ""))
    if value == int(value):
        changed = int(value)
        options = [changed * 2, changed + rng.randint(2, 9), max(2, changed // 2), changed * 10, max(1, changed - rng.randint(1, 5))]
        new = f"{rng.choice([o for o in options if o != changed] or [changed + 1]):,}" if "," in number[0] else str(rng.choice([o for o in options if o != changed] or [changed + 1]))
    else:
        new = f"{value + rng.choice((0.7, 1.4, 3.1, 12.2)):.1f}"
    return _put(source.text, start + number.start(), start + number.end(), new), DIFFERENT


def _when(source: Source, rng: random.Random) -> tuple[str, tuple[str, ...]] | None:
    found = list(re.finditer(r"\b(?:19|20)\d\d\b", source.text))
    if not found:
        return None
    match = rng.choice(found)
    year = int(match[0]) + rng.choice((-4, -2, -1, 1, 2, 5))
    return _put(source.text, *match.span(), str(year)), DIFFERENT


def _other_name(source: Source, rng: random.Random) -> tuple[str, tuple[str, ...]] | None:
    if not source.names:
        return None
    name = rng.choice(source.names)
    own = set(name.canonical.lower().split())
    others = sorted({o.canonical for o in source.others if o.kind == name.kind and own.isdisjoint(o.canonical.lower().split())})
    if not others:
        return None
    start, end = name.full.start - source.start, name.full.end - source.start
    return _put(source.text, start, end, rng.choice(others)), DIFFERENT


def _swap_names(source: Source, rng: random.Random) -> tuple[str, tuple[str, ...]] | None:
    pairs = [
        (a, b) for a in source.names for b in source.names
        if a.full.end < b.full.start and a.kind == b.kind and a.canonical != b.canonical
    ]  # fmt: skip
    pairs = [(a, b) for a, b in pairs if not re.fullmatch(r",? ?(?:and|or|,)? ", source.text[a.full.end - source.start : b.full.start - source.start])]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    s, t = source.start, source.text
    left, right = t[a.full.start - s : a.full.end - s], t[b.full.start - s : b.full.end - s]
    if left.casefold() == right.casefold():
        return None
    return (
        t[: a.full.start - s] + right + t[a.full.end - s : b.full.start - s] + left + t[b.full.end - s :],
        OPPOSITE,
    )


def _drop(source: Source, rng: random.Random) -> tuple[str, tuple[str, ...]] | None:
    """Return the sentence without a time, a figure or its last clause: it says less."""
    text = source.text
    if source.times and rng.random() < 0.6:
        start, end = rng.choice(source.times)
        lead = TIME_WORDS.search(text[:start])
        cut = text[: lead.start() if lead else start].rstrip() + " " + text[end:].lstrip()
        return re.sub(r" ([,.])", r"\1", cut).strip(" ,"), ("entails_ab",)
    found = [m.start() for m in re.finditer(r", (?:who|which|when|while|after|as|because|with|including|where|but|and)\b| (?:after|because|following|despite|amid|to|for|with|in|by|when) ", text)]
    found = [n for n in found if n > 25 and len(text) - n > 12]
    if not found:
        return None
    return text[: rng.choice(found)], ("entails_ab",)


CHANGES: Final[tuple[Edit, ...]] = (
    _negate, _negate, _plan, _opposite, _opposite, _opposite, _other_verb, _figure, _figure, _when,
    _other_name, _other_name, _swap_names, _drop, _drop,
)  # fmt: skip


def _keep(text: str, rng: random.Random) -> str:
    """Return the text with one edit that keeps its meaning, or as it was."""
    draw = rng.random()
    if draw < 0.3:
        return _turn_verbs(text, rng, EQUAL_VERBS) or text
    if draw < 0.6:
        return _turn_words(text, rng, EQUAL_WORDS) or text
    if draw < 0.7:
        return CONTRACTED.sub(r"\1n't", text, count=1)
    if draw < 0.8:
        return re.sub(r"(\d) percent", r"\1%", re.sub(r"\$([\d.]+) (?:billion|million)", lambda m: f"${m[1]}{'bn' if 'b' in m[0] else 'm'}", text))
    if draw < 0.9:
        day = re.match(r"(.{20,}?) (on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in (?:19|20)\d\d|last (?:week|month|year))\b(?=[,.]|$)(.*)", text)
        return f"{day[2].capitalize()}, {day[1]}{day[3]}" if day else text
    if draw < 0.95:
        return re.sub(r"\b(?:President|Prime Minister|Sen\.|Senator|Rep\.|Mr\.|Ms\.|Secretary|Gov\.|Gen\.) (?=[A-Z])", "", text, count=1) or text
    verb = _finite(text)
    word = rng.choice(("reportedly", "allegedly", "apparently"))
    return f"{text[: verb.start()]}{word} {text[verb.start() :]}" if verb else text


def _sources(texts: Sequence[str], rng: random.Random) -> Iterator[Source]:
    for number, text in enumerate(texts):
        document = Document(id=f"t{number}", name="t", digest="t", format="text", text=text)
        marked: Parse = parse(document)
        for sentence in marked.sentences:
            span = sentence.span
            words = span.cut(text)
            if not LENGTH[0] <= len(words) <= LENGTH[1] or "\n" in words or not words[0].isalnum():
                continue
            inside = lambda item, s=span: s.start <= item.start and item.end <= s.end  # noqa: E731
            yield Source(
                words.rstrip(".!? "),
                tuple(n for n in marked.names if inside(n.full)),
                marked.names,
                tuple((a.span.start - span.start, a.span.end - span.start) for a in marked.amounts if inside(a.span)),
                tuple((a.span.start - span.start, a.span.end - span.start) for a in marked.times if inside(a.span)),
                span.start,
            )


def make_changed(texts: Sequence[str], total: int, seed: int = 23) -> Iterator[Example]:
    """Yield pairs from real sentences, changed ones and the same in other words, in a fixed order."""
    rng = random.Random(seed)  # noqa: S311
    sources = list(_sources(texts, rng))
    rng.shuffle(sources)
    made = 0
    for source in sources:
        if made >= total:
            return
        if rng.random() < 0.36:
            first = source.text
            second = first
            for _ in range(rng.randint(1, 4)):
                if rng.random() < 0.5:
                    first = _keep(first, rng)
                else:
                    second = _keep(second, rng)
            if first == second:
                continue
            made += 1
            yield Example(first, second, ("same",), "changed", {})
            continue
        found = rng.choice(CHANGES)(source, rng)
        if found is None or found[0].casefold() == source.text.casefold():
            continue
        first, (second, allowed) = source.text, found
        for _ in range(rng.randint(0, 2)):
            if rng.random() < 0.5:
                first = _keep(first, rng)
            else:
                second = _keep(second, rng)
        made += 1
        yield Example(first, second, allowed, "changed", {})


def read_texts(data: Path, most: int, apart: frozenset[str]) -> list[str]:
    """Return article texts of the clusters that no hand-labelled pair is from, and of PolNeAR train."""
    found = []
    for line in (data / "linking/clusters_allsides/train.jsonl").read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        if event["id"] not in apart:
            found += [article["text"] for article in event["articles"]]
    found = found[: most // 2]
    for path in sorted((data / "polnear/train").rglob("*.txt"))[: most - len(found)]:
        found.append(path.read_text(encoding="utf-8"))
    return found
