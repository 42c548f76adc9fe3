"""Quantities with units, comparators and bounds."""

from headwater.parse.amounts.find import find_amounts

__all__ = ["find_amounts"]
