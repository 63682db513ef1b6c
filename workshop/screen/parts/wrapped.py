"""Rows of a list or a tree as high as their words need: what they say, and below it in a quieter ink what is added."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from workshop.look import measure
from workshop.model.letters import LEADING, wrap
from workshop.screen.lettering import text_font
from workshop.screen.theme import letters

DETAIL = Qt.ItemDataRole.UserRole + 1  # the last lines of a row's text, which are drawn small
HEADING = Qt.ItemDataRole.UserRole + 2  # True on a row that names those under it
_ACROSS, _DOWN = 12, 6  # pixels beside and over the words


class _Part(NamedTuple):
    """Lines in one kind of letters."""

    lines: tuple[str, ...]
    size: int
    bold: bool
    ink: QPalette.ColorRole

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING


class Wrapped(QStyledItemDelegate):
    """Measures a row's words in the width that the view has; Qt alone cuts the last lines."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.setItemDelegate(self)
        view.setTextElideMode(Qt.TextElideMode.ElideNone)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row as the style draws it, with the words laid on it."""
        super().paint(painter, option, index)
        top = option.rect.top() + _DOWN
        for part in self._parts(index, option.rect.width() - 2 * _ACROSS):
            letter = text_font(part.size, part.bold)
            painter.setFont(letter)
            painter.setPen(QApplication.palette().color(part.ink))
            for number, line in enumerate(part.lines):
                down = top + number * part.size * LEADING + painter.fontMetrics().ascent()
                painter.drawText(QPointF(option.rect.left() + _ACROSS, down), line)
            top += part.height

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The style draws the row without its words."""
        super().initStyleOption(option, index)
        option.text = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The row's size in pixels."""
        width = max(80, self._view.viewport().width() - 2 * _ACROSS - self._indent(index))
        return QSize(width, round(sum(part.height for part in self._parts(index, width))) + 2 * _DOWN)

    def _parts(self, index: QModelIndex | QPersistentModelIndex, width: int) -> list[_Part]:
        """What is said and what is added, broken into lines as on a card."""
        detail, bold = index.data(DETAIL) or "", bool(index.data(HEADING))
        text = (index.data(Qt.ItemDataRole.DisplayRole) or "").removesuffix(f"\n{detail}" if detail else "")
        large, small = letters("text"), letters("small")
        said = tuple(wrap(text, width / large, measure, bold))
        added = tuple(wrap(detail, width / small, measure)) if detail else ()
        quiet = QPalette.ColorRole.PlaceholderText
        return [_Part(said, large, bold, QPalette.ColorRole.Text), _Part(added, small, False, quiet)]

    def _indent(self, index: QModelIndex | QPersistentModelIndex) -> int:
        if not isinstance(self._view, QTreeView):
            return 0
        depth, parent = int(self._view.rootIsDecorated()), index.parent()
        while parent.isValid():
            depth, parent = depth + 1, parent.parent()
        return depth * self._view.indentation()
