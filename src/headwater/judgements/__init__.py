"""What people decide: how it is made, kept in order, found again in the texts, and held to.

Nothing here touches files or the clock; stages use it to obey, the case to keep.
"""
