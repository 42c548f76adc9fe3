"""The stages in order: what each takes and gives. Nothing here runs; the engine does."""

from enum import IntEnum
from typing import Final

from headwater.model.assessment import Assessment
from headwater.model.attribution import Attribution
from headwater.model.base import Record
from headwater.model.claim import Claim, Comparison, Relation, Stance
from headwater.model.document import Document
from headwater.model.dossier import Dossier
from headwater.model.failure import Failure
from headwater.model.judgement import Judgement
from headwater.model.mention import Mention
from headwater.model.parse import Parse
from headwater.model.source import Source
from headwater.model.trace import Chain, Copy, Corroboration, Fold, Origin


class Shape(IntEnum):
    """What one call of a stage sees; along the pipeline it only grows."""

    INPUT = 0  # the files that the user names
    DOCUMENT = 1  # one document at a time
    CORPUS = 2  # all documents together
    CLAIM = 3  # one claim with what bears on it
    CASE = 4  # everything, for the reader


class Stage(Record, frozen=True, kw_only=True):
    """A row of the pipeline.

    Attributes:
        name: Folder, registry kind and settings section alike.
        takes: Record types that earlier stages gave.
        gives: Record types that this stage alone makes.
    """

    name: str
    shape: Shape
    takes: tuple[type[Record], ...]
    gives: tuple[type[Record], ...]


STAGES: Final = (
    Stage(name="ingest", shape=Shape.INPUT, takes=(), gives=(Document, Judgement, Failure)),
    Stage(name="parse", shape=Shape.DOCUMENT, takes=(Document,), gives=(Parse,)),
    Stage(
        name="attribute",
        shape=Shape.DOCUMENT,
        takes=(Document, Parse, Judgement),
        gives=(Attribution,),
    ),
    Stage(
        name="extract",
        shape=Shape.DOCUMENT,
        takes=(Document, Parse, Attribution, Judgement),
        gives=(Mention,),
    ),
    Stage(
        name="resolve",
        shape=Shape.CORPUS,
        takes=(Document, Attribution, Judgement),
        gives=(Source,),
    ),
    Stage(
        name="link",
        shape=Shape.CORPUS,
        takes=(Document, Attribution, Mention, Source, Judgement),
        gives=(Claim, Comparison, Stance, Relation),
    ),
    Stage(
        name="trace",
        shape=Shape.CORPUS,
        takes=(Document, Attribution, Mention, Source, Claim, Relation, Judgement),
        gives=(Copy, Chain, Origin, Corroboration, Fold),
    ),
    Stage(
        name="assess",
        shape=Shape.CLAIM,
        takes=(Claim, Mention, Stance, Relation, Corroboration, Origin, Source),
        gives=(Assessment,),
    ),
    Stage(
        name="report",
        shape=Shape.CASE,
        takes=(
            Document, Judgement, Failure, Parse, Attribution, Mention, Source, Claim, Comparison,
            Stance, Relation, Copy, Chain, Origin, Corroboration, Fold, Assessment,
        ),
        gives=(Dossier,),
    ),
)  # fmt: skip
