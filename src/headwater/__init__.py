"""Headwater traces reported claims upstream to where they really come from."""

__version__ = "0.1.0"
