"""Takes a session in from the JSON that it was written to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Make a session of a JSON file that was written with “export --as json --document full”.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """The JSON file, and the session's file to make."""
    from workshop.commands.given import file, out

    return [file(), out(words("File to write."))]


def run(words: Catalogue, file: Path, out: Path) -> int:
    """Make the session, and say where it lies."""
    from workshop.app.taking_in import take_in

    take_in(file, out)
    print(out)
    return 0
