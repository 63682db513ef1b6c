"""Backs sessions up, or all that one has in one archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Back sessions up in Verkstad's own folder, or all sessions and programmes in one archive.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """Sessions' files, or an archive to write; `--why` is the program's own."""
    import click

    from workshop.commands.given import password_from
    from workshop.store.backups import ASKED, HOUR, IMPORT

    path = click.Path(path_type=Path)
    return [
        click.Argument(["files"], type=path, nargs=-1),
        click.Option(["--out"], type=path, help=words("The archive to write; everything goes into it.")),
        click.Option(["--why"], type=click.Choice([ASKED, HOUR, IMPORT]), default=ASKED, hidden=True),
        password_from(words),
    ]


def run(words: Catalogue, files: tuple[Path, ...], out: Path | None, why: str) -> int:
    """Back each of them up; one that hasn't changed since its latest backup has that one already."""
    import click

    from workshop.app.opening import tells
    from workshop.store.backups import keep, newest

    if bool(files) == bool(out):
        raise click.UsageError(words("Give the sessions to back up, or --out and the archive for all of them."))
    if out:
        _archive(out)
    for file in files:
        if made := keep(file, why, tells.get()(file)) or newest(file):
            print(made.path)
    return 0


def _archive(out: Path) -> None:
    from workshop.store.archive import write_archive
    from workshop.store.settings import home_folder

    for _ in write_archive(out, home_folder()):
        pass
    print(out)
