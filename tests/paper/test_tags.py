"""A PDF for whoever can't see it: every word has a place in a tree of headings, tables, lists and figures."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from tests.paper import four
from tests.paper.desk import squeezed
from tests.paper.test_formats import NAMES, examples
from workshop.model.visible import Audience
from workshop.paper.document import Figure, Heading, Listing, Paragraph, Table
from workshop.paper.kinds import PAPERS, composed, write

LEAVES = {"H1", "H2", "H3", "P", "LBody", "TH", "TD", "Figure"}


class Leaf(NamedTuple):
    """Something that is read: what it is, and its words as they are drawn or as they are told."""

    kind: str
    words: str


class Told:
    """A PDF as a screen reader takes it."""

    def __init__(self, path: Path) -> None:
        self.reader = PdfReader(path, strict=True)
        self.root: Any = self.reader.root_object["/StructTreeRoot"]
        self.pages = [page.indirect_reference.idnum for page in self.reader.pages if page.indirect_reference]
        self.drawn = {id: drawn(page, self.reader) for id, page in zip(self.pages, self.reader.pages, strict=True)}

    def tree(self, node: Any = None) -> Iterator[tuple[Any, list[Any]]]:
        """Every node with those below it."""
        node = self.root["/K"].get_object() if node is None else node
        kids = node["/K"] if isinstance(node["/K"], list) else []
        below = [kid.get_object() for kid in kids]
        yield node, below
        for kid in below:
            assert kid["/P"].get_object() == node
            yield from self.tree(kid)

    def leaves(self) -> list[Leaf]:
        """All that is read, in order; each mark of each page belongs to one of them."""
        found, left = [], {(page, mark) for page, marks in self.drawn.items() for mark in marks}
        for node, below in self.tree():
            if not below and node["/S"][1:] in LEAVES:
                place = node.raw_get("/Pg").idnum, node["/K"]
                left.remove(place)
                found.append(Leaf(node["/S"][1:], node.get("/Alt", self.drawn[place[0]][place[1]])))
        assert not left
        return found


def drawn(page: Any, reader: PdfReader) -> dict[int, str]:
    """The words of a page by their marks; asserts that no word is outside of one, and that what isn't read says so."""
    fonts = {name: font.get_object() for name, font in page["/Resources"]["/Font"].items()}
    maps = {name: letters(font) for name, font in fonts.items()}
    found: dict[int, str] = {}
    inside: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BMC":
            assert operands == ["/Artifact"]
            inside.append(None)
        elif operator == b"BDC":
            inside.append(operands[1]["/MCID"])
            found[inside[-1] or 0] = ""
        elif operator == b"EMC":
            inside.pop()
        elif operator == b"Tf":
            font = maps[operands[0]]
        elif operator in (b"Tj", b"'"):
            assert len(inside) == 1, "words outside of all marks, or inside of two"
            said = operands[0].original_bytes if hasattr(operands[0], "original_bytes") else bytes(operands[0])
            if inside[0] is not None:
                found[inside[0]] += "".join(font.get(code, "") for code in said)
        elif operator in (b"S", b"B", b"f"):
            assert inside == [None], "a line that isn't read must say so"
    assert not inside
    return found


def letters(font: DictionaryObject) -> dict[int, str]:
    """The letters of a font by their codes, as its own map tells."""
    if "/ToUnicode" not in font:
        return {}
    said = font["/ToUnicode"].get_data().decode()  # type: ignore[attr-defined]
    rows = [row.split() for row in said.splitlines() if row.startswith("<") and len(row.split()) == 2]
    return {int(a[1:-1], 16): bytes.fromhex(b[1:-1]).decode("utf-16-be", "replace") for a, b in rows}


def told(folder: Path, kind: str = "pdf", **wanted: Any) -> Told:
    write(kind, folder / "a.pdf", four.wish(four.played(), **wanted))
    return Told(folder / "a.pdf")


