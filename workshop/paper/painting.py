"""Paints pictures in pixels, for files that can't hold drawings: the same boxes, lines and letters as everywhere."""

import io
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from workshop.look import RESOURCES
from workshop.model.picture import UNDER_DOWN, UNDER_WIDE, Picture, Placed, Stroke, Text
from workshop.paper.drawing import ASCENT, DASHES, DEPTH, colour, corner, paper_colours
from workshop.paper.fonts import base_is_leftwards, runs

_FINER = 2  # painted so many times larger, and then made smaller, so that edges are smooth

Point = tuple[float, float]


def png(picture: Picture, width: int) -> bytes:
    """A picture as PNG, so many pixels wide, on white."""
    from PIL import Image, ImageDraw

    height = max(1, math.ceil(width * picture.height / picture.width))
    canvas = Image.new("RGB", (width * _FINER, height * _FINER), "white")
    brush = _Brush(ImageDraw.Draw(canvas), canvas.width / picture.width)
    for stroke in picture.strokes:
        _stroke(brush, stroke)
    for placed in picture.placed:
        if paint := _ROLES.get(placed.role):
            paint(brush, placed)
        for text in placed.texts:
            _text(brush, placed, text)
    file = io.BytesIO()
    canvas.reduce(_FINER).quantize(256, dither=Image.Dither.NONE).save(file, "PNG", optimize=False)
    return file.getvalue()


class _Brush:
    """Draws in the picture's own measures."""

    def __init__(self, draw: Any, scale: float) -> None:
        self.draw, self.scale = draw, scale

    def line(self, points: Sequence[Point], ink: str, width: float) -> None:
        """A line through some points, its corners round."""
        wide = max(1, round(width * self.scale))
        self.draw.line([self._at(point) for point in points], _rgb(colour(ink)), wide, joint="curve")

    def shape(self, points: Sequence[Point], fill: str) -> None:
        """A filled shape."""
        self.draw.polygon([self._at(point) for point in points], _rgb(colour(fill)))

    def box(
        self, box: tuple[float, float, float, float], round_: float, fill: Any, edge: Any = None, w: float = 0
    ) -> None:
        """A filled box (left, top, width, height) with round corners, with a line around it."""
        x, y, wide, high = box
        ends = [*self._at((x, y)), *self._at((x + wide, y + high))]
        around = max(1, round(w * self.scale)) if edge else 0
        self.draw.rounded_rectangle(ends, round_ * self.scale, fill and _rgb(fill), edge and _rgb(edge), around)

    def words(self, x: float, base: float, said: str, font: str, size: float, ink: str) -> float:
        """Letters of one font from a point on the baseline; how wide they are."""
        letters = _font(font, max(1, round(size * self.scale)))
        self.draw.text(self._at((x, base)), said, _rgb(colour(ink)), letters, anchor="ls")
        return letters.getlength(said) / self.scale

    def long(self, said: str, font: str, size: float) -> float:
        """How wide letters of one font are."""
        return _font(font, max(1, round(size * self.scale))).getlength(said) / self.scale

    def _at(self, point: Point) -> Point:
        return point[0] * self.scale, point[1] * self.scale


@cache
def _font(name: str, pixels: int) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(RESOURCES / "fonts" / f"{name}.ttf", pixels, layout_engine=ImageFont.Layout.BASIC)


def _rgb(said: Sequence[float]) -> tuple[int, ...]:
    return tuple(round(part * 255) for part in said)


def _text(brush: _Brush, placed: Placed, text: Text) -> None:
    """A text's lines; from the right edge where its letters run from there."""
    step = text.size * text.leading
    first = text.y + (step - (ASCENT + DEPTH) * text.size) / 2 + ASCENT * text.size
    leftwards = base_is_leftwards(text.lines)
    ink = "muted" if placed.shade == "faint" and text.ink == "ink" else text.ink
    for number, line in enumerate(text.lines):
        made = runs(line, text.bold, leftwards)
        x = text.x
        if leftwards:
            x = 2 * placed.x + placed.width - text.x - sum(brush.long(said, font, text.size) for font, said in made)
        for font, said in made:
            x += brush.words(x, first + number * step, said, font, text.size, ink)
    for number, start, end in text.lit:
        before, through = (
            sum(brush.long(said, font, text.size) for font, said in runs(text.lines[number][:n], text.bold, leftwards))
            for n in (start, end)
        )
        y = first + number * step + UNDER_DOWN * text.size
        brush.box((text.x + before, y, through - before, UNDER_WIDE * text.size), 0, colour(ink))


def _card(brush: _Brush, placed: Placed) -> None:
    """A slip of paper with a hairline; one kept has a band down its side, one held a ring, a bare one only words."""
    if placed.shade == "bare":
        return
    fill, line = paper_colours(placed.tone, placed.shade)
    box, round_ = (placed.x, placed.y, placed.width, placed.height), corner(placed)
    brush.box(box, round_, fill, line, 0.5)
    if placed.shade == "held":
        brush.box(box, round_, None, colour("accent"), 1.6)
    if placed.shade == "strong":
        brush.box((placed.x, placed.y, max(2.0, round_), placed.height), min(2.0, round_), colour("accent"))


def _bar(brush: _Brush, placed: Placed) -> None:
    """A filled shape without a hairline."""
    brush.box((placed.x, placed.y, placed.width, placed.height), corner(placed), colour(placed.tone or "hairline"))


_ROLES: Mapping[str, Callable[[_Brush, Placed], None]] = {"card": _card, "bar": _bar, "mark": _bar, "curtain": _bar}


def _stroke(brush: _Brush, stroke: Stroke) -> None:
    """A line or a closed shape; a double line is a wide one with a gap in it."""
    points = [*stroke.points, stroke.points[0]] if stroke.closed else list(stroke.points)
    if stroke.tone and len(points) > 2:
        brush.shape(points, stroke.tone)
    if stroke.dash in DASHES:
        on, off = (part * stroke.width for part in DASHES[stroke.dash])
        for part in _dashes(points, max(on, stroke.width), off):
            brush.line(part, stroke.style, stroke.width)
        return
    brush.line(points, stroke.style, stroke.width * (3 if stroke.dash == "double" else 1))
    if stroke.dash == "double":
        brush.line(points, stroke.tone or "surface", stroke.width)


def _dashes(points: Sequence[Point], on: float, off: float) -> Iterator[list[Point]]:
    """A line in pieces of one length with gaps of another."""
    left, drawing, piece = on, True, [points[0]]
    for start, end in zip(points, points[1:], strict=False):
        long = math.dist(start, end)
        done = 0.0
        while long - done > left:
            done += left
            share = done / long
            turn = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            if drawing:
                yield [*piece, turn]
            drawing, left, piece = not drawing, off if drawing else on, [turn]
        left -= long - done
        piece.append(end)
    if drawing and len(piece) > 1:
        yield piece
