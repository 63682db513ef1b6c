"""Papers and files, as the windows ask for them (screen/papers/asked.py): written by a process of their own."""

from __future__ import annotations

import io
import pickle
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.app.beside import Beside
from workshop.model.refusal import Refusal
from workshop.store.own import place
from workshop.words import N_

if TYPE_CHECKING:
    from workshop.model.badge import Badge
    from workshop.model.picture import Picture
    from workshop.screen.job import Job
    from workshop.screen.opened import Opened
    from workshop.screen.papers.asked import Asked, Offered
    from workshop.store.session_file import SessionFile


class Papers:
    """Writes what leaves the sessions; `file_of` is the file of one that is open, or a Refusal."""

    def __init__(self, file_of: Callable[[Opened], SessionFile]) -> None:
        self._file_of = file_of

    def papers(self) -> list[Offered]:
        """The papers that there are."""
        from workshop.paper.kinds import PAPERS
        from workshop.screen.papers.asked import Offered

        return [Offered(name, paper.title) for name, paper in PAPERS.items()]

    def kinds(self) -> list[Offered]:
        """The kinds of file that there are."""
        from workshop.paper.kinds import FILES
        from workshop.screen.papers.asked import Offered

        return [Offered(name, file.title, file.ending, file.papers) for name, file in FILES.items()]

    def write(self, opened: Opened, asked: Asked, path: Path, language: str) -> Job:
        """Begin writing beside the program."""
        file, fails = self._file_of(opened), N_("It was not written. {why}")
        command = ("export", file.path, "--as", asked.kind, "--out", path)
        return Beside(*command, *_said(asked, language), fails=fails, leaves=path, password=file.password)

    def write_blank(self, exercise: str, asked: Asked, path: Path, language: str) -> Job:
        """Begin writing a paper of an exercise on the shelf, beside the program."""
        command = ("export", place(exercise), "--as", asked.kind, "--out", path)
        return Beside(*command, *_said(asked, language), fails=N_("It was not written. {why}"), leaves=path)

    def mark(self) -> str:
        """Whose mark papers have; "" where they have none. Refusal where it can't be read."""
        from workshop.app.mark import mark

        found = mark()
        return (found.name or "–") if found else ""

    def choose_mark(self, path: Path | None) -> None:
        """Have papers the mark of a file or a picture from now on, or none. Refusal where it is no such file."""
        from workshop.app.mark import choose

        choose(path)

    def pages(self, opened: Opened, asked: Asked, language: str) -> Pages:
        """Begin laying out the pages beside the program; those of a protected session are not, see the refusal."""
        file = self._file_of(opened)
        if file.protected:
            raise Refusal(
                "Pages that are looked at would lie unprotected on the disk meanwhile. Save the paper instead."
            )
        return Pages(file, asked, language)


def _said(asked: Asked, language: str) -> Iterator[str | Path]:
    """What is asked, as the command line takes it."""
    choice = asked.choice
    yield from ("--paper", asked.paper, "--sheet", asked.sheet, "--language", language)
    yield from ("--document", "full" if asked.full else "shared")
    for option, values in (("--with", choice.let), ("--without", choice.without), ("--hide", choice.hidden)):
        for value in values:
            yield from (option, value)
    if asked.template:
        yield from ("--template", asked.template)


class Pages:
    """Pages being laid out by another process, which leaves them in a folder that only this person may read."""

    def __init__(self, session: SessionFile, asked: Asked, language: str) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="verkstad-pages-"))
        self._file = self._folder / "pages"
        command = ("export", session.path, "--as", "pages", "--out", self._file, *_said(asked, language))
        self._work = Beside(*command, fails=N_("{why}"))
        self._places: list[int] = []
        self._pages, self._first = io.BytesIO(), 0

    def finished(self) -> bool:
        """Whether they are there; Refusal where they can't be. What was laid out is then kept nowhere but here."""
        if not self._work.finished():
            return False
        if not self._places:
            self._pages = io.BytesIO(self._file.read_bytes())
            self._places = pickle.load(self._pages)
            self._first = self._pages.tell()
            shutil.rmtree(self._folder, ignore_errors=True)
        return True

    def count(self) -> int:
        """How many pages there are."""
        return len(self._places)

    def page(self, number: int) -> tuple[Picture, tuple[Badge, ...]]:
        """One of the pages, counted from 0, and the organisation's mark on it."""
        self._pages.seek(self._first + self._places[number])
        return pickle.load(self._pages)

    def cancel(self) -> None:
        """Stop, and leave nothing behind."""
        self._work.cancel()
        shutil.rmtree(self._folder, ignore_errors=True)
