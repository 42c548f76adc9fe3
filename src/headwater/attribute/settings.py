"""Settings of the attribute stage."""

from headwater.model.base import Record


class AttributeSettings(Record, frozen=True, kw_only=True):
    """Defaults of the attribute stage.

    Attributes:
        minimum: Attributions that are less probable are left out, 0..1.
        nested: Look for attributions inside quotations.
        marks: Keep what corpora mark but no chain needs: the author's own views, deeds, forecasts
            without a source.
    """

    minimum: float = 0.3
    nested: bool = True
    marks: bool = False
