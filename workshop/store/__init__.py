"""Where sessions are kept: one SQLite file for each, and the list of those worked with before."""
