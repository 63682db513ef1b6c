"""Builds everything and ties it together; the only file that knows all the arms."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.look import EXERCISES, PROGRAMMES, RESOURCES
from workshop.model.refusal import Refusal
from workshop.store.settings import home_folder, settings
from workshop.words import LANGUAGES, Catalogue

# What the first paint does without is imported where it is used: together it takes longer than a bare window.
if TYPE_CHECKING:
    from types import TracebackType

    from workshop.model.change import State
    from workshop.model.exercise import Exercises, Told
    from workshop.model.session import Session
    from workshop.model.template import Template
    from workshop.model.visible import Audience
    from workshop.screen.house import Beginning, Job, OnShelf, Opened, Recent
    from workshop.store.library import Library
    from workshop.store.session_file import SessionFile

UNSEEN = ("offscreen", "minimal")  # Qt's platforms whose windows nobody sees


def language() -> str:
    """The language that was kept, or the computer's where the program speaks it, otherwise Swedish."""
    computer = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    kept = Verkstad().setting("language", "")
    return next((found for found in (kept, computer[:2]) if found in LANGUAGES), "sv")


class Verkstad:
    """Answers what the windows ask (screen/house.py), from the exercises' folders and the session files."""

    def __init__(self) -> None:
        self._files: dict[Session, SessionFile] = {}  # of the sessions that are open

    @cached_property
    def _library(self) -> Library:
        """Opened when it is first asked, so that it is not made where nobody needs it."""
        from workshop.store.library import Library

        return Library(home_folder())

    def shelf(self, language: str) -> list[OnShelf]:
        """The exercises that can be run; one that can't says so in place of what it is for."""
        from workshop.catalog import folder as exercises

        return [_on_shelf(name, found, Catalogue(language)) for name, found in exercises.shelf(EXERCISES)]

    def recent(self) -> list[Recent]:
        """Sessions worked with before, the latest first."""
        from workshop.screen.house import Recent

        return [Recent(r.path, r.title, r.group, r.exercise, r.saved, r.picture) for r in self._library.recent()]

    def begin(self, beginning: Beginning, language: str) -> Opened:
        """A new session in the library folder, with its exercise begun."""
        from workshop.catalog import folder as exercises
        from workshop.model import begin
        from workshop.model.change import State
        from workshop.model.exercise import in_language
        from workshop.model.session import InMemory, Session
        from workshop.store.session_file import SessionFile

        exercise, texts = exercises.load(EXERCISES / beginning.exercise)
        session = Session(State(), InMemory(), time.monotonic)
        cover = (beginning.title, beginning.group, beginning.place, beginning.date, language)
        session.do(begin.cover(*cover), "")
        parties = [("", name, mark) for name, mark in beginning.parties]
        session.do(begin.take_up(session.state, exercise, in_language(texts, language), parties), "")
        if beginning.programme:
            self._lay_out(session, beginning, language)
        path = self._library.fresh_path(beginning.title, beginning.date)
        copies = {exercise.name: exercises.files(EXERCISES / beginning.exercise)}
        SessionFile.create(path, session.state, copies).close()
        return self.open(path)

    def _lay_out(self, session: Session, beginning: Beginning, language: str) -> None:
        """A ready programme in a session that has begun with the first of its exercises."""
        from workshop.model import template
        from workshop.model.record import Run

        found = next((ready for ready in self.programmes() if ready.name == beginning.programme), None)
        if found is None:
            raise Refusal("The programme “{name}” is not there any more. Choose another one.", name=beginning.programme)
        session.do(template.use(session.state, found, language), "")
        session.do(template.held_by(session.state, session.state.all(Run)[0]), "")

    def programmes(self) -> list[Template]:
        """The ready programmes, and the person's own."""
        from workshop.catalog import programmes
        from workshop.store.programmes import own_folder

        return list(programmes.ready(PROGRAMMES, own_folder(home_folder())))

    def keep_programme(self, opened: Opened, title: str, language: str) -> None:
        """Keep a session's programme among the person's own, to begin from another time."""
        from workshop.model.template import as_toml
        from workshop.store.programmes import fresh_name, keep

        self._file(opened)  # a rehearsal keeps nothing
        taken = frozenset(ready.name for ready in self.programmes())
        name = fresh_name(home_folder(), title, taken)
        keep(home_folder(), name, as_toml(opened.session.state, name, title, language))

    def open(self, path: Path) -> Opened:
        """The session in a file."""
        from workshop.catalog import folder
        from workshop.model.session import Session
        from workshop.screen.house import Opened
        from workshop.store.session_file import SessionFile

        file = SessionFile.open(path)
        state = file.state
        try:
            exercises = exercises_in(file, state, path, partial(self._library.tables, folder.tables))
        except Refusal:
            file.close()
            raise
        session = Session(state, file, time.monotonic)
        self._files[session] = file
        opened = Opened(session, path, exercises, file.read_only, lambda: self._close(session))
        try:
            self._remember(opened, None)
            notice = file.notice
        except Refusal as no:  # a list that can't be kept is no reason not to work
            notice = file.notice or no
        opened.notice = Catalogue(language()).refusal(notice) if notice else ""
        return opened

    def _remember(self, opened: Opened, picture: bytes | None) -> None:
        from workshop.model.record import Cover

        cover = opened.session.state.need("cover", Cover)
        self._library.remember(opened.path, cover.title, cover.group, opened.exercise.name, picture)

    def _close(self, session: Session) -> None:
        if file := self._files.pop(session, None):
            file.close()

    def exercise(self, name: str) -> Told:
        """An exercise on the shelf and its texts."""
        from workshop.catalog import folder

        return folder.load(EXERCISES / name)

    def take_up(self, opened: Opened, name: str) -> None:
        """Have a session hold an exercise from the shelf; the one that it holds already stays as it was that day."""
        from workshop.catalog import folder

        if name not in opened.exercises:
            read = self.exercise(name)
            if file := self._files.get(opened.session):
                file.keep_exercise(name, folder.files(EXERCISES / name))
            opened.exercises[name] = read

    def rehearse(self, opened: Opened) -> Opened:
        """A copy in memory only: nothing that is done with it is kept anywhere."""
        from workshop.model.session import InMemory, Session
        from workshop.model.stage import rehearsed
        from workshop.screen.house import Opened

        session = Session(rehearsed(opened.session.state), InMemory(), time.monotonic)
        return Opened(session, opened.path, dict(opened.exercises), False, lambda: None)

    def _file(self, opened: Opened) -> SessionFile:
        """The file of a session; Refusal where it has none."""
        if opened.session not in self._files:
            raise Refusal("A rehearsal is not kept. Go back to the session first (Ctrl+R).")
        return self._files[opened.session]

    def save_copy(self, opened: Opened, path: Path) -> None:
        """The session's file copied whole to another place."""
        self._file(opened).copy_to(path)

    def keep_picture(self, opened: Opened, png: bytes) -> None:
        """Remember what the session looks like, for the home window."""
        from workshop.store.library import WALL

        file = self._file(opened)
        self._remember(opened, png)
        if not opened.read_only:
            file.set_picture(WALL, png)

    def start_summary(self, opened: Opened, path: Path, full: bool, language: str) -> Job:
        """Begin writing the PDF in a process of its own, so that the windows don't stutter."""
        return Summary(self._file(opened).path, path, "pdf", full, language)

    def start_programme(self, opened: Opened, path: Path, script: bool, language: str) -> Job:
        """Begin writing the programme or its script in a process of its own."""
        return Summary(self._file(opened).path, path, "script" if script else "programme", script, language)

    def setting(self, name: str, otherwise: str) -> str:
        """A choice kept between starts, such as the language."""
        return settings(home_folder()).get(name, otherwise)

    def set_setting(self, name: str, value: str) -> None:
        """Keep a choice."""
        self._library.set_setting(name, value)


