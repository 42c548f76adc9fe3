"""A case as its pages need it: the dossier of its last run, read once."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Final

import msgspec

from headwater.case import Case
from headwater.desk.cases.search import Index
from headwater.desk.places import DeskPlaces, base_of
from headwater.desk.views.board import Choices, Row, make_rows, offer
from headwater.desk.views.lookup import BoundedLookup
from headwater.desk.views.matrix import Shared, find_shared
from headwater.desk.views.sources import Steps
from headwater.errors import InputError
from headwater.judgements.force import in_force
from headwater.model.dossier import Dossier
from headwater.model.judgement import Judgement
from headwater.model.source import Source
from headwater.report.lookup import Lookup
from headwater.report.views.counts import Counts, count_all
from headwater.report.views.quotes import Quoter
from headwater.report.views.sources import (
    Said,
    SourceLine,
    count_resting,
    fill_line,
    find_said,
    list_lines,
    make_line,
)
from headwater.report.views.timeline import Day, make_timeline
from headwater.review.question import Question
from headwater.review.queue import queue

QUESTIONS: Final = 500  # questions that the queue works out after a run


class Opened:
    """One state of one case; a new run makes a new one."""

    def __init__(self, name: str, case: Case, dossier: Dossier) -> None:
        self.name = name
        self.case = case
        self.dossier = dossier
        self.lookup = Lookup(dossier)
        self.bounded = BoundedLookup(dossier)
        self.former: dict[str, tuple[str, ...]] = {}
        self.places = DeskPlaces(self.lookup, base_of(name))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every claim as a row of the board."""
        return make_rows(self.lookup)

    @cached_property
    def row_of(self) -> dict[str, Row]:
        """Rows by claim."""
        return {row.id: row for row in self.rows}

    @cached_property
    def choices(self) -> Choices:
        """What the board's filters offer."""
        return offer(self.rows)

    @cached_property
    def index(self) -> Index:
        """The full-text index."""
        return Index(self.dossier, self.lookup)

    @cached_property
    def said(self) -> Said:
        """What is attributed to each source."""
        return find_said(self.lookup)

    @cached_property
    def resting(self) -> Mapping[str, int]:
        """Of how many claims each source is an origin."""
        return count_resting(self.lookup)

    @cached_property
    def sources(self) -> tuple[SourceLine, ...]:
        """Every source with how much rests on it."""
        return list_lines(self.lookup, self.said, self.resting)

    @cached_property
    def shared(self) -> Shared:
        """The claims on which two actors take a position."""
        return find_shared(self.bounded, self.places)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The timeline."""
        return make_timeline(self.lookup, self.places)

    @cached_property
    def counts(self) -> Counts:
        """The numbers above the board."""
        return count_all(self.lookup)

    @cached_property
    def steps(self) -> Steps:
        """How often each source is said to rest on each other."""
        return Steps(self.lookup)

    def follow(self, before: "Opened") -> None:
        """Remember the claims of an earlier state that are no more, so that their pages lead on."""
        known = {**before.former, **{claim.id: claim.mentions for claim in before.dossier.claims}}
        self.former = {key: held for key, held in known.items() if key not in self.lookup.claims}

    def heir(self, key: str) -> str | None:
        """Return the claim that has most statements of an earlier one, None if none has any."""
        claims = self.lookup.claim_of
        now = Counter(claims[one].id for one in self.former.get(key, ()) if one in claims)
        return min(now, key=lambda claim: (-now[claim], claim), default=None)

    def source_line(self, source: Source) -> SourceLine:
        """Return a source with everything that it said."""
        quoter = Quoter(self.bounded, self.places)
        said = self.said.get(source.id, {})
        line = make_line(self.bounded, source, said, self.resting.get(source.id, 0))
        return fill_line(self.bounded, quoter, line, said)

    def reliability(self, source: Source) -> str:
        """Return the letter that people gave a source, empty if none."""
        names = {source.name, *source.aliases}
        for judgement in reversed(in_force(self.case.judgements())):
            if judgement.kind == "reliability" and any(a.name in names for a in judgement.about):
                return judgement.value or ""
        return ""

    @cached_property
    def _asked(self) -> tuple[Question, ...]:
        return queue(self.dossier, limit=QUESTIONS)

    @cached_property
    def answered(self) -> dict[str, str]:
        """Questions that were answered since the run, by the decision that answers each."""
        undecided = {one.id for one in self.pending()}
        waiting = {
            (one.kind, one.about, one.value): one.id
            for one in in_force(self.case.judgements())
            if one.id in undecided
        }
        return {
            question.id: waiting[key]
            for question in (self._asked if waiting else ())
            for answer in question.answers
            if (key := (answer.kind, answer.about, answer.value)) in waiting
        }

    def questions(self, limit: int) -> list[Question]:
        """Return what the queue asks, without what was answered since the last run."""
        return [one for one in self._asked if one.id not in self.answered][:limit]

    def fresh_dossier(self) -> Dossier:
        """Return the dossier with the decisions that it does not know yet."""
        return msgspec.structs.replace(self.dossier, judgements=self.case.judgements())

    def torn(self) -> tuple[str, ...]:
        """Return what is wrong with lines of the log that cannot be read."""
        log = getattr(self.case, "log", None)
        return tuple(f"{one.where}: {one.text}" for one in log().torn) if log else ()

    def merge_log(self, data: bytes) -> int:
        """Add another person's decisions; return how many were new.

        Raises:
            InputError: If a line is no decision.
        """
        decided = []
        for number, line in enumerate(data.splitlines(), 1):
            if line.strip():
                try:
                    decided.append(msgspec.json.decode(line, type=Judgement))
                except msgspec.DecodeError as error:
                    raise InputError(f"line {number} is no decision: {error}") from error
        known = {judgement.id for judgement in self.case.judgements()}
        fresh = [judgement for judgement in decided if judgement.id not in known]
        self.case.judge(*fresh)
        return len(fresh)

    def warm(self) -> None:
        """Make what the board needs."""
        _ = self.rows, self.row_of, self.choices, self.counts

    def warm_rest(self) -> None:
        """Make what other pages need, before somebody waits for it."""
        _ = self.index, self.sources, self.steps, self.days, self.shared, self._asked

    @property
    def title(self) -> str:
        """What the case is about."""
        return self.dossier.title

    @cached_property
    def known(self) -> frozenset[str]:
        """Ids of the decisions that the dossier knows."""
        return frozenset(judgement.id for judgement in self.dossier.judgements)

    def pending(self) -> tuple[Judgement, ...]:
        """Return the decisions that the dossier does not know yet."""
        return tuple(j for j in self.case.judgements() if j.id not in self.known)
