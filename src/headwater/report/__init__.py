"""All records of a case, put in order for readers and for machines."""

from headwater.report.stage import report

__all__ = ["report"]
