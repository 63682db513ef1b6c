"""Reads a session's file whole and looks at every row before it is trusted."""

import json
from collections.abc import Iterable
from pathlib import Path

from workshop.model.change import Conflict, State
from workshop.model.fields import from_fields
from workshop.model.record import Id, Record, Scope
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.store.checksum import link, of_row, seal_text
from workshop.store.faults import damaged
from workshop.store.rows import BEGUN, JOURNAL_COLUMNS, JournalRow, RecordRow, entry_of, record_row
from workshop.store.sql import Connection, Problem
from workshop.words import N_

_NO_UNDO = N_("{file} was damaged: all is there, but what was done before can't be undone any more.")
_MENDED = N_("{file} was damaged and could be mended: everything is there.")
DOUBTFUL = N_("{file} is damaged, and something in it may have changed. Look through the cards before you go on.")


@valueclass(frozen=False)
class Held:
    """What a session's file held when it was read.

    `signs` are the records' checksums, `seq` and `tip` the journal's end. `notice` tells of damage that could be
    lived with; `journal` says whether the journal may be trusted.
    """

    records: dict[Id, Record]
    signs: dict[Id, int]
    exercises: dict[str, dict[str, str]]
    seal: int
    made: str
    program: str
    seq: int
    tip: str
    journal: bool
    notice: Refusal | None = None


def read(connection: Connection, path: Path) -> Held:
    """All that the file holds, in a transaction that the caller has begun; Refusal where too much is damaged."""
    whole = _sound(connection)
    if not whole and not all(_sound(connection, table) for table in ("about", "records", "exercises")):
        raise damaged(path)
    about = dict(_rows(connection, "SELECT name, value FROM about"))
    rows: list[RecordRow] = _rows(connection, "SELECT id, kind, scope, fields FROM records")
    texts = _rows(connection, "SELECT name, file, text FROM exercises")
    seal, tip = _sealed(about.get("seal", ""))
    seq = _end_of_journal(connection, tip)
    signs = [of_row(*row) for row in rows]
    sign_of_texts = _xor(of_row(*row) for row in texts)
    exercises: dict[str, dict[str, str]] = {}
    for name, file, text in texts:
        exercises.setdefault(name, {})[file] = text
    made, program = about.get("made", ""), about.get("program", "")
    held = Held({}, {}, exercises, seal, made, program, seq or 0, tip, seq is not None)
    if _xor(signs) ^ sign_of_texts == seal:
        fields = json.loads(f"[{','.join(row[3] for row in rows)}]")  # as one text, which is read sooner than its parts
        held.records = {row[0]: from_fields(row[1], row[0], each) for row, each in zip(rows, fields, strict=True)}
        held.signs = dict(zip(held.records, signs, strict=True))
        if not held.journal or not whole:
            held.notice = Refusal(_NO_UNDO if not held.journal else _MENDED, file=path.name)
        return held
    held.records, held.journal = _mended(connection, path, held, rows, seal ^ sign_of_texts)
    held.signs = {record.id: of_row(*record_row(record)) for record in held.records.values()}
    held.seal = _xor(held.signs.values()) ^ sign_of_texts
    held.notice = Refusal(_MENDED if held.journal else DOUBTFUL, file=path.name)
    return held


def journal_rows(connection: Connection) -> list[JournalRow]:
    """The journal, the oldest row first."""
    return _rows(connection, f"SELECT {JOURNAL_COLUMNS} FROM journal ORDER BY seq")


def last_rows(connection: Connection) -> list[JournalRow]:
    """The journal's last two rows, the last one first."""
    return _rows(connection, f"SELECT {JOURNAL_COLUMNS} FROM journal ORDER BY seq DESC LIMIT 2")


def _mended(
    connection: Connection, path: Path, held: Held, rows: list[RecordRow], seal: int
) -> tuple[dict[Id, Record], bool]:
    """The records as the journal tells them, where the seal proves it; else the rows as they are, and False."""
    if held.journal:
        records = _retold(connection, rows)
        if _xor(of_row(*record_row(record)) for record in records.values()) == seal:
            return records, True
    try:
        return {id: from_fields(kind, id, json.loads(fields)) for id, kind, _, fields in rows}, False
    except (ValueError, AttributeError, Refusal):
        raise damaged(path) from None


def _retold(connection: Connection, rows: list[RecordRow]) -> dict[Id, Record]:
    """Every record by what the journal says was done, and those that it never speaks of by their rows."""
    state = State()
    try:
        for row in journal_rows(connection):
            state = entry_of(row).change.apply(State() if row[2] == BEGUN else state)
        stage = [from_fields(kind, id, json.loads(text)) for id, kind, scope, text in rows if scope == Scope.STAGE]
    except (ValueError, Conflict, Refusal):
        return {}
    return {record.id: record for record in (*state, *stage)}


def _end_of_journal(connection: Connection, tip: str) -> int | None:
    """The number of the last row, or None where a row is not as it was written or one is missing."""
    try:
        sign, seq = "", 0
        for row in journal_rows(connection):
            sign, seq = link(sign, *row[:-1]), row[0]
            if sign != row[-1]:
                return None
        return seq if sign == tip else None
    except Problem:
        return None


def _sound(connection: Connection, table: str = "") -> bool:
    """Whether SQLite finds its own structures whole, in the file or in one table of it."""
    try:
        return connection.execute(f"PRAGMA quick_check({table or 1})").fetchone()[0] == "ok"
    except Problem:
        return False


def _rows(connection: Connection, sql: str) -> list:
    """The rows of a query; letters that are no letters any more are read as �, so that the rest can be."""
    try:
        return connection.execute(sql).fetchall()
    except Problem as problem:
        if hasattr(problem, "sqlite_errorname"):
            raise
    connection.text_factory = lambda letters: letters.decode("utf-8", "replace")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.text_factory = str


def _sealed(text: str) -> tuple[int, str]:
    """The seal and the journal's last sign, as the file tells them; a seal that fits nothing where it tells none."""
    try:
        seal, tip = int(text[:32], 16), text[33:]
    except ValueError:
        return -1, ""
    return (seal, tip) if text == seal_text(seal, tip) else (-1, "")


def _xor(numbers: Iterable[int]) -> int:
    whole = 0
    for number in numbers:
        whole ^= number
    return whole
