"""Writes what leaves the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.model.refusal import Refusal
from workshop.words import Catalogue

if TYPE_CHECKING:
    import click


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Write what is to leave a session: its report, its programme, or a file for other programs.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """A session's file, the kind of file to write and where, which paper it holds, and whom it is for."""
    import click

    from workshop.commands.given import file, out, password_from
    from workshop.model.visible import Audience
    from workshop.paper.kinds import FILES, PAPERS

    kinds = click.Choice([*FILES, "pages"])
    sheets = click.Choice(["A3", "A2", "A1"])
    which = click.Choice(list(PAPERS))
    whom = click.Choice([Audience.FULL.value, Audience.SHARED.value])
    left_out = words("“shared” leaves out what is private and the raw lists; “full” is the facilitator's own copy.")
    return [
        file(),
        click.Option(["--as", "kind"], type=kinds, required=True, help=words("Kind of file.")),
        out(words("File to write.")),
        click.Option(["--paper"], type=which, default="report", help=words("Which paper it holds.")),
        click.Option(["--board"], default="", help=words("Only this board, by its key; otherwise all.")),
        click.Option(["--sheet"], type=sheets, default="A3", help=words("How large posters are.")),
        click.Option(["--size"], default="1920x1080", help=words("Width and height of pictures, in pixels.")),
        click.Option(["--document"], type=whom, default=Audience.SHARED.value, help=left_out),
        click.Option(["--with", "let"], multiple=True, help=words("Put in a raw board by its key, or “memos”.")),
        click.Option(["--without"], multiple=True, help=words("Take out a board, “agreements”, “memos” or “tables”.")),
        click.Option(["--hide", "hidden"], multiple=True, help=words("Cover a word, such as a name or a number.")),
        click.Option(["--template"], type=click.Path(path_type=Path), help=words("Word file to take styles from.")),
        password_from(words),
    ]


def run(words: Catalogue, file: Path, kind: str, out: Path, size: str, document: str, **wanted: Any) -> int:
    """Write it, and say where it lies."""
    from workshop.app.leaving import export
    from workshop.model.choice import Choice
    from workshop.model.visible import Audience

    choice = Choice(frozenset(wanted.pop("let")), frozenset(wanted.pop("without")), wanted.pop("hidden"))
    wanted |= {"size": _pixels(size), "choice": choice if choice != Choice() else None}
    export(file, kind, out, Audience(document), words.language, **wanted)
    print(out)
    return 0


def _pixels(size: str) -> tuple[int, int]:
    """A size written as 1920x1080; Refusal where it is none."""
    wide, _, high = size.partition("x")
    if not (wide.isdecimal() and high.isdecimal()):
        raise Refusal("“{size}” is not a size. Write it as 1920x1080.", size=size)
    return int(wide), int(high)
