"""The parking lot over the window: one key from anywhere, a line and Enter, and one is back where one was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from workshop.model import parking
from workshop.model.change import Change, State
from workshop.model.record import Id, Parked, Stage
from workshop.screen.boards.desk import Command, Desk, Pick
from workshop.screen.facilitator import agreeing
from workshop.screen.parts.capture_line import Box
from workshop.screen.parts.command_bar import CommandBar
from workshop.screen.parts.pieces import label
from workshop.screen.parts.question import may_stay
from workshop.screen.parts.wrapped import DETAIL, Wrapped
from workshop.words import N_

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def open_lot(window: FacilitatorWindow) -> ParkingLot:
    """Open it, with the cursor in its line."""
    made = ParkingLot(window)
    made.open()
    made.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return made


class ParkingLot(QDialog):
    """What waits, the keys that move it on, and a line to write one more; what is done goes through the bridge."""

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self.bridge, words = window, window.bridge, window.words
        self._changing: Id = ""
        self.setWindowTitle(words("Parking lot"))
        self.resize(640, 520)
        self.list = QListWidget()
        self.list.setAccessibleName(words("Parking lot"))
        self.list.setWordWrap(True)
        Wrapped(self.list)
        self.list.itemActivated.connect(lambda _: self._change())
        self.empty = label(words("Nothing waits here."), quiet=True)
        self.said = label(role="warned", wraps=True)
        self.said.hide()
        self.line = Box()
        self.line.setPlaceholderText(words("What has to wait? Write it and press Enter."))
        self.line.setAccessibleName(words("What has to wait"))
        self.line.returnPressed.connect(self.write)
        self.line.left.connect(self.reject)
        self.line.stepped.connect(lambda by: self._step(-by))
        self.commands = CommandBar(window.theme, words("What you can do with the line"))
        self.commands.asked.connect(lambda command: self._do(lambda: command.make(self._desk(), ""), command.label))
        self._arrange()
        self._add_undo()
        self.bridge.changed.connect(self.show_lot)
        self.bridge.refused.connect(self._refused)
        self.show_lot()

    def _arrange(self) -> None:
        words = self._window.words
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(label(words("Parking lot"), "title"), 1)
        head.addWidget(self.commands.habits)
        column.addLayout(head)
        told = words("What has to wait. Enter parks the line, Esc takes you back to where you were.")
        column.addWidget(label(told, quiet=True, wraps=True))
        column.addWidget(self.commands)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.said)
        column.addWidget(self.line)

    def _add_undo(self) -> None:
        for keys, does in (("Ctrl+Z", self.bridge.undo), ("Ctrl+Shift+Z", self.bridge.redo)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(does)
            self.addAction(action)

    def _commands(self) -> list[Command]:
        words = self._window.words
        title = self._window.view.text.title
        shown = self.bridge.state.need("stage", Stage).parking

        def show(desk: Desk, _: str) -> Change:
            stage = desk.state.need("stage", Stage)
            return parking.show_parking(stage, not stage.parking)

        on_wall = words("Take it off the wall") if shown else words("Show it on the wall")
        return [
            Command("F2", words("Change the words"), self._changed, ""),
            Command("Ctrl+G", words("Make an agreement of it"), self._agreed, N_("write agreement")),
            Command("Ctrl+M", words("Move to “{board}” …", board=title), self._moved, N_("move on")),
            Command("Ctrl+Return", on_wall, show, ""),
            Command("Alt+Up", words("Move up"), self._shifted(-1), N_("move the line"), "chevron-up"),
            Command("Alt+Down", words("Move down"), self._shifted(1), N_("move the line"), "chevron-down"),
            Command("Ctrl+Del", words("Remove"), self._removed, N_("remove from the parking lot")),
        ]

    def _desk(self) -> Desk:
        return Desk(self._window.view, (self.picked,) if self.picked else ())

    @property
    def picked(self) -> Id:
        """The line that is marked, or the only one."""
        item = self.list.currentItem() or (self.list.item(0) if self.list.count() == 1 else None)
        return item.data(Qt.ItemDataRole.UserRole) if item else ""

    def mark(self, id: Id) -> None:
        """Mark a line, with the keys that move it on at hand."""
        ids = [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]
        self.list.setCurrentRow(ids.index(id) if id in ids else -1)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _agreed(self, desk: Desk, _: str) -> Change:
        return parking.agree_on(self.bridge.state, agreeing.view(self._window).board, self.picked)

    def _moved(self, desk: Desk, _: str) -> Change:
        places = parking.places(desk.view)
        place = places[0][0] if places else ""
        if len(places) > 1 and self.picked:
            from workshop.screen.parts.chooser import Chooser

            chooser = Chooser(self, desk.view.text.title, [Pick(*one) for one in places], self._window.words)
            if not chooser.exec():
                return Change()
            place = chooser.chosen()
        return parking.move_on(self.bridge.state, desk.board, self.picked, place)

    def _shifted(self, by: int) -> Callable[[Desk, str], Change]:
        return lambda desk, _: parking.shift_parked(self.bridge.state, self.picked, by)

    def _removed(self, desk: Desk, _: str) -> Change:
        return parking.remove_parked(self.bridge.state, self.picked)

    def _do(self, make: Callable[[], Change], label: str) -> bool:
        self.said.hide()
        return self.bridge.do(make, label)

    def _refused(self, said: str) -> None:
        self.said.setText(said)
        self.said.show()

    def _step(self, by: int) -> None:
        """Up and down in the line mark another row of the list."""
        row = self.list.currentRow() + by if self.list.currentRow() >= 0 else (self.list.count() - 1 if by < 0 else 0)
        self.list.setCurrentRow(min(max(0, row), self.list.count() - 1))

    def _changed(self, desk: Desk, _: str) -> Change:
        self._change()
        return Change()

    def _change(self) -> None:
        """Put the marked line in the box, to be written otherwise."""
        if there := self.bridge.state.get(self.picked, Parked):
            self._changing = there.id
            self.line.setText(there.text)
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write(self) -> None:
        """Park what the line says, or change the line that it was taken from; Enter once too often does nothing."""
        said, changing = self.line.text(), self._changing
        if not said.strip() or not may_stay(self, self._window.words, said):
            return
        state: State = self.bridge.state
        if changing in state:
            kept = self._do(lambda: parking.edit_parked(state, changing, said), N_("change the words"))
        else:
            self.said.hide()
            kept = self.bridge.write(lambda: parking.park_line(state, said), N_("park a line"))
        if kept:
            self._changing = ""
            self.line.setText("")  # and with it what the line itself could undo
            self.list.scrollToBottom()

    def show_lot(self, _: object = None) -> None:
        """Show what waits now, with the same line marked."""
        marked, words = self.list.currentItem(), self._window.words
        before = marked.data(Qt.ItemDataRole.UserRole) if marked else ""
        self.list.clear()
        for line in self.bridge.state.all(Parked):
            detail = words("Table {n}", n=line.table) if line.table else ""
            item = QListWidgetItem("\n".join(part for part in (line.text, detail) if part))
            item.setData(Qt.ItemDataRole.UserRole, line.id)
            item.setData(DETAIL, detail)
            self.list.addItem(item)
            if line.id == before:
                self.list.setCurrentItem(item)
        self.list.setVisible(self.list.count() > 0)
        self.empty.setVisible(self.list.count() == 0)
        self.commands.show_commands(self._commands())
