"""Lays cards anew in the file, so that their places there don't tell in which order they came."""

import random
from collections.abc import Mapping

from workshop.model.record import Id, Note, Record
from workshop.store.foreseen import Foreseen
from workshop.store.sql import Connection


def scatter(connection: Connection, records: Mapping[Id, Record], after: Foreseen) -> None:
    """Every card of the boards that a change has written on, laid anew in no order; in the caller's transaction."""
    written = [record for record, _, _ in (*after.come, *after.altered) if isinstance(record, Note)]
    boards = {note.board for note in written}
    there = (r.id for r in records.values() if isinstance(r, Note) and r.board in boards and r.id not in after.gone)
    rows = []
    for id in {*there, *(note.id for note in written)}:
        rows += connection.execute("SELECT id, kind, scope, fields FROM records WHERE id = ?", (id,)).fetchall()
        connection.execute("DELETE FROM records WHERE id = ?", (id,))
    random.SystemRandom().shuffle(rows)
    connection.executemany("INSERT INTO records (id, kind, scope, fields) VALUES (?, ?, ?, ?)", rows)
