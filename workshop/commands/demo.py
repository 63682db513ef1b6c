"""Plays the example session without windows."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.app import Verkstad
from workshop.model.refusal import Refusal
from workshop.words import Catalogue

if TYPE_CHECKING:
    import click

    from workshop.model.exercise import Step
    from workshop.screen.house import Opened

EXAMPLES = (
    "en-person-i-mitten",
    "isberget",
    "ledningsdialogen",
    "reta-motparten",
    "uppfoljning",
)  # what is played, in order


def said(words: Catalogue) -> str:
    """What it is for."""
    return words("Play the example session without windows and save its file, pictures and summary.")


def takes(words: Catalogue) -> list[click.Parameter]:
    """A folder to leave it all in."""
    from workshop.commands.given import out

    return [out(words("Folder to save it in."))]


def run(words: Catalogue, out: Path) -> int:
    """Play the example session through the real file, wall, desk and paper, and say what it left."""
    from workshop.model.exercise import in_language

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    import shutil

    from workshop.app.leaving import export
    from workshop.model.visible import Audience
    from workshop.screen.program import Desk
    from workshop.screen.render import wall_png

    session = out / "session.workshop"
    (out / "steps").mkdir(parents=True, exist_ok=True)
    left, desk = {session: None}, None  # in order, each once
    for opened, step in _play(session, EXAMPLES, words.language):
        desk = desk or Desk(Verkstad(), opened, words.language)
        text, now = in_language(opened.texts, words.language), opened.session.state
        draw = {"wall": partial(wall_png, now, opened.exercise, text, words), "desk": desk.png}
        for what, png in draw.items():
            name = opened.exercise.name
            picture, board = out / "steps" / f"{name}.{step.key}.{what}.png", out / f"{name}.{step.board}.{what}.png"
            png(picture)
            shutil.copyfile(picture, board)  # the last step that works on a board is the one that stays
            left |= {picture: None, board: None}
    if desk:
        desk.close()
    for kind in ("pdf", "json"):
        left[out / f"summary.{kind}"] = None
        export(session, kind, out / f"summary.{kind}", Audience.SHARED, words.language)
    for path in left:
        print(path)
    return 0


def _play(path: Path, names: Sequence[str], language: str) -> Iterator[tuple[Opened, Step]]:
    """The exercises' examples played into one new session file; yields the open session as each step is done."""
    import time

    from workshop.catalog import folder as exercises
    from workshop.look import EXERCISES
    from workshop.model.begin import cover
    from workshop.model.change import State
    from workshop.model.example import joined, play
    from workshop.model.exercise import in_language
    from workshop.model.session import Session
    from workshop.screen.house import Opened
    from workshop.store.session_file import SessionFile

    examples = {name: exercises.example(EXERCISES / name) for name in names}
    held = {name: exercises.load(EXERCISES / name) for name in names}
    about = dict(examples[names[0]]["cover"])
    _make_way(path, str(about["title"]))
    state = cover(**about, language=language).apply(State())
    file = SessionFile.create(path, state, {name: exercises.files(EXERCISES / name) for name in names})
    session = Session(file.state, file, time.monotonic)
    opened = Opened(session, path, held, False, file.close)
    try:
        for name, (exercise, texts) in held.items():
            session.do(joined(session.state, exercise, in_language(texts, language), examples[name]), "")
            for step in play(session, exercise, examples[name]):
                yield opened, step
    finally:
        file.close()


def _make_way(path: Path, title: str) -> None:
    """Take away what an earlier play left under this name; Refusal where another session lies there."""
    from workshop.app.opening import session_in
    from workshop.model.record import Cover

    if path.exists():
        with session_in(path) as (state, _):
            earlier = state.need("cover", Cover).title
        if earlier != title:
            raise Refusal("Another session lies in {path}. Choose another folder.", path=path)
        path.unlink()
