"""Files that left the program, read back as somebody would with other programs: rows of cells, headings, all words."""

import html
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from lxml import html as pages

Rows = list[tuple[str, ...]]


def squeezed(said: str) -> str:
    """Words without the space that line breaks put in or take out, and without what no file can hold."""
    return re.sub("[\\s\ufffe\uffff]+", "", said)


def docx_rows(path: Path) -> Rows:
    """The rows of all tables of a Word file."""
    return [tuple(squeezed(cell.text) for cell in row.cells) for t in docx.Document(str(path)).tables for row in t.rows]


def html_rows(path: Path) -> Rows:
    """The rows of all tables of a web page, as a browser takes them."""
    page = pages.fromstring(path.read_bytes())
    return [tuple(squeezed(cell.text_content()) for cell in row) for row in page.iter("tr")]


def md_rows(path: Path) -> Rows:
    """The rows of all tables of a Markdown file, without the lines under their heads."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line.startswith("|")]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]
    return [tuple(map(_unmarked, row)) for row in cells if set("".join(row)) - set(" -")]


def _unmarked(cell: str) -> str:
    """A cell's words as they were written."""
    bare = "<br>".join(re.sub(r"^\s*(\*{1,2})(?!\\)(.*?)(?<!\\)\1\s*$", r"\2", part) for part in cell.split("<br>"))
    return squeezed(html.unescape(re.sub(r"\\(.)", r"\1", bare.replace("<br>", ""))))


READ: Mapping[str, Callable[[Path], Rows]] = {"docx": docx_rows, "html": html_rows, "md": md_rows}


def md_words(path: Path) -> str:
    """All words of a Markdown file, as they were written."""
    return html.unescape(re.sub(r"\\(.)", r"\1", path.read_text("utf-8").replace("<br>", "")))
