"""Rows of a list or a tree as high as their words need."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

_ACROSS, _DOWN = 24, 14  # pixels that the style keeps around the words


class Wrapped(QStyledItemDelegate):
    """Measures a row's words in the width that the view has; Qt alone cuts the last lines."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.setItemDelegate(self)
        view.setTextElideMode(Qt.TextElideMode.ElideNone)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The row's size in pixels."""
        width = max(80, self._view.viewport().width() - _ACROSS - self._indent(index))
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        room = QRect(0, 0, width, 1_000_000)
        return QSize(width, option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() + _DOWN)

    def _indent(self, index: QModelIndex | QPersistentModelIndex) -> int:
        if not isinstance(self._view, QTreeView):
            return 0
        depth, parent = 1, index.parent()
        while parent.isValid():
            depth, parent = depth + 1, parent.parent()
        return depth * self._view.indentation()
