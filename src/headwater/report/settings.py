"""Settings of the report stage."""

from typing import Final

from headwater.model.base import Record

CARDS: Final = 60  # claims drawn in full; 60 keep a dossier of 50 documents under 3 MB
TOP: Final = 12  # claims listed on the first screen; about two screens
LISTED: Final = 4000  # claims with a place on the page; some 1 MB, and more than anybody reads
SOURCES: Final = 600  # sources that are listed; about those of 50 articles
SECTIONS: Final = (
    "look", "claims", "others", "sources", "positions", "timeline", "documents", "gaps", "run",
)  # fmt: skip


class ReportSettings(Record, frozen=True, kw_only=True):
    """What the dossier shows.

    Attributes:
        cards: At most so many claims are drawn in full, most worth a look first; the others
            are listed with a link to their words.
        top: So many claims are listed on the first screen.
        listed: So many claims have a place on the page; the others are only marked in the
            documents.
        sources: So many sources are listed, those on which most rests first.
        only: Sections that the page shows, of `look`, `claims`, `others`, `sources`, `positions`,
            `timeline`, `documents`, `gaps`, `run`; all if empty.
    """

    cards: int = CARDS
    top: int = TOP
    listed: int = LISTED
    sources: int = SOURCES
    only: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse sections that do not exist.

        Raises:
            ValueError: With the names that do.
        """
        for name in self.only:
            if name not in SECTIONS:
                raise ValueError(f"no section is called {name!r}; there are {', '.join(SECTIONS)}")
