"""Lists the backups of a session, restores one into a copy, or brings in an archive."""

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
    return words("List the backups of a session, restore one into a new file, or bring in all that an archive holds.")


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

    if file.suffix.lower() == ".zip":
        return _bring_in(words, file)
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


def _bring_in(words: Catalogue, archive: Path) -> int:
    """Print where each file lies now, and tell of those that were left; 1 where there are any."""
    import sys

    from workshop.store.archive import bring_in
    from workshop.store.settings import home_folder

    left = 0
    for each in bring_in(archive, home_folder()):
        if each.path:
            print(each.path)
        elif each.why:
            left += 1
            print(f"{each.name}: {words.refusal(each.why)}", file=sys.stderr)
    return 1 if left else 0
