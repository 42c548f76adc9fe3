"""Quotations of a claim, with reprints folded under what they reprint."""

from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.views.quotes import Quoted, Quoter, Reprint, is_long
from headwater.report.words import show_text


class Folder:
    """Makes the quotations of claims of one dossier."""

    def __init__(self, lookup: Lookup, places: Places) -> None:
        self.lookup = lookup
        self.places = places
        self.quoter = Quoter(lookup, places)

    def folded(self, claim: Claim, most: int | None = None) -> tuple[Quoted, ...]:
        """Return the claim's quotations, reprints folded under the one they reprint.

        Args:
            claim: Whose words are asked for.
            most: So many quotations at most; all if None.
        """
        groups, reprints = self.gather(claim)
        quotes = []
        for mentions in groups[:most]:
            quoted = self.quoter.quote(*mentions)
            copies = [copy for m in mentions for copy in reprints.get(m.id, ())]
            quotes.append(with_copies(quoted, tuple(copies)))
        return tuple(quotes)

    def count(self, claim: Claim) -> int:
        """Return how many quotations a claim has."""
        return len(self.gather(claim)[0])

    def gather(self, claim: Claim) -> tuple[list[list[Mention]], dict[str, list[Reprint]]]:
        """Return the mentions of each quotation, and what reprints each mention."""
        reprints, hidden = self.reprints(claim)
        together: dict[tuple[object, ...], list[Mention]] = {}
        for mention in self.lookup.mentions_of(claim):
            if mention.id not in hidden:
                same = mention.id if is_long(mention.sentence) else mention.chain
                key = (mention.document, mention.sentence, same, mention.polarity)
                together.setdefault(key, []).append(mention)
        return list(together.values()), reprints

    def reprints(self, claim: Claim) -> tuple[dict[str, list[Reprint]], set[str]]:
        """Return for each mention where copies of its document repeat it, and what that hides."""
        mentions = self.lookup.mentions_of(claim)
        by_document: dict[str, list[Mention]] = {}
        for mention in mentions:
            by_document.setdefault(mention.document, []).append(mention)
        reprints: dict[str, list[Reprint]] = {}
        hidden: set[str] = set()
        for copy in self.lookup.dossier.copies:
            if copy.kind not in {"copy", "version"} or not {copy.left, copy.right} <= set(
                by_document
            ):
                continue
            first = copy.upstream if copy.upstream in {copy.left, copy.right} else None
            first = first or min(copy.left, copy.right, key=lambda d: self.lookup.numbers[d])
            second = copy.right if first == copy.left else copy.left
            for left, right in pair_up(by_document[first], by_document[second]):
                if left.id not in hidden and right.id not in hidden and right.id not in reprints:
                    hidden.add(right.id)
                    reprints.setdefault(left.id, []).append(self.reprint(left, right))
        return reprints, hidden

    def reprint(self, left: Mention, right: Mention) -> Reprint:
        """Return one mention as a reprint of another."""
        return Reprint(
            outlet=show_text(self.lookup.outlet_name(right.document)),
            date=self.quoter.date(right.document),
            link=self.places.of_mention(right),
            differs=left.text != right.text,
        )


def with_copies(quoted: Quoted, copies: tuple[Reprint, ...]) -> Quoted:
    """Return a quotation with its reprints."""
    values = {name: getattr(quoted, name) for name in quoted.__struct_fields__}
    return Quoted(**{**values, "copies": copies})


def pair_up(left: list[Mention], right: list[Mention]) -> list[tuple[Mention, Mention]]:
    """Return pairs of mentions: those with the same words first, the others in text order."""
    rest = list(right)
    pairs: list[tuple[Mention, Mention]] = []
    for mention in sorted(left, key=lambda m: not any(m.text == other.text for other in rest)):
        same = next((other for other in rest if other.text == mention.text), None)
        found = same if same is not None else next(iter(rest), None)
        if found is not None:
            rest.remove(found)
            pairs.append((mention, found))
    return pairs
