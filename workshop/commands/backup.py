"""Backs sessions up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Back sessions up in Verkstad's own folder, and say where each backup lies.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """Sessions' files; `--why` is the program's own."""
    import click

    from workshop.commands.given import files, password_from
    from workshop.store.backups import ASKED, HOUR, IMPORT

    why = click.Option(["--why"], type=click.Choice([ASKED, HOUR, IMPORT]), default=ASKED, hidden=True)
    return [files(), why, password_from(words)]


def run(words: Catalogue, files: tuple[Path, ...], why: str) -> int:
    """Back each of them up; one that hasn't changed since its latest backup has that one already."""
    from workshop.app.opening import tells
    from workshop.store.backups import keep, newest

    for file in files:
        if made := keep(file, why, tells.get()(file)) or newest(file):
            print(made.path)
    return 0
