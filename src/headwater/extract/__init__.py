"""Document, Parse, Attribution -> Mention: what is stated, how firmly, and in whose mouth."""

from headwater.extract.stage import extract

__all__ = ["extract"]
