"""Training of the weights that tell same claims from changed ones."""
