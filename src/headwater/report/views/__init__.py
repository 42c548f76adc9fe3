"""What the page shows, as plain values for its templates."""
