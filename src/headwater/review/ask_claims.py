"""Which statements may state one claim: the doubtful pairs on either side of the join."""

from collections.abc import Iterator, Mapping
from typing import Final

from headwater.judgements.anchors import at_statement
from headwater.judgements.words import RULE
from headwater.model.base import content_id
from headwater.model.claim import Comparison, PairLabel
from headwater.model.dossier import Dossier
from headwater.model.mention import Mention
from headwater.model.span import Place
from headwater.report.words import shorten
from headwater.review.question import Answer, Question, in_brief

WORTH_A_LOOK: Final = 0.15  # least probability that the decision is wrong; one pair in seven

READ_AS: Final[Mapping[PairLabel, str]] = {
    "same": "read as the same",
    "entails_ab": "the first seems to say all that the second says",
    "entails_ba": "the second seems to say all that the first says",
    "contradicts": "they seem to contradict each other",
    "denies": "one seems to reject the other",
    "updates": "one seems to be a later state of the other",
    "related": "they seem to be about one matter only",
    "unrelated": "they seem to be about different matters",
}
TURNED: Final[Mapping[PairLabel, PairLabel]] = {
    "entails_ab": "entails_ba", "entails_ba": "entails_ab",
}  # fmt: skip
FIRST: Final = 40  # characters that tell the first statement from the second on a button

Scored = dict[str, tuple[float, Comparison]]


def ask_claims(dossier: Dossier) -> Iterator[Question]:
    """Yield the questions about claims that may be one, and about the loosest part of each claim.

    Of two claims the likeliest pair of statements is shown; of one claim the statement whose best
    partner in it is least like it.
    """
    pairs = _Pairs(dossier)
    asking = _Asking(dossier)
    for pair, one in sorted(pairs.apart.items()):
        if pair not in pairs.judged and one.score >= WORTH_A_LOOK:
            yield asking.ask(pair, one, one.score)
    for claim, scored in sorted(pairs.inside.items()):
        score, _, one = min((score, key, one) for key, (score, one) in scored.items())
        if (claim, claim) not in pairs.judged and 1 - score >= WORTH_A_LOOK:
            yield asking.ask((claim, claim), one, 1 - score)


class _Pairs:
    """The comparisons of a dossier by the claims of their statements.

    Attributes:
        apart: The likeliest pair of each two claims.
        inside: Of each claim, the best partner of each of its statements.
        judged: Pairs of claims of which people have compared statements.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.apart: dict[tuple[str, str], Comparison] = {}
        self.inside: dict[str, Scored] = {}
        self.judged: set[tuple[str, str]] = set()
        home = {key: claim.id for claim in dossier.claims for key in claim.mentions}
        split = _statements(dossier)
        for one in dossier.comparisons:
            left, right = sorted((home.get(one.left, ""), home.get(one.right, "")))
            if not left:
                continue
            if any(reason.rule == RULE for reason in one.reasons):
                self.judged.add((left, right))
            elif left == right:
                _note(self.inside.setdefault(left, {}), one)
            elif not split[left] & split[right]:
                self._keep((left, right), one)

    def _keep(self, pair: tuple[str, str], one: Comparison) -> None:
        """Keep a comparison as the best of two claims if it is."""
        if pair not in self.apart or self.apart[pair].score < one.score:
            self.apart[pair] = one


def _statements(dossier: Dossier) -> dict[str, set[str]]:
    """Return the statements that each claim is cut from: two parts of one say different things."""
    mentions = {mention.id: mention for mention in dossier.mentions}
    return {
        claim.id: {f"{mentions[k].document} {mentions[k].statement}" for k in claim.mentions}
        for claim in dossier.claims
    }


def _note(scored: Scored, one: Comparison) -> None:
    """Keep a comparison as the best of its statements if it is."""
    for key in (one.left, one.right):
        if key not in scored or scored[key][0] < one.score:
            scored[key] = (one.score, one)


def _place(mention: Mention) -> Place:
    """Return where a statement begins."""
    return Place(document=mention.document, span=mention.spans[0])


class _Asking:
    """The records that questions about statements need."""

    def __init__(self, dossier: Dossier) -> None:
        self._mentions = {mention.id: mention for mention in dossier.mentions}
        self._documents = {document.id: document for document in dossier.documents}

    def ask(self, pair: tuple[str, str], one: Comparison, wrong: float) -> Question:
        """Return the question about two statements.

        Args:
            pair: Ids of their claims; one id twice if they are joined.
            one: How they were compared.
            wrong: Probability that the present decision is wrong.
        """
        both = sorted((self._mentions[one.left], self._mentions[one.right]), key=_place)
        (first, second), label = both, one.label
        if first.id != one.left:
            label = TURNED.get(label, label)
        about = tuple(at_statement(self._documents[m.document], m) for m in both)
        joined = pair[0] == pair[1]
        return Question(
            id=content_id("q", "claim", one.left, one.right), topic="claim",
            text=f"Do “{in_brief(first.text)}” and “{in_brief(second.text)}” state one claim?",
            short="Do the marked words state one claim?",
            why=f"they are {'one' if joined else 'two'} now; {100 * one.score:.0f} in 100 that "
            f"they are one; {READ_AS[label]}",
            changes=1 if joined else 2, claims=tuple(sorted(set(pair))),
            uncertainty=round(min(1.0, 2 * wrong), 6),
            places=tuple(map(_place, both)),
            records=(one.left, one.right),
            answers=(
                Answer(key="y", label="one claim", kind="same_claim", about=about),
                Answer(key="n", label="different claims", kind="different_claim", about=about),
                Answer(key="c", label="they contradict each other", kind="contradicts",
                       about=about),
                Answer(key="x", label=f"“{shorten(first.text, FIRST)}” is no claim",
                       kind="not_a_claim", about=about[:1]),
            ),
        )  # fmt: skip
