"""Lines and shapes, which lie under everything else: drawn as a scene's background, so that a view can keep it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from workshop.model.picture import Stroke
from workshop.screen.theme import Theme

_DASHES = {"dashed": Qt.PenStyle.DashLine, "dotted": Qt.PenStyle.DotLine}


def pen(stroke: Stroke, theme: Theme) -> QPen:
    """What a line is drawn with; a double one is wide, and gets a gap drawn in it."""
    wide = stroke.width * 3 if stroke.dash == "double" else stroke.width
    made = QPen(theme.colour(stroke.style), wide, _DASHES.get(stroke.dash, Qt.PenStyle.SolidLine))
    made.setCapStyle(Qt.PenCapStyle.RoundCap if stroke.dash == "dotted" else Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def brush(stroke: Stroke, theme: Theme) -> QBrush:
    """What a shape is filled with; nothing where it is a line."""
    return QBrush(theme.colour(stroke.tone)) if stroke.tone else QBrush(Qt.BrushStyle.NoBrush)


def path(stroke: Stroke) -> QPainterPath:
    """The way that a line takes."""
    made = QPainterPath()
    made.addPolygon(QPolygonF([QPointF(x, y) for x, y in stroke.points]))
    if stroke.closed:
        made.closeSubpath()
    return made


class Line:
    """One stroke, ready to draw."""

    __slots__ = ("bounds", "stroke", "theme", "_between", "_brush", "_path", "_pen")

    def __init__(self, stroke: Stroke, theme: Theme) -> None:
        self.stroke, self.theme = stroke, theme
        self._path, self._pen, self._brush = path(stroke), pen(stroke, theme), brush(stroke, theme)
        self._between = QPen(theme.colour(stroke.tone or "paper"), stroke.width) if stroke.dash == "double" else None
        room = self._pen.widthF() + 1
        self.bounds = self._path.boundingRect().adjusted(-room, -room, room, room)

    def draw(self, painter: QPainter, part: QRectF) -> None:
        """Draw it where any of it lies in a part of the picture."""
        if not self.bounds.intersects(part):
            return
        painter.setPen(self._pen)
        painter.setBrush(self._brush)
        painter.drawPath(self._path)
        if self._between:
            painter.setPen(self._between)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._path)
