"""Writes a paper as a Word file with real styles, so that it can go on living in an organisation's own template."""

import io
from collections.abc import Iterator
from pathlib import Path

from docx.document import Document as Docx
from docx.oxml import parse_xml

from workshop.model.picture import Branch
from workshop.model.words import Words
from workshop.paper.document import Block, Document, Figure, Heading, Listing, Mark, Paragraph, Signing, Table
from workshop.paper.files import put
from workshop.paper.kinds import composed
from workshop.paper.painting import png
from workshop.paper.wish import Wish
from workshop.paper.word_page import CLOSE, contents, opened, paged, ready, text_width
from workshop.paper.word_tables import signing, table
from workshop.paper.word_xml import NAMESPACES, marked, paragraph, plain, typed

_PIXELS = 1400  # across a figure
_LONGEST = 2000  # letters of an alternative text; the tables tell the rest


def write(path: Path, wish: Wish) -> None:
    """Write a paper as a Word file; the file is there whole or not at all. Refusal where it can't be."""
    document = composed(wish)
    file = io.BytesIO()
    word(document, wish.words, wish.template).save(file)
    put(path, file.getvalue())


def word(document: Document, words: Words, template: Path | None = None) -> Docx:
    """A whole document, in a template or on plain paper."""
    made = opened(template)
    ready(made, document, template is None)
    body = _Body(made, words)
    headed = document.titled or bool(document.posters)
    blocks = list(document.flat())
    if headed:
        body.front(document)
        listed = [b for b in blocks if isinstance(b, Heading) and b.anchor and b.level < 3]
        if len(listed) > 2:
            body.add(contents(listed, words("Contents"), body.style("TOC Heading", "Heading 1")))
    for block in blocks:
        body.block(block, headed)
    paged(made, document, template is None)
    return made


class _Body:
    """The text of a file, to which blocks are added one after another."""

    def __init__(self, made: Docx, words: Words) -> None:
        self._made, self._words = made, words
        self._styles = {style.name: style.style_id for style in made.styles if style.name}
        self._end = made.element.body.sectPr
        self._wide = text_width(made)
        self._marks = 0

    def style(self, *names: str) -> str:
        """The id of the first of some styles that the file has; nothing where it has none of them."""
        return next((self._styles[name] for name in names if name in self._styles), "")

    def add(self, xml: str) -> None:
        """Put elements at the end."""
        for element in parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>"):
            self._end.addprevious(element)

    def front(self, document: Document) -> None:
        """The title, who met, where and when."""
        front = document.front
        if front.kicker:
            look = "warning" if document.warning else "accent"
            self.add(paragraph(typed(front.kicker, look), self.style("Subtitle")))
        self.add(paragraph(typed(front.title or "Verkstad"), self.style("Title", "Heading 1")))
        if front.group:
            self.add(paragraph(typed(front.group), self.style("Subtitle")))
        for label, value in front.facts:
            self.add(paragraph(typed(label, "strong", after=": ") + typed(value), more=CLOSE))
        for mark in front.parties:
            self.add(paragraph(_sign(mark) + typed(mark.name), more=CLOSE))

    def block(self, block: Block, headed: bool) -> None:
        """One block, whatever it is; the first heading of a paper without a title page is its title."""
        if isinstance(block, Heading):
            self._heading(block, headed)
        elif isinstance(block, Paragraph):
            style = self.style("Body Text") if block.style == "lead" else ""
            look = "muted dense" if block.style == "small" else ""
            self.add(paragraph(typed(block.text, look, link=block.to), style))
        elif isinstance(block, Listing):
            self.add("".join(paragraph(typed(item), self.style("List Bullet")) for item in block.items))
        elif isinstance(block, Table):
            self.add(table(block, self._wide, self.style("Table Grid", "Normal Table")))
        elif isinstance(block, Figure):
            self._figure(block)
        elif isinstance(block, Signing):
            self.add(signing(block, self._wide))

    def _heading(self, heading: Heading, headed: bool) -> None:
        level = heading.level if headed else heading.level - 1
        style = self.style(f"Heading {level}") if level else self.style("Title", "Heading 1")
        text = typed(heading.text) + (typed(heading.detail, "detail", before="  ") if heading.detail else "")
        self._marks += 1
        self.add(paragraph(marked(text, heading.anchor, self._marks), style, keep=True))

    def _figure(self, figure: Figure) -> None:
        """The board's pictures, each with what it shows as its alternative text."""
        name = figure.named() or self._words("Board")
        twin = "\n".join([name, *_lines(figure.twin)])
        alternative = twin if len(twin) <= _LONGEST else twin[: _LONGEST - 1] + "…"
        for picture in figure.pictures:
            line = self._made.add_paragraph()
            line.paragraph_format.keep_with_next = bool(figure.title)
            shape = line.add_run().add_picture(io.BytesIO(png(picture, _PIXELS)), width=self._wide)
            about = shape._inline.docPr
            about.set("title", plain(name))
            about.set("descr", plain(alternative))
        if figure.title:
            self.add(paragraph(typed(figure.title), self.style("Caption")))


def _sign(mark: Mark) -> str:
    return typed(mark.letter, "strong", after=" ") if mark.letter else ""


def _lines(branches: tuple[Branch, ...]) -> Iterator[str]:
    for branch in branches:
        yield from branch.lines()
