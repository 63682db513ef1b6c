"""Fills pages with pieces, one under another: what belongs together stays together, and nothing is ever left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workshop.model.picture import Placed, Stroke, Text
from workshop.model.value import valueclass
from workshop.paper.sheets import Bookmark, shifted
from workshop.paper.tags import PLAIN, Role

_BARE = 0.2  # of a page; what begins a page goes on after less than this
_LEAST = 200.0  # points of a divided piece that must fit before it is begun at the foot of a page


@valueclass
class Piece:
    """Something to place on a page, measured from its own top and from `left` on the page.

    `before` is the space above it, but not at the top of a page; `keep`: on the same page as what follows; `fresh`:
    begins a page; `again` is repeated above it where a page begins with it; `whole`: may not be divided. `role` is what
    it is to whoever listens.
    """

    height: float
    placed: tuple[Placed, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    left: float = 0.0
    before: float = 0.0
    keep: bool = False
    fresh: bool = False
    whole: bool = False
    again: "Piece | None" = None
    bookmark: Bookmark | None = None
    to: str = ""
    role: Role | None = PLAIN


Page = list[tuple[float, Piece]]


def flow(pieces: Sequence[Piece], height: float) -> list[Page]:
    """Pages of pieces, each with how far down it lies."""
    pages: list[Page] = [[]]
    down = 0.0
    for group in _groups(pieces):
        if pages[-1] and ((group[0].fresh and down > height * _BARE) or down + _needed(group) > height):
            pages.append([])
            down = 0.0
        for piece in group:
            for part in _parts(piece, height, pages, down):
                if part is None:
                    pages.append([])
                    down = 0.0
                    continue
                if not pages[-1] and part.again:
                    pages[-1].append((0.0, part.again))
                    down = part.again.height
                down += part.before if pages[-1] else 0.0
                pages[-1].append((down, part))
                down += part.height
    return pages


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stay together with what follows them."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group


def _needed(group: Sequence[Piece]) -> float:
    """The room that a group needs on a page for it to begin there."""
    last = group[-1]
    least = last.height if last.whole else min(last.height, _LEAST)
    return sum(p.before + p.height for p in group[:-1]) + last.before + least


def _parts(piece: Piece, height: float, pages: list[Page], down: float) -> Iterator[Piece | None]:
    """A piece in as many parts as it takes; None stands for a new page."""
    room = height - down - (piece.before if pages[-1] else 0.0)
    while piece.height > room + 0.01:
        first, rest = (None, piece) if piece.whole else divided(piece, room)
        if first:
            yield first
            piece = rest
        yield None
        room = height - (piece.again.height if piece.again else 0.0)
        if piece.whole or (first is None and divided(piece, room)[0] is None):
            break
    yield piece


def divided(piece: Piece, room: float) -> tuple[Piece | None, Piece]:
    """The lines of a piece that end within some room, and the rest moved up; None where no line does."""
    above: list[Placed] = []
    below: list[Placed] = []
    for placed in piece.placed:
        lines = [line for text in placed.texts for line in text.each()]
        fit = tuple(line for line in lines if line.y + line.height <= room)
        rest = tuple(line for line in lines if line.y + line.height > room)
        if fit or not lines:
            above.append(_around(placed, fit) if lines else placed)
        if rest:
            below.append(_around(placed, rest))
    if not any(placed.texts for placed in above) or not below:
        return None, piece
    top, end = min(p.y for p in below), max(p.y + p.height for p in piece.placed)
    slack = piece.height - end
    moved = tuple(_raised(placed, top) for placed in below)
    strokes = shifted(piece.strokes, 0, -top)
    first = replace(piece, height=max(p.y + p.height for p in above), placed=tuple(above), strokes=())
    rest_height = max(p.y + p.height for p in moved) + slack
    return first, replace(
        piece, height=rest_height, placed=moved, strokes=strokes, before=0.0, bookmark=None, fresh=False
    )


def _around(placed: Placed, lines: tuple[Text, ...]) -> Placed:
    top = min(line.y for line in lines)
    return replace(placed, y=top, height=max(line.y + line.height for line in lines) - top, texts=lines)


def _raised(placed: Placed, by: float) -> Placed:
    return replace(placed, y=placed.y - by, texts=tuple(replace(t, y=t.y - by) for t in placed.texts))
