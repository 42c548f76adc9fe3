"""How many of a claim's statements are reprints of others."""

from headwater.report.lookup import Lookup
from headwater.report.words import count_of


def fold_copies(lookup: Lookup, key: str) -> str:
    """Return "4 copies, 1 differs" for a claim, empty if nobody reprints it."""
    claim = lookup.claims[key]
    if len(claim.documents) < 2:  # noqa: PLR2004 - a copy needs two
        return ""
    held = set(claim.documents)
    reprints: dict[str, str] = {}
    for copy in lookup.dossier.copies:
        if copy.kind in {"copy", "version"} and copy.left in held and copy.right in held:
            later = copy.left if copy.upstream == copy.right else copy.right
            reprints[later] = copy.left if later == copy.right else copy.right
    if not reprints:
        return ""
    texts: dict[str, set[str]] = {}
    for mention in lookup.mentions_of(claim):
        texts.setdefault(mention.document, set()).add(mention.text)
    differ = sum(texts.get(one, set()) != texts.get(of, set()) for one, of in reprints.items())
    words = count_of(len(reprints), "copy", "copies")
    return f"{words}, {differ} differ{'s' if differ == 1 else ''}" if differ else words
