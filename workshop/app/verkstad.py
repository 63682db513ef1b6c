"""Answers what the windows ask, from the exercises' folders and the session files."""

from __future__ import annotations

import os
import time
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.look import EXERCISES, PROGRAMMES
from workshop.model.refusal import Elsewhere, Refusal
from workshop.store.own import own_folder, place
from workshop.store.settings import home_folder, settings
from workshop.words import LANGUAGES, N_, Catalogue

# What the first paint does without is imported where it is used: together it takes longer than a bare window.
if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.app.again import Again
    from workshop.app.backups import Backups
    from workshop.app.finding import Finding
    from workshop.app.keeping import Keeping
    from workshop.app.papers import Papers
    from workshop.app.printing import Printing
    from workshop.model.exercise import Told
    from workshop.model.session import Session
    from workshop.model.template import Template
    from workshop.screen.house import Beginning, OnShelf, Recent
    from workshop.screen.job import Meanwhile
    from workshop.screen.opened import Opened
    from workshop.store.library import Library
    from workshop.store.session_file import SessionFile

_SHUT = N_("The session is frozen for reading. It is thawed under “Keep and dispose”.")


def language() -> str:
    """The language that was kept, or the computer's where the program speaks it, otherwise Swedish."""
    computer = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    kept = Verkstad().setting("language", "")
    return next((found for found in (kept, computer[:2]) if found in LANGUAGES), "sv")


