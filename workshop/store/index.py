"""The library's index: what the sessions' files say, gathered so that it is found at once; losing it loses nothing."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from workshop.model.hits import Place
from workshop.model.record import Id
from workshop.model.stems import stem_of
from workshop.model.value import valueclass
from workshop.model.written import composed, lower, words_of
from workshop.store.faults import kind_of_problem
from workshop.store.sql import Connection, Problem, connect

FILE = "index.db"
_EDITION = 2  # another one, and the index is made anew
BREAK = "\ue000"  # stands between pieces; it counts as a word, so that no phrase reaches from one into the next
_A_DAY = 1_000_000  # numbers: a session's is its day's times this, so that the newest session has the highest one
BETWEEN = f" {BREAK} "
_WORD_OR_BREAK = re.compile(rf"\w+|{BREAK}")
_REMEMBERED = 20_000  # words whose stems are kept at hand
_TELLS = 3  # letters of a word by which one would know it
_EPOCH = datetime.date(1970, 1, 1)

# One row of words for each session: what was said, the same with stems for words, and whose the pieces are.
_TABLES = f"""
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, changed INTEGER NOT NULL, size INTEGER NOT NULL,
  title TEXT NOT NULL, team TEXT NOT NULL, date TEXT NOT NULL, exercises TEXT NOT NULL,
  agreed INTEGER NOT NULL, open INTEGER NOT NULL, status TEXT NOT NULL, shut TEXT NOT NULL,
  disposal TEXT NOT NULL
);
CREATE INDEX teams ON sessions (team);
CREATE INDEX exercises ON sessions (exercises);
CREATE INDEX disposals ON sessions (disposal) WHERE disposal <> '';
CREATE VIRTUAL TABLE words USING fts5 (
  said, stems, places UNINDEXED, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
CREATE TABLE work (done INTEGER NOT NULL, whole INTEGER NOT NULL);
INSERT INTO work VALUES (0, 0);
PRAGMA user_version = {_EDITION};
"""


@valueclass
class Stamp:
    """By which one sees whether a file is as it was: when it was changed (nanoseconds), and its size in bytes."""

    changed: int
    size: int


@valueclass
class Entry:
    """What the index holds of a session. `exercises` are (name, title); `pieces` what was written, record by record.

    `status` and `disposal` (a day, ISO, or empty) are those of its filing. `shut` is "", "protected" or "unreadable",
    and of these two nothing but the file's name is known.
    """

    title: str
    team: str = ""
    date: str = ""
    exercises: tuple[tuple[str, str], ...] = ()
    agreed: int = 0
    open: int = 0
    status: str = ""
    shut: str = ""
    language: str = "sv"
    pieces: tuple[tuple[Id, Place, str], ...] = ()
    disposal: str = ""


@valueclass
class Ready:
    """A session as the tables keep it, but for its number: its path, the rest of its row, its day, its words' row."""

    path: str
    row: tuple[str | int, ...]
    day: int
    words: tuple[str, str, str]


class Index:
    """The index of one person's library; opened when it is first asked, and made anew where it can't be read."""

    def __init__(self, home: Path) -> None:
        self.path = home / FILE
        self._connection: Connection | None = None
        self._gone: set[str] = set()  # words of rows that were taken away, until it is seen that none is left

    @property
    def connection(self) -> Connection:
        """The open database."""
        if self._connection is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = _opened(self.path)
            except Problem as problem:
                if kind_of_problem(problem) not in ("NOTADB", "CORRUPT", "ERROR"):
                    raise
                self.clear()
                self._connection = _opened(self.path)
        return self._connection

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def clear(self) -> None:
        """Take the whole index away."""
        self.close()
        for beside in ("", "-wal", "-shm"):
            self.path.with_name(f"{FILE}{beside}").unlink(missing_ok=True)

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all that is put and forgotten in it, or nothing."""
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(Problem):
                connection.rollback()
            raise
        if self._gone:
            if _is_left(connection, self._gone):
                _write_anew(connection)
            if not self.settle():  # what is gone stands in what was written beside the file, too
                raise Problem("another program is reading the index")
        self._gone.clear()

    def settle(self) -> bool:
        """Have all lie in the file itself, and nothing beside it; False where somebody is reading just then."""
        return not self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]

    def stamps(self) -> dict[str, Stamp]:
        """The files that the index knows, each as it was when it was read."""
        rows = self.connection.execute("SELECT path, changed, size FROM sessions")
        return {path: Stamp(changed, size) for path, changed, size in rows}

    def work(self) -> tuple[int, int]:
        """How many files have been read of those that are to be, while the index is brought up to date."""
        return self.connection.execute("SELECT done, whole FROM work").fetchone()

    def put(self, ready: Ready) -> None:
        """Keep what a session says, in the place of what it said before."""
        with self.writing() as connection:
            self._remove(connection, ready.path)
            id = _fresh_id(connection, ready.day)
            row = (id, ready.path, *ready.row)
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            connection.execute("INSERT INTO words (rowid, said, stems, places) VALUES (?, ?, ?, ?)", (id, *ready.words))

    def forget(self, path: Path) -> None:
        """Leave nothing of a session in the index, nor of its words in the index's file."""
        with self.writing() as connection:
            self._remove(connection, str(path))

    def _remove(self, connection: Connection, path: str) -> None:
        found = connection.execute("SELECT id FROM sessions WHERE path = ?", (path,)).fetchone()
        if found:
            for said in connection.execute("SELECT said, stems FROM words WHERE rowid = ?", found).fetchone():
                self._gone.update(word for word, _, _ in words_of(said))
            connection.execute("DELETE FROM words WHERE rowid = ?", found)
            connection.execute("DELETE FROM sessions WHERE id = ?", found)


def _opened(path: Path) -> Connection:
    connection = connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")  # so that nobody who searches waits for whoever reads files in
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != _EDITION:
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                connection.close()
                path.unlink()
                return _opened(path)
            connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT;")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def ready(path: Path, stamp: Stamp, entry: Entry) -> Ready:
    """What is to be kept of a session; made before the index is written, so that nobody waits for it longer."""
    exercises = json.dumps(entry.exercises, ensure_ascii=False)
    row = (stamp.changed, stamp.size, entry.title, entry.team, entry.date, exercises)
    row = (*row, entry.agreed, entry.open, entry.status, entry.shut, entry.disposal)
    try:
        day = datetime.date.fromisoformat(entry.date)
    except ValueError:
        day = datetime.date.fromtimestamp(stamp.changed / 1e9)
    return Ready(str(path), row, (day - _EPOCH).days, _words(entry))


def _fresh_id(connection: Connection, day: int) -> int:
    """A number that is higher than those of all days before the session's own."""
    least = day * _A_DAY
    within = "SELECT max(id) FROM sessions WHERE id BETWEEN ? AND ?"
    last = connection.execute(within, (least, least + _A_DAY - 1)).fetchone()[0]
    return least if last is None else last + 1


def ids_of_year(year: int) -> tuple[int, int]:
    """The least and the highest number that a session of a year may have."""
    first, after = ((datetime.date(each, 1, 1) - _EPOCH).days * _A_DAY for each in (year, year + 1))
    return first, after - 1


def _words(entry: Entry) -> tuple[str, str, str]:
    """What was said, its stems, and where each piece lies, as the table of words keeps them."""
    said = composed(BETWEEN.join([text.replace(BREAK, " ") for _, _, text in entry.pieces]))
    stems = " ".join(map(_stems(entry.language).__getitem__, lower(said).split()))
    places = {id(place): place for _, place, _ in entry.pieces}  # pieces in one place share it
    numbers = {at: number for number, at in enumerate(places)}
    of = [(piece, numbers[id(place)]) for piece, place, _ in entry.pieces]
    rooms = [(place.exercise, place.title, place.board) for place in places.values()]
    return said, stems, json.dumps([rooms, of], ensure_ascii=False)


@cache
def _stems(language: str) -> _Stems:
    """One for all sessions in a language."""
    return _Stems(language)


class _Stems(dict[str, str]):
    """The stems of what stands between two spaces, which is seldom said once; a word without one is its own."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, said: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = _WORD_OR_BREAK.findall(said.replace("_", " "))
        self[said] = stems = " ".join(stem_of(word, self._language) or word for word in found)
        return stems


def _is_left(connection: Connection, gone: set[str]) -> bool:
    """Whether a word that no session says any more still stands between the pages of the table of words."""
    between = {term[1:].decode("utf-8", "ignore") for (term,) in connection.execute("SELECT term FROM words_idx")}
    starts = (word[:length] for word in gone for length in range(_TELLS, len(word) + 1))
    lives = "SELECT 1 FROM words WHERE words MATCH ? LIMIT 1"
    return any(not connection.execute(lives, (f'"{start}" *',)).fetchone() for start in between.intersection(starts))


def _write_anew(connection: Connection) -> None:
    """Have the table of words written from its first page to its last; a row that comes and goes sees to that."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO words (rowid, said, stems) VALUES (-1, ?, '')", (BREAK,))
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.execute("DELETE FROM words WHERE rowid = -1")
    connection.execute("COMMIT")


def stamp_of(path: Path | os.DirEntry[str]) -> Stamp:
    """How a file is now; OSError where it can't be asked."""
    now = path.stat()
    return Stamp(now.st_mtime_ns, now.st_size)
