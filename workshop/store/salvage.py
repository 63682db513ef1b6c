"""Reads what can be read of a damaged session's file; the file itself is never written to, nor anything deleted."""

import contextlib
import json
from dataclasses import replace
from pathlib import Path

from workshop.model.change import Change
from workshop.model.fields import from_fields
from workshop.model.record import Id, Record, Scope
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.store import faults
from workshop.store.checksum import link
from workshop.store.pages import PAGE, rows
from workshop.store.reading import DOUBTFUL, journal_rows, read
from workshop.store.rows import JournalRow, entry_of
from workshop.store.sql import APPLICATION_ID, FORMAT, Problem, connect

_MAGIC = b"SQLite format 3\0"
_STRANGE = (Refusal, ValueError, TypeError, KeyError, AttributeError, RecursionError)  # what damage may lead to


@valueclass(frozen=False)
class Salvaged:
    """What was read: records, exercises' texts, and whether it is surely all; a journal only where it is whole."""

    records: dict[Id, Record]
    exercises: dict[str, dict[str, str]]
    made: str
    journal: list[JournalRow]
    pictures: list[tuple[str, bytes]]
    whole: bool


def salvage(path: Path, beside: Path, password: str = "") -> Salvaged:
    """What can be read of a session's file; `beside` is a name for a copy that is gone afterwards.

    Refusal where it is empty, of a newer version, or nothing in it can be read; of a protected file also where it can't
    be read as a whole, for what stands on its pages has no meaning without the others.
    """
    try:
        content = path.read_bytes()
        content = content if password else _with_a_head(content, path)
        beside.write_bytes(content)
        try:
            return _read(beside, path, password)
        except (Problem, *_STRANGE):
            return _gather(b"" if password else content, path)
    except OSError as problem:
        raise faults.not_opened(problem, path) from problem
    finally:
        for left in (beside, beside.with_name(f"{beside.name}-journal")):
            left.unlink(missing_ok=True)


def _with_a_head(content: bytes, path: Path) -> bytes:
    """The file with whole pages, and with the first hundred bytes that every file of ours has."""
    if not content:
        raise faults.empty(path)
    ours, version = int.from_bytes(content[68:72]), int.from_bytes(content[60:64])
    if content[:16] == _MAGIC and ours == APPLICATION_ID and version > FORMAT:
        raise faults.too_new(path)
    head = bytearray(content[:100].ljust(100, b"\0") if content[:16] == _MAGIC else 100)
    head[:16], head[16:18], head[18:24] = _MAGIC, PAGE.to_bytes(2), bytes((1, 1, 0, 64, 32, 32))
    head[28:32] = bytes(4)  # how many pages there are is seen from the file
    head[44:48], head[56:60] = (4).to_bytes(4), (1).to_bytes(4)  # the schema's format, and letters in UTF-8
    head[60:64], head[68:72] = FORMAT.to_bytes(4), APPLICATION_ID.to_bytes(4)
    return bytes(head) + content[100:] + bytes(-len(content) % PAGE)


def _read(copy: Path, path: Path, password: str) -> Salvaged:
    """All of it, as when it is opened."""
    connection = connect(copy, password)
    try:
        connection.execute("BEGIN")
        held = read(connection, path)
        journal = journal_rows(connection) if held.journal else []
        pictures: list[tuple[str, bytes]] = []
        with contextlib.suppress(Problem):  # they are drawn again
            pictures = connection.execute("SELECT name, png FROM pictures").fetchall()
        whole = held.notice is None or held.notice.msgid != DOUBTFUL
        return Salvaged(held.records, held.exercises, held.made, journal, pictures, whole)
    finally:
        connection.close()


def _gather(content: bytes, path: Path) -> Salvaged:
    """What stands on the pages that can be read, page by page."""
    records: dict[Id, Record] = {}
    journal: dict[int, JournalRow] = {}
    saved = Salvaged({}, {}, "", [], [], False)
    for number, row in rows(content):
        match row:
            case (str(id), str(kind), str(scope), str(fields)) if scope in tuple(Scope):
                if record := _record(kind, id, fields):
                    records[id] = record
            case (_, str(at), str(act), int(step), str(label), str(change), str(sign)):
                journal[number] = (number, at, act, step, label, change, sign)
            case (str(name), str(file), str(text)):
                saved.exercises.setdefault(name, {})[file] = text
            case ("made", str(made)):
                saved.made = made
            case (str(name), bytes(png)):
                saved.pictures.append((name, png))
    in_order = [journal[number] for number in sorted(journal)]
    saved.records = _retold(in_order) | records
    if _is_whole(in_order):  # then it knows best, but for what the room is shown, of which it doesn't tell
        shown = {id: record for id, record in records.items() if record.scope is not Scope.DOCUMENT}
        saved.records, saved.journal = _retold(in_order) | shown, in_order
    if not saved.records:
        raise Refusal("Nothing in {file} can be read any more. Restore a backup of it instead.", file=path.name)
    return saved


def _is_whole(journal: list[JournalRow]) -> bool:
    """Whether each row is as it was written, from the first one on. The last ones may be missing all the same."""
    sign = ""
    for number, row in enumerate(journal, journal[0][0] if journal else 0):
        sign = link(sign, *row[:-1])
        if row[0] != number or sign != row[-1]:
            return False
    return bool(journal)


def _record(kind: str, id: Id, fields: str) -> Record | None:
    try:
        return from_fields(kind, id, json.loads(fields))
    except _STRANGE:
        return None


def _retold(journal: list[JournalRow]) -> dict[Id, Record]:
    """The records as those rows of the journal tell them that can be read."""
    records: dict[Id, Record] = {}
    for row in journal:
        with contextlib.suppress(*_STRANGE):
            _tell(entry_of(row).change, records)
    return records


def _tell(change: Change, records: dict[Id, Record]) -> None:
    for id in change.removed:
        records.pop(id, None)
    records.update(change.added)
    for id, fields in change.updated.items():
        if id in records:
            records[id] = replace(records[id], **{name: new for name, (_, new) in fields.items()})
