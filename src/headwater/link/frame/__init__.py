"""Two statements in one frame, equal word by word but for a few places: there the places decide."""
