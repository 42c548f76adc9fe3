from collections.abc import Sequence
from random import Random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.build import make_denials, make_document, make_mentions

from headwater.link import link
from headwater.link.stage import Linked
from headwater.model.document import Document
from headwater.model.judgement import Anchor, Judgement, JudgementKind

Pile = list[list[str]]
POOL = [
    "Chile bought 40 buses from a Swedish firm in 2019.",
    "In 2019, Chile purchased forty buses from a Swedish company.",
    "Chile bought 60 buses from a Swedish firm in 2019.",
    "Chile did not buy 40 buses from a Swedish firm in 2019.",
    "The ferry company laid off 200 sailors in May.",
    "Two hundred sailors were laid off by the ferry firm in May.",
    "The dam at Lorwick was closed after the flood.",
    "Floods led to the closing of the Lorwick dam.",
    "Peru supplied the rebels with rifles.",
    "Peru did not supply the rebels with rifles.",
]
sentences = st.lists(st.sampled_from(POOL), min_size=1, max_size=4, unique=True)
piles = st.lists(sentences, min_size=1, max_size=4, unique_by=tuple)


def run(
    pile: Pile, judgements: Sequence[Judgement] = (), documents: list[Document] | None = None
) -> Linked:
    documents = documents or [make_document(n, lines) for n, lines in enumerate(pile)]
    mentions = [mention for document in documents for mention in make_mentions(document)]
    return link(documents, [], mentions, [], judgements)


def wordings(linked: Linked, pile: Pile) -> set[frozenset[str]]:
    documents = [make_document(n, lines) for n, lines in enumerate(pile)]
    texts = {m.id: m.text for document in documents for m in make_mentions(document)}
    return {frozenset(texts[m] for m in claim.mentions) for claim in linked.claims}


@settings(max_examples=25, deadline=None)
@given(piles, st.randoms(use_true_random=False))
def test_order_of_documents_never_matters(pile: Pile, chance: Random) -> None:
    documents = [make_document(n, lines) for n, lines in enumerate(pile)]
    shuffled = documents[:]
    chance.shuffle(shuffled)
    first = run(pile, documents=documents)
    assert msgspec.json.encode(run(pile, documents=shuffled)) == msgspec.json.encode(first)


@settings(max_examples=25, deadline=None)
@given(piles)
def test_every_mention_is_in_one_claim_with_one_stance(pile: Pile) -> None:
    linked = run(pile)
    held = [mention for claim in linked.claims for mention in claim.mentions]
    assert len(held) == len(set(held)) == sum(len(lines) for lines in pile)
    assert sorted(stance.mention for stance in linked.stances) == sorted(held)


@settings(max_examples=25, deadline=None)
@given(piles)
def test_a_copy_changes_no_claim(pile: Pile) -> None:
    before = wordings(run(pile), pile)
    copied = [*pile, pile[0]]
    assert wordings(run(copied), copied) == before


def test_paraphrases_are_one_claim_and_changed_ones_are_not() -> None:
    pile = [[POOL[0]], [POOL[1]], [POOL[2]], [POOL[3]]]
    assert wordings(run(pile), pile) == {
        frozenset(POOL[:2]),
        frozenset({POOL[2]}),
        frozenset({POOL[3]}),
    }


def test_an_item_of_a_list_is_not_the_whole() -> None:
    """ "Sold drones", split from a list, is not joined with what is said of tanks or in general."""
    listed = make_document(0, ["Chile sold tanks to Peru.", "Chile sold drones to Peru."])
    other = make_document(1, ["Chile sold unmanned drones to Peru.", "Chile sold tanks to Peru."])
    parts = make_mentions(listed)
    whole = parts[0].statement
    parts = [msgspec.structs.replace(mention, statement=whole) for mention in parts]
    mentions = [*parts, *make_mentions(other)]
    texts = {mention.id: mention.text for mention in mentions}
    linked = link([listed, other], [], mentions, [])
    assert {frozenset(texts[m] for m in claim.mentions) for claim in linked.claims} == {
        frozenset({"Chile sold tanks to Peru."}),
        frozenset({"Chile sold drones to Peru.", "Chile sold unmanned drones to Peru."}),
    }


def judge(kind: JudgementKind, *places: tuple[int, str]) -> Judgement:
    documents = {f"d-{n:04}": n for n, _ in places}
    about = []
    for number, sentence in places:
        document = make_document(number, [sentence])
        about.append(
            Anchor(digest=document.digest, span=make_mentions(document)[0].spans[0], quote=sentence)
        )
    assert documents
    return Judgement(
        id="j-1", who="ana", made_at="2024-05-01T10:00:00Z", kind=kind, about=tuple(about)
    )


def test_judgements_are_obeyed() -> None:
    pile = [[POOL[0]], [POOL[1]], [POOL[2]]]
    parted = run(pile, [judge("different_claim", (0, POOL[0]), (1, POOL[1]))])
    assert frozenset(POOL[:2]) not in wordings(parted, pile)
    joined = run(pile, [judge("same_claim", (0, POOL[0]), (2, POOL[2]))])
    assert any({POOL[0], POOL[2]} <= group for group in wordings(joined, pile))
    reasons = [r.rule for claim in joined.claims for r in claim.reasons]
    assert "judgement" in reasons


def test_an_undone_judgement_is_no_more() -> None:
    pile = [[POOL[0]], [POOL[1]]]
    made = judge("different_claim", (0, POOL[0]), (1, POOL[1]))
    undo = Judgement(id="j-2", who="ana", made_at="2024-05-02T10:00:00Z", undoes="j-1")
    assert frozenset(POOL[:2]) in wordings(run(pile, [made, undo]), pile)


def test_a_denial_meets_its_accusation() -> None:
    accusation = "Peru supplied the rebels with rifles and mortars."
    denial = "supplying the rebels with rifles"
    documents = [make_document(0, [accusation]), make_document(1, [denial])]
    mentions = [m for d in documents for m in make_mentions(d, denied=frozenset({denial}))]
    linked = link(documents, make_denials(mentions, "the Peruvian government"), mentions, [])
    (relation,) = [r for r in linked.relations if r.kind == "denies"]
    texts = {claim.id: claim.text for claim in linked.claims}
    assert (texts[relation.from_claim], texts[relation.to_claim]) == (denial, accusation)
    stances = {stance.mention: stance.stance for stance in linked.stances}
    assert sorted(stances.values()) == ["asserts", "denies"]


def test_nothing_is_linked_of_nothing() -> None:
    assert link([], [], [], []).claims == ()
