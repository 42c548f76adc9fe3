"""Settings of the report stage."""

from typing import Final

from headwater.model.base import Record

CARDS: Final = 60  # claims drawn in full; 60 keep a dossier of 50 documents under 3 MB
TOP: Final = 12  # claims listed on the first screen; about two screens
PICTURE_BOXES: Final = 60  # a chain picture with more boxes than this folds its outlets


class ReportSettings(Record, frozen=True, kw_only=True):
    """What the dossier shows.

    Attributes:
        cards: At most so many claims are drawn in full, most worth a look first; the others
            are listed with a link to their words.
        top: So many claims are listed on the first screen.
        picture_boxes: Above so many boxes a picture folds outlets that share one chain.
    """

    cards: int = CARDS
    top: int = TOP
    picture_boxes: int = PICTURE_BOXES
