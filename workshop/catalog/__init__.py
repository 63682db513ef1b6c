"""Reads the exercises' folders, and says in plain words, with file and line, what is wrong in them."""
