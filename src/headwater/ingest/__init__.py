"""Files -> Document, Judgement, Failure. Only `ingest.files` opens anything."""

from headwater.ingest.stage import ingest

__all__ = ["ingest"]
