"""A case: one question, its documents and everything found in them, in one folder."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from headwater.config import FILE, Settings, load_settings, to_toml
from headwater.engine.given import failure_of_torn, given_of, keep_said, not_mended, raw_file
from headwater.engine.local import Input, analyse, published_by
from headwater.engine.marking import Counted
from headwater.engine.memory import Memory
from headwater.engine.progress import Watcher
from headwater.engine.reading import Reader
from headwater.errors import InputError
from headwater.ingest.raw import Ingested, RawFile
from headwater.judgements.force import in_force, merge
from headwater.judgements.kinds import is_day
from headwater.model.base import Record
from headwater.model.dossier import Dossier
from headwater.model.judgement import Judgement
from headwater.registry import load
from headwater.report.collection import Found
from headwater.report.data import from_json, to_json
from headwater.report.objects import FoundCase, FoundClaim, FoundMention, FoundOrigin, FoundSource
from headwater.report.page import render_page
from headwater.report.write import write_files
from headwater.store import judgements as log
from headwater.store.store import Store

PAGE: Final = "index.html"
DATA: Final = "dossier.json"
SEAL: Final = "dossier.json.sha256"  # as sha256sum writes and checks it


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
        self._found: tuple[str, FoundCase] | None = None

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
        """Keep files in the case; return how many of them it did not have.

        What was said beside a file when it was given before is kept, unless other things are now.
        """
        with Store(self.folder) as store:
            known = {(given.name, given.digest): given for given in store.all_given()}
            fresh = 0
            for file in files:
                given = given_of(file)
                given = keep_said(given, known.get((given.name, given.digest)))
                fresh += store.put_given(given, file.data)
            return fresh

    def replace(self, files: Iterable[RawFile]) -> int:
        """Make the case hold these files and no others; return how many it did not have."""
        with Store(self.folder) as store:
            listed = [(given_of(file), file.data) for file in files]
            fresh = sum(store.put_given(given, data) for given, data in listed)
            store.keep_only((given.name, given.digest) for given, _ in listed)
            return fresh

    def run(self, watcher: Watcher | None = None, *, page: bool = True) -> Outcome:
        """Make the dossier of everything in the case and write it into the folder.

        Only documents that are new, or that something in the settings or in this program changed
        for, are read again, and only stages whose input changed are run again; the result is the
        same, byte for byte.

        Args:
            watcher: Is told how far the work is.
            page: False leaves the page as it is, which is quicker; `render` makes up for it.
        """
        with Store(self.folder) as store:
            counted = Counted(store)
            given = self._read(store, counted)
            memory = Memory(store, self.settings)
            before = memory.recall(self.folder / DATA)
            with memory.reads():
                dossier = analyse(
                    given, self.settings, cache=counted, watcher=watcher, before=before
                )
            data = to_json(dossier)
            seal = f"{hashlib.sha256(data).hexdigest()}  {DATA}\n"
            files = {DATA: data, SEAL: seal.encode()}
            if page:
                files[PAGE] = render_page(dossier, settings=self.settings.report).encode()
            write_files(self.folder, files)
            memory.keep(data)
        return Outcome(dossier=dossier, ran=counted.ran)

    def as_of(self, day: str, watcher: Watcher | None = None) -> Dossier:
        """Return the dossier of what was published by a day; nothing is written but the store.

        Documents without a day are left out, and listed among what could not be read.

        Args:
            day: The last day, YYYY-MM-DD.
            watcher: Is told how far the work is.

        Raises:
            InputError: If it is no day.
        """
        if not is_day(day):
            raise InputError(f"{day!r} is no day; write it as 2031-05-17")
        with Store(self.folder) as store:
            given = published_by(self._read(store, Counted(store)), day, self.settings)
            with Memory(store, self.settings).reads():
                return analyse(given, self.settings, cache=store, watcher=watcher)

    def _read(self, store: Store, counted: Counted) -> Input:
        """Return what the case was given: texts, what could not be read, people's decisions."""
        files = tuple(raw_file(store, given) for given in store.all_given())
        part = load("ingest", self.settings.parts.ingest)
        ingested: Ingested = part(files, self.settings.ingest, read=Reader(counted))
        decided = self.log()
        judgements = merge(decided.judgements, ingested.judgements)
        return Input(
            documents=ingested.documents,
            failures=(*not_mended(ingested), *map(failure_of_torn, decided.torn)),
            judgements=judgements,
            in_force=in_force(judgements),
        )

    def render(self) -> None:
        """Write the page of the dossier of the last run."""
        page = render_page(self.dossier(), settings=self.settings.report)
        write_files(self.folder, {PAGE: page.encode()})

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

    def found(self) -> FoundCase:
        """Return the dossier of the last run as objects that lead to each other.

        Raises:
            InputError: If the case was never run.
        """
        seal = self.folder / SEAL
        key = seal.read_text(encoding="utf-8") if seal.is_file() else ""
        if self._found is None or self._found[0] != key:
            self._found = key, FoundCase(self.dossier())
        return self._found[1]

    @property
    def claims(self) -> Found[FoundClaim]:
        """All claims of the last run, most worth a look first."""
        return self.found().claims

    @property
    def mentions(self) -> Found[FoundMention]:
        """All statements of the last run, by document and place."""
        return self.found().mentions

    @property
    def sources(self) -> Found[FoundSource]:
        """All sources of the last run, by name."""
        return self.found().sources

    @property
    def origins(self) -> Found[FoundOrigin]:
        """All origins of the last run, claim by claim."""
        return self.found().origins

    def log(self) -> log.Log:
        """Return what people decided, with the lines of the log that are not whole."""
        return log.read_log(self.folder / log.LOG)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people decided, oldest first, taken-back decisions included."""
        return self.log().judgements

    def judge(self, *judgements: Judgement) -> tuple[Judgement, ...]:
        """Add people's decisions; the next run obeys them.

        Returns:
            Those that the log did not have. Once this returns, the disk has them.
        """
        known = {judgement.id for judgement in self.judgements()}
        fresh = tuple(judgement for judgement in judgements if judgement.id not in known)
        if fresh:
            log.append(self.folder / log.LOG, fresh)
        return fresh

    def merge(self, other: Path | str) -> tuple[Judgement, ...]:
        """Add the decisions of another log, or of another case; return those that were new.

        Raises:
            InputError: If there is no log.
        """
        path = Path(other)
        return self.judge(*read_judgements(path / log.LOG if path.is_dir() else path))


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of a file of JSON lines, such as another analyst's log.

    Raises:
        InputError: If there is no such file, or it holds something else.
    """
    if not path.is_file():
        raise InputError(f"there is no log of judgements at {path}")
    return log.read(path)
