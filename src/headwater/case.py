"""A case: one question, its documents and everything found in them, in one folder."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from headwater.config import FILE, Settings, load_settings, to_toml
from headwater.engine.local import Input, analyse
from headwater.engine.marking import Counted
from headwater.engine.progress import Watcher
from headwater.engine.reading import Reader
from headwater.errors import InputError
from headwater.ingest.raw import Ingested, RawFile, Sidecar
from headwater.model.base import Record
from headwater.model.dossier import Dossier
from headwater.model.failure import Failure
from headwater.model.judgement import Judgement
from headwater.registry import load
from headwater.report.data import from_json, to_json
from headwater.report.page import render_page
from headwater.report.write import write_files
from headwater.store import judgements as log
from headwater.store.store import Given, Store

PAGE: Final = "index.html"
DATA: Final = "dossier.json"
SEAL: Final = "dossier.json.sha256"  # as sha256sum writes and checks it


class About(Record, frozen=True, kw_only=True):
    """What is known of a given file beside its bytes."""

    sidecar: Sidecar | None = None
    refused: Failure | None = None


class Outcome(Record, frozen=True, kw_only=True):
    """What a run did.

    Attributes:
        ran: How many files were read and how often a per-document stage was run; what the store
            already held is not counted.
    """

    dossier: Dossier
    ran: int


class Case:
    """A folder with settings, documents, judgements and the dossier made of them.

    `case.toml` holds the settings, `snapshots/` the bytes by digest, `case.sqlite` what the
    stages worked out, `decisions.jsonl` people's judgements, `index.html` and `dossier.json` the
    result. The folder can be handed over as it is.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        """Use `Case.create` or `Case.open` instead."""
        self.folder = folder
        self.settings = settings

    @classmethod
    def create(cls, folder: Path | str, settings: Settings | None = None) -> "Case":
        """Begin a case in a folder, or go on with the one that is there.

        Args:
            folder: Made if it is missing.
            settings: Take the place of those in the folder; None keeps them.

        Raises:
            InputError: If the folder holds something else, or cannot be written.
        """
        place = Path(folder)
        if (place / FILE).is_file():
            case = cls.open(place)
            case.settings = settings or case.settings
        elif place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise InputError(f"{place} is not empty and holds no case; choose another folder")
        else:
            case = cls(place, settings or Settings())
        try:
            write_files(place, {FILE: to_toml(case.settings).encode()})
        except OSError as error:
            raise InputError(f"{place} cannot be written: {error}") from error
        return case

    @classmethod
    def open(cls, folder: Path | str) -> "Case":
        """Open the case in a folder.

        Raises:
            InputError: If there is none, or its settings are wrong.
        """
        place = Path(folder)
        if not (place / FILE).is_file():
            raise InputError(f"{place} holds no case: {FILE} is missing")
        return cls(place, load_settings(place / FILE))

    def add(self, files: Iterable[RawFile]) -> int:
        """Keep files in the case; return how many of them it did not have."""
        with Store(self.folder) as store:
            return sum(store.put_given(_given(file), file.data) for file in files)

    def replace(self, files: Iterable[RawFile]) -> int:
        """Make the case hold these files and no others; return how many it did not have."""
        with Store(self.folder) as store:
            listed = [(_given(file), file.data) for file in files]
            fresh = sum(store.put_given(given, data) for given, data in listed)
            store.keep_only((given.name, given.digest) for given, _ in listed)
            return fresh

    def run(self, watcher: Watcher | None = None) -> Outcome:
        """Make the dossier of everything in the case and write it into the folder.

        Only documents that are new, or that something in the settings or in this program changed
        for, are read again.
        """
        with Store(self.folder) as store:
            files = tuple(_raw(store, given) for given in store.all_given())
            part = load("ingest", self.settings.parts.ingest)
            counted = Counted(store)
            ingested: Ingested = part(files, self.settings.ingest, read=Reader(counted))
            judgements = log.merge(self.judgements(), ingested.judgements)
            dossier = analyse(
                Input(
                    documents=ingested.documents,
                    failures=not_mended(ingested),
                    judgements=judgements,
                    in_force=log.in_force(judgements),
                ),
                self.settings,
                cache=counted,
                watcher=watcher,
            )
        data = to_json(dossier)
        seal = f"{hashlib.sha256(data).hexdigest()}  {DATA}\n"
        page = render_page(dossier, settings=self.settings.report)
        files_out = {PAGE: page.encode(), DATA: data, SEAL: seal.encode()}
        write_files(self.folder, files_out)
        return Outcome(dossier=dossier, ran=counted.ran)

    def dossier(self) -> Dossier:
        """Return the dossier of the last run.

        Raises:
            InputError: If the case was never run, or an incompatible version ran it.
        """
        try:
            return from_json((self.folder / DATA).read_bytes())
        except OSError as error:
            raise InputError(
                f"{self.folder} holds no {DATA}; run the case first: headwater run -o {self.folder}"
            ) from error

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people decided, oldest first, taken-back decisions included."""
        return log.read(self.folder / log.LOG)

    def judge(self, *judgements: Judgement) -> None:
        """Add people's decisions; the next run obeys them. Those it has already are left out."""
        known = {judgement.id for judgement in self.judgements()}
        fresh = [judgement for judgement in judgements if judgement.id not in known]
        if fresh:
            log.append(self.folder / log.LOG, fresh)


def not_mended(ingested: Ingested) -> tuple[Failure, ...]:
    """Return what could not be read, but for files that came again under their name and could."""
    names = {name for one in ingested.documents for name in (one.name, *one.also)}
    return tuple(failure for failure in ingested.failures if failure.document not in names)


def _given(file: RawFile) -> Given:
    """Return a file's row in the store."""
    about = About(sidecar=file.sidecar, refused=file.refused)
    return Given(
        name=file.name,
        digest=hashlib.sha256(file.data).hexdigest(),
        about=msgspec.json.encode(about).decode(),
    )


def _raw(store: Store, given: Given) -> RawFile:
    """Return a file as it was given."""
    about = msgspec.json.decode(given.about, type=About)
    return RawFile(
        name=given.name,
        data=store.read_snapshot(given.digest),
        sidecar=about.sidecar,
        refused=about.refused,
    )


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of a file of JSON lines, such as another analyst's log."""
    return log.read(path)
