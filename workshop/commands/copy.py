"""Copies a session: whole, or only its plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Copy a session: all of it, or its programme and exercises with nothing that was written.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """A session's file, that nothing written is to come along, and where the copy is to lie."""
    import click

    from workshop.commands.given import file, out, password_from

    bare = words("Leave out everything that was written: cards, answers, agreements, notes, names of parties.")
    went = words("Plan the minutes as long as things really took.")
    return [
        file(),
        click.Option(["--without-content"], is_flag=True, help=bare),
        click.Option(["--real-timings", "as_it_went"], is_flag=True, help=went),
        click.Option(["--exercise"], default="", help=words("Only this exercise, by the name of its folder.")),
        out(words("File to write.")),
        password_from(words),
    ]


def run(words: Catalogue, file: Path, without_content: bool, as_it_went: bool, exercise: str, out: Path) -> int:
    """Write the copy, and say where it lies."""
    from workshop.app import again
    from workshop.app.opening import file_in

    if not without_content:
        with file_in(file) as whole:
            whole.copy_to(out)
        print(out)
        return 0
    again.copy(file, out, words, as_it_went=as_it_went, only=exercise)
    print(out)
    return 0
