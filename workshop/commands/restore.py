"""Lists the backups of a session, and restores one into a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.model.refusal import Refusal
from workshop.words import Catalogue

if TYPE_CHECKING:
    import click

    from workshop.store.backups import Kept


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("List the backups of a session, or restore one into a new file; the session itself is not touched.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """A session's file, the copy to write, and which backup."""
    import click

    from workshop.commands.given import file

    path = click.Path(path_type=Path)
    return [
        file(),
        click.Option(["--out"], type=path, help=words("File to write the copy to; without it the backups are listed.")),
        click.Option(["--backup"], type=path, help=words("The backup to restore; otherwise the latest whole one.")),
    ]


def _line(words: Catalogue, backup: Kept) -> str:
    from workshop.model.backup import contents

    what = contents(backup.cards, backup.agreements, words) if backup.is_whole() else words("damaged")
    return f"{backup.at[:16].replace('T', ' ')}  {what}  {backup.path}"


def run(words: Catalogue, file: Path, out: Path | None, backup: Path | None) -> int:
    """Print what there is, the latest first, or write the copy and say where it lies."""
    from workshop.store.backups import kept, restore

    found = kept(file)
    if out is None:
        for each in found:
            print(_line(words, each))
    if not found:
        raise Refusal("There is no backup of {file}.", file=file.name)
    if out is None:
        return 0
    if backup is None:
        chosen = next((each for each in found if each.is_whole()), None)
    else:
        chosen = next((each for each in found if each.path == backup.absolute()), None)
    if chosen is None:
        raise Refusal("There is no whole backup of {file} by that name. List them first.", file=file.name)
    restore(chosen, out)
    print(out)
    return 0
