"""The library and the search in it, as the windows and the command line ask for them (screen/home/finding.py)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.app.beside import Beside
from workshop.look import EXERCISES
from workshop.model.refusal import Refusal
from workshop.model.sought import EXERCISE, GROUP, STATUS, Names, Sought, sought
from workshop.store import searching
from workshop.store.index import Index, stamp_of
from workshop.store.library import ToGo
from workshop.store.settings import home_folder
from workshop.store.sql import Problem
from workshop.words import LANGUAGES, N_

if TYPE_CHECKING:
    from workshop.model.hits import Hit, Listed
    from workshop.model.words import Words
    from workshop.store.index_reading import Titles
    from workshop.store.library import Library

# What sessions can be told apart by beside exercise, year and group: the key, its title, and ways to say it.
_STATUSES = (
    ("open", N_("Agreements still open"), (N_("open agreements"), N_("still open"))),
    ("working", N_("Working material"), (N_("Working material"),)),
    ("finished", N_("Finished document"), (N_("Finished document"), N_("finished"))),
    ("protected", N_("Protected"), (N_("protected"),)),
)


class Finding:
    """All sessions of one person, and what was written in them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._names: tuple[str, int, Names] | None = None
        self._all: tuple[tuple[int, int], list[int]] | None = None  # all sessions, as long as the index stays as it is

    @cached_property
    def index(self) -> Index:
        """What the sessions say, gathered."""
        return Index(home_folder())

    # The folders

    def folders(self) -> list[Path]:
        """Those whose sessions the library holds, its own first."""
        return self._library.folders()

    def add_folder(self, folder: Path) -> None:
        """Hold the sessions of one more folder."""
        self._library.add_folder(folder)

    def remove_folder(self, folder: Path) -> None:
        """Hold a folder's sessions no longer."""
        self._library.remove_folder(folder)

    # Bringing the index up to date

    def is_there(self) -> bool:
        """Whether the library has been gathered before."""
        return self.index.path.exists()

    def bring_up_to_date(self) -> Iterator[tuple[int, int]]:
        """Read what has changed, here and now; yields how much is done of how much."""
        from workshop.store.indexing import bring_up_to_date

        with _told():
            laid = {str(going.path.absolute()) for going in self._library.to_go("") if going.laid}
            yield from bring_up_to_date(self.index, self.folders(), titles, laid)

    def start(self) -> Beside:
        """Begin to read what has changed, in a process of its own."""
        return Beside("library", "update", fails=N_("The library was not brought up to date. {why}"))

    def work(self) -> tuple[int, int]:
        """How far that process has come: files read, and files to read."""
        with _told():
            return self.index.work()

    def forget(self, path: Path) -> None:
        """Leave nothing of a session in the index, nor in the index's file; it is read anew while it is there."""
        if self.is_there():
            try:
                self.index.forget(path)
            except (Problem, OSError) as problem:
                raise Refusal(
                    "What the search knows of {name} could not be deleted, as the library is being read just now. "
                    "Wait a moment, then do it again.",
                    name=path.stem,
                ) from problem

    # Asking

    def look(self, line: str, words: Words, language: str) -> tuple[Sought, list[int]]:
        """What a line looks for, and the numbers of the sessions that it finds, the newest first."""
        with _told():
            asked = sought(line, self.names(words, language))
            if not asked.words and not asked.filters:
                return asked, self._every(asked)
            found, edition = searching.sessions(self.index.connection, asked)
        if self._names and self._names[1] == edition:
            return asked, found
        self._names = None  # sessions have come or changed, and with them what is recognised in a line
        return self.look(line, words, language)

    def _every(self, nothing: Sought) -> list[int]:
        """The numbers of all sessions, which are many; read when the index has become another."""
        now = (searching.edition(self.index.connection), self.index.connection.total_changes)
        if self._all is None or self._all[0] != now:
            self._all = now, searching.sessions(self.index.connection, nothing)[0]
        return self._all[1]

    def listed(self, ids: Sequence[int]) -> list[Listed]:
        """Some sessions as the library lists them; those that are gone meanwhile are left out."""
        with _told():
            return searching.listed(self.index.connection, ids)

    def hits(self, ids: Sequence[int], asked: Sought) -> Mapping[int, list[Hit]]:
        """Where the words stand in some sessions, by number."""
        with _told():
            return searching.hits(self.index.connection, ids, asked)

    def to_go(self, today: str, also: Iterable[Path]) -> Iterator[ToGo]:
        """What the files say, as they are now, of sessions that are to be disposed of by today, and of some others."""
        if not self.is_there():
            return
        with _told():
            found = searching.to_go(self.index.connection, today, map(str, also))
        for path, title, day, stamp in found:
            with suppress(OSError):
                if stamp_of(Path(path)) == stamp:
                    yield ToGo(Path(path), title, day, False)

    def picture(self, path: Path) -> bytes | None:
        """What a session looked like when it was left, PNG; None where that isn't known or not to be seen."""
        from workshop.store.index_reading import picture_in

        return picture_in(path)

    def names(self, words: Words, language: str) -> Names:
        """What may be recognised in a line as a filter."""
        if self._names and self._names[0] == language:
            return self._names[2]
        now = searching.edition(self.index.connection)
        groups, exercises = searching.names(self.index.connection)
        found = [(STATUS, key, words(title), tuple(map(words, ways))) for key, title, ways in _STATUSES]
        found += [(GROUP, group, group, (group,)) for group in groups]
        found += [(EXERCISE, name, title, (title, name.replace("-", " "))) for name, title in exercises]
        found += [
            (EXERCISE, name, said, (said,)) for name in {name for name, _ in exercises} for said in _on_shelf(name)
        ]
        self._names = (language, now, Names(found, language))
        return self._names[2]


@cache
def _on_shelf(name: str) -> tuple[str, ...]:
    """What an exercise is called in each language, where it stands on the shelf."""
    from workshop.catalog.folder import read_text, text_name

    paths = (EXERCISES / name / text_name(language) for language in LANGUAGES)
    return tuple(title for path in paths if path.is_file() and (title := _titles(read_text(path))[0]))


def titles(texts: Mapping[str, str], language: str) -> Titles:
    """An exercise's title, those of its boards by key, and its ready cards, from its texts by file name."""
    from workshop.catalog.folder import text_name

    return _titles(texts.get(text_name(language)) or next(iter(texts.values()), ""))


@lru_cache(maxsize=64)
def _titles(text: str) -> Titles:
    from workshop.catalog.folder import tables
    from workshop.model.exercise import text_from

    try:
        told = text_from("", tables(text), "")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return "", {}, frozenset()
    boards = {key: board.title for key, board in told.boards.items()}
    return told.title, boards, frozenset(card for board in told.boards.values() for _, card in board.given)


@contextmanager
def _told() -> Iterator[None]:
    """An index that can't be used becomes a sentence."""
    try:
        yield
    except (Problem, OSError) as problem:
        raise Refusal(
            "The library could not be searched. See whether the disk is full; what is in the sessions is safe."
        ) from problem
