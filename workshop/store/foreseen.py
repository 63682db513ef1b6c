"""What a change will make of the rows, worked out before anything is touched."""

from collections.abc import Mapping
from dataclasses import replace

from workshop.model.change import Change, Conflict
from workshop.model.record import Id, Record, Scope
from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.store.checksum import of_row
from workshop.store.rows import RecordRow, record_row
from workshop.store.sql import Connection


@valueclass
class Foreseen:
    """Ids that go, records that come or alter with their rows and checksums, and the seal of it all."""

    gone: tuple[Id, ...]
    come: list[tuple[Record, RecordRow, int]]
    altered: list[tuple[Record, RecordRow, int]]
    seal: int

    def carry_out(self, connection: Connection) -> None:
        """Bring the table up to date, in the transaction that the caller has begun."""
        for id in self.gone:
            connection.execute("DELETE FROM records WHERE id = ?", (id,))
        for _, row, _ in self.come:
            connection.execute("INSERT INTO records (id, kind, scope, fields) VALUES (?, ?, ?, ?)", row)
        for record, row, _ in self.altered:
            connection.execute("UPDATE records SET fields = ? WHERE id = ?", (row[3], record.id))

    def remember(self, records: dict[Id, Record], signs: dict[Id, int]) -> None:
        """Bring memory up to date."""
        for id in self.gone:
            del records[id], signs[id]
        for record, _, sign in (*self.come, *self.altered):
            records[record.id], signs[record.id] = record, sign


def foresee(change: Change, records: Mapping[Id, Record], signs: Mapping[Id, int], seal: int) -> Foreseen:
    """What a change will make of the records; Conflict where it speaks of one that is not there."""
    try:
        for id in change.removed:
            seal ^= signs[id]
        come = [_written(record) for record in change.added.values() if record.scope is not Scope.PRESENCE]
        altered = []
        for id, fields in change.updated.items():
            seal ^= signs[id]
            altered.append(_written(replace(records[id], **{name: new for name, (_, new) in fields.items()})))
    except KeyError as missing:
        raise Conflict(f"the file has no record {missing}") from None
    except UnicodeEncodeError:
        raise Refusal("The text holds characters that can't be saved. Write it again without them.") from None
    for _, _, sign in (*come, *altered):
        seal ^= sign
    return Foreseen(tuple(change.removed), come, altered, seal)


def _written(record: Record) -> tuple[Record, RecordRow, int]:
    row = record_row(record)
    return record, row, of_row(*row)
