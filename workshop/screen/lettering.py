"""Text ready to draw: laid out once, as wide as the model measured it, with lines under what is lit."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from workshop.model.picture import UNDER_DOWN, UNDER_WIDE, Text
from workshop.screen.theme import font, load_fallback_fonts

_FOREIGN = re.compile("[^\u0000-\u024f\u2000-\u206f\u20ac\u2122\u2200-\u2265]")  # what the text font may not have


@cache
def text_font(pixels: int, bold: bool, tabular: bool = False) -> QFont:
    """The text font without kerning, so that lines are as wide as the model measured them."""
    made = font(pixels, bold)
    made.setKerning(False)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def _rise(pixels: int, bold: bool) -> tuple[float, float]:
    """Ascent and height of the text font."""
    metrics = QFontMetricsF(text_font(pixels, bold))
    return metrics.ascent(), metrics.ascent() + metrics.descent()


class Lines(NamedTuple):
    """Text ready to draw. Qt's letters are whole pixels high, so they are drawn a little smaller or larger: `scale`.

    `lit` are the lines under some of its words.
    """

    layout: QTextLayout
    at: QPointF
    scale: float
    colour: QColor
    lit: tuple[QRectF, ...] = ()

    def draw(self, painter: QPainter) -> None:
        """Draw the lines at their place."""
        for rect in self.lit:
            painter.fillRect(rect.translated(self.at), self.colour)
        painter.setPen(self.colour)
        if self.scale == 1:
            self.layout.draw(painter, self.at)
            return
        before = painter.worldTransform()
        painter.translate(self.at)
        painter.scale(self.scale, self.scale)
        self.layout.draw(painter, QPointF())
        painter.setWorldTransform(before)


def laid_out(text: Text, at: QPointF, width: float, colour: QColor, tabular: bool = False) -> Lines:
    """Text as lines ready to draw; those of right-to-left scripts start from the right edge of `width`."""
    said = "\u2028".join(text.lines)
    foreign = _FOREIGN.search(said) is not None
    if foreign:
        load_fallback_fonts()
    pixels = max(1, round(text.size))
    scale = text.size / pixels
    layout = QTextLayout(said, text_font(pixels, text.bold, tabular))
    layout.setTextOption(_option(foreign and _reads_leftward(said)))
    layout.setCacheEnabled(True)
    ascent, height = _rise(pixels, text.bold)
    step = pixels * text.leading
    first = (step - height) / 2 + ascent
    layout.beginLayout()
    for number in range(len(text.lines)):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width / scale)
        line.setPosition(QPointF(0, number * step + first - line.ascent()))
    layout.endLayout()
    return Lines(layout, at, scale, colour, tuple(_under(layout, scale, *part) for part in text.lit))


def _under(layout: QTextLayout, scale: float, number: int, start: int, end: int) -> QRectF:
    """A line under a part of a laid out line, from where its first letter begins to where its last ends."""
    line = layout.lineAt(number)
    first = line.textStart()
    left, right = sorted(line.cursorToX(first + place)[0] for place in (start, end))  # type: ignore[index]
    size = layout.font().pixelSize()
    y = line.position().y() + line.ascent() + size * UNDER_DOWN
    return QRectF(left * scale, y * scale, (right - left) * scale, max(1.0, size * UNDER_WIDE * scale))


@cache
def _option(leftward: bool) -> QTextOption:
    """No wrapping, since the lines are broken already."""
    option = QTextOption(Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def _reads_leftward(text: str) -> bool:
    """Whether the first letter that has a direction is of a right-to-left script."""
    ways = (unicodedata.bidirectional(char) for char in text)
    return next((way in ("R", "AL") for way in ways if way in ("L", "R", "AL")), False)
