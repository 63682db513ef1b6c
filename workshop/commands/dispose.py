"""Deletes a session for good."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Delete a session for good, with its backups and all that Verkstad has kept of it.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """A session's file, and whether it is certain."""
    import click

    from workshop.commands.given import file

    return [file(), click.Option(["--yes"], is_flag=True, help=words("Don't ask; delete it."))]


def run(words: Catalogue, file: Path, yes: bool) -> int:
    """Delete it once it is confirmed; 1 where it isn't, and nothing is deleted."""
    import click

    from workshop.app import Verkstad
    from workshop.model.refusal import Refusal
    from workshop.store import faults

    if not file.exists():
        raise faults.not_there(file)
    asked = words("Delete {file} for good, with its backups?", file=file.name)
    try:
        certain = yes or click.confirm(asked, err=True)
    except click.Abort:
        certain = False
    if not certain:
        raise Refusal("Nothing is deleted. Confirm it, or give --yes.")
    Verkstad().keeping.dispose(file)
    print(words("Deleted: {file}", file=file.name))
    return 0
