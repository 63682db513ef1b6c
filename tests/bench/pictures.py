"""How long it takes to make a PNG of a board, against painting the same boxes, lines and words bare with one painter.

Both end in the same kind of file. The limit and the program alternate in random order in one process; the ratio is the
median of the pairs, the noise that of the limit against itself.
"""

import random
import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from tests.paper import four
from workshop.look import colours
from workshop.model.picture import Picture
from workshop.paper.single import singles
from workshop.screen.render import pngs
from workshop.screen.theme import load_fonts

BUDGET = 1.2
SIZE = (1920, 1080)
BOARDS = ("map", "iceberg", "provocations")


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise) for the fullest picture of a few boards."""
    app = QApplication.instance() or QApplication([])
    load_fonts()
    found = []
    for board in BOARDS:
        made = singles(four.wish(four.played(), four.Audience.FULL, board=board))
        picture = max((one.picture for one in made), key=lambda picture: len(picture.placed))

        def program(picture: Picture = picture) -> bytes:
            return pngs({"": picture}, SIZE)[""]

        def limit(picture: Picture = picture) -> bytes:
            return _bare(picture)

        assert _inked(program()) and _inked(limit())
        ratio, noise = _ratio(program, limit, rounds), _ratio(limit, limit, rounds)
        found.append((f"PNG of a board, {board}", ratio, BUDGET, noise))
    del app
    return found


def _ratio(one: Callable[[], object], other: Callable[[], object], rounds: int) -> float:
    ratios = []
    for _ in range(rounds):
        pair, backwards = [one, other], random.random() < 0.5
        taken = [_time(act) for act in (pair[::-1] if backwards else pair)]
        first, second = taken[::-1] if backwards else taken
        ratios.append(first / second)
    return statistics.median(ratios)


def _time(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _inked(png: bytes) -> bool:
    """Whether there are letters in the picture, which a picture of boxes alone would not have."""
    image = QImage.fromData(png)
    dark = sum(image.pixelColor(x, y).lightness() < 80 for x in range(0, 900, 3) for y in range(0, 160, 3))
    return (image.width(), image.height()) == SIZE and dark > 100


def _bare(picture: Picture) -> bytes:
    """The same as one would paint it by hand."""
    found = colours("light")
    made = QImage(*SIZE, QImage.Format.Format_RGB32)
    made.fill(QColor(found["paper"]))
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(SIZE[0] / picture.width, SIZE[1] / picture.height)
    for stroke in picture.strokes:
        painter.setPen(QPen(QColor(found[stroke.style]), stroke.width))
        painter.setBrush(QColor(found[stroke.tone]) if stroke.tone else Qt.BrushStyle.NoBrush)
        points = QPolygonF([QPointF(x, y) for x, y in stroke.points])
        (painter.drawPolygon if stroke.closed else painter.drawPolyline)(points)
    for placed in picture.placed:
        if placed.role != "plain" and placed.tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(found[placed.tone]))
            painter.drawRoundedRect(QRectF(placed.x, placed.y, placed.width, placed.height), 6, 6)
        for text in placed.texts:
            font = QFont("Atkinson Hyperlegible Next")
            font.setWeight(QFont.Weight.DemiBold if text.bold else QFont.Weight.Normal)
            font.setPixelSize(max(1, round(text.size)))
            painter.setFont(font)
            painter.setPen(QColor(found[text.ink]))
            for number, line in enumerate(text.lines):
                painter.drawText(QPointF(text.x, text.y + (number + 0.8) * text.size * text.leading), line)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
