"""Writes a session's hand-over package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click


def said(words: Catalogue) -> str:
    """What it is for."""
    return words(
        "Write a session's exercises, programme and timings as a package, with nothing that was written in it."
    )


def takes(words: Catalogue) -> list[click.Parameter]:
    """A session's file, and the package to write."""
    from workshop.commands.given import file, out, password_from

    return [file(), out(words("File to write.")), password_from(words)]


def run(words: Catalogue, file: Path, out: Path) -> int:
    """Print every file of the package and every text in it, then write it."""
    from workshop.app import again, own

    title, files = again.contents(file, words)
    for name, text in sorted(files.items()):
        print(f"== {name}")
        print(text.rstrip())
    own.write(out, files)
    print(f"== {out}")
    return 0
