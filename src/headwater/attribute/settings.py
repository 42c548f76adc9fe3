"""Settings of the attribute stage."""

from headwater.model.base import Record


class AttributeSettings(Record, frozen=True, kw_only=True):
    """Defaults of the attribute stage.

    Attributes:
        minimum: Attributions that are less probable are left out, 0..1.
        nested: Look for attributions inside quotations.
        own_voice: Keep what the author says of himself ("I believe"); it adds nothing to a chain,
            but corpora mark it.
    """

    minimum: float = 0.3
    nested: bool = True
    own_voice: bool = False
