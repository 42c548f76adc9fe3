"""A dossier by id, with claims of many statements held in bounds."""

from typing import Final

from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.report.lookup import Lookup

MANY: Final = 24  # statements of one claim that a page works with at once; four screens of them


class BoundedLookup(Lookup):
    """Gives at most the first statements of a claim, so that no page grows with the pile."""

    def mentions_of(self, claim: Claim) -> tuple[Mention, ...]:
        """Return the claim's first mentions in document order, then text order."""
        found = [self.mentions[key] for key in claim.mentions if key in self.mentions]
        if len(found) > MANY:
            best = [mention for mention in found if mention.id == claim.best]
            found = [*best, *(m for m in found[:MANY] if m.id != claim.best)]
        return tuple(sorted(found, key=self.mention_order))
