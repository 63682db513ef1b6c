"""Draws the library's rows: a session as a picture and a few lines, a hit as its place and its text with marks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workshop.screen import theme
from workshop.screen.home.found import Found, Index, Pictures, Row, day, excerpt, facts, place, still_open
from workshop.screen.home.recent import PICTURE

_PAD, _GAP, _SIDE = 12, 16, 220  # pixels around, between picture and words, and for the day to the right
_HIT = 52  # a hit's height
_LEFT = _PAD + PICTURE.width() + _GAP

Roles = QPalette.ColorRole


class FoundDrawn(QStyledItemDelegate):
    """Sessions and hits on bare paper, a hairline over each session."""

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A hit is lower than a session."""
        rows = index.model()
        row = rows.row(index.row()) if isinstance(rows, Found) and rows.with_hits else None
        return QSize(320, _HIT if row and row.hit else PICTURE.height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        rows = index.model()
        row = rows.row(index.row()) if isinstance(rows, Found) else None
        if not isinstance(rows, Found) or row is None:
            return
        palette, box = QApplication.palette(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.hit is None and index.row():
            painter.setPen(QPen(palette.color(Roles.Mid), 1))
            painter.drawLine(box.left() + _PAD, box.top(), box.right() - _PAD, box.top())
        _ground(painter, option, box, row, palette)
        if row.hit:
            _hit(painter, row, box, palette, rows)
        else:
            _session(painter, row, box, palette, rows, self._pictures)
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem, box: QRect, row: Row, palette: QPalette) -> None:
    """What shows that a row is the current one, with a ring where the list has the focus, or that it is pointed at."""
    current = bool(option.state & QStyle.StateFlag.State_Selected)
    focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if not (current or option.state & QStyle.StateFlag.State_MouseOver):
        return
    painter.setPen(QPen(palette.color(Roles.Accent), 2) if current and focus else Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(Roles.Highlight if current else Roles.AlternateBase))
    painter.drawRoundedRect(box.adjusted(_LEFT - 10 if row.hit else 1, 2, -2, -2), 6, 6)


def _session(painter: QPainter, row: Row, box: QRect, palette: QPalette, rows: Found, pictures: Pictures) -> None:
    session, words = row.session, rows.words
    frame = QRect(box.left() + _PAD, box.top() + _PAD, PICTURE.width(), PICTURE.height())
    _picture(painter, row, frame, palette, pictures)
    small, text = theme.letters("small"), theme.letters("text")
    ink, muted = palette.color(Roles.Text), palette.color(Roles.PlaceholderText)
    right = box.right() - _PAD
    side = QRect(right - _SIDE, box.top() + _PAD, _SIDE, 22)
    width = right - _SIDE - _GAP - box.left() - _LEFT
    left = QRect(box.left() + _LEFT, box.top() + _PAD, width, 22)
    _line(painter, session.title, left, text, ink, bold=True)
    for number, fact in enumerate(facts(session, words)):
        _line(painter, fact, left.translated(0, 22 + 20 * number), small, muted)
    _line(painter, day(session, words), side, small, muted, Qt.AlignmentFlag.AlignRight)
    _line(painter, still_open(session, words), side.translated(0, 22), small, muted, Qt.AlignmentFlag.AlignRight)
    if row.count:
        said = words.many("{n} hit", "{n} hits", row.count)
        _line(painter, said, side.translated(0, 42), small, ink, Qt.AlignmentFlag.AlignRight)


def _line(
    painter: QPainter,
    said: str,
    box: QRect,
    size: int,
    ink: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    bold: bool = False,
) -> None:
    painter.setFont(theme.font(size, bold))
    painter.setPen(ink)
    fitted = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, fitted)


def _picture(painter: QPainter, row: Row, frame: QRect, palette: QPalette, pictures: Pictures) -> None:
    """The session's picture; a sign where it has none, and a lock where it is not to be seen."""
    shown = None if row.session.shut else pictures.of(row.session.path)
    edge = QPainterPath()
    edge.addRoundedRect(QRectF(frame), 4, 4)
    painter.save()
    painter.setClipPath(edge)
    painter.fillRect(frame, palette.color(Roles.Base))
    if shown:
        painter.drawPixmap(frame.topLeft(), shown)
    else:
        sign = {"protected": "lock", "unreadable": "alert-triangle"}.get(row.session.shut, "file-text")
        theme.icon(sign, palette.color(Roles.PlaceholderText).name(), 24).paint(painter, frame)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(Roles.Mid), 1))
    painter.drawPath(edge)


def _hit(painter: QPainter, row: Row, box: QRect, palette: QPalette, rows: Found) -> None:
    if row.hit is None:
        return
    small, text = theme.letters("small"), theme.letters("text")
    line = QRect(box.left() + _LEFT, box.top() + 5, box.width() - _LEFT - _PAD - 8, 19)
    _line(painter, place(row.hit, rows.words), line, small, palette.color(Roles.PlaceholderText))
    said, marks = excerpt(row.hit)
    layout = marked(said, marks, theme.font(text), line.width(), palette)
    painter.setPen(palette.color(Roles.Text))
    layout.draw(painter, QPointF(line.left(), line.bottom() + 1))


def marked(said: str, marks: tuple[tuple[int, int], ...], font: QFont, width: int, palette: QPalette) -> QTextLayout:
    """A text in one line with its marks: bold on a ground of their own; it ends in … where there is no room for all."""
    layout = _laid_out(said, marks, font, palette)
    line = layout.lineAt(0)
    if line.naturalTextWidth() > width:
        room = width - QFontMetrics(font).horizontalAdvance("…")
        units = int(line.xToCursor(room, line.CursorPosition.CursorOnCharacter))
        kept = said.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore").rstrip() + "…"
        layout = _laid_out(kept, tuple((b, min(e, len(kept))) for b, e in marks if b < len(kept)), font, palette)
    return layout


def _laid_out(said: str, marks: tuple[tuple[int, int], ...], font: QFont, palette: QPalette) -> QTextLayout:
    layout = QTextLayout(said, font)
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.DemiBold)
    style.setFontUnderline(True)
    style.setBackground(palette.color(Roles.Highlight))
    ranges = []
    for begins, ends in marks:
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = _units(said[:begins]), _units(said[begins:ends]), style
        ranges.append(part)
    layout.setFormats(ranges)
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    return layout


def _units(text: str) -> int:
    """How long a text is as Qt counts it."""
    return len(text.encode("utf-16-le", "replace")) // 2
