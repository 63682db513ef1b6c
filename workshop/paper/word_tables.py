"""Tables as Word writes them: a head that is repeated on each page, rows that are not broken, hairlines, no boxes."""

from collections.abc import Sequence
from html import escape

from workshop.look import colours
from workshop.paper.document import Phrase, Signing, Table
from workshop.paper.word_xml import paragraph, typed

_TIGHT = '<w:spacing w:before="20" w:after="20" w:line="252" w:lineRule="auto"/>'
_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
_END = '<w:jc w:val="right"/>'


def table(made: Table, width: int, style: str) -> str:
    """A table as wide as the text, and an empty line after it."""
    twips = width // 635
    wide = [round(column.share * twips) for column in made.columns]
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
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>{paragraph('')}"


def _borders() -> str:
    """Hairlines between the rows, and none down the sides."""
    line = f'w:val="single" w:sz="4" w:color="{colours("light")["hairline"].lstrip("#")}"'
    sides = {"top": line, "left": 'w:val="nil"', "bottom": line, "right": 'w:val="nil"', "insideH": line}
    return f"<w:tblBorders>{''.join(f'<w:{side} {look}/>' for side, look in sides.items())}</w:tblBorders>"


def _head(made: Table, wide: Sequence[int]) -> str:
    cells = (
        _around(paragraph(typed(column.title, "head"), more=_TIGHT + (_END if column.end else "")), part)
        for column, part in zip(made.columns, wide, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(phrases: Sequence[Phrase], wide: int, end: bool, size: str) -> str:
    more = _TIGHT + (_END if end else "")
    told = "".join(paragraph(typed(phrase.text, f"{phrase.style} {size}"), more=more) for phrase in phrases)
    return _around(told or paragraph("", more=more), wide)


def _around(inside: str, wide: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def signing(made: Signing, width: int) -> str:
    """Lines to sign on: a column for each party, three beside each other."""
    across = min(3, max(1, len(made.parties)))
    part = width // 635 // across
    line = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="2" w:color="auto"/></w:pBdr><w:spacing w:before="700"/>'
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
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{paragraph('')}"
