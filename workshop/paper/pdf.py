"""Writes a paper as a PDF: A4 for reading, posters in A3."""

import gc
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from workshop.model.badge import Badge
from workshop.model.letters import clean
from workshop.model.words import Words
from workshop.paper.document import Document, Paragraph
from workshop.paper.drawing import Draw, drawer
from workshop.paper.files import put
from workshop.paper.fonts import missing, plain_font
from workshop.paper.kinds import composed
from workshop.paper.pages import sheets
from workshop.paper.sheets import Sheet
from workshop.paper.tags import Marks, tagged
from workshop.paper.wish import Wish

_NAMED = 24  # of the letters that no font has, how many are named


def write(path: Path, wish: Wish) -> None:
    """Write a paper as a PDF; the file is there whole or not at all. Refusal where it can't be."""
    with _uncollected():
        whole = with_missing(composed(wish), wish.words)
        put(path, rendered(whole, sheets(whole)))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which would walk through every box of every page again and again for nothing."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def with_missing(document: Document, words: Words) -> Document:
    """The document with a last line that names the letters which no font here has; they stand as empty boxes."""
    letters = sorted(missing(document.words()))
    if not letters:
        return document
    named = ", ".join(f"U+{ord(letter):04X}" for letter in letters[:_NAMED]) + (" …" if len(letters) > _NAMED else "")
    said = words.many(
        "One character is drawn as an empty box, because no font here has it: {letters}.",
        "{n} characters are drawn as empty boxes, because no font here has them: {letters}.",
        len(letters),
        letters=named,
    )
    return replace(document, blocks=(*document.blocks, Paragraph(said, "small")))


def rendered(document: Document, pages: Sequence[Sheet]) -> bytes:
    """Sheets as a PDF; the same sheets give the same bytes."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # text around the streams doubles the time and adds a quarter to the size
    told: dict[str, Any] = {"lang": document.language, "initialFontName": plain_font(), "pdfVersion": (1, 7)}
    canvas = Canvas(io.BytesIO(), pageCompression=1, invariant=1, **told)
    canvas.setTitle(clean(document.front.title))
    canvas.setSubject(clean(document.running))
    canvas.setAuthor(clean(document.front.group))
    canvas.setCreator("Verkstad")
    canvas.showOutline()
    canvas.setViewerPreference("DisplayDocTitle", "true")  # in the window's title, where the file's name would be
    draw = drawer(canvas)
    titles = {mark.anchor: clean(mark.title) for sheet in pages for mark in sheet.bookmarks}
    return tagged(canvas, [_sheet(canvas, sheet, titles, draw) for sheet in pages])


def _badge(canvas: Any, badge: Badge, y: float) -> None:
    from reportlab.lib.utils import ImageReader

    if badge.image:
        image = ImageReader(io.BytesIO(badge.image))
        canvas.drawImage(image, badge.x, y, badge.width, badge.height, mask="auto")
    else:
        canvas.setFillColor(badge.colour)
        canvas.rect(badge.x, y, badge.width, badge.height, stroke=0, fill=1)


def _sheet(canvas: Any, sheet: Sheet, titles: Mapping[str, str], draw: Draw) -> Marks:
    """Draw a sheet, and say which marks stand around its parts."""
    picture = sheet.ground
    canvas.setPageSize((picture.width * sheet.scale, picture.height * sheet.scale))
    canvas.scale(sheet.scale, sheet.scale)
    for mark in sheet.bookmarks:
        canvas.bookmarkPage(mark.anchor, fit="XYZ", left=0, top=(picture.height - mark.y) * sheet.scale)
        canvas.addOutlineEntry(clean(mark.title), mark.anchor, mark.level - 1)
    for link in sheet.links:
        top = picture.height - link.y
        canvas.linkRect(
            titles.get(link.to, ""), link.to, (link.x, top - link.height, link.x + link.width, top), Border="[0 0 0]"
        )
    marks = draw(picture.height, sheet.parts)
    for badge in sheet.badges:
        canvas.addLiteral("/Artifact BMC")
        _badge(canvas, badge, picture.height - badge.y - badge.height)
        canvas.addLiteral("EMC")
    canvas.showPage()
    return marks