def _on_shelf(name: str, found: Told | Refusal, words: Catalogue) -> OnShelf:
    from workshop.screen.house import OnShelf

    if isinstance(found, Refusal):
        return OnShelf(name, name, words.refusal(found), "", 0, (0, 0), (0, 0))
    exercise, texts = found
    from workshop.model.exercise import in_language

    text = in_language(texts, words.language)
    plan = (exercise.minutes, exercise.people, exercise.parties)
    return OnShelf(name, text.title, text.short, text.purpose, *plan)


def exercises_in(
    file: SessionFile, state: State, path: Path, read: Callable[[str], Mapping[str, Any]] | None = None
) -> dict[str, Told]:
    """The exercises that a session file holds copies of, by name; Refusal where its boards are not those exercises'.

    `read` is a quicker way to read a copy's tables, or None.
    """
    from workshop.catalog import folder
    from workshop.model.record import Board, Cover, Run, Stage

    held: dict[str, Told] = {}
    stage = state.get("stage", Stage)
    if stage is None or state.get(stage.run, Run) is None or state.get("cover", Cover) is None:
        raise Refusal("No session has begun in {path}. Choose another file.", path=path)
    for run in state.all(Run):
        if run.exercise not in held:
            texts = file.exercise(run.exercise)
            held[run.exercise] = folder.from_files(texts, str(path), read or folder.tables)
        exercise, _ = held[run.exercise]
        for step in exercise.steps:
            board = state.get(f"{run.id}:{step.board}", Board)
            if board is None or board.kind != exercise.board(step.board).kind:
                raise Refusal("The boards in {path} are not those of its exercise. Choose another file.", path=path)
    return held


