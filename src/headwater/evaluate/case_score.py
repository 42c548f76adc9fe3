"""All scores of a prediction on a gold case, and two predictions to hold them against."""

import re
from typing import Final

from headwater.evaluate.chains import score_attribution
from headwater.evaluate.claims import score_claims
from headwater.evaluate.clustering import score_clusters
from headwater.evaluate.details import score_details
from headwater.evaluate.gold import OUTLET, GoldCase
from headwater.evaluate.matching import match_mentions, read_mentions, score_statements
from headwater.evaluate.measures import Json, prf

_SENTENCE: Final = re.compile(r"[^\n]+?(?:[.!?][\"'”’]*(?=\s)|(?=\n|$))")
_FEWEST_WORDS: Final = 3  # what the floor takes for a sentence


def score(case: GoldCase, prediction: Json) -> Json:
    """Return all scores of one prediction in the interchange format."""
    mentions = read_mentions(case, prediction)
    matched = match_mentions(case, mentions)
    optional = {gold["id"] for gold in case.mentions if gold.get("optional")}
    hit = len(matched.keys() - optional)
    predicted = len(mentions) - len(matched.keys() & optional)
    return {
        "mentions": {
            "mentions found": prf(hit, predicted, hit, len(case.mentions) - len(optional)),
            **score_statements(case, mentions),
        },
        "attribution": score_attribution(case, matched, predicted),
        "claim clustering": score_clusters(case, matched),
        "claims": score_claims(case, prediction, mentions, matched),
        "details": score_details(case, matched),
    }


def show(scores: Json) -> str:
    """Return scores as a plain table."""
    lines = []
    for part, rows in scores.items():
        lines.append(part.upper())
        for name, values in rows.items():
            cells = [
                f"{key} {value:.3f}"
                if isinstance(value, float)
                else f"{key} {'-' if value is None else value}"
                for key, value in values.items()
            ]
            lines.append(f"  {name:<44} {'  '.join(cells)}")
    return "\n".join(lines)


def oracle(case: GoldCase) -> Json:
    """Return the gold case as a perfect prediction."""
    name = {source["id"]: source["name"] for source in case.gold["sources"]}
    mentions = [
        {
            "id": gold["id"],
            "doc": gold["doc"],
            "spans": gold["spans"],
            "text": gold.get("narrow_text") or gold["text"],
            "chain": [name[node] for node in gold["chain"]],
            "claim": gold["claim"],
            "modality": gold["modality"],
            "polarity": gold["polarity"],
            "quantities": [
                {key: q[key] for key in ("value", "unit", "comparator")}
                for q in gold.get("quantities", [])
            ],
        }
        for gold in case.mentions
    ]
    claims = [
        {
            "id": claim["id"],
            "text": claim["text"],
            "origins": [name[node] for node in claim["origins"]["nodes"]],
            "independent_origins": claim["origins"]["independent"],
        }
        for claim in case.gold["claims"]
    ]
    relations = [{key: r[key] for key in ("type", "from", "to")} for r in case.gold["relations"]]
    return {"system": "oracle", "mentions": mentions, "claims": claims, "relations": relations}


def baseline(case: GoldCase) -> Json:
    """Return the floor: every sentence a mention in own voice and a claim of its own."""
    mentions: list[Json] = []
    for doc in case.docs.values():
        for found in _SENTENCE.finditer(doc.text):
            words = found.group()
            if len(re.findall(r"\w+", words)) < _FEWEST_WORDS:
                continue
            key = f"s{len(mentions)}"
            mentions.append(
                {
                    "id": key,
                    "doc": doc.id,
                    "start": found.start() + len(words) - len(words.lstrip()),
                    "end": found.end(),
                    "chain": [OUTLET],
                    "claim": key,
                    "modality": "asserted",
                    "polarity": "positive",
                }
            )
    return {
        "system": "baseline: one sentence = one claim, own voice",
        "mentions": mentions,
        "claims": [{"id": m["claim"], "independent_origins": 1} for m in mentions],
        "relations": [],
    }
