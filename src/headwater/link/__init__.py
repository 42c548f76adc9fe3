"""Same claim, opposite claim, changed claim."""

from headwater.link.compare_pairs import compare_statements
from headwater.link.stage import Linked, link

__all__ = ["Linked", "compare_statements", "link"]
