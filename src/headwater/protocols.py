"""Call signatures of the exchangeable parts: what the registry promises of each kind.

Settings are the struct of the stage's own section in `case.toml`; a part reads only that.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from headwater.model.assessment import Assessment
from headwater.model.attribution import Attribution
from headwater.model.claim import Claim, Comparison, Relation, Stance
from headwater.model.document import Document
from headwater.model.dossier import Dossier
from headwater.model.judgement import Judgement
from headwater.model.mention import Mention
from headwater.model.parse import Parse
from headwater.model.source import Source
from headwater.model.trace import Chain, Copy, Corroboration, Fold, Origin


class Parser(Protocol):
    """Kind `parse`."""

    def __call__(self, document: Document, *, settings: Any) -> Parse:  # noqa: ANN401
        """Mark sentences, quotations, names, amounts and times."""


class Attributor(Protocol):
    """Kind `attribute`."""

    def __call__(
        self,
        document: Document,
        parse: Parse,
        *,
        settings: Any,  # noqa: ANN401
    ) -> tuple[Attribution, ...]:
        """Find who is said to say what."""


class Extractor(Protocol):
    """Kind `extract`."""

    def __call__(
        self,
        document: Document,
        parse: Parse,
        attributions: tuple[Attribution, ...],
        *,
        settings: Any,  # noqa: ANN401
    ) -> tuple[Mention, ...]:
        """Find the statements."""


class Resolver(Protocol):
    """Kind `resolve`."""

    def __call__(
        self,
        documents: Sequence[Document],
        attributions: Sequence[Attribution],
        judgements: Sequence[Judgement] = (),
        *,
        settings: Any,  # noqa: ANN401
    ) -> tuple[Source, ...]:
        """Find which attributions name one source."""


class Linked(Protocol):
    """What a linker gives."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What several mentions say alike."""

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The mentions that were held against each other."""

    @property
    def stances(self) -> tuple[Stance, ...]:
        """Each mention's position on its claim."""

    @property
    def relations(self) -> tuple[Relation, ...]:
        """How claims bear on each other."""


class Linker(Protocol):
    """Kind `link`."""

    def __call__(
        self,
        documents: Sequence[Document],
        attributions: Sequence[Attribution],
        mentions: Sequence[Mention],
        sources: Sequence[Source],
        judgements: Sequence[Judgement] = (),
        *,
        settings: Any,  # noqa: ANN401
    ) -> Linked:
        """Join the mentions that state one proposition, and relate the claims."""


class Traced(Protocol):
    """What a tracer gives."""

    @property
    def copies(self) -> tuple[Copy, ...]:
        """Text that documents share."""

    @property
    def chains(self) -> tuple[Chain, ...]:
        """The way of each mention upstream."""

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where the chains of each claim end."""

    @property
    def corroborations(self) -> tuple[Corroboration, ...]:
        """How many of a claim's origins are independent."""

    @property
    def folds(self) -> tuple[Fold, ...]:
        """Claims with those that say them with more detail."""


class Tracer(Protocol):
    """Kind `trace`."""

    def __call__(  # noqa: PLR0913 - six kinds of records, judgements and settings
        self,
        documents: Sequence[Document],
        attributions: Sequence[Attribution],
        mentions: Sequence[Mention],
        sources: Sequence[Source],
        claims: Sequence[Claim],
        relations: Sequence[Relation],
        judgements: Sequence[Judgement] = (),
        *,
        settings: Any,  # noqa: ANN401
    ) -> Traced:
        """Follow every mention upstream and bound the independent origins of each claim."""


class Assessor(Protocol):
    """Kind `assess`."""

    def __call__(  # noqa: PLR0913 - seven kinds of records bear on an assessment
        self,
        claims: Iterable[Claim],
        mentions: Iterable[Mention],
        stances: Iterable[Stance],
        relations: Iterable[Relation],
        corroborations: Iterable[Corroboration],
        origins: Iterable[Origin],
        sources: Iterable[Source],
        *,
        settings: Any,  # noqa: ANN401
    ) -> tuple[Assessment, ...]:
        """Say what a reader may conclude."""


class Reporter(Protocol):
    """Kind `report`."""

    def __call__(self, draft: Dossier, /) -> Dossier:
        """Put everything in order and rank the claims."""


class Comparer(Protocol):
    """Kind `compare`."""

    def __call__(
        self,
        a: str,
        b: str,
        *,
        sentence_a: str | None = None,
        sentence_b: str | None = None,
        date_a: str | None = None,
        date_b: str | None = None,
    ) -> Comparison:
        """Say how two statements bear on each other; `ab` in the label is from `a` to `b`."""


class Exporter(Protocol):
    """Kind `export`."""

    def __call__(self, dossier: Dossier, /) -> bytes:
        """Write a dossier in a format of its own."""
