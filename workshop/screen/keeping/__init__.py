"""Keeping a session to those it concerns, and being rid of it: the windows' side."""
