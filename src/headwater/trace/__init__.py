"""Where claims come from: copies, chains, origins and their independence."""

from headwater.trace.stage import trace

__all__ = ["trace"]
