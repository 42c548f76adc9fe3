"""Who is said to say what: source, cue and content, nested."""

from headwater.attribute.stage import attribute

__all__ = ["attribute"]
