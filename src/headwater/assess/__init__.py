"""What a reader may conclude about a claim."""

from headwater.assess.stage import assess

__all__ = ["assess"]
