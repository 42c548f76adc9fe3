"""What could not be read, finished or resolved."""

from headwater.judgements.history import say
from headwater.model.base import Record
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.words import shorten, show_text


class GapLine(Record, frozen=True, kw_only=True):
    """One thing that is missing; `link` leads to the words where there are any."""

    what: str
    why: str
    advice: str = ""
    link: str = ""


class Gaps(Record, frozen=True, kw_only=True):
    """Everything a reader must not take for complete."""

    failures: tuple[GapLine, ...]
    mastheads: tuple[GapLine, ...]
    circles: tuple[GapLine, ...]
    nameless: tuple[GapLine, ...]
    decisions: tuple[GapLine, ...] = ()


def find_gaps(lookup: Lookup, places: Places) -> Gaps:
    """Return what is missing, by kind."""
    dossier = lookup.dossier
    failures = tuple(
        GapLine(
            what=show_text(lookup.documents[f.document].name)
            if f.document in lookup.documents
            else shorten(f.document, 120),
            why=show_text(f"{f.stage}: {f.reason}")
            + (f" ({show_text(f.where)})" if f.where else ""),
            advice=show_text(f.advice or ""),
        )
        for f in dossier.failures
    )
    circles = tuple(
        GapLine(
            what=shorten(lookup.mentions[chain.mention].text, 160),
            why="the chain leads back to itself and was cut there",
            link=places.of_mention(lookup.mentions[chain.mention]),
        )
        for chain in dossier.chains
        if chain.circular and chain.mention in lookup.mentions
    )
    return Gaps(
        failures=failures,
        mastheads=missing_mastheads(lookup),
        circles=circles,
        nameless=nameless_sources(lookup, places),
        decisions=idle_decisions(lookup),
    )


def idle_decisions(lookup: Lookup) -> tuple[GapLine, ...]:
    """Return people's decisions that do not hold: those overruled by later ones, and those lost."""
    by_id = {one.id: one for one in lookup.dossier.judgements}
    lines = []
    for effect in lookup.dossier.effects:
        one, winner = by_id.get(effect.judgement), by_id.get(effect.by or "")
        if one is None or effect.state not in {"overruled", "lost"}:
            continue
        why = f"overruled by {say(winner, by_id)}" if winner is not None else effect.text
        lines.append(GapLine(what=show_text(say(one, by_id)), why=show_text(why)))
    return tuple(lines)


def missing_mastheads(lookup: Lookup) -> tuple[GapLine, ...]:
    """Return the documents whose outlet or date is not known."""
    lines = []
    for document in lookup.dossier.documents:
        missing = [
            word
            for word, found in (("outlet", document.outlet), ("date", document.published))
            if found is None
        ]
        if missing:
            why = f"no {' and no '.join(missing)} known"
            lines.append(GapLine(what=show_text(document.name), why=why))
    return tuple(lines)


def nameless_sources(lookup: Lookup, places: Places) -> tuple[GapLine, ...]:
    """Return where the text says that somebody said it, but not who."""
    lines = []
    for mention in lookup.dossier.mentions:
        cited = lookup.attributions.get(mention.attribution or "")
        if cited is not None and cited.kind == "unattributed":
            outlet = show_text(lookup.outlet_name(mention.document))
            lines.append(
                GapLine(
                    what=shorten(mention.text, 160),
                    why=f"{outlet} does not say who said it",
                    link=places.of_mention(mention),
                )
            )
    return tuple(lines)
