"""What a statement tells of its parts: which event came first, what is more, who gave to whom."""
