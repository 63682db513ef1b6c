"""Typing in what was written on worksheets: field by field as on the sheet, and row by row, with Enter alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from workshop.model.blanks import Blank, Space, blanks, remembering, typed
from workshop.model.boards.agreements import said_of
from workshop.model.change import Change
from workshop.model.exercise import Step
from workshop.model.picture import View
from workshop.model.record import Id, Record
from workshop.model.refusal import Refusal
from workshop.model.stage import view_of
from workshop.screen.parts.message_bar import MessageBar
from workshop.screen.parts.pieces import button, clear, label, line, shorter
from workshop.screen.parts.question import may_stay
from workshop.words import N_

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

_SHOWN = 44  # letters of what a number stands for
_TABLES = 99


@dataclass
class _Place:
    """Where one is: a step, a part of its sheet, a row of that."""

    step: int = 0
    part: int = 0
    row: int = 1


def begin(window: FacilitatorWindow) -> None:
    """Type sheets in, beginning with that of the step one stands on."""
    if window.finish():
        dialog = TypingIn(window)
        dialog.exec()
        dialog.deleteLater()


class TypingIn(QDialog):
    """Asks for what stands in each space of each row; every row is a step that can be undone."""

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self._window, self._words, self._bridge = window, window.words, window.bridge
        self._known: list[Id] = []  # what was typed in here, in order: that is what the numbers on paper mean
        self._steps = [step for step in window.opened.exercise.steps if blanks(self._view(step))]
        self._at = _Place(next((n for n, step in enumerate(self._steps) if step is window.step), 0))
        self._made: list[tuple[int, int, int]] = []  # of which sheet each row was
        self._rows: dict[tuple[int, int, int], int] = {}  # the row that comes next, by step, part and table
        self.boxes: dict[str, QLineEdit] = {}
        self.setWindowTitle(self._words("Type in from worksheets"))
        self.setMinimumWidth(720)
        self._build()
        self._show()

    def _view(self, step: Step) -> View:
        window = self._window
        return view_of(self._bridge.seen, window.opened.exercise, window.text, self._words, step)

    # What is shown

    def _build(self) -> None:
        words = self._words
        self.sheet, self.table = QComboBox(), QSpinBox()
        for step in self._steps:
            number = self._window.opened.exercise.steps.index(step) + 1
            self.sheet.addItem(f"{number}. {self._window.text.step(step.key).title}")
        self.sheet.setCurrentIndex(self._at.step)
        self.sheet.setAccessibleName(words("Sheet"))
        self.sheet.currentIndexChanged.connect(self._go_to)
        self.table.setRange(0, _TABLES)
        self.table.setSpecialValueText("–")
        self.table.lineEdit().setTextMargins(8, 0, 8, 0)
        self.table.setAccessibleName(words("Table"))
        self.table.valueChanged.connect(lambda: self._show())
        self.title, self.asks, self.row = label(role="large", wraps=True), label(role="small", wraps=True), label()
        self.fields = QWidget()
        self._grid = QGridLayout(self.fields)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self.typed = label(role="small", wraps=True)
        self.refusals = MessageBar(words, self)
        self._arrange()
        for key, act in (("Alt+Down", self._next_part), ("Alt+Up", self._part_before), ("Alt+Z", self._take_back)):
            QShortcut(QKeySequence(key), self, activated=act)  # type: ignore[call-arg]

    def _arrange(self) -> None:
        words = self._words
        top = QHBoxLayout()
        for said, widget in ((words("Sheet"), self.sheet), (words("Table"), self.table)):
            top.addWidget(label(said, "small"))
            top.addWidget(widget, 1 if widget is self.sheet else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(line())
        for widget in (self.title, self.asks, self.row, self.fields, self.typed):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.refusals)
        hint = words("Enter goes on. An empty row goes to the next part. Alt+Up and Alt+Down choose a part.")
        foot = QHBoxLayout()
        foot.addWidget(label(hint, "small", wraps=True), 1)
        self.back = button(words("Take back the last row (Alt+Z)"))
        self.back.clicked.connect(self._take_back)
        foot.addWidget(self.back)
        close = button(words("Done"), main=True)
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)

    @property
    def step(self) -> Step:
        """The step whose sheet is typed in."""
        return self._steps[self._at.step]

    @property
    def parts(self) -> tuple[Blank, ...]:
        """The parts of the sheet, with the numbers that are on it."""
        found = blanks(self._view(self.step), self.table.value())
        return tuple(remembering(blank, self._known) for blank in found)

    @property
    def part(self) -> Blank:
        """The part that is typed in now."""
        parts = self.parts
        return parts[min(self._at.part, len(parts) - 1)]

    def _show(self) -> None:
        """The row that comes next, with its spaces empty."""
        part, words = self.part, self._words
        self._at.row = self._rows.get(self._key(), 1)
        count = len(self.parts)
        several = words("Part {n} of {count}", n=self._at.part + 1, count=count)
        self.title.setText(part.title)
        self.asks.setText("\n".join(part.asks))
        self.asks.setVisible(bool(part.asks))
        row = words("Row {n}", n=self._at.row) if part.rows > 1 else ""
        self.row.setText(" · ".join(said for said in (several if count > 1 else "", row) if said))
        self.row.setVisible(bool(self.row.text()))
        clear(self.fields)
        self.boxes = {}
        for number, space in enumerate(part.spaces):
            self._add(number, space, len(part.spaces))
        if self.boxes:
            next(iter(self.boxes.values())).setFocus()

    def _add(self, number: int, space: Space, count: int) -> None:
        box = QLineEdit()
        title = space.title or self.part.title
        box.setAccessibleName(title)
        box.setMinimumWidth(64)
        head = label(space.title, "small", wraps=True)
        self._grid.addWidget(head, 0, number, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(box, 1, number)
        self._grid.setColumnStretch(number, round(100 * space.share))
        for column in range(count, self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        box.returnPressed.connect(lambda: self._enter(space.name))
        if space.refers:
            meant = label(role="small", wraps=True)
            self._grid.addWidget(meant, 2, number, 1, max(1, count - number))
            box.textChanged.connect(lambda said: self._explain(meant, said))
        self.boxes[space.name] = box

    def _explain(self, meant: QLabel, said: str) -> None:
        """What a number stands for, while it is being written."""
        part = self.part
        number = int(said) if said.strip().isdecimal() and len(said) < 5 else -1
        id = part.zero if number == 0 else part.things[number - 1] if 0 < number <= len(part.things) else ""
        record = self._bridge.seen.get(id, Record) if id else None
        meant.setText(shorter(said_of(record), _SHOWN) if record else "")

    # What is done

    def _key(self) -> tuple[int, int, int]:
        return self._at.step, self._at.part, self.table.value()

    def _enter(self, name: str) -> None:
        """On to the next space; after the last one the row is done. An empty row means that the part is."""
        self.refusals.clear()
        names = list(self.boxes)
        if not any(box.text().strip() for box in self.boxes.values()):
            self._next_part()
        elif name != names[-1]:
            following = self.boxes[names[names.index(name) + 1]]
            following.setFocus()
            following.selectAll()
        else:
            self._take()

    def _take(self) -> None:
        said = {name: box.text() for name, box in self.boxes.items()}
        if self.step.anonymous and self._window.step.key != self.step.key:
            self.refusals.say(self._words("This step keeps no author. Go to it first, and type the sheet in there."))
            return
        if not all(may_stay(self, self._words, text) for text in said.values()):
            return
        part, board = self.part, self._view(self.step).board
        made: list[Change] = []

        def make() -> Change:
            made.append(typed(self._bridge.seen, board, part, said, self.table.value()))
            return made[0]

        if not self._did(make):
            return
        self._known += [id for id in made[0].added if id not in self._known]
        self._made.append(self._key())
        row = self._words("Row {n}", n=self._at.row) if part.rows > 1 else part.title
        self.typed.setText(self._words("Typed in: {row}", row=f"{row}: {' · '.join(filter(None, said.values()))}"))
        self._rows[self._key()] = self._at.row + 1
        if part.rows == 1:
            self._next_part()
        else:
            self._show()

    def _did(self, make: Callable[[], Change]) -> bool:
        """Carry a row out, or say in the dialog why it can't be."""
        try:
            self._bridge.session.do(make(), N_("type in a row"))
        except Refusal as no:
            self.refusals.say(self._words.refusal(no))
            return False
        return True

    def _take_back(self) -> None:
        """The last row that was typed in here undone, to be written again."""
        if not self._made:
            self.refusals.say(self._words("Nothing has been typed in here yet."), "told")
            return
        self._bridge.undo()
        self._known = [id for id in self._known if id in self._bridge.state]
        step, part, table = key = self._made.pop()
        self._rows[key] = max(1, self._rows.get(key, 1) - 1)
        self.typed.setText("")
        for box, value in ((self.sheet.setCurrentIndex, step), (self.table.setValue, table)):
            box(value)
        self._at = _Place(step, part)
        self._show()

    def _next_part(self) -> None:
        if self._at.part + 1 < len(self.parts):
            self._at.part += 1
            self._show()
        elif self._at.step + 1 < len(self._steps):
            self.sheet.setCurrentIndex(self._at.step + 1)
        else:
            self.refusals.say(self._words("That was the last sheet."), "told")

    def _part_before(self) -> None:
        if self._at.part:
            self._at.part -= 1
            self._show()
        elif self._at.step:
            self.sheet.setCurrentIndex(self._at.step - 1)

    def _go_to(self, step: int) -> None:
        self.typed.setText("")
        self._at = _Place(step)
        self._show()
