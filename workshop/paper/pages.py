"""A whole document as sheets of paper, in their order: title page, text, posters."""

from collections.abc import Sequence
from dataclasses import replace

from workshop.model.arrange import at
from workshop.model.badge import Badge
from workshop.model.picture import Picture
from workshop.paper.document import Document, Poster
from workshop.paper.flow import Page, flow
from workshop.paper.setting import pieces
from workshop.paper.sheets import (
    A3,
    A4,
    BOTTOM,
    EDGE,
    POSTER_EDGE,
    POSTER_TOP,
    TOP,
    Bookmark,
    Link,
    Part,
    Sheet,
    numbered,
    one_line,
    shifted,
)
from workshop.paper.title import title_page

_CLOSER = (5.0, 3.5)  # the space about the words of a row: the first for fewer pages, the rest for a single one
_SHORT = 6  # pages; so many are worth setting closer
_BAND, _LOGOTYPE, _WIDEST = 7.0, 40.0, 170.0  # the colour along the edge, and the most that a logotype takes


def sheets(document: Document) -> tuple[Sheet, ...]:
    """The document's sheets, numbered, with the contents on the first where it has a title page."""
    text = [_page(page) for page in _pages(document)]
    hung = [poster_sheet(poster, page) for poster in document.posters for page in range(len(poster.pictures))]
    inside = [*text, *(replace(sheet, scale=document.scale) for sheet in hung)]
    before = 1 if document.titled else 0
    many = len(inside) + before
    made = []
    for n, sheet in enumerate(inside, 1 + before):
        headed = not text or n > 1  # a page that begins with the paper's title has no head over that
        running, day = (document.running, document.day) if headed else ("", "")
        made.append(numbered(sheet, f"{n} ({many})", running, day, document.warning, document.standing))
    if not document.titled:
        return _marked(made, document)
    contents = [(mark, number) for number, sheet in enumerate(inside, 2) for mark in sheet.bookmarks]
    head = title_page(document.front, contents, bool(document.warning))
    first = numbered(head, f"1 ({many})", warning=document.warning, standing=document.standing)
    return _marked([first, *made], document)


def _marked(sheets: Sequence[Sheet], document: Document) -> tuple[Sheet, ...]:
    """Sheets whose first one has the organisation's mark: its colour along the edge, its logotype above the title."""
    mark = document.organisation
    if mark is None or not sheets:
        return tuple(sheets)
    page = sheets[0].ground
    badges = [Badge(0, 0, page.width, _BAND, colour=mark.colour)] if mark.colour else []
    if mark.logotype:
        high = min(_LOGOTYPE, _WIDEST / mark.shape)
        wide = high * mark.shape
        left = EDGE if document.titled else page.width - EDGE - wide
        badges.append(Badge(left, 44, wide, high, image=mark.logotype))
    return (replace(sheets[0], badges=tuple(badges)), *sheets[1:])


def page_count(document: Document) -> int:
    """How many pages its text takes."""
    return len(_pages(document))


def _pages(document: Document) -> list[Page]:
    """Pages of text; of a document without a title page as few as can be, with its rows closer together if need be."""
    if not document.blocks:
        return []
    made = flow(tuple(pieces(document.blocks)), BOTTOM - TOP)
    if document.titled or not 1 < len(made) <= _SHORT:
        return made
    closer = [flow(tuple(pieces(document.blocks, pad)), BOTTOM - TOP) for pad in _CLOSER]
    one = next((pages for pages in closer if len(pages) == 1), None)
    return one or min(made, closer[0], key=len)


def _page(page: Page) -> Sheet:
    """A page of text."""
    laid: list[Part] = []
    marks, links = [], []
    for down, piece in page:
        y = TOP + down
        laid.append((piece.left, y, piece.placed, piece.strokes, piece.role))
        if piece.bookmark:
            marks.append(replace(piece.bookmark, y=y - 12))
        if piece.to:
            links += [Link(p.x, p.y + y, p.width, p.height, piece.to) for p in piece.placed]
    return Sheet(Picture(*A4, ()), tuple(marks), tuple(links), laid=tuple(laid))


def poster_sheet(poster: Poster, page: int, paper: tuple[float, float] = A3) -> Sheet:
    """One sheet of a poster: the board's title, which step it shows, and the board as large as it can be."""
    picture, width = poster.pictures[page], paper[0] - 2 * POSTER_EDGE
    caption = poster.caption
    if len(poster.pictures) > 1:
        caption = f"{caption} · " if caption else ""
        caption += f"{page + 1}/{len(poster.pictures)}"
    placed = [one_line("title", poster.title, POSTER_EDGE, 36, 38, width, bold=True, leading=1.15)]
    if caption:
        placed.append(one_line("caption", caption, POSTER_EDGE, 81, 15, width, ink="muted"))
    placed += [at(p, POSTER_EDGE, POSTER_TOP) for p in picture.placed]
    title = " · ".join(part for part in (poster.title, poster.caption) if part)
    marks: Sequence[Bookmark] = () if page else (Bookmark(title, 1, poster.anchor),)
    return Sheet(Picture(*paper, tuple(placed), shifted(picture.strokes, POSTER_EDGE, POSTER_TOP)), tuple(marks))
