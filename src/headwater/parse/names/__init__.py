"""Names of people, bodies, outlets, places and peoples."""

from headwater.parse.names.find import find_names

__all__ = ["find_names"]
