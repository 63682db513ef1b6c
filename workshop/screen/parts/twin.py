"""The text twin: the same board as an outline of words, to read, hear and edit by keyboard alone."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from workshop.model.picture import Branch
from workshop.model.record import Id
from workshop.screen.parts.wrapped import DETAIL, HEADING, Wrapped
from workshop.words import Catalogue

_ID = Qt.ItemDataRole.UserRole


class Twin(QTreeWidget):
    """A board in words. `picked` tells which records are selected, `wants_edit` that F2 or Enter was pressed on one."""

    picked = Signal(tuple)
    wants_edit = Signal(str)

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self.setAccessibleName(words("The board in words"))
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)  # all of the board is always there
        Wrapped(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.itemSelectionChanged.connect(self._tell)
        self.itemActivated.connect(lambda item, _: self.wants_edit.emit(item.data(0, _ID)))
        self._outline: tuple[Branch, ...] = ()
        self._quiet = self._telling = False
        self.offers: Callable[[], list[QAction]] = list  # what can be done with what is picked
        self._kept: tuple[Id, ...] = ()  # stay picked while arrows pick another

    def show_outline(self, outline: tuple[Branch, ...], selected: tuple[Id, ...]) -> None:
        """Show an outline; what was selected and scrolled to stays so where it is still there."""
        self._quiet = True
        if outline != self._outline:
            self._outline = outline
            at = self.verticalScrollBar().value()
            self.clear()
            self.addTopLevelItems([_item(branch) for branch in outline])
            self.expandAll()
            self.verticalScrollBar().setValue(at)
        self._mark(selected)
        self._quiet = False

    def _mark(self, selected: tuple[Id, ...]) -> None:
        wanted = set(selected)
        if wanted == set(self.selected()):
            return
        self.clearSelection()
        for item in self._items():
            if item.data(0, _ID) in wanted and item.parent() is not None:
                item.setSelected(True)
                if not self._telling:  # else it stands where an arrow key went
                    self.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _items(self) -> list[QTreeWidgetItem]:
        """All items, top to bottom."""
        found, waiting = [], [self.topLevelItem(i) for i in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is not None:
                found.append(item)
                waiting[:0] = [item.child(i) for i in range(item.childCount())]
        return found

    def selected(self) -> tuple[Id, ...]:
        """The ids of the selected records, each once."""
        ids = [item.data(0, _ID) for item in self.selectedItems()]
        return tuple(dict.fromkeys(id for id in ids if not id.startswith("heading:")))

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A row from where its words begin; Qt fills squares of their own before a picked one."""
        painter.save()
        painter.setClipRect(self.visualRect(index))
        super().drawRow(painter, option, index)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words need in the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        """A letter goes to the row that begins so, as in any list; what it does on the board stands in the menu."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and event.text().isalpha():
                event.accept()
                return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All that can be done with what is picked, by the menu key or a right click."""
        menu = QMenu(self)
        menu.addActions(self.offers())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space keeps what is picked while arrows pick one more; once more, and they pick one alone again."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._kept = () if set(self.selected()) == set(self._kept) else self.selected()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click picks without what was kept."""
        self._kept = ()
        super().mousePressEvent(event)

    def _tell(self) -> None:
        if not self._quiet:
            chosen = self.selected()
            self._telling = True
            self.picked.emit((*(id for id in self._kept if id not in chosen), *chosen))
            self._telling = False


def _item(branch: Branch) -> QTreeWidgetItem:
    said = f"{branch.text}\n{branch.detail}" if branch.detail else branch.text
    item = QTreeWidgetItem([said])
    item.setData(0, _ID, branch.id)
    item.setData(0, DETAIL, branch.detail)
    item.setData(0, HEADING, branch.id.startswith("heading:"))
    item.setData(
        0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in (branch.text, branch.detail) if part)
    )
    item.addChildren([_item(below) for below in branch.below])
    return item
