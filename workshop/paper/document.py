"""What a paper says, in order, before anybody decides what its pages look like."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop.model.picture import Picture
from workshop.model.record import Id


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign of a party or a list: its name, its letter and the tone of its paper."""

    name: str
    letter: str
    tone: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a part, 2 a board, 3 a list on it. Those with an anchor stand in the contents."""

    text: str
    level: int
    anchor: str = ""
    mark: Mark | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `style` is lead, body or small, `to` the anchor that it leads to."""

    text: str
    style: str = "body"
    to: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a table's cell, on lines of their own; `style` is plain, strong, muted or accent."""

    text: str
    style: str = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; `share` is its part of the width, `end` whether its words stand at the right edge."""

    title: str
    share: float
    end: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the record that it tells of, and its cells; a strip of paper in a `tone` may stand before it."""

    id: Id
    cells: tuple[tuple[Phrase, ...], ...]
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A board as one step shows it: its pictures, one to a page. The same in words stands in the tables after it."""

    title: str
    pictures: tuple[Picture, ...]


Block = Heading | Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Poster:
    """A board to hang on the wall: its pictures, one to a sheet."""

    title: str
    caption: str
    pictures: tuple[Picture, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Front:
    """The title page; `facts` are pairs of label and words, `slips` the tones of the session's cards."""

    kicker: str
    title: str
    group: str
    facts: tuple[tuple[str, str], ...]
    parties: tuple[Mark, ...]
    slips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole summary; `running` and `day` are the running head, `warning` is on a copy not to be shared.

    One that is not `titled` begins with its text, on one page where it fits.
    """

    language: str
    front: Front
    running: str
    day: str
    warning: str
    posters_title: str
    blocks: tuple[Block, ...]
    posters: tuple[Poster, ...] = ()
    titled: bool = True

    def words(self) -> Iterator[str]:
        """All that was written, each thing once; figures and posters only show it again."""
        yield from (self.front.title, self.front.group, *(said for _, said in self.front.facts))
        yield from (mark.name for mark in self.front.parties)
        for block in self.blocks:
            if isinstance(block, Table):
                yield from (phrase.text for row in block.rows for cell in row.cells for phrase in cell)
            elif isinstance(block, Heading | Paragraph):
                yield block.text


def table(columns: Sequence[Column], rows: Sequence[Row]) -> Table:
    """A table without the columns that no row has a word in; their room goes to the others in proportion."""
    used = [i for i in range(len(columns)) if any(row.cells[i] for row in rows)]
    whole = sum(columns[i].share for i in used) or 1.0
    kept = tuple(Column(columns[i].title, columns[i].share / whole, columns[i].end) for i in used)
    return Table(kept, tuple(Row(row.id, tuple(row.cells[i] for i in used), row.tone) for row in rows))
