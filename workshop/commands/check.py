"""Says what is wrong in exercises and programmes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.words import Catalogue

if TYPE_CHECKING:
    import click


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Say what is wrong in exercises and programmes, with file and line.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """Folders of exercises, and files or folders of programmes."""
    import click

    return [click.Argument(["paths"], type=click.Path(path_type=Path), nargs=-1, required=True)]


def run(words: Catalogue, paths: tuple[Path, ...]) -> int:
    """Print what is wrong in exercises and in ready programmes, a line for each fault; 1 where there is any."""
    from workshop.catalog import programmes
    from workshop.catalog.check import check as faults_in
    from workshop.catalog.check import folders

    plans = {path: programmes.files(path) for path in paths}
    looked_at = [folder for path in paths if not plans[path] for folder in folders(path)]
    ready = [file for files in plans.values() for file in files]
    faults = [fault for folder in looked_at for fault in faults_in(folder)]
    faults += [fault for file in ready for fault in programmes.check(file)]
    for fault in faults:
        print(f"{fault.file}:{fault.line}:{fault.column}: {words.refusal(fault.says)}")
    if not faults and looked_at:
        print(words.many("{n} exercise, nothing wrong.", "{n} exercises, nothing wrong.", len(looked_at)))
    if not faults and ready:
        print(words.many("{n} programme, nothing wrong.", "{n} programmes, nothing wrong.", len(ready)))
    return 1 if faults else 0
