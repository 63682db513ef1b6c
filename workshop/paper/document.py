"""What a paper says, in order, before anybody decides what its pages look like."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workshop.model.picture import Branch, Picture
from workshop.model.record import Id
from workshop.model.value import valueclass
from workshop.paper.organisation import Organisation


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
class Listing:
    """Short things one under another, each with a dot before it."""

    items: tuple[str, ...]


@valueclass
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


@valueclass
class Row:
    """One row: the record that it tells of, and its cells; a strip of paper in a `tone` may stand before it.

    `also` are other records that it tells of.
    """

    id: Id
    cells: tuple[tuple[Phrase, ...], ...]
    tone: str = ""
    also: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a `dense` one is looked things up in, and set in smaller letters."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A board as one step shows it: its pictures, one to a page, and the same in words as its text twin."""

    title: str
    pictures: tuple[Picture, ...]
    twin: tuple[Branch, ...] = ()
    board: str = ""  # the board's title, where the figure has one of its own

    def named(self) -> str:
        """What the figure shows, in a few words."""
        return " · ".join(dict.fromkeys(part for part in (self.board, self.title) if part))


@dataclass(frozen=True, slots=True)
class Signing:
    """Lines for each party to sign on; `labels` say what goes on each line."""

    parties: tuple[Mark, ...]
    labels: tuple[str, ...]


Block = Heading | Paragraph | Listing | Table | Figure | Signing


@dataclass(frozen=True, slots=True)
class Poster:
    """A board to hang on the wall: its pictures, one to a sheet, and the same in words."""

    title: str
    caption: str
    pictures: tuple[Picture, ...]
    anchor: str
    twin: tuple[Branch, ...] = ()


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
    """A whole paper. `running` and `day` stand at the head of each page, `standing` and `warning` at its foot.

    `standing` is how the session is kept (its status, its diary number), `warning` is on a copy not to be shared. One
    that is not `titled` begins with its text, on one page where it fits; posters are `scale` times as large as on A3.
    """

    language: str
    front: Front
    running: str
    day: str
    warning: str
    blocks: tuple[Block, ...]
    posters: tuple[Poster, ...] = ()
    titled: bool = True
    standing: str = ""
    scale: float = 1.0
    organisation: Organisation | None = None

    def flat(self) -> Iterator[Block]:
        """All its blocks, and its posters as figures, for a file that has no sheets."""
        yield from self.blocks
        for number, poster in enumerate(self.posters):
            if not number or poster.title != self.posters[number - 1].title:
                yield Heading(poster.title, 1, poster.anchor)
            yield Figure(poster.caption, poster.pictures, poster.twin, poster.title)

    def words(self) -> Iterator[str]:
        """All that was written, each thing once; figures and posters only show it again."""
        yield from (self.front.title, self.front.group, *(said for _, said in self.front.facts))
        yield from (mark.name for mark in self.front.parties)
        for block in self.blocks:
            if isinstance(block, Table):
                yield from (phrase.text for row in block.rows for cell in row.cells for phrase in cell)
            elif isinstance(block, Heading | Paragraph):
                yield block.text
            elif isinstance(block, Listing):
                yield from block.items


def table(columns: Sequence[Column], rows: Sequence[Row], dense: bool = False) -> Table:
    """A table without the columns that no row has a word in; their room goes to the others in proportion."""
    used = [i for i in range(len(columns)) if any(row.cells[i] for row in rows)]
    whole = sum(columns[i].share for i in used) or 1.0
    kept = tuple(Column(columns[i].title, columns[i].share / whole, columns[i].end) for i in used)
    if len(used) < len(columns):
        rows = [replace(row, cells=tuple(row.cells[i] for i in used)) for row in rows]
    return Table(kept, tuple(rows), dense)
