"""Sessions worked with before, each with a picture, as a list that opens them."""

import datetime
import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workshop import clock
from workshop.model.words import Words
from workshop.screen import theme
from workshop.screen.house import Recent

PICTURE = QSize(112, 63)
_PAD, _GAP = 12, 16
LOCALES = {"sv": "sv_SE", "en": "en_GB"}

Index = QModelIndex | QPersistentModelIndex


def when(saved: str, now: datetime.datetime, words: Words) -> str:
    """When a session was saved, as one says it: “today 14:32”, “3 October”, “3 October 2025”."""
    try:
        moment = datetime.datetime.fromisoformat(saved)
    except ValueError:
        return ""
    time = f"{moment:%H:%M}"
    days = (now.date() - moment.date()).days
    if days == 0:
        return words("today {time}", time=time)
    if days == 1:
        return words("yesterday {time}", time=time)
    day = QDate(moment.year, moment.month, moment.day)
    return QLocale(LOCALES[words.language]).toString(day, "d MMMM" if moment.year == now.year else "d MMMM yyyy")


@dataclass(slots=True)
class _Row:
    """A session as its three lines, and its picture once it has been drawn."""

    recent: Recent
    lines: tuple[str, str, str]
    missing: bool
    picture: QPixmap | None = None


def _row(recent: Recent, titles: Mapping[str, str], words: Words) -> _Row:
    """Title; who and what; when it was saved, or that its file is gone."""
    missing = not recent.path.exists()
    about = " · ".join(part for part in (recent.group, titles.get(recent.exercise, recent.exercise)) if part)
    about = words("Protected") if recent.protected else about
    saved = when(recent.saved, clock.now(), words)
    last = words("The file is not in its place any more") if missing else words("saved {when}", when=saved)
    return _Row(recent, (recent.title, about, last), missing)


class _Rows(QAbstractListModel):
    """The sessions as Qt's lists want them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[_Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """How many sessions."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a screen reader says of a session, its whole title, and what did not fit as a tooltip."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(line for line in row.lines if line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "<br>".join(html.escape(line) for line in (*row.lines, str(row.recent.path)) if line)
        return row.recent.title if role == Qt.ItemDataRole.DisplayRole else None


class RecentList(QListView):
    """The latest first; a double click opens one, and its keys are in session_commands."""

    chosen = Signal(object)  # the file's path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent")  # the focus is drawn around the row, not around the list
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Drawn(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._choose)

    def show_all(self, recents: Sequence[Recent], titles: Mapping[str, str], words: Words) -> None:
        """Put these sessions in the list; `titles` are the exercises' by name."""
        self._rows.beginResetModel()
        self._rows.rows = [_row(recent, titles, words) for recent in recents]
        self._rows.endResetModel()
        if recents:
            self.setCurrentIndex(self._rows.index(0, 0))

    def count(self) -> int:
        """How many sessions there are."""
        return self._rows.rowCount()

    def speak(self, words: Words) -> None:
        """Name the list in a language; the sessions are said when they are shown."""
        self.setAccessibleName(words("Recent sessions"))

    def picked(self) -> Path | None:
        """The file of the session that is picked; None where there is none."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].recent.path if index.isValid() else None

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._rows.rows[index.row()].recent.path)


class _Drawn(QStyledItemDelegate):
    """A session as a picture and three lines on bare paper, a hairline between it and the next."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are as high."""
        return QSize(280, PICTURE.height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one session."""
        rows = index.model()
        if not isinstance(rows, _Rows):
            return
        # the list's own palette has the style sheet's transparent paper in it
        row, palette, box = rows.rows[index.row()], QApplication.palette(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            ring = QPen(palette.color(QPalette.ColorRole.Accent), 2) if current else QPen(Qt.PenStyle.NoPen)
            painter.setPen(ring)
            fill = QPalette.ColorRole.Highlight if current else QPalette.ColorRole.AlternateBase
            painter.setBrush(palette.color(fill))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), 6, 6)
        elif index.row() + 1 < rows.rowCount():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
            painter.drawLine(box.left() + _PAD, box.bottom(), box.right() - _PAD, box.bottom())
        frame = QRect(box.left() + _PAD, box.top() + _PAD, PICTURE.width(), PICTURE.height())
        _picture(painter, row, frame, palette)
        left = frame.right() + _GAP
        _lines(painter, row.lines, left, box, palette, row.missing)
        painter.restore()


def _lines(
    painter: QPainter, said: tuple[str, str, str], left: int, box: QRect, palette: QPalette, missing: bool
) -> None:
    small, text = theme.letters("small"), theme.letters("text")
    muted = palette.color(QPalette.ColorRole.PlaceholderText)
    ink = muted if missing else palette.color(QPalette.ColorRole.Text)
    y = box.top() + _PAD - 1
    drawn = ((said[0], text, True, ink), (said[1], small, False, muted), (said[2], small, False, muted))
    for words, size, bold, colour in drawn:
        painter.setFont(theme.font(size, bold))
        painter.setPen(colour)
        height = round(size * 1.5)
        fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.right() - _PAD - left)
        painter.drawText(QRect(left, y, box.right() - _PAD - left, height), Qt.AlignmentFlag.AlignVCenter, fitted)
        y += height + 1


def _picture(painter: QPainter, row: _Row, frame: QRect, palette: QPalette) -> None:
    """The session's picture; an empty sheet where there is none."""
    if row.picture is None and row.recent.picture:
        ratio = painter.device().devicePixelRatio()
        found = QPixmap()
        found.loadFromData(row.recent.picture)
        if not found.isNull():
            found = found.scaled(
                PICTURE * ratio,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            found.setDevicePixelRatio(ratio)
            row.picture = found
    edge = QPainterPath()
    edge.addRoundedRect(QRectF(frame), 4, 4)
    painter.save()
    painter.setClipPath(edge)
    painter.fillRect(frame, palette.color(QPalette.ColorRole.Base))
    if row.picture and not row.missing:
        painter.drawPixmap(frame.topLeft(), row.picture)
    else:
        sign = theme.icon(
            "lock" if row.recent.protected else "file-text",
            palette.color(QPalette.ColorRole.PlaceholderText).name(),
            24,
        )
        sign.paint(painter, frame)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
    painter.drawPath(edge)
