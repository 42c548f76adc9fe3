"""Trained models, shipped as arrays, each with a card."""
