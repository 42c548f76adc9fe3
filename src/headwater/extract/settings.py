"""Settings of the extract stage."""

from headwater.model.base import Record


class ExtractSettings(Record, frozen=True, kw_only=True):
    """What counts as a statement.

    Attributes:
        min_words_said: Fewest words of an attributed statement.
        min_words_denied: The same, of what is denied or rejected.
        min_words_own: Fewest words of a statement in the outlet's own voice.
        split_lists_from: Fewest items of a list that is split into a mention each; 0 never splits.
            A pair of plain nouns that the verb governs is split too ("coal and oil").
        min_probability: Attributions below it are read as the outlet's own words.
    """

    min_words_said: int = 3
    min_words_denied: int = 2
    min_words_own: int = 4
    split_lists_from: int = 3
    min_probability: float = 0.3
