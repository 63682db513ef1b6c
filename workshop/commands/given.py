"""What several commands are given."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click

from workshop.model.refusal import Refusal
from workshop.words import Catalogue


def file() -> click.Argument:
    """A session's file."""
    return click.Argument(["file"], type=click.Path(path_type=Path))


def out(said: str) -> click.Option:
    """Where it is to be written."""
    return click.Option(["--out"], type=click.Path(path_type=Path), required=True, help=said)


def password_from(words: Catalogue) -> click.Option:
    """Where the password of a protected session is read; it never stands on the command line, which others may see."""
    from workshop.app.opening import tells

    said = words(
        "File with the session's password, or with a line for each of several; - reads it from what comes in. "
        "Without it you are asked."
    )

    def told(_context: click.Context, _option: click.Parameter, source: str) -> None:
        lines = _lines(source)
        tells.set(cache(lambda file: _password_of(file, lines, words)))

    return click.Option(["--password-from"], default="", help=said, expose_value=False, callback=told)


def _lines(source: str) -> Iterator[str]:
    """The passwords that a source tells, the last of them for all that follow; read when the first is wanted."""
    if source:
        said = sys.stdin.read() if source == "-" else Path(source).read_text("utf-8-sig")
        *earlier, last = [line.removesuffix("\r") for line in said.removesuffix("\n").split("\n")]
        yield from earlier
        while True:
            yield last


def _password_of(file: Path, lines: Iterator[str], words: Catalogue) -> str:
    """A session's password, read or asked for where it has one; "" where it has none."""
    from workshop.store.protection import is_protected

    if not is_protected(file):
        return ""
    if (told := next(lines, None)) is not None:
        return told
    if not sys.stdin.isatty():
        raise Refusal("{file} has a password. Give it with --password-from FILE.", file=file.name)
    return click.prompt(words("Password of {file}", file=file.name), hide_input=True, err=True)
