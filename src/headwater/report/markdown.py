"""A dossier as Markdown, with a footnote for every line that points at its words."""

import re
from typing import Final

from headwater.model.claim import Claim
from headwater.model.dossier import Dossier
from headwater.model.mention import Mention
from headwater.report.interchange import chain_names, origin_names
from headwater.report.lookup import Lookup
from headwater.report.views.counts import count_all, say_counts, say_finding
from headwater.report.views.quotes import is_uncertain
from headwater.report.words import show_text

_MARKS: Final = re.compile(r"([\\`*_\[\]<>#|])")
_CONFLICTS: Final = {"contradicts": "contradicts", "denies": "denies"}


def to_markdown(dossier: Dossier) -> bytes:
    """Return the claims in order of rank, then what could not be read, then the inputs."""
    page = _Page(dossier)
    for key in dossier.ranking:
        page.claim(page.lookup.claims[key])
    page.end()
    return ("\n".join(page.lines) + "\n").encode()


def plain(text: str) -> str:
    """Return text on one line, with nothing that Markdown would take for a mark."""
    return _MARKS.sub(r"\\\1", " ".join(show_text(text).split()))


class _Page:
    """Lines so far, and the footnotes that they point at."""

    def __init__(self, dossier: Dossier) -> None:
        self.lookup = Lookup(dossier)
        counts = count_all(self.lookup)
        said = " ".join((say_finding(counts), *say_counts(counts)))
        self.lines = [f"# {plain(dossier.title)}", "", plain(said), ""]
        self._notes: dict[str, str] = {}

    def claim(self, claim: Claim) -> None:
        """Write a claim: status, origins, who states it, what conflicts with it."""
        assessment = self.lookup.assessments.get(claim.id)
        found = self.lookup.corroborations.get(claim.id)
        self.lines += [f"## {plain(claim.text)}", ""]
        if assessment is not None:
            self.lines.append(
                f"Status: {assessment.status}; credibility {assessment.credibility} of 1–6; "
                f"source reliability {assessment.reliability}."
            )
        if found is not None:
            number = str(found.low) if found.low == found.high else f"{found.low}–{found.high}"
            names = ", ".join(plain(name) for name in origin_names(self.lookup, found))
            self.lines.append(f"Independent origins: {number} ({names}).")
            self.lines += [f"Because {plain(reason.text)}." for reason in found.reasons]
        self.lines.append("")
        self.lines += [self._statement(m) for m in self.lookup.mentions_of(claim)]
        self.lines += [*self._conflicts(claim), ""]

    def _statement(self, mention: Mention) -> str:
        """Return the line of a statement."""
        outlet = plain(self.lookup.outlet_name(mention.document))
        chain = " → ".join(plain(name) for name in chain_names(self.lookup, mention)[1:])
        stance = self.lookup.stances.get(mention.id)
        how = f", {stance.stance}" if stance is not None and stance.stance != "asserts" else ""
        through = f" ({chain})" if chain else " (own voice)"
        how += ", uncertain who says it" if is_uncertain(self.lookup, mention) else ""
        return f"- {outlet}{through}{how}: “{plain(mention.text)}”{self._note(mention)}"

    def _note(self, mention: Mention) -> str:
        """Return the mark of a footnote that says where the words stand."""
        document = self.lookup.documents[mention.document]
        start, end = mention.spans[0].start, mention.spans[-1].end
        place = f"{document.name}, characters {start}–{end}, SHA-256 {document.digest}"
        self._notes.setdefault(mention.id, plain(place))
        return f"[^{mention.id}]"

    def _conflicts(self, claim: Claim) -> list[str]:
        """Return a line for each claim that conflicts."""
        lines = []
        for relation in self.lookup.relations.get(claim.id, ()):
            if relation.kind in _CONFLICTS:
                from_here = relation.from_claim == claim.id
                other = relation.to_claim if from_here else relation.from_claim
                verb = relation.kind if from_here else f"{relation.kind} this:"
                verb = f"perhaps {verb}" if relation.weak else verb
                lines.append(f"- *{verb}* {plain(self.lookup.claims[other].text)}")
        return lines

    def end(self) -> None:
        """Write what could not be read, the inputs and the footnotes."""
        dossier = self.lookup.dossier
        if dossier.failures:
            self.lines += ["## Not read", ""]
            self.lines += [f"- {plain(f.document)}: {plain(f.reason)}" for f in dossier.failures]
            self.lines.append("")
        self.lines += ["## Documents", ""]
        self.lines += [f"- {plain(line)}" for line in dossier.manifest.inputs]
        self.lines += ["", f"Made by headwater {dossier.manifest.version}.", ""]
        self.lines += [f"[^{key}]: {place}." for key, place in sorted(self._notes.items())]
