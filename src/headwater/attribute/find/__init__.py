"""Find attributions by words and order: cues, sources, contents, quotations."""
