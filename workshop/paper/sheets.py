"""A document as sheets of paper: each a picture like any other, with what can be jumped to and from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import groupby

from workshop.look import measure
from workshop.model.arrange import at
from workshop.model.badge import Badge
from workshop.model.letters import shortened, wrap
from workshop.model.picture import Picture, Placed, Stroke, Text
from workshop.paper.tags import PLAIN, Role

A4 = (595.28, 841.89)  # points
A3 = (1190.55, 841.89)  # lying down
EDGE = 64.0  # left and right of the text on A4
TOP, BOTTOM = 86.0, 764.0  # where the text begins and ends on A4
TEXT_WIDTH = A4[0] - 2 * EDGE
FIGURE = (TEXT_WIDTH, 590.0)  # the most that a figure takes, so that a heading has room above it
BESIDE = 425.0  # the most that one takes that stands on a page with the heading of its part
POSTER_EDGE = 48.0
POSTER_TOP = 118.0
POSTER = (A3[0] - 2 * POSTER_EDGE, 772.0 - POSTER_TOP)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that can be jumped to; those of level 1 and 2 stand in the contents."""

    title: str
    level: int
    anchor: str
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """A part of a sheet that leads to an anchor."""

    x: float
    y: float
    width: float
    height: float
    to: str


Part = tuple[float, float, tuple[Placed, ...], tuple[Stroke, ...], Role | None]  # None: what no reader reads


@dataclass(frozen=True)
class Sheet:
    """One side of paper, `scale` times as large as its picture.

    `laid` are parts of it that were measured from where they lie, (x, y); the rest of it is `ground`, and `edges`: what
    stands around all that, and is not read.
    """

    ground: Picture
    bookmarks: tuple[Bookmark, ...] = ()
    links: tuple[Link, ...] = ()
    scale: float = 1.0
    badges: tuple[Badge, ...] = ()
    laid: tuple[Part, ...] = ()
    edges: tuple[Placed, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that is on it, in the order in which it is read; a title is a heading."""
        apart = groupby(self.ground.placed, lambda placed: placed.id == "title")
        ground = ((0.0, 0.0, tuple(things), (), Role("H1") if title else PLAIN) for title, things in apart)
        return *self.laid, *ground, (0.0, 0.0, self.edges, self.ground.strokes, None)

    @cached_property
    def picture(self) -> Picture:
        """All that is on it, as one picture."""
        placed = tuple(at(p, x, y) for x, y, things, *_ in self.parts for p in things)
        strokes = tuple(s for x, y, _, lines, _ in self.parts for s in shifted(lines, x, y))
        return replace(self.ground, placed=placed, strokes=strokes)


def one_line(id: str, said: str, x: float, y: float, size: float, width: float, **look: object) -> Placed:
    """Words on one line, shortened with a sign where they are too many; `end=True` sets them at the right edge."""
    end, bold = bool(look.pop("end", False)), bool(look.get("bold", False))
    lines = _first_line(said, width / size, bold)
    left = x + width - measure(lines[0], bold) * size if end else x
    text = Text(lines, left, y, size, **look)  # type: ignore[arg-type]
    return Placed(id, "plain", left if end else x, y, x + width - left if end else width, text.height, (text,))


@lru_cache(maxsize=200)
def _first_line(said: str, width: float, bold: bool) -> tuple[str, ...]:
    return shortened(wrap(said, width, measure, bold), 1, width, measure, bold)


def rule(x: float, y: float, width: float, ink: str = "hairline", weight: float = 0.6) -> Stroke:
    """A line across."""
    return Stroke("rule", ((x, y), (x + width, y)), ink, weight)


def shifted(strokes: Iterable[Stroke], x: float, y: float) -> tuple[Stroke, ...]:
    """The same lines somewhere else."""
    return tuple(  # made anew by hand, as in model/arrange.py: a long report has thousands of them
        Stroke(s.id, tuple([(px + x, py + y) for px, py in s.points]), s.style, s.width, s.dash, s.closed, s.tone)
        for s in strokes
    )


def numbered(
    sheet: Sheet, number: str, running: str = "", day: str = "", warning: str = "", standing: str = ""
) -> Sheet:
    """A sheet with its running head, its number, how the session is kept, and what warns of a copy not to be shared.

    On A4 the head stands at the top and the rest at the foot; a poster has all of it at the foot.
    """
    picture = sheet.ground
    page = picture.width == A4[0]
    edge, size, foot = (EDGE, 8.5, 794.0) if page else (POSTER_EDGE, 10.5, 796.0)
    right = picture.width - edge
    placed = [one_line("number", number, right - 60, foot, size, 60, end=True, ink="muted")]
    parts = [("warning", warning, True, "warning"), ("standing", standing, False, "muted")]
    left = edge
    for id, said, bold, ink in parts if page else ():
        if said:
            wide = min(measure(said, bold) * size + 0.1, right - 80 - left)
            placed.append(one_line(id, said, left, foot, size, wide, bold=bold, ink=ink))
            left += wide + 16
    head, end = (42.0, right) if page else (foot, right - 80)
    for id, said, bold, ink in [("day", day, False, "muted"), *(() if page else parts)]:
        if said:
            wide = measure(said, bold) * size + 0.1
            placed.append(one_line(id, said, end - wide, head, size, wide, bold=bold, ink=ink))
            end -= wide + 20
    if running:
        placed.append(one_line("running", running, edge, head, size, end - edge, ink="muted"))
    return replace(sheet, edges=tuple(placed))
