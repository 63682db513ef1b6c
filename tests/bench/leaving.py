"""How long papers of many pages take, and Word files and web pages, each against the least that its library can do.

A PDF is measured with all that comes before it, from the session to the file; a Word file and a web page from the same
document, against its headings, tables and figures put together with python-docx and with lxml in the plainest way.
"""

import gc
import io
import os
import statistics
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
from docx.shared import Emu
from lxml import html as lxml_html
from lxml.html import builder as e

from tests.bench.memory import MAKE, PROGRAM, _resident, _run
from tests.bench.paper import _compared, _crowded, _example, _ratio
from workshop.model.visible import Audience
from workshop.paper.compose import report
from workshop.paper.document import Document, Figure, Heading, Listing, Paragraph, Table
from workshop.paper.html import html
from workshop.paper.pages import sheets
from workshop.paper.painting import png
from workshop.paper.pdf import write
from workshop.paper.svg import drawn
from workshop.paper.wish import Wish
from workshop.paper.word import word
from workshop.words import Catalogue

WORDS = Catalogue("sv")
EXPORT = """
import re
from pathlib import Path
from tests.bench.leaving import with_cards
from workshop.paper.pdf import write
write(Path("{path}"), with_cards({cards}))
print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read()).group(1))  # unlike ru_maxrss its own
"""


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise) for PDF, Word, HTML, and memory."""
    few = max(3, rounds // 4)
    return [_hundred(few), _five_hundred(few), *_others(few), _memory(few)]


def with_cards(cards: int) -> Wish:
    """The example session with so many cards more."""
    exercise, text, state = _example()
    return Wish(_crowded(state, cards), {exercise.name: (exercise, {"sv": text})}, WORDS, Audience.FULL)


@cache
def cards_for(pages: int) -> int:
    """How many cards more it takes for a report of so many pages, or one more or less."""
    least, most = 0, pages * 40
    while most - least > 20:
        cards = (least + most) // 2
        if len(sheets(report(with_cards(cards)))) < pages:
            least = cards
        else:
            most = cards
    return most


def _hundred(rounds: int) -> tuple[str, float, float, float]:
    exercise, text, _ = _example()
    ratio, _, noise = _compared(exercise, text, with_cards(cards_for(100)).state, rounds)
    return "report PDF of 100 pages / bare canvas", ratio, 1.3, noise


def _five_hundred(rounds: int) -> tuple[str, float, float, float]:
    one, five = with_cards(cards_for(100)), with_cards(cards_for(500))
    gc.freeze()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"

        def hundred() -> None:
            write(path, one)

        def five_hundred() -> None:
            write(path, five)

        return (
            "report PDF of 500 pages / of 100",
            _ratio(five_hundred, hundred, rounds),
            5.5,
            _ratio(hundred, hundred, rounds),
        )


def _others(rounds: int) -> list[tuple[str, float, float, float]]:
    document = report(with_cards(400))

    def ours_word() -> None:
        word(document, WORDS).save(io.BytesIO())

    def least_word() -> None:
        _least_word(document).save(io.BytesIO())

    def ours_html() -> None:
        html(document, WORDS).encode()

    def least_html() -> None:
        lxml_html.tostring(_least_html(document), encoding="utf-8", doctype="<!DOCTYPE html>")

    ours_html()  # the style sheet and its fonts are read once
    return [
        (
            "Word, 400 cards more / python-docx by hand",
            _ratio(ours_word, least_word, 3),
            1.5,
            _ratio(least_word, least_word, 3),
        ),
        (
            "HTML, 400 cards more / lxml by hand",
            _ratio(ours_html, least_html, rounds * 3),
            1.5,
            _ratio(least_html, least_html, rounds * 3),
        ),
    ]


def _least_word(document: Document) -> Any:
    """The same headings, words, tables and figures as python-docx's own guide would put them there."""
    made = docx.Document()
    for block in document.blocks:
        if isinstance(block, Heading):
            made.add_heading(block.text, block.level)
        elif isinstance(block, Paragraph):
            made.add_paragraph(block.text)
        elif isinstance(block, Listing):
            for item in block.items:
                made.add_paragraph(item, "List Bullet")
        elif isinstance(block, Table):
            table = made.add_table(rows=0, cols=len(block.columns))
            for row in block.rows:
                for cell, phrases in zip(table.add_row().cells, row.cells, strict=True):
                    cell.text = "\n".join(phrase.text for phrase in phrases)
        elif isinstance(block, Figure):
            for picture in block.pictures:
                made.add_picture(io.BytesIO(png(picture, 1400)), width=Emu(5400000))
    return made


def _least_html(document: Document) -> Any:
    """The same as elements of lxml."""
    body: Any = e.BODY()
    for block in document.blocks:
        if isinstance(block, Heading):
            body.append(e.H2(block.text))
        elif isinstance(block, Paragraph):
            body.append(e.P(block.text))
        elif isinstance(block, Listing):
            body.append(e.UL(*(e.LI(item) for item in block.items)))
        elif isinstance(block, Table):
            rows = (e.TR(*(e.TD(*(e.P(p.text) for p in cell)) for cell in row.cells)) for row in block.rows)
            body.append(e.TABLE(*rows))
        elif isinstance(block, Figure):
            for picture in block.pictures:
                body.append(lxml_html.fragment_fromstring(f"<svg>{''.join(drawn(picture))}</svg>"))
    return e.HTML(e.HEAD(e.TITLE(document.front.title)), body)


def _memory(rounds: int) -> tuple[str, float, float, float]:
    """The most that the process which writes 500 pages takes, against the program idle with its desk and its wall."""
    with TemporaryDirectory() as home:
        session = _run(MAKE, home, "500").strip()
        idle = [_resident(PROGRAM, home, session, "500") for _ in range(2 * rounds)]
        program = EXPORT.format(path=Path(home) / "report.pdf", cards=cards_for(500))
        taken = [_peak(program, home) for _ in range(2)]
    noise = statistics.median(idle[::2]) / statistics.median(idle[1::2])
    return "memory while 500 pages are written / the program idle", max(taken) / statistics.median(idle), 2.0, noise


def _peak(program: str, home: str) -> float:
    environment = {**os.environ, "VERKSTAD_HOME": home}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return float(done.stdout)


if __name__ == "__main__":
    started = time.perf_counter()
    for said in measure(12):
        print(said, round(time.perf_counter() - started))
