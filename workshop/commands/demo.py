"""Plays the ready retreat with the exercises' examples, or a year, without windows that anybody sees."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from workshop.look import RESOURCES
from workshop.model.refusal import Refusal
from workshop.words import Catalogue

if TYPE_CHECKING:
    import click

_DIED = (-9, signal.SIGTERM)  # how a process that was killed ends


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Play a retreat or a year without windows and save its files, its prints and pictures of each moment.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """A folder to leave it all in."""
    import click

    from workshop.commands.given import out

    return [
        out(words("Folder to save it in.")),
        click.Option(
            ["--story"],
            type=click.Choice(["retreat", "year"]),
            default="retreat",
            help=words("A retreat, or a process leader's year."),
        ),
        click.Option(["--until-killed"], is_flag=True, hidden=True),
    ]


def run(words: Catalogue, out: Path, story: str, until_killed: bool) -> int:
    """Play a story through the real files, walls, windows and papers, and say what it left."""
    from workshop.screen.played import platform

    with TemporaryDirectory() as folder:
        os.environ["QT_QPA_PLATFORM"] = platform(Path(folder))
        if story == "year":
            from workshop.commands.year import play as play_year

            play_year(out / "year", words.language, lambda path: print(path, flush=True))
            return 0
        session = out / "session.workshop"
        if until_killed:
            from workshop.commands.retreat import until_killed as play

            play(session, out, words.language, lambda path: print(path, flush=True))
            return 1
        return _play(session, out, words)


def _play(session: Path, out: Path, words: Catalogue) -> int:
    from workshop.app.leaving import export
    from workshop.commands.retreat import after_the_kill
    from workshop.model.visible import Audience

    for folder in ("steps", "retreat"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    _make_way(session)
    left = {session: None}  # in order, each once
    first = _first_half(out, words.language)
    for line in first.stdout or ():
        left[Path(line.rstrip("\n"))] = None
    if first.wait() not in _DIED:
        return 1  # it has said why itself
    moments = [path for path in left if path.parent.name == "retreat" and path.name.endswith(".desk.png")]
    after_the_kill(session, out, words.language, lambda path: left.setdefault(path), len(moments) + 1)
    for name, (paper, audience) in {
        "summary.pdf": ("report", Audience.SHARED),
        "summary.json": ("report", Audience.SHARED),
        "programme.pdf": ("programme", Audience.SHARED),
        "script.pdf": ("programme", Audience.FULL),
        "full.pdf": ("report", Audience.FULL),
        **{f"{paper}.pdf": (paper, Audience.SHARED) for paper in ("one-page", "agreements", "assignment", "posters")},
        **{f"summary.{kind}": ("report", Audience.SHARED) for kind in ("docx", "html", "md", "ics")},
    }.items():
        export(session, Path(name).suffix[1:], out / name, audience, words.language, paper=paper)
        left[out / name] = None
    left |= dict.fromkeys(_documents(session, out / "documents", words.language))
    for path in left:
        print(path)
    return 0


def _documents(session: Path, folder: Path, language: str) -> Iterator[Path]:
    """Everything that can leave the session, as it is shared: each paper as a PDF, and each kind of file."""
    from workshop.app.leaving import export
    from workshop.model.visible import Audience
    from workshop.paper.kinds import FILES, PAPERS

    folder.mkdir(exist_ok=True)
    wanted = [(f"{paper}.pdf", "pdf", paper) for paper in PAPERS]
    wanted += [
        (f"{kind}.{f.ending}" if f.ending else kind, kind, "report") for kind, f in FILES.items() if kind != "pdf"
    ]
    for name, kind, paper in wanted:
        export(session, kind, folder / name, Audience.SHARED, language, paper=paper)
        yield from sorted((folder / name).iterdir()) if (folder / name).is_dir() else (folder / name,)


def _first_half(out: Path, language: str) -> subprocess.Popen[str]:
    """The process that is killed; it prints what it leaves, a file on each line."""
    command = [sys.executable, "-P", "-m", "workshop", "demo", "--out", str(out), "--language", language]
    return subprocess.Popen(
        [*command, "--until-killed"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(RESOURCES.parent)},
    )


def _make_way(path: Path) -> None:
    """Take away what an earlier play left under this name; Refusal where another session lies there."""
    from workshop.app.opening import session_in
    from workshop.commands.retreat import about
    from workshop.model.record import Cover

    if path.exists():
        with session_in(path) as (state, _):
            earlier = state.need("cover", Cover).title
        if earlier != about()["title"]:
            raise Refusal("Another session lies in {path}. Choose another folder.", path=path)
        path.unlink()
