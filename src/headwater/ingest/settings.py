"""Every default of ingest."""

from headwater.model.base import Record


class IngestSettings(Record, frozen=True, kw_only=True):
    """Limits and choices of ingest. Sizes are in bytes.

    Attributes:
        max_file_bytes: Larger files are listed, not read: a news text is below 1 MB, a long PDF
            report below 50 MB.
        max_text_chars: Longer texts are listed, not read: a thousand-page book has 3 million.
        max_unpacked_bytes: For all members of an archive together.
        max_ratio: Unpacked to packed size; text packs 3 to 10 times, a bomb a thousand times.
        ratio_from_bytes: Members below this size may pack better: short repetitive texts do.
        max_members: Members of one archive.
        max_depth: Archives inside archives; 1 is an archive that holds documents only.
        max_pages: Pages of one PDF.
        version_share: Share of the shorter text's five-word runs that must stand in the other,
            for two files of one name to be versions; two articles on one event share below 0.1,
            an edited page above 0.5.
        english_share: Share of English function words from which a text counts as English; in
            English news it is above 0.25, in other languages of Latin script below 0.08.
    """

    max_file_bytes: int = 200_000_000
    max_text_chars: int = 5_000_000
    max_unpacked_bytes: int = 500_000_000
    max_ratio: int = 200
    ratio_from_bytes: int = 1_000_000
    max_members: int = 20_000
    max_depth: int = 2
    max_pages: int = 5_000
    version_share: float = 0.3
    english_share: float = 0.15
