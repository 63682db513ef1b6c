"""The windows; the only part of the program that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401

# PySide6 reads the source of every module that is imported after it, in search of `from __feature__ import …`, which
# nobody here says. That makes each import slower and keeps all the sources in memory, so Python's own is put back.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
