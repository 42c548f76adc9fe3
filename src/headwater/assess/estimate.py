"""Words of estimative probability, and the band of the ICD 203 scale that they give.

Source:
    ICD 203, Analytic Standards (2015), D.6.e.2.a.
"""

from collections.abc import Iterable
from typing import Final

from headwater.lexicon.load import load_entries
from headwater.model.assessment import Band
from headwater.model.mention import Mention
from headwater.model.reason import Reason
from headwater.model.span import Place

BANDS: Final = (
    Band(name="almost no chance", low=1, high=5),
    Band(name="very unlikely", low=5, high=20),
    Band(name="unlikely", low=20, high=45),
    Band(name="roughly even chance", low=45, high=55),
    Band(name="likely", low=55, high=80),
    Band(name="very likely", low=80, high=95),
    Band(name="almost certain", low=95, high=99),
)
_BY_NAME: Final = {band.name: band for band in BANDS}


def estimate(mentions: Iterable[Mention]) -> tuple[Band | None, tuple[Reason, ...]]:
    """Return the band that the sources' own words span, None if no mention hedges.

    Mentions that state the claim flatly give no band; the reasons say when some do.
    """
    hedged: list[tuple[Band, Mention, str]] = []
    flat = 0
    for mention in mentions:
        found = find_hedge(mention)
        if found:
            hedged.append((found[0], mention, found[1]))
        else:
            flat += 1
    if not hedged:
        return None, ()
    low = min(hedged, key=lambda item: (item[0].low, item[1].id))[0]
    high = max(hedged, key=lambda item: (item[0].high, item[1].id))[0]
    name = low.name if low == high else f"{low.name} to {high.name}"
    words = sorted({word.casefold() for _, _, word in hedged})
    text = f"estimated {name}: {', '.join(words)}" + (
        f"; {flat} mentions do not hedge" if flat else ""
    )
    places = tuple(sorted({Place(document=m.document, span=m.spans[0]) for _, m, _ in hedged}))
    band = Band(name=name, low=low.low, high=high.high)
    return band, (Reason(rule="assess.estimate.v1", text=text, places=places),)


def find_hedge(mention: Mention) -> tuple[Band, str] | None:
    """Return the band and the word of the first estimative word in a mention, None if it has none.

    A mention whose modality is neither probable nor possible uses the word for something else.
    """
    if mention.modality not in {"probable", "possible"}:
        return None
    for entry in load_entries("hedges"):
        band = _BY_NAME.get(str(entry.attributes.get("band", "")))
        found = entry.compiled().search(mention.text) if band else None
        if band and found:
            return band, found.group()
    return None
