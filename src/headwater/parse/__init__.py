"""Marks what stands in a text before anything is understood."""

from headwater.parse.stage import parse

__all__ = ["parse"]
