"""The list of blocks: chosen with keys or the mouse, and dragged to another place."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from workshop.model.record import Id
from workshop.screen.programme.rows import Row, RowDrawing, Rows
from workshop.screen.theme import Theme
from workshop.words import Catalogue


class PlanList(QListView):
    """Rows of the plan; `keys` are what keys do while the list has the focus, ahead of what they mean elsewhere."""

    picked = Signal()
    wants_edit = Signal()
    dropped = Signal(tuple, int, str)  # the blocks, the day, and the block that they are to come before

    def __init__(self, theme: Theme, words: Catalogue, keys: dict[str, Callable[[], object]]) -> None:
        super().__init__()
        self._keys = keys_of(keys)
        self._rows = Rows(words, self)
        self.setModel(self._rows)
        self.setItemDelegate(RowDrawing(theme, words, self))
        self.setAccessibleName(words("The programme's blocks"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)  # moving is done by the session, not by the list
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(3, 3, 3, 3)  # so that no row lies over the line that shows the focus
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())
        self.doubleClicked.connect(lambda _: self.wants_edit.emit())

    def show_rows(self, rows: list[Row]) -> None:
        """Other rows, with the same blocks picked where they are still there."""
        ids, day, at = self.ids(), self.day(), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        model = self.selectionModel()
        model.blockSignals(True)
        self._rows.show_rows(rows)
        model.blockSignals(False)
        left = [id for id in ids if any(row.id == id for row in rows)]
        if left:
            self.pick(left)
        elif at >= 0 and rows:
            same = next(
                (n for n, row in enumerate(rows) if not ids and row.slot is None and row.day.number == day), None
            )
            self._choose([same if same is not None else min(at, len(rows) - 1)])
        elif len(rows) > 1:
            self._choose([1])
        self.verticalScrollBar().setValue(scrolled)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is picked stays in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def pick(self, ids: Sequence[Id]) -> None:
        """Pick blocks."""
        self._choose([n for n, row in enumerate(self._rows.rows) if row.id and row.id in ids])

    def pick_day(self, number: int) -> None:
        """Pick a day's heading."""
        self._choose([n for n, row in enumerate(self._rows.rows) if row.slot is None and row.day.number == number])

    def _choose(self, numbers: Sequence[int]) -> None:
        model = self.selectionModel()
        if not numbers:
            model.clear()
            return
        model.blockSignals(True)
        model.clear()
        for number in numbers:
            model.select(self._rows.index(number), QItemSelectionModel.SelectionFlag.Select)
        model.setCurrentIndex(self._rows.index(numbers[0]), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.blockSignals(False)
        self.scrollTo(self._rows.index(numbers[0]))
        self.viewport().update()
        self.scrollTo(self._rows.index(numbers[0]))
        self.picked.emit()

    def ids(self) -> tuple[Id, ...]:
        """The picked blocks, in their order."""
        numbers = sorted(index.row() for index in self.selectedIndexes())
        return tuple(row.id for row in (self._rows.rows[n] for n in numbers if n < len(self._rows.rows)) if row.id)

    def row(self) -> Row | None:
        """The row that is worked on: the current one where it is picked, else the first that is."""
        numbers = sorted(index.row() for index in self.selectedIndexes())
        current = self.currentIndex().row()
        number = current if current in numbers else numbers[0] if numbers else -1
        return self._rows.rows[number] if 0 <= number < len(self._rows.rows) else None

    def day(self) -> int:
        """The number of the day that is worked on; -1 where none is."""
        row = self.row()
        return row.day.number if row else -1

    # Keys

    def event(self, event: QEvent) -> bool:
        """A key of the list's own comes to it, and to no menu."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and said_key(event) in self._keys
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the key does here."""
        act = self._keys.get(said_key(event))
        if act:
            act()
            event.accept()
        else:
            super().keyPressEvent(event)

    # Drag

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the picked blocks where they were let go of."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.drop_at(self._place(event))

    def _place(self, event: QDropEvent) -> int:
        """The number of the row that they were let go of before."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid():
            return len(self._rows.rows)
        place = self.visualRect(index)
        return index.row() + (1 if at.y() > place.center().y() else 0)

    def drop_at(self, number: int) -> None:
        """Have the picked blocks put before a row; before a day's heading they come last on the day before it."""
        rows = self._rows.rows
        number = max(1, number)
        before = rows[number].id if number < len(rows) else ""
        if self.ids():
            self.dropped.emit(self.ids(), rows[number - 1].day.number, before)


def keys_of(keys: Mapping[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
    """What keys do, by their names as `said_key` tells them."""
    return {QKeySequence(key).toString(): act for key, act in keys.items()}


def said_key(event: QKeyEvent) -> str:
    """A key with what is held down, as QKeySequence writes it; Enter on the number pad is Enter."""
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(held.value | key).toString()