class Summary:
    """A PDF being written by another process (see Job in screen/house.py)."""

    def __init__(self, session: Path, path: Path, kind: str, full: bool, language: str) -> None:
        import subprocess

        self._path = path
        command = [sys.executable, "-P", "-m", "workshop", "export", str(session), "--as", kind, "--out", str(path)]
        command += ["--document", "full" if full else "shared", "--language", language]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONPATH": str(RESOURCES.parent)},
        )

    def finished(self) -> bool:
        """Whether it is done; Refusal, in the other process's own words, where it failed."""
        status = self._process.poll()
        if status is None:
            return False
        said = self._process.communicate()[1].strip()
        if status:
            raise Refusal("The summary was not written. {why}", why=said.split("\n")[-1])
        return True

    def cancel(self) -> None:
        """Stop and leave nothing behind."""
        self._process.kill()
        self._process.communicate()
        self._path.with_name(f"{self._path.name}.part").unlink(missing_ok=True)


@contextmanager
def session_in(path: Path) -> Iterator[tuple[State, Exercises]]:
    """What a session file says, and its exercises, for reading only."""
    from workshop.store.session_file import SessionFile

    file = SessionFile.open(path, read_only=True)
    try:
        state = file.state
        yield state, exercises_in(file, state, path)
    finally:
        file.close()


def export(file: Path, kind: str, out: Path, audience: Audience, language: str) -> None:
    """Write a session's summary for an audience as pdf or json, or its programme or the script of it as a PDF."""
    from workshop.model.visible import Audience
    from workshop.paper.data import write_json
    from workshop.paper.pdf import write_summary
    from workshop.paper.programme import write_programme

    with session_in(file) as (state, exercises):
        if kind in ("programme", "script"):
            write_programme(out, state, language, Audience.FULL if kind == "script" else Audience.SHARED)
            return
        (write_summary if kind == "pdf" else write_json)(out, state, exercises, language, audience)


def windows(words: Catalogue, file: Path | None) -> int:
    """Open the windows, on a session's file or at home; Refusal where there is no screen.

    A file that can't be opened is told of in the terminal and at home, for who double-clicks it sees no terminal.
    """
    seen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in seen):
        raise Refusal("No screen was found. Without one, “workshop demo --out FOLDER” plays the example session.")
    gc.disable()  # the rest of the start makes thousands of lasting objects; program.show lets it work again
    house = Verkstad()
    opened, said = None, ""
    try:
        opened = house.open(file) if file else None
    except Refusal as no:
        if os.environ.get("QT_QPA_PLATFORM") in UNSEEN:
            raise
        said = words.refusal(no)
        print(said, file=sys.stderr)
    from workshop.screen import program

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it at once; all is saved already
    sys.excepthook = _survives(words, program.tell)
    return program.show(house, opened, words.language, said) or bool(said)


def _survives(words: Catalogue, tell: Callable[[str], None]) -> Callable[..., None]:
    """What happens to a fault in the program: a sentence on the screen, and a note of where in the code it was.

    The note holds nothing that anybody has written: neither the fault's own words nor any value.
    """

    def caught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        import traceback

        root = RESOURCES.parent
        places = [f"{_under(root, at.filename)}:{at.lineno} {at.name}" for at in traceback.extract_tb(trace)]
        note = home_folder() / "fault.txt"
        with suppress(OSError):
            note.write_text("\n".join([kind.__name__, *places, ""]), "utf-8")
        tell(
            words(
                "Something went wrong in the program. What is saved is safe, so you can go on. More in {note}",
                note=note,
            )
        )

    return caught


def _under(root: Path, file: str) -> str:
    """A code file's name without the folders above the program."""
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
