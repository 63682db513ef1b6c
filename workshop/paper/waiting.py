"""What still waits in the parking lot, on paper."""

from workshop.model.change import State
from workshop.model.record import Parked
from workshop.model.words import Words
from workshop.paper.document import Block, Column, Heading, Phrase, Row, table


def waiting(seen: State, words: Words) -> list[Block]:
    """The lines of the parking lot under a heading; nothing where nothing waits."""
    lot = seen.all(Parked)
    if not lot:
        return []
    tables = {line.id: (Phrase(words("Table {n}", n=line.table), "muted"),) if line.table else () for line in lot}
    rows = [Row(line.id, ((Phrase(line.text),), tables[line.id])) for line in lot]
    columns = [Column(words("What waits"), 0.82), Column(words("From"), 0.18)]
    return [Heading(words("Parking lot"), 2, "parked"), table(columns, rows)]
