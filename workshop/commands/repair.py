"""Checks a session's file, and saves what can be saved of a damaged one into a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Check a session's file, or save what can be saved of a damaged one; the file itself is not touched.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """A session's file, and the copy to write."""
    import click

    from workshop.commands.given import file, password_from

    to = click.Path(path_type=Path)
    out = click.Option(["--out"], type=to, help=words("File to save it in; without it the file is checked."))
    return [file(), out, password_from(words)]


def run(words: Catalogue, file: Path, out: Path | None) -> int:
    """Say what is wrong, 1 where something is; or what was saved."""
    from workshop.app.repair import check, repair

    if out is None:
        if wrong := check(file):
            raise wrong
        print(words("{file} is whole.", file=file.name))
        return 0
    for sentence in repair(file, out, words):
        print(sentence)
    return 0
