"""Files -> Document, Judgement, Failure. Only `ingest.files` opens anything."""

from headwater.ingest.stage import ingest, read_file

__all__ = ["ingest", "read_file"]
