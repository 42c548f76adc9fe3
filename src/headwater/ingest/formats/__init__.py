"""Readers of one format each; the doors of the libraries that read it."""
