"""The command line: `workshop` opens the windows; its other words serve scripts, tests and machines without screen."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop import app
from workshop.model.refusal import Refusal
from workshop.words import LANGUAGES, Catalogue

if TYPE_CHECKING:
    import click

COMMANDS = (  # each a file of its own in commands/
    "demo",
    "export",
    "import",
    "show",
    "check",
    "library",
    "search",
    "backup",
    "restore",
    "repair",
    "copy",
    "compare",
    "package",
    "dispose",
)


def main(given: list[str] | None = None) -> int:
    """Do what the command line asks; 0 where it was done, 1 where it can't be, 2 where it was asked wrongly."""
    asked = sys.argv[1:] if given is None else given
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not asked or (len(asked) == 1 and _means_file(asked[0])):
        return _spoken(app.windows)(file=Path(asked[0]) if asked else None)
    import click

    try:
        return _commands().main(asked, prog_name="workshop", standalone_mode=False) or 0
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code


def _means_file(word: str) -> bool:
    """Whether a word alone means a session to open, be it there or not; otherwise it is a command or a mistake."""
    return word not in COMMANDS and not word.startswith("-") and ("." in word or Path(word).exists())


def _spoken(work: Callable[..., int]) -> Callable[..., int]:
    """Work that is given the words of a language, and that says no in one sentence."""

    def run(language: str | None = None, **values: Any) -> int:
        words = Catalogue(language or app.language())
        try:
            return work(words, **values)
        except Refusal as no:
            print(words.refusal(no), file=sys.stderr)
        except BrokenPipeError:  # whoever read has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as no:
            print(words.refusal(_plainly(no)), file=sys.stderr)
        return 1

    return run


def _plainly(no: OSError) -> Refusal:
    """What the computer would not do, in a sentence."""
    said = {"name": no.filename or "", "why": no.strerror or str(no)}
    if isinstance(no, FileNotFoundError):
        return Refusal("“{name}” is not there. Check how it is spelled.", **said)
    if isinstance(no, (IsADirectoryError, NotADirectoryError, FileExistsError)):
        return Refusal("“{name}” is in the way: a file is where a folder should be, or the other way round.", **said)
    if isinstance(no, PermissionError):
        return Refusal("“{name}” may not be read or written by you. Choose another place.", **said)
    if no.errno == errno.ENOSPC:
        return Refusal("The disk is full. Make room and do it again.", **said)
    return Refusal("The computer could not do it ({why}). {name}", **said)


def _commands() -> click.Group:
    """The commands as click knows them."""
    import click

    words = Catalogue(app.language())
    language = click.Option(["--language"], type=click.Choice(LANGUAGES), help=words("Language of what is written."))
    commands = []
    for name in COMMANDS:
        command = import_module(f"workshop.commands.{name}")
        given = [*command.takes(words), language]
        commands.append(click.Command(name, callback=_spoken(command.run), params=given, help=command.said(words)))
    usage = words("Without a command, or with a session's file alone, Verkstad opens its windows.")
    return click.Group("workshop", commands=commands, help=usage)


if __name__ == "__main__":
    sys.exit(main())
