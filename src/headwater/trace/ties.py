"""What is known of two ends of one claim: surely one, maybe one, surely different.

Each rule looks at one kind of fact and passes if it has nothing to say; the first that speaks
decides. The order and its grounds stand in docs/decisions on independence.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from headwater.lexicon.parties import state_in, state_name
from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.model.reason import Reason
from headwater.model.source import Source
from headwater.model.span import Place
from headwater.model.trace import TieKind
from headwater.text.names import fold_name
from headwater.trace.chains import COPY_KINDS, covering_passage
from headwater.trace.details import is_odd, shared_amounts, shared_times, within_days
from headwater.trace.origins import End
from headwater.trace.pile import Pile
from headwater.trace.settings import TraceSettings
from headwater.trace.voices import WORKS, is_office, is_on_record, is_veiled, issued_by, voice_of

Verdict = tuple[TieKind, Reason]


@dataclass(frozen=True)
class View:
    """What the rules may look at beside the two ends.

    Attributes:
        judged: What people decided about two sources, by their ids in order.
        released: Pairs of sources that gave the same figures, with a place of each, by ids in order.
    """

    pile: Pile
    claim: Claim
    settings: TraceSettings
    judged: dict[tuple[str, str], Verdict] = field(default_factory=dict)
    released: dict[tuple[str, str], list[tuple[Mention, Mention]]] = field(default_factory=dict)


Rule = Callable[[End, End, View], Verdict | None]


def decide(left: End, right: End, view: View) -> Verdict:
    """Return the tie of two ends and the reason of the rule that decided."""
    for rule in RULES:
        verdict = rule(left, right, view)
        if verdict:
            return verdict
    names = f"{left.source.name} and {right.source.name}"
    return _say(
        "different", "trace.tie.separate.v1",
        f"{names} are named, speak for different parties, and neither is shown to rest on the other",
        left, right, weight=0.7,
    )  # fmt: skip


def _say(
    kind: TieKind, rule: str, text: str, left: End, right: End, weight: float = 1.0
) -> Verdict:
    """Make a verdict that points at a mention of each end."""
    places = {
        Place(document=end.mentions[0].document, span=end.mentions[0].spans[0])
        for end in (left, right)
        if end.mentions
    }
    return kind, Reason(rule=rule, text=text, places=tuple(sorted(places)), weight=weight)


def _judged(left: End, right: End, view: View) -> Verdict | None:
    """What a person decided."""
    one, two = sorted((left.source.id, right.source.id))
    return view.judged.get((one, two))


def _copied(left: End, right: End, view: View) -> Verdict | None:
    """Own voices whose words are one text."""
    if not (left.own_voice and right.own_voice):
        return None
    for mention in left.mentions:
        for copy in view.pile.copies_of.get(mention.document, ()):
            other = copy.right if copy.left == mention.document else copy.left
            passage = covering_passage(mention, copy) if copy.kind in COPY_KINDS else None
            if passage and any(
                m.document == other and covering_passage(m, copy) for m in right.mentions
            ):
                text = f"the same words stand in {left.source.name} and {right.source.name}"
                return _say("same", "trace.tie.copied.v1", text, left, right)
    return None


def _rests_on(left: End, right: End, view: View) -> Verdict | None:
    """One cites the other for exactly this claim."""
    for one, two in ((left, right), (right, left)):
        if any(one.source.id in path[:-1] for path in two.paths):
            text = f"{one.source.name} is said to have this from {two.source.name}"
            return _say("same", "trace.tie.rests_on.v1", text, left, right)
    return None


def _belongs(left: End, right: End, view: View) -> Verdict | None:
    """A report or statement and whoever issued it."""
    for one, two in ((left.source, right.source), (right.source, left.source)):
        belongs = one.affiliation == two.id and not is_veiled(one)
        if (belongs and (one.kind in WORKS or voice_of(one) == voice_of(two))) or issued_by(
            one, two
        ):
            text = f"{one.name} belongs to {two.name}"
            return _say("same", "trace.tie.belongs.v1", text, left, right)
    return None


def _one_release(left: End, right: End, view: View) -> Verdict | None:
    """The same uncommon figures in the same days."""
    pile, days = view.pile, view.settings.same_days
    for one in left.mentions:
        for two in right.mentions:
            amounts, times = shared_amounts(one, two), shared_times(one, two)
            if not amounts or not within_days(one, two, pile, days):
                continue
            odd = any(is_odd(amount) for amount in amounts)
            enough = len(amounts) + len(times) > 1
            close = _may_be_kin(left.source, right.source)
            named = all(_speaks_openly(end) for end in (left, right))
            if (close and enough) or (odd and not named):
                text = (
                    f"{left.source.name} and {right.source.name} give the same figure"
                    f"{' and time' if times else ''} within {days} days"
                )
                return _say("same", "trace.tie.release.v1", text, left, right, weight=0.8)
    return _same_briefing(left, right, view)


def _speaks_openly(end: End) -> bool:
    """Tell whether an end is a person or body under its name, who may know by itself."""
    kinds = {"person", "organization", "government", "dataset"}
    return not end.own_voice and end.source.kind in kinds and not is_veiled(end.source)


def _same_briefing(left: End, right: End, view: View) -> Verdict | None:
    """Words that stand beside such figures in both texts."""
    one, two = sorted((left.source.id, right.source.id))
    for pair in view.released.get((one, two), ()):
        near = [any(_beside(m, other) for m in left.mentions + right.mentions) for other in pair]
        if all(near):
            text = (
                f"{left.source.name} and {right.source.name} give this beside a figure"
                " that both have"
            )
            return _say("same", "trace.tie.briefing.v1", text, left, right, weight=0.7)
    return None


# Characters between two statements of one passage: about two sentences of news prose.
BESIDE = 400


def _beside(one: Mention, two: Mention) -> bool:
    if one.document != two.document:
        return False
    return abs(one.sentence.start - two.sentence.start) <= BESIDE


def _may_be_kin(one: Source, two: Source) -> bool:
    """Tell whether two sources have one interest, or one hides whom it belongs to."""
    if one.interest and two.interest:
        return one.interest == two.interest
    return is_veiled(one) or is_veiled(two)


def _one_interest(left: End, right: End, view: View) -> Verdict | None:
    """Voices of one government or body."""
    one, two = left.source, right.source
    if voice_of(one) is None or voice_of(one) != voice_of(two):
        return None
    party = one.interest or two.interest or one.name
    if is_on_record(one) and is_on_record(two):
        stance = any(_is_position(mention) for end in (left, right) for mention in end.mentions)
        if stance or not (is_office(one) and is_office(two)):
            text = f"{one.name} and {two.name} both speak for {party}, on the record"
            return _say("same", "trace.tie.one_voice.v1", text, left, right)
        text = f"{one.name} and {two.name} are two offices of {party}"
        return _say("maybe", "trace.tie.offices.v1", text, left, right)
    text = f"{one.name} and {two.name} may both rest on what {party} knows"
    return _say("maybe", "trace.tie.one_interest.v1", text, left, right)


def _is_position(mention: Mention) -> bool:
    return mention.kind == "position" or mention.modality in {"denied", "planned"}


def _no_lineage(left: End, right: End, view: View) -> Verdict | None:
    """An outlet's own word, or hearsay: unknown lineage may rest on any other origin."""
    for end, other in ((left, right), (right, left)):
        if end.own_voice or end.source.kind in {"media_outlet", "unattributed"}:
            text = f"{end.source.name} does not say where it has this from; it may be {other.source.name}"
            return _say("maybe", "trace.tie.no_lineage.v1", text, left, right)
    return None


