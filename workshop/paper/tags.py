"""Tells what each part of a PDF is to whoever listens to it: headings, tables row by row, lists, figures in words.

reportlab writes none of this. What is drawn is marked as it is drawn (see drawing.py); the tree of what the marks are
stands here, and takes the place of the list of objects at the end of the file (ISO 32000-1, 7.5.7, 7.5.8 and 14.7).
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import Any, NamedTuple


class Role(NamedTuple):
    """What a part of a page is: H1 to H3, P, LI (an item), TH or TR (a table's head, a row), or Figure, told by `alt`.

    Items of one list and rows of one table have the same number, `whole`.
    """

    kind: str
    whole: int = 0
    alt: str = ""


PLAIN = Role("P")
Marks = Sequence[tuple[Role, int]]  # what the parts of a page are, in order, and how many marks each has
_BRACKET, _ESCAPED = re.compile(r"([()\\])"), r"\\\1"
_AROUND = {"LI": "L", "TH": "Table", "TR": "Table"}
_ROW = {"LI": ("LI", "LBody"), "TH": ("TR", "TH/A<</O/Table/Scope/Column>>"), "TR": ("TR", "TD")}


def tagged(canvas: Any, marks: Sequence[Marks]) -> bytes:
    """The PDF of a canvas whose pages are all shown, with what their marks are."""
    from reportlab.pdfbase.pdfdoc import PDFName

    document = canvas._doc
    for number in range(len(marks)):
        page = document.idToObject[f"Page{number + 1}"]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number, PDFName("S")
    written: bytes = canvas.getpdfdata()
    numbers = {id: number for number, id in document.numberToId.items()}
    offsets = [document.idToOffset[document.numberToId[number]] for number in range(1, len(numbers) + 1)]
    root, about = (numbers[found.__InternalName__] for found in (document.Catalog, document.info))
    first = len(offsets) + 1
    tree = _tree(marks, [numbers[f"Page{number + 1}"] for number in range(len(marks))], first)
    body = written[: int(written.rsplit(b"startxref", 1)[1].split()[0])]
    catalog = body[offsets[root - 1] : body.index(b"endobj", offsets[root - 1])].rstrip().removesuffix(b">>")
    offsets[root - 1] = len(body)
    catalog += b"/MarkInfo <</Marked true>> /StructTreeRoot %d 0 R\n>>\nendobj\n" % first
    offsets.append(len(body) + len(catalog))
    together = _together(tree, first)
    start, last = offsets[-1] + len(together), first + len(tree) + 1
    head = f"/Type/XRef/W[1 4 4]/Size {last + 1}/Root {root} 0 R/Info {about} 0 R/ID".encode() + document.ID()
    table = _stream(last, head, _table(offsets, len(tree), first, start))
    return b"".join((body, catalog, together, table, b"startxref\n%d\n%%%%EOF\n" % start))


def _tree(marks: Sequence[Marks], pages: Sequence[int], first: int) -> list[str]:
    """The objects of the tree: its root, the whole document, and what the parts are, in order."""
    whole = first + 1
    made = ["", ""]
    below: list[int] = []  # what lies right below the document
    around: dict[int, tuple[int, str, list[int]]] = {}  # lists and tables, each with its kind and what is in it
    parents: list[str] = []
    for at, (page, parts) in enumerate(zip(pages, marks, strict=True)):
        found: list[int] = []
        for role, count in parts:
            kind, number = role.kind, first + len(made)
            if kind in _AROUND:
                if role.whole not in around:
                    around[role.whole] = number, _AROUND[kind], []
                    below.append(number)
                    made.append("")
                    number += 1
                within, _, rows = around[role.whole]
                rows.append(number)
                row, kind = _ROW[kind]
                made.append(f"<</S/{row}/P {within} 0 R/K[{_refs(range(number + 1, number + 1 + count))}]>>")
                within, number = number, number + 1
            else:
                within = whole
                below += range(number, number + count)
            said = f"<</S/{kind}/P {within} 0 R/Pg {page} 0 R{_alternative(role.alt)}/K "
            made += [f"{said}{mark}>>" for mark in range(len(found), len(found) + count)]
            found += range(number, number + count)
        parents.append(f"{at}[{_refs(found)}]")
    for number, kind, rows in around.values():
        made[number - first] = f"<</S/{kind}/P {whole} 0 R/K[{_refs(rows)}]>>"
    numbers = f"/ParentTree<</Nums[{''.join(parents)}]>>/ParentTreeNextKey {len(parents)}"
    made[0] = f"<</Type/StructTreeRoot/K {whole} 0 R{numbers}>>"
    made[1] = f"<</S/Document/P {first} 0 R/K[{_refs(below)}]>>"
    return made


def _refs(numbers: Iterable[int]) -> str:
    return " ".join([f"{number} 0 R" for number in numbers])


def _alternative(said: str) -> str:
    """Words as PDF holds them: in its own letters, which nearly all are, where they take a fourth of the room."""
    try:
        plain = said.encode("pdfdoc").decode("latin-1")  # as reportlab knows them
    except UnicodeEncodeError:
        return f"/Alt<FEFF{said.encode('utf-16-be', 'replace').hex()}>"
    return f"/Alt({_BRACKET.sub(_ESCAPED, plain)})" if plain else ""


def _together(objects: Sequence[str], first: int) -> bytes:
    """Objects in one stream, in which they take a tenth of the room; its number is the one after theirs."""
    many = len(objects)
    places = accumulate((len(said) + 1 for said in objects), initial=0)
    head = " ".join(map(str, chain.from_iterable(zip(range(first, first + many), places, strict=False)))) + "\n"
    told = f"/Type/ObjStm/N {many}/First {len(head)}".encode()
    return _stream(first + many, told, (head + "\n".join(objects)).encode("latin-1"))


def _table(offsets: Sequence[int], many: int, first: int, last: int) -> bytes:
    """Where each object is: in the file, or as one of many in the stream that comes after them."""
    holder = b"\2" + (first + many).to_bytes(4)
    apart = [_place(offset) for offset in offsets[:-1]]
    together = [holder + at.to_bytes(4) for at in range(many)]
    return b"".join([bytes(9), *apart, *together, _place(offsets[-1]), _place(last)])


def _place(offset: int) -> bytes:
    return b"\1" + offset.to_bytes(4) + bytes(4)


def _stream(number: int, head: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content, 1)  # numbers that grow: more work makes them hardly smaller
    told = b"/Filter/FlateDecode/Length %d" % len(packed)
    return b"%d 0 obj\n<<%s%s>>\nstream\n%s\nendstream\nendobj\n" % (number, head, told, packed)
