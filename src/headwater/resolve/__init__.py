"""Who is who across documents: attributions become sources."""

from headwater.resolve.stage import resolve

__all__ = ["resolve"]
