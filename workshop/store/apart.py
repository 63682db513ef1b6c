"""Lays cards anew in the file, so that their places there don't tell in which order they came."""

import random
from collections.abc import Mapping

from workshop.model.record import Id, Note, Parked, Record
from workshop.store.foreseen import Foreseen
from workshop.store.sql import Connection


def scatter(connection: Connection, records: Mapping[Id, Record], after: Foreseen) -> None:
    """Every card of the boards that a change has written on, laid anew in no order; in the caller's transaction.

    So with the lines of the parking lot.
    """
    ours = [record for record, _, _ in (*after.come, *after.altered) if isinstance(record, (Note, Parked))]
    places = {_place(record) for record in ours}
    there = (r.id for r in records.values() if _place(r) in places and r.id not in after.gone)
    rows = []
    for id in {*there, *(record.id for record in ours)}:
        rows += connection.execute("SELECT id, kind, scope, fields FROM records WHERE id = ?", (id,)).fetchall()
        connection.execute("DELETE FROM records WHERE id = ?", (id,))
    random.SystemRandom().shuffle(rows)
    connection.executemany("INSERT INTO records (id, kind, scope, fields) VALUES (?, ?, ?, ?)", rows)


def _place(record: Record) -> tuple[type[Record], Id]:
    """What a card or a line is among others in: its board, or the parking lot."""
    return type(record), record.board if isinstance(record, Note) else ""
