"""What several commands are given."""

from __future__ import annotations

from pathlib import Path

import click


def file() -> click.Argument:
    """A session's file."""
    return click.Argument(["file"], type=click.Path(path_type=Path))


def out(said: str) -> click.Option:
    """Where it is to be written."""
    return click.Option(["--out"], type=click.Path(path_type=Path), required=True, help=said)


def files() -> click.Argument:
    """Sessions' files, one at least."""
    return click.Argument(["files"], type=click.Path(path_type=Path), nargs=-1, required=True)
