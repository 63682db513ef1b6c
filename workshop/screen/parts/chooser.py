"""Choosing one of many by typing a few letters: which card to merge with, which session to open."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workshop.screen.boards.desk import Pick
from workshop.screen.parts.pieces import label
from workshop.screen.parts.wrapped import DETAIL, Wrapped
from workshop.words import Catalogue

_MOST = 200  # rows that are shown; more letters bring the others


class Chooser(QDialog):
    """A list that narrows while one types; Enter takes the marked row.

    `new`: what is typed may be chosen too where no row says just that; it is then the last row, and called so.
    """

    def __init__(self, parent: QWidget, title: str, picks: Sequence[Pick], words: Catalogue, new: str = "") -> None:
        super().__init__(parent)
        self._words, self._new = words, new
        self.setWindowTitle(title)
        self.resize(560, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(label(title, "large", wraps=True))
        self._search = QLineEdit()
        self._search.setPlaceholderText(words("Type a few letters, choose with the arrows, press Enter"))
        self._search.setAccessibleName(words("Search"))
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.setWordWrap(True)
        Wrapped(self._list)
        for pick in picks:
            item = QListWidgetItem("\n".join(part for part in (pick.title, pick.detail) if part))
            item.setData(DETAIL, pick.detail)
            item.setData(Qt.ItemDataRole.UserRole, pick.key)
            self._list.addItem(item)
        if new:
            self._list.addItem("")
            self._search.setPlaceholderText(words("Type a new one, or choose with the arrows, and press Enter"))
        self._narrow("")
        self._list.itemActivated.connect(self.accept)
        self._search.textEdited.connect(self._narrow)
        self._search.returnPressed.connect(self.accept)
        self._search.installEventFilter(self)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)

    def _narrow(self, said: str) -> None:
        if self._new:
            self._name_new(said.strip())
        first, shown, sought = None, 0, said.casefold().split()
        for row in range(self._list.count()):
            item = self._list.item(row)
            text = item.text().casefold()
            hit = bool(text) and shown < _MOST and all(word in text for word in sought)
            item.setHidden(not hit)
            shown += hit
            first = row if first is None and hit else first
        self._list.setCurrentRow(-1 if first is None else first)

    def _name_new(self, said: str) -> None:
        """The last row is what is typed, where no other row says the same."""
        others = [self._list.item(row).text().casefold() for row in range(self._list.count() - 1)]
        last = self._list.item(self._list.count() - 1)
        fresh = bool(said) and said.casefold() not in others
        last.setText(self._words(self._new, text=said) if fresh else "")
        last.setData(Qt.ItemDataRole.UserRole, said if fresh else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the search box move in the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if way:
                rows = [row for row in range(self._list.count()) if not self._list.item(row).isHidden()]
                at = rows.index(self._list.currentRow()) if self._list.currentRow() in rows else 0
                if rows:
                    self._list.setCurrentRow(rows[min(max(0, at + way), len(rows) - 1)])
                return True
        return super().eventFilter(watched, event)

    def chosen(self) -> str:
        """The key of the marked row; "" where none is."""
        item = self._list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else ""
