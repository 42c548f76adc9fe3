"""Are quantities, modality and polarity of matched mentions right."""

from collections.abc import Mapping, Sequence
from typing import Final

from headwater.evaluate.gold import GoldCase
from headwater.evaluate.matching import Predicted
from headwater.evaluate.measures import Json, prf, rate

VALUE_TOLERANCE: Final = 0.005  # share of the gold value; the format of the gold cases sets it

_SPELLINGS: Final = {
    "%": ("percent", "pct", "percentage", "per cent", "percent_change", "%"),
    "usd": ("usd", "$", "us$", "dollar", "dollars", "us dollars"),
    "t": ("t", "tonne", "tonnes", "metric ton", "metric tons"),
    "day": ("day", "days"),
    "year": ("year", "years"),
    "rank": ("rank",),
    "count": ("count",),
}
UNITS: Final = {spelled: unit for unit, spellings in _SPELLINGS.items() for spelled in spellings}


def unit_of(quantity: Json) -> str:
    """Return the unit in one spelling."""
    spelled = str(quantity.get("unit", "")).casefold()
    return UNITS.get(spelled, spelled)


def same_quantity(gold: Json, found: Json) -> bool:
    """Tell whether value and unit agree."""
    try:
        value = float(found["value"])
    except (KeyError, TypeError, ValueError):
        return False
    near = abs(value - gold["value"]) <= VALUE_TOLERANCE * abs(gold["value"])
    return unit_of(gold) == unit_of(found) and near


def _answers(quantities: Sequence[Json], found: Sequence[Json]) -> list[tuple[Json, Json]]:
    """Return gold quantities with the offered one that answers each, one to one."""
    left, pairs = list(found), []
    for quantity in quantities:
        answer = next((q for q in left if same_quantity(quantity, q)), None)
        if answer is not None:
            left.remove(answer)
            pairs.append((quantity, answer))
    return pairs


def score_details(case: GoldCase, matched: Mapping[str, Predicted]) -> Json:
    """Score quantities, modality and polarity on matched mentions."""
    right = compared = wanted = offered = everywhere = 0
    modality, polarity = [], []
    for gold in case.mentions:
        quantities = gold.get("quantities", [])
        everywhere += len(quantities)
        mention = matched.get(gold["id"])
        if mention is None:
            continue
        found = list(mention.raw.get("quantities") or [])
        wanted, offered = wanted + len(quantities), offered + len(found)
        pairs = _answers(quantities, found)
        right += len(pairs)
        compared += sum(a.get("comparator", "=") == q["comparator"] for q, a in pairs)
        if mention.raw.get("modality"):
            modality.append(mention.raw["modality"] == gold["modality"])
        if mention.raw.get("polarity"):
            polarity.append(mention.raw["polarity"] == gold["polarity"])
    value = prf(right, offered, right, wanted)
    comparator = prf(compared, offered, compared, wanted)
    return {
        "quantities: value and unit": {**value, "n": wanted, "in gold": everywhere},
        "quantities: with comparator": {**comparator, "n": wanted},
        "modality": rate(modality),
        "polarity": rate(polarity),
    }
