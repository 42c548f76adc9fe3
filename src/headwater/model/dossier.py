"""The deliverable: everything that was found about one case."""

from headwater.model.assessment import Assessment
from headwater.model.attribution import Attribution
from headwater.model.base import Record
from headwater.model.claim import Claim, Comparison, Relation, Stance
from headwater.model.document import Document
from headwater.model.failure import Failure
from headwater.model.judgement import Effect, Judgement
from headwater.model.mention import Mention
from headwater.model.parse import Parse
from headwater.model.source import Source
from headwater.model.trace import Chain, Copy, Corroboration, Fold, Origin


class Manifest(Record, frozen=True, kw_only=True):
    """What is needed to make the dossier again; holds no clock time, so runs are byte-identical.

    Attributes:
        version: Of headwater.
        schema: Version of the dossier's JSON Schema.
        parts: Registry names in use, as `kind=name.vN`, sorted.
        settings: The full configuration as TOML text.
        inputs: `name sha256` of each document read, sorted.
    """

    version: str
    schema: str
    parts: tuple[str, ...]
    settings: str
    inputs: tuple[str, ...]


class Dossier(Record, frozen=True, kw_only=True):
    """All records of a case, each tuple in a fixed order that does not depend on input order.

    `ranking` lists claim ids, most worth a look first. `comparisons` holds those that decided
    something or nearly did: within a claim, close to joining two, and the surest behind each
    relation between claims. `folds` has one for each claim that others say with more detail.
    """

    title: str
    documents: tuple[Document, ...]
    parses: tuple[Parse, ...]
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...]
    stances: tuple[Stance, ...]
    relations: tuple[Relation, ...]
    copies: tuple[Copy, ...]
    chains: tuple[Chain, ...]
    origins: tuple[Origin, ...]
    corroborations: tuple[Corroboration, ...]
    assessments: tuple[Assessment, ...]
    ranking: tuple[str, ...]
    judgements: tuple[Judgement, ...] = ()
    effects: tuple[Effect, ...] = ()
    failures: tuple[Failure, ...] = ()
    folds: tuple[Fold, ...] = ()
    manifest: Manifest
