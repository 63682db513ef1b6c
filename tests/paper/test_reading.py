"""A PDF read aloud: its language, what it is called, where one can go, and all of it in the order that is meant."""

import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.paper import four
from tests.paper.desk import Print, squeezed
from tests.paper.test_formats import NAMES, examples
from tests.paper.test_summary import flat
from workshop.model.visible import Audience
from workshop.paper.document import Block, Figure, Listing, Signing, Table
from workshop.paper.kinds import FILES, PAPERS, composed, write


def in_order(blocks: tuple[Block, ...]) -> Iterator[str]:
    """What is read: headings, paragraphs, tables row by row, and the words of figures as the boards have them."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (phrase.text for row in block.rows for cell in row.cells for phrase in cell)
        elif isinstance(block, Figure):
            yield from (line for picture in block.pictures for p in picture.placed for t in p.texts for line in t.lines)
        elif isinstance(block, Listing):
            yield from block.items
        elif not isinstance(block, Signing):
            yield block.text


@pytest.mark.parametrize("name", NAMES)
def test_the_words_come_in_the_order_in_which_they_are_meant(tmp_path, name):
    write("pdf", tmp_path / "report.pdf", wanted := examples(name))
    pages = Print(tmp_path / "report.pdf").pages[1:]  # after the contents
    there, at = squeezed("".join(pages)), 0
    for said in in_order(composed(wanted).blocks):
        found = there.find(squeezed(said), at)
        assert found >= 0, f"{said!r} is not after what comes before it"
        at = found + len(squeezed(said))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="there is no other reader here")
def test_a_reader_that_goes_by_where_words_stand_reads_the_first_pages_in_order_too(tmp_path):
    write("pdf", tmp_path / "report.pdf", wanted := four.wish(four.played()))
    told = subprocess.run(["pdftotext", str(tmp_path / "report.pdf"), "-"], capture_output=True, check=True).stdout
    first, second, *_ = map(squeezed, told.decode().split("\f"))
    document, made = composed(wanted), Print(tmp_path / "report.pdf").reader
    front, contents = document.front, [entry.title for entry in flat(made.outline)][1:]
    agreed = next(block for block in document.blocks if isinstance(block, Table))
    said = [front.title, front.group, *(fact for _, fact in front.facts), *(p.name for p in front.parties), *contents]
    rows = [phrase.text for row in agreed.rows[:8] for cell in row.cells for phrase in cell]
    for page, words in ((first, said), (second, rows)):
        at = 0
        for word in words:
            at = page.index(squeezed(word), at) + len(squeezed(word))


@pytest.mark.parametrize("kind", [name for name, file in FILES.items() if file.ending == "pdf" and not file.papers])
def test_what_is_filled_in_by_hand_tells_its_language_and_its_title(tmp_path, kind):
    write(kind, tmp_path / "a.pdf", four.wish(four.played()))
    about(Print(tmp_path / "a.pdf"))


@pytest.mark.parametrize("paper", [name for name in PAPERS if name != "programme"])
def test_every_paper_tells_its_language_and_its_title_and_where_one_can_go(tmp_path, paper):
    write("pdf", tmp_path / "a.pdf", four.wish(four.played(), Audience.FULL, paper=paper))
    about(made := Print(tmp_path / "a.pdf"))
    assert made.reader.outline
    for page in made.reader.pages:
        for link in page.get("/Annots", ()):
            assert link.get_object()["/Contents"]


def about(made: Print) -> None:
    assert made.reader.root_object["/Lang"] == "sv"
    assert made.reader.metadata is not None and made.reader.metadata.title == "Mira i mitten"