def _about_itself(left: End, right: End, view: View) -> Verdict | None:
    """What somebody says about himself in public, others may have from him."""
    texts = [m.text for m in view.pile.by_claim.get(view.claim.id, ())]
    for end, other in ((left, right), (right, left)):
        if any(_is_subject(end.source, text) for text in texts):
            name = end.source.name
            text = f"the claim is about {name}, who says it too: {other.source.name} may repeat it"
            return _say("maybe", "trace.tie.about_itself.v1", text, left, right)
    return None


def _is_subject(source: Source, text: str) -> bool:
    """Tell whether a claim speaks of a source: its family name, or its state named first."""
    words = fold_name(text)
    if source.kind == "person":
        return fold_name(source.name)[-1] in words
    if source.kind == "government" and source.interest:
        state = state_in(text)
        return state is not None and state_name(state) == source.interest
    return False


def _veiled(left: End, right: End, view: View) -> Verdict | None:
    """Anonymous sources: different only if they belong to different known parties."""
    one, two = left.source, right.source
    if not (is_veiled(one) or is_veiled(two)):
        return None
    voices = voice_of(one), voice_of(two)
    if voices[0] and voices[1] and voices[0] != voices[1]:
        text = f"{one.name} and {two.name} belong to different parties ({one.interest or one.name}; {two.interest or two.name})"
        return _say("different", "trace.tie.parties.v1", text, left, right, weight=0.8)
    veiled, other = (one, two) if is_veiled(one) else (two, one)
    text = f"who {veiled.name} are is not said; they may rest on {other.name}"
    return _say("maybe", "trace.tie.veiled.v1", text, left, right)


def _material(left: End, right: End, view: View) -> Verdict | None:
    """Reports may rest on data and on leaks that other texts name, or be one under two names."""
    one, two = left.source, right.source
    kinds = {one.kind, two.kind}
    if kinds in ({"report", "dataset"}, {"report", "leak"}, {"leak"}) or (
        kinds <= WORKS and len(set(fold_name(one.name)) & set(fold_name(two.name))) > 1
    ):
        text = f"{one.name} and {two.name} may be the same material"
        return _say("maybe", "trace.tie.material.v1", text, left, right)
    return None


def _together(left: End, right: End, view: View) -> Verdict | None:
    """People who speak together, and one of them."""
    for one, two in ((left.source, right.source), (right.source, left.source)):
        pair = " and " in one.name and one.kind == "person"
        if pair and fold_name(two.name)[-1] in fold_name(one.name):
            text = f"{two.name} is one of {one.name}"
            return _say("maybe", "trace.tie.together.v1", text, left, right)
    return None


RULES: tuple[Rule, ...] = (
    _judged, _copied, _rests_on, _belongs, _one_release, _one_interest, _no_lineage, _about_itself,
    _together, _veiled, _material,
)  # fmt: skip
