"""Writes what leaves the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Write the summary of a session, its programme, or the facilitator's script of it.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """A session's file, the kind of file to write and where, and whom it is for."""
    import click

    from workshop.commands.given import file, out
    from workshop.model.visible import Audience

    kinds = click.Choice(["pdf", "json", "programme", "script"])
    whom = click.Choice([Audience.FULL.value, Audience.SHARED.value])
    left_out = words("“shared” leaves out what is private and the raw lists; “full” is the facilitator's own copy.")
    return [
        file(),
        click.Option(["--as", "kind"], type=kinds, required=True, help=words("Kind of file.")),
        out(words("File to write.")),
        click.Option(["--document"], type=whom, default=Audience.SHARED.value, help=left_out),
    ]


def run(words: Catalogue, file: Path, kind: str, out: Path, document: str) -> int:
    """Write it, and say where it lies."""
    from workshop.app.leaving import export
    from workshop.model.visible import Audience

    export(file, kind, out, Audience(document), words.language)
    print(out)
    return 0
