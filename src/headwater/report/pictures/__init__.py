"""Pictures of the dossier: what to draw, where, and as SVG."""
