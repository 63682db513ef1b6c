"""Verkstad: structured exercises for managers who must work together, on one laptop and one wall."""

__version__ = "0.1.0"
