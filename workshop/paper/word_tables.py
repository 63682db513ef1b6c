"""Tables as Word writes them: a head that is repeated on each page, rows that are not broken, hairlines, no boxes."""

from collections.abc import Sequence
from html import escape

from workshop.look import colours
from workshop.paper.document import Phrase, Signing, Table
from workshop.paper.word_xml import paragraph, typed

_NARROWEST = 620  # twentieths of a point across
_DENSE, _ROOMY, _INNER = 30, 60, 10  # twentieths of a point over and under the words of a row, and between them
_AFTER = paragraph("", more='<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>')
_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
_END = '<w:jc w:val="right"/>'


def table(made: Table, width: int, style: str) -> str:
    """A table as wide as the text, and an empty line after it."""
    twips = width // 635
    wide = _widths([column.share for column in made.columns], twips)
    titled = any(column.title for column in made.columns)
    grid = "".join(f'<w:gridCol w:w="{part}"/>' for part in wide)
    head = _head(made, wide) if titled else ""
    ends = [column.end for column in made.columns]
    size = "dense" if made.dense else ""
    rows = "".join(
        f"<w:tr>{_WHOLE}{''.join(_cell(*cell, size) for cell in zip(row.cells, wide, ends, strict=True))}</w:tr>"
        for row in made.rows
    )
    look = f'<w:tblLook w:firstRow="{int(titled)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"/>'
    named = f'<w:tblStyle w:val="{escape(style)}"/>' if style else ""
    about = f'{named}<w:tblW w:w="{twips}" w:type="dxa"/>{_borders()}<w:tblLayout w:type="fixed"/>{_MARGINS}{look}'
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>{_AFTER}"


def _widths(shares: Sequence[float], whole: int) -> list[int]:
    """The columns' widths; none is too narrow for a number of two digits in a template's own letters."""
    taken = [max(share * whole, _NARROWEST) for share in shares]
    return [round(part * whole / sum(taken)) if part > _NARROWEST else _NARROWEST for part in taken]


def _borders() -> str:
    """Hairlines between the rows, and none down the sides."""
    line = f'w:val="single" w:sz="4" w:color="{colours("light")["hairline"].lstrip("#")}"'
    none = 'w:val="nil"'
    sides = {"top": line, "left": none, "bottom": line, "right": none, "insideH": line, "insideV": none}
    return f"<w:tblBorders>{''.join(f'<w:{side} {look}/>' for side, look in sides.items())}</w:tblBorders>"


def _head(made: Table, wide: Sequence[int]) -> str:
    cells = (
        _around(paragraph(typed(column.title, "head"), more=_spaced(_DENSE, _DENSE, column.end)), part)
        for column, part in zip(made.columns, wide, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(phrases: Sequence[Phrase], wide: int, end: bool, size: str) -> str:
    room, last = _DENSE if size else _ROOMY, len(phrases) - 1
    told = "".join(
        paragraph(
            typed(phrase.text, f"{phrase.style} {size}"),
            more=_spaced(_INNER if number else room, _INNER if number < last else room, end),
        )
        for number, phrase in enumerate(phrases)
    )
    return _around(told or paragraph("", more=_spaced(room, room, end)), wide)


def _spaced(before: int, after: int, end: bool) -> str:
    """Space over and under a line of a cell, and the edge at which it stands."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="252" w:lineRule="auto"/>{_END if end else ""}'


def _around(inside: str, wide: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def signing(made: Signing, width: int) -> str:
    """Lines to sign on: a column for each party, three beside each other."""
    across = min(3, max(1, len(made.parties)))
    part = width // 635 // across
    drawn = 'w:val="single" w:sz="6" w:space="2" w:color="auto"'
    line = f'<w:pBdr><w:top {drawn}/><w:between {drawn}/></w:pBdr><w:spacing w:before="700" w:after="0"/>'
    rows = []
    for first in range(0, len(made.parties), across):
        cells = []
        for mark in made.parties[first : first + across]:
            lines = "".join(paragraph(typed(label, "muted"), more=line) for label in made.labels)
            cells.append(_around(paragraph(typed(mark.name, "strong"), keep=True) + lines, part))
        cells += [_around(paragraph(""), part)] * (across - len(cells))
        rows.append(f"<w:tr>{_WHOLE}{''.join(cells)}</w:tr>")
    grid = f'<w:gridCol w:w="{part}"/>' * across
    gaps = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="280" w:type="dxa"/></w:tblCellMar>'
    about = f'<w:tblW w:w="{part * across}" w:type="dxa"/>{gaps}'
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{_AFTER}"
