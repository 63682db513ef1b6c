"""Writes a session's file whole: beside the name it shall have, proved, then renamed; nobody sees half a file."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from workshop import __version__
from workshop.model.record import Record
from workshop.model.value import valueclass
from workshop.store.checksum import of_row, seal_text
from workshop.store.rows import JOURNAL_COLUMNS, JournalRow, begun_row, record_row
from workshop.store.schema import bring_up_to_date
from workshop.store.sql import Connection, Problem, connect


@valueclass
class Contents:
    """All that a session's file holds; `made` is the time when it began. Without a journal it begins one."""

    records: Iterable[Record]
    exercises: Mapping[str, Mapping[str, str]]
    made: str
    journal: Iterable[JournalRow] = ()
    pictures: Iterable[tuple[str, bytes]] = ()


def write_whole(path: Path, contents: Contents, password: str = "") -> str:
    """Make the file, or put it in the place of the one that is there; Problem or OSError, and nothing is changed.

    With a password no byte of it is ever written in the clear. Returns the sign of the journal's last row.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        _remove(part)
        connection = connect(part, password)
        try:
            connection.execute("BEGIN IMMEDIATE")
            bring_up_to_date(connection)
            tip = _fill(connection, contents)
            connection.execute("COMMIT")
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise OSError(f"{part} was not written whole")
        finally:
            connection.close()
        _journal_of(path).unlink(missing_ok=True)  # an old one would be taken for this file's
        os.replace(part, path)
        sync_folder(path.parent)
        return tip
    except (OSError, Problem):
        _remove(part)
        raise


def sync_folder(folder: Path) -> None:
    """Make the names in a folder as durable as the files; Windows does that by itself."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _fill(connection: Connection, contents: Contents) -> str:
    records = sorted(contents.records, key=lambda record: record.id)  # the order that they came in tells who wrote
    rows = [record_row(record) for record in records]
    texts = [(name, file, text) for name, files in contents.exercises.items() for file, text in files.items()]
    journal = list(contents.journal) or [begun_row(0, contents.made, records)]
    seal = 0
    for row in (*rows, *texts):
        seal ^= of_row(*row)
    tip = journal[-1][-1]
    about = [("made", contents.made), ("program", f"Verkstad {__version__}"), ("seal", seal_text(seal, tip))]
    connection.executemany("INSERT INTO about (name, value) VALUES (?, ?)", about)
    connection.executemany("INSERT INTO records (id, kind, scope, fields) VALUES (?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO exercises (name, file, text) VALUES (?, ?, ?)", texts)
    connection.executemany(f"INSERT INTO journal ({JOURNAL_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", journal)
    connection.executemany("INSERT INTO pictures (name, png) VALUES (?, ?)", contents.pictures)
    return tip


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _journal_of(path).unlink(missing_ok=True)


def _journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")