class Verkstad:
    """Answers what the windows ask (screen/house.py), from the exercises' folders and the session files."""

    def __init__(self) -> None:
        self._files: dict[Session, SessionFile] = {}  # of the sessions that are open
        self.told: dict[Path, str] = {}  # passwords of others, for as long as something is done with them
        self.meanwhile: Meanwhile | None = None

    @cached_property
    def _library(self) -> Library:
        """Opened when it is first asked, so that it is not made where nobody needs it."""
        from workshop.store.library import Library

        return Library(home_folder())

    @property
    def backups(self) -> Backups:
        """Backups of sessions."""
        from workshop.app.backups import Backups

        return Backups(self._library, self._password)

    def _password(self, path: Path) -> str:
        """The password that an open session's file was opened with, or that was told; "" where there is none."""
        held = (file.password for file in self._files.values() if file.path == path)
        return next(held, "") or self.told.get(path, "")

    @property
    def papers(self) -> Papers:
        """What leaves the sessions."""
        from workshop.app.papers import Papers

        return Papers(self._file)

    @cached_property
    def _finding(self) -> Finding:
        """One for all, as the index is held open."""
        from workshop.app.finding import Finding

        return Finding(self._library)

    @property
    def finding(self) -> Finding:
        """The library, and the search in it."""
        return self._finding

    @property
    def again(self) -> Again:
        """Sessions used again."""
        from workshop.app.again import Again

        self._tell()
        return Again(self, self._library)

    def _tell(self) -> None:
        """Let what is done with sessions know the passwords of those that are open, and how one waits for them."""
        from workshop.app.opening import tells, waits

        tells.set(self._password)
        waits.set(self.meanwhile)

    @property
    def printing(self) -> Printing:
        """What can be printed of a session."""
        from workshop.app.printing import Printing

        return Printing()

    def shelf(self, language: str) -> list[OnShelf]:
        """The exercises that can be run, the person's own last; one that can't says so in place of what it is for."""
        from workshop.catalog import folder as exercises

        found = [(name, told, False) for name, told in exercises.shelf(EXERCISES)]
        if own_folder().is_dir():
            taken = {name for name, _, _ in found}
            found += [(name, told, True) for name, told in exercises.shelf(own_folder()) if name not in taken]
        return [_on_shelf(name, told, Catalogue(language), mine) for name, told, mine in found]

    def recent(self) -> list[Recent]:
        """Sessions worked with before, the latest first."""
        from workshop.screen.house import Recent

        found = self._library.recent()
        return [Recent(r.path, r.title, r.group, r.exercise, r.saved, r.picture, r.protected) for r in found]

    def begin(self, beginning: Beginning, language: str) -> Opened:
        """A new session in the library folder, with its exercise begun."""
        from workshop.catalog import folder as exercises
        from workshop.model import begin
        from workshop.model.change import State
        from workshop.model.exercise import in_language
        from workshop.model.session import InMemory, Session
        from workshop.store.session_file import SessionFile

        exercise, texts = exercises.load(place(beginning.exercise))
        session = Session(State(), InMemory(), time.monotonic)
        cover = (beginning.title, beginning.group, beginning.place, beginning.date, language)
        session.do(begin.cover(*cover), "")
        parties = [("", name, mark) for name, mark in beginning.parties]
        session.do(begin.take_up(session.state, exercise, in_language(texts, language), parties), "")
        if beginning.programme:
            self._lay_out(session, beginning, language)
        path = self._library.fresh_path(beginning.title, beginning.date)
        copies = {exercise.name: exercises.files(place(beginning.exercise))}
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

    def keep_programme(self, opened: Opened, title: str, language: str, as_it_went: bool = False) -> None:
        """Keep a session's programme among the person's own, with its times as planned or as they became."""
        from workshop.model.template import as_toml
        from workshop.store.programmes import fresh_name, keep

        self._file(opened)  # a rehearsal keeps nothing
        taken = frozenset(ready.name for ready in self.programmes())
        name = fresh_name(home_folder(), title, taken)
        keep(home_folder(), name, as_toml(opened.session.state, name, title, language, as_it_went))

    @property
    def keeping(self) -> Keeping:
        """How sessions are kept to those they concern."""
        from workshop.app.keeping import Keeping

        self._tell()
        return Keeping(self._library, self.finding, self._file, self._remember)

    def open(self, path: Path, password: str = "") -> Opened:
        """The session in a file, or taken in from a JSON file; Protected where it has another password."""
        from workshop.app.opening import exercises_in, wait_for
        from workshop.catalog import folder
        from workshop.model.filing import filing_of
        from workshop.model.session import Session
        from workshop.screen.opened import Opened
        from workshop.store.one_writer import knock
        from workshop.store.opening import IN_USE
        from workshop.store.session_file import SessionFile

        if path.suffix.lower() == ".json":
            from workshop.app.taking_in import into_library

            path = into_library(self._library, path)

        def opens() -> SessionFile:
            file = SessionFile.open(path, password=password)
            if file.notice and file.notice.msgid == IN_USE and knock(path):
                file.close()
                raise Elsewhere(N_("{file} is open in another window, which has come to the front."), file=path.name)
            return file

        self._tell()
        file = wait_for(opens, SessionFile.close)
        state = file.state
        if shut := filing_of(state).shut and not file.read_only:
            file.shut()
        try:
            kept = None if file.protected else partial(self._library.tables, folder.tables)
            exercises = exercises_in(file, state, path, kept)
        except Refusal:
            file.close()
            raise
        session = Session(state, file, time.monotonic)
        self._files[session] = file
        opened = Opened(session, path, exercises, file.read_only, lambda: self._close(session))
        opened.protected = file.protected
        try:
            self._library.take_back([path])  # what is worked with again is not to go
            self._remember(opened, None)
            notice = file.notice or (Refusal(_SHUT) if shut else None)
        except Refusal as no:  # a list that can't be kept is no reason not to work
            notice = file.notice or no
        opened.notice = Catalogue(language()).refusal(notice) if notice else ""
        return opened

    def _remember(self, opened: Opened, picture: bytes | None) -> None:
        from workshop.model.filing import filing_of
        from workshop.model.record import Cover

        disposal = filing_of(opened.session.state).disposal
        if opened.protected:
            self._library.remember_protected(opened.path, disposal)
            return
        cover = opened.session.state.need("cover", Cover)
        self._library.remember(opened.path, cover.title, cover.group, opened.exercise.name, picture, disposal)

    def _close(self, session: Session) -> None:
        if file := self._files.pop(session, None):
            file.close()

    def exercise(self, name: str) -> Told:
        """An exercise on the shelf and its texts."""
        from workshop.catalog import folder

        return folder.load(place(name))

    def take_up(self, opened: Opened, name: str) -> None:
        """Have a session hold an exercise from the shelf; the one that it holds already stays as it was that day."""
        from workshop.catalog import folder

        if name not in opened.exercises:
            self.hold(opened, name, self.exercise(name), folder.files(place(name)))

    def hold(self, opened: Opened, name: str, told: Told, texts: Mapping[str, str]) -> None:
        """Have a session hold an exercise, whose texts by file name are kept with it."""
        if file := self._files.get(opened.session):
            file.keep_exercise(name, texts)
        opened.exercises[name] = told

    def rehearse(self, opened: Opened) -> Opened:
        """A copy in memory only: nothing that is done with it is kept anywhere."""
        from workshop.model.session import InMemory, Session
        from workshop.model.stage import rehearsed
        from workshop.screen.opened import Opened

        session = Session(rehearsed(opened.session.state), InMemory(), time.monotonic)
        copy = Opened(session, opened.path, dict(opened.exercises), False, lambda: None)
        copy.protected = opened.protected
        return copy

    def _file(self, opened: Opened) -> SessionFile:
        """The file of a session; Refusal where it has none."""
        if opened.session not in self._files:
            raise Refusal("A rehearsal is not kept. Go back to the session first (Ctrl+R).")
        return self._files[opened.session]

    def save_copy(self, opened: Opened, path: Path, names: bool = True) -> None:
        """The session's file copied whole to another place, or without the real names behind its aliases."""
        from workshop.app.opening import wait_for
        from workshop.model.visible import elsewhere

        file, state = self._file(opened), None if names else elsewhere(opened.session.state)
        self._tell()
        wait_for(lambda: file.copy_to(path, state))

    def keep_picture(self, opened: Opened, png: bytes) -> None:
        """Remember what the session looks like, for the home window."""
        from workshop.store.library import WALL

        file = self._file(opened)
        self._remember(opened, png)
        if not opened.read_only:
            file.set_picture(WALL, png)

    def setting(self, name: str, otherwise: str) -> str:
        """A choice kept between starts, such as the language."""
        return settings(home_folder()).get(name, otherwise)

    def set_setting(self, name: str, value: str) -> None:
        """Keep a choice."""
        self._library.set_setting(name, value)


def _on_shelf(name: str, found: Told | Refusal, words: Catalogue, own: bool) -> OnShelf:
    from workshop.screen.house import OnShelf

    if isinstance(found, Refusal):
        return OnShelf(name, name, words.refusal(found), "", 0, (0, 0), (0, 0), own)
    exercise, texts = found
    from workshop.model.exercise import in_language

    text = in_language(texts, words.language)
    plan = (exercise.minutes, exercise.people, exercise.parties)
    return OnShelf(name, text.title, text.short, text.purpose, *plan, own)
