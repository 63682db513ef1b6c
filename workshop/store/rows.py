"""How a record and a step look as rows."""

import time
from collections.abc import Iterable

from workshop.model.change import Change
from workshop.model.fields import kind_of
from workshop.model.history import Entry
from workshop.model.record import Record, Scope
from workshop.store.change_json import fields_json, from_json, to_json
from workshop.store.checksum import link

JOURNAL_COLUMNS = "seq, at, act, step, label, change, hash"
BEGUN = "begun"  # what the journal's first row says was done
ANEW = "apart"  # its label where it has taken the place of an anonymous step

RecordRow = tuple[str, str, str, str]  # id, kind, scope, fields
JournalRow = tuple[int, str, str, int, str, str, str]


def record_row(record: Record) -> RecordRow:
    """A record as a row."""
    return (record.id, kind_of(record), str(record.scope), fields_json(record))


def journal_row(seq: int, at: str, entry: Entry, before: str) -> JournalRow:
    """A journal entry as a row, chained to the row that came before it."""
    columns = (seq, at, entry.act, entry.step, entry.label, to_json(entry.change))
    return (*columns, link(before, *columns))


def begun_row(seq: int, at: str, records: Iterable[Record], before: str = "", why: str = "") -> JournalRow:
    """The row that a journal begins with, or begins anew: all that there is, in an order that tells nothing.

    It is no step, so it can't be undone. `why` is ANEW where it stands for what the journal doesn't tell of.
    """
    lasting = {r.id: r for r in sorted(records, key=lambda record: record.id) if r.scope is Scope.DOCUMENT}
    return journal_row(seq, at, Entry(BEGUN, 0, why, Change(lasting)), before)


def entry_of(row: JournalRow) -> Entry:
    """The journal entry that a row holds."""
    _, _, act, step, label, change, _ = row
    return Entry(act, step, label, from_json(change))


def stamp(seconds: float) -> str:
    """A moment, in seconds since the epoch, as it is written in the file: ISO, UTC."""
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{int(seconds % 1 * 1000):03}Z"