@pytest.mark.parametrize("name", NAMES)
def test_headings_tables_lists_and_figures_are_told_as_what_they_are(tmp_path, name):
    write("pdf", tmp_path / "a.pdf", wanted := examples(name))
    leaves = Told(tmp_path / "a.pdf").leaves()
    said = {kind: [squeezed(leaf.words) for leaf in leaves if leaf.kind == kind] for kind in LEAVES}
    blocks = composed(wanted).blocks
    for level in (1, 2, 3):
        headings = [b for b in blocks if isinstance(b, Heading) and b.level == level]
        written = [(b.mark.letter if b.mark else "") + b.text + b.detail for b in headings]
        title = [composed(wanted).front.title] if level == 1 else []
        assert said[f"H{level}"] == [squeezed(words) for words in title + written]
    tables = [block for block in blocks if isinstance(block, Table)]
    heads = [squeezed(column.title) for t in tables if any(c.title for c in t.columns) for column in t.columns]
    cells = [squeezed("".join(p.text for p in cell)) for t in tables for row in t.rows for cell in row.cells]
    assert said["TH"] == heads
    assert [cell for cell in said["TD"] if cell] == [cell for cell in cells if cell]
    assert said["LBody"] == [squeezed(item) for b in blocks if isinstance(b, Listing) for item in b.items]
    figures = [block for block in blocks if isinstance(block, Figure)]
    assert len(said["Figure"]) == sum(len(figure.pictures) for figure in figures)
    for figure in (figure for figure in figures if figure.pictures):
        twin = squeezed("".join([figure.named(), *(line for branch in figure.twin for line in branch.lines())]))
        assert len(twin) > 20 and twin in said["Figure"]
    assert {squeezed(b.text) for b in blocks if isinstance(b, Paragraph)} <= set(said["P"])


def test_a_table_has_one_head_and_its_rows_have_their_cells_under_it(tmp_path):
    made = told(tmp_path, audience=Audience.FULL)
    tables = [below for node, below in made.tree() if node["/S"] == "/Table"]
    assert len(tables) > 10
    for rows in tables:
        kinds = [[cell.get_object()["/S"] for cell in row["/K"]] for row in rows]
        assert all(set(kind) == {"/TD"} for kind in kinds[1:]) and len(set(kinds[0])) == 1
        assert kinds[0][0] == "/TD" or all(len(kind) <= len(kinds[0]) for kind in kinds)


def test_words_that_go_on_over_a_line_and_words_that_stand_under_others_are_told_apart(tmp_path):
    told_ = {leaf.words for leaf in told(tmp_path).leaves() if leaf.kind == "TD"}
    tables = [block for block in composed(four.wish(four.played())).blocks if isinstance(block, Table)]
    cells = {" ".join(phrase.text for phrase in cell) for t in tables for row in t.rows for cell in row.cells if cell}
    assert len(cells) > 100 and cells <= told_


@pytest.mark.parametrize("paper", [name for name in PAPERS if name != "programme"])
def test_every_word_of_every_paper_has_a_place_in_it(tmp_path, paper):
    made = told(tmp_path, paper=paper)
    assert made.reader.root_object["/MarkInfo"]["/Marked"] and made.leaves()  # type: ignore[index]
    parents = made.root["/ParentTree"]["/Nums"]
    numbers: list[Any] = [page["/StructParents"] for page in made.reader.pages]
    assert numbers == parents[::2] == list(range(len(made.pages)))
    for page, number in zip(made.pages, numbers, strict=True):
        of_page = [node.get_object() for node in parents[2 * number + 1]]
        assert [node["/K"] for node in of_page] == list(range(len(of_page)))
        assert {node.raw_get("/Pg").idnum for node in of_page} <= {page}


@pytest.mark.parametrize("kind", ["worksheets", "cards"])
def test_so_have_the_words_of_what_is_filled_in_by_hand(tmp_path, kind):
    assert told(tmp_path, kind).leaves()


def test_each_poster_begins_with_its_title_as_a_heading(tmp_path):
    headings = [leaf.words for leaf in told(tmp_path, paper="posters").leaves() if leaf.kind == "H1"]
    hung = composed(four.wish(four.played(), paper="posters")).posters
    assert headings == [poster.title for poster in hung for _ in poster.pictures]
