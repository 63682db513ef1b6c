"""Sets a document's blocks in type: headings, paragraphs, tables and figures as pieces of measured lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from workshop.look import measure
from workshop.model.letters import wrap
from workshop.model.picture import Placed, Text
from workshop.paper.document import (
    Block,
    Column,
    Figure,
    Heading,
    Listing,
    Mark,
    Paragraph,
    Phrase,
    Row,
    Signing,
    Table,
)
from workshop.paper.flow import Piece
from workshop.paper.sheets import EDGE, TEXT_WIDTH, Bookmark, rule
from workshop.paper.tags import Role

_BODY, _DENSE, _LEADING = 10.0, 8.5, 1.42
_GUTTER, PAD = 14.0, 7.0
_LOW = 80.0  # a row that is no higher can keep company with another one
_HUNG = 14.0  # how far in the items of a list stand
_STRIP = 6.0  # the width of a row's strip of paper
_HEADINGS = {1: (24.0, 44.0, 16.0), 2: (15.5, 34.0, 5.0), 3: (11.5, 22.0, 5.0)}  # size, space above, space below
_PARAGRAPHS = {
    "lead": (12.5, 1.46, "ink", 430.0),
    "body": (_BODY, 1.5, "ink", 410.0),
    "small": (8.5, 1.4, "muted", 467.0),
}
_Across = Sequence[tuple[Column, float, float]]
_PHRASES = {"plain": (False, "ink"), "strong": (True, "ink"), "muted": (False, "muted"), "accent": (True, "accent")}


def pieces(blocks: Sequence[Block], pad: float = PAD) -> Iterator[Piece]:
    """Every block in pieces; each part begins a page.

    `pad` is the space around the words of a row: with less of it all is set closer together.
    """
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            made = _heading(block)
            yield replace(made, before=made.before * pad / PAD)
        elif isinstance(block, Paragraph):
            shown = (
                block.style != "lead" and number + 1 < len(blocks) and isinstance(blocks[number + 1], Figure | Table)
            )
            yield replace(_paragraph(block), keep=shown)
        elif isinstance(block, Table):
            yield from _table(block, pad, number)
        elif isinstance(block, Listing):
            for left, said in zip(range(len(block.items) - 1, -1, -1), block.items, strict=True):
                yield replace(_item(said, number), keep=left == 1)  # the last one never stands alone
        elif isinstance(block, Signing):
            yield _signing(block)
        else:
            yield from _figure(block)


def mark_of(mark: Mark, x: float, y: float, size: float) -> Placed:
    """The sign of a party as on its boards: its letter on its paper; a strip of the paper where it has no letter."""
    if not mark.letter:
        return Placed("mark", "mark", x, y + size * 0.15, size * 0.25, size * 0.7, (), mark.tone)
    letters = size * 0.6
    wide = measure(mark.letter, True) * letters
    width = max(size, wide + letters * 0.6)
    text = Text((mark.letter,), x + (width - wide) / 2, y, letters, True, leading=size / letters)
    return Placed("mark", "mark", x, y, width, size, (text,), mark.tone)


def plain(id: str, said: str, x: float, y: float, width: float, size: float, leading: float, **look: object) -> Placed:
    """Running words as a box of lines."""
    lines = wrap(said, width / size, measure, bool(look.get("bold")))
    text = Text(lines, x, y, size, leading=leading, **look)  # type: ignore[arg-type]
    return Placed(id, "plain", x, y, width, text.height, (text,))


def _heading(heading: Heading) -> Piece:
    size, above, below = _HEADINGS[heading.level]
    placed: list[Placed] = []
    left = EDGE
    if heading.mark:
        placed.append(mark_of(heading.mark, EDGE, 0, size * 1.45))
        left = placed[0].x + placed[0].width + 7
    room = EDGE + TEXT_WIDTH - left
    lines = wrap(heading.text, room / size, measure, True)
    texts = [Text(lines, left, 0, size, True, leading=1.45 if heading.mark else 1.2)]
    if heading.detail:
        texts.append(_detail(heading.detail, texts[0], left, room))
    bottom = max(text.y + text.height for text in texts)
    placed.append(Placed("heading", "plain", left, 0, room, bottom, tuple(texts)))
    mark = Bookmark(heading.text, heading.level, heading.anchor) if heading.anchor else None
    role, first = Role(f"H{heading.level}"), heading.level == 1
    return Piece(bottom + below, tuple(placed), before=above, keep=True, fresh=first, bookmark=mark, role=role)


def _detail(said: str, title: Text, left: float, room: float) -> Text:
    """Small words after a heading: on its line where they fit, otherwise under it."""
    beside = measure(title.lines[-1], True) * title.size + 10
    if beside + measure(said) * 9 <= room and len(title.lines) == 1:
        drop = title.size * 0.14  # sets both on one baseline
        return Text((said,), left + beside, drop, 9, ink="muted", leading=title.size * title.leading / 9)
    return Text(wrap(said, room / 9, measure), left, title.height, 9, ink="muted", leading=1.4)


def _paragraph(paragraph: Paragraph) -> Piece:
    size, leading, ink, width = _PARAGRAPHS[paragraph.style]
    ink = "accent" if paragraph.to else ink
    said = plain("paragraph", paragraph.text, EDGE, 0, width, size, leading, ink=ink)
    return Piece(said.height + size * 0.9, (said,), before=2 if paragraph.style == "body" else 4, to=paragraph.to)


def _item(said: str, whole: int) -> Piece:
    """One thing of a list, with a dot before it."""
    size, leading, ink, width = _PARAGRAPHS["body"]
    text = plain("item", said, EDGE + _HUNG, 0, width - _HUNG, size, leading, ink=ink)
    dot = Placed("dot", "bar", EDGE + 2, size * leading / 2 - 2, 4, 4, tone="accent")
    return Piece(text.height + size * 0.5, (dot, text), before=2, role=Role("LI", whole))


def _signing(signing: Signing) -> Piece:
    """Lines side by side, as many columns as there are parties, in rows of three."""
    across = min(3, max(1, len(signing.parties)))
    wide = (TEXT_WIDTH - _GUTTER * (across - 1)) / across
    high = 32 + 34.0 * len(signing.labels)
    placed: list[Placed] = []
    strokes = []
    for number, mark in enumerate(signing.parties):
        x, y = EDGE + number % across * (wide + _GUTTER), number // across * (high + 14)
        placed.append(mark_of(mark, x, y, 20))
        placed.append(plain("party", mark.name, x + 28, y + 2, wide - 28, 10, 1.4, bold=True))
        for line, label in enumerate(signing.labels):
            foot = y + 32 + 34.0 * (line + 1) - 12
            strokes.append(rule(x, foot, wide, "muted"))
            placed.append(plain("label", label, x, foot + 2, wide, 8, 1.3, ink="muted"))
    rows = -(-len(signing.parties) // across)
    return Piece(rows * (high + 14), tuple(placed), tuple(strokes), before=24, whole=True)


def _table(table: Table, pad: float, whole: int) -> Iterator[Piece]:
    """The head, then the rows; where the table goes over to a new page its head is repeated there."""
    size, pad = (_DENSE, pad * 0.5) if table.dense else (_BODY, pad)
    across = _across(table.columns)
    head, role = _table_head(across), Role("TR", whole)
    if head:
        yield replace(head, role=Role("TH", whole))
    for left, row in zip(range(len(table.rows) - 1, -1, -1), table.rows, strict=True):
        piece = _row(across, row, pad, size, head, left == 1, role)  # the last row never stands alone
        first = left == len(table.rows) - 1 > 0 and piece.height < _LOW
        yield (
            replace(piece, keep=True) if first else piece
        )  # nor does the first, under its heading at the foot of a page


def _table_head(across: _Across) -> Piece | None:
    if not any(column.title for column, *_ in across):
        return None
    cells = [
        _cell("head", (Phrase(column.title, "muted"),) if column.title else (), x, 6, width, column.end, 8.5)
        for column, x, width in across
    ]
    height = max(cell.y + cell.height for cell in cells) + 4
    line = rule(EDGE, height, TEXT_WIDTH, "muted", 0.6)
    return Piece(height, tuple(cells), (line,), keep=True, role=None)  # is told once, and not on every page


def _row(across: _Across, row: Row, pad: float, size: float, head: Piece | None, keep: bool, role: Role) -> Piece:
    many = max((number for number, cell in enumerate(row.cells, 1) if cell), default=1)
    cells = [
        _cell(row.id, cell, x, pad, width, column.end, size)
        for (column, x, width), cell in zip(across, row.cells[:many], strict=False)
    ]
    height = max((cell.y + cell.height for cell in cells), default=pad) + pad
    if row.tone:
        left = EDGE - _STRIP - _GUTTER / 2
        cells.insert(0, Placed("strip", "bar", left, pad, _STRIP, height - 2 * pad, tone=row.tone))
    return Piece(height, tuple(cells), (rule(EDGE, height, TEXT_WIDTH),), again=head, keep=keep, role=role)


def _across(columns: Sequence[Column]) -> _Across:
    """Each column with its left edge and its width."""
    room = TEXT_WIDTH - _GUTTER * (len(columns) - 1)
    lefts = accumulate((room * column.share + _GUTTER for column in columns), initial=EDGE)
    return [(column, left, room * column.share) for column, left in zip(columns, lefts, strict=False)]


def _cell(id: str, phrases: Sequence[Phrase], x: float, y: float, width: float, end: bool, size: float) -> Placed:
    texts, down = [], y
    aside = bool(phrases) and phrases[0].style != "muted"  # what is muted after plain words is an aside, and smaller
    for number, phrase in enumerate(phrases):
        bold, ink = _PHRASES[phrase.style]
        small = size * 0.9 if phrase.style == "muted" and aside else size
        lines = wrap(phrase.text, width / small, measure, bold)
        left = x + width - max(measure(line, bold) for line in lines) * small if end else x
        down += 2 if number else 0
        texts.append(Text(lines, left, down, small, bold, ink, _LEADING))
        down += texts[-1].height
    return Placed(id, "plain", x, y, width, down - y, tuple(texts))


def _figure(figure: Figure) -> Iterator[Piece]:
    """Its title, then its pictures; one that needs several goes on over the next pages."""
    if figure.title:
        title = plain("figure", figure.title, EDGE, 0, TEXT_WIDTH, 10, 1.4, bold=True, ink="accent")
        yield Piece(title.height + 5, (title,), before=14, keep=True)
    twin = "\n".join([figure.named(), *(line for branch in figure.twin for line in branch.lines())])
    for number, picture in enumerate(figure.pictures):
        role = Role("Figure", alt=figure.named() if number else twin)
        yield Piece(picture.height, picture.placed, picture.strokes, left=EDGE, before=10, whole=True, role=role)
