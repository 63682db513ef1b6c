"""The programme's page: the strip above, the list in the middle, the form beside it, what can be done below."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from workshop.model.change import State
from workshop.model.hints import Hint, hints
from workshop.model.planned import Block
from workshop.model.programme import Day, days
from workshop.model.today import going_on
from workshop.screen.boards.desk import Pick
from workshop.screen.parts.flow import Flow
from workshop.screen.parts.key_button import KeyButton, native
from workshop.screen.parts.message_bar import MessageBar
from workshop.screen.parts.pieces import button, clear, label
from workshop.screen.programme.day_form import DayForm
from workshop.screen.programme.form import BlockForm
from workshop.screen.programme.late_form import LateForm
from workshop.screen.programme.plan_list import PlanList, keys_of, said_key
from workshop.screen.programme.rows import rows_of
from workshop.screen.programme.strip import Strip
from workshop.screen.theme import Theme
from workshop.words import Catalogue

SIDE = 340
_HINTS = 2  # warnings that are shown as sentences; the others are told in their rows

_HABITS = ("Ctrl+C", "Ctrl+X", "Ctrl+V", "Del")  # keys that everybody knows; the menu on the list has them in words
_ANYWHERE = ("Ctrl+N", "Ctrl+D", "Ctrl+Shift+O", "Ctrl+Shift+K", "Ctrl+Shift+P", "Ctrl+Alt+P")  # also from a form

Deed = tuple[str, str, Callable[[], object]]  # a key or "", what it does in words, and the doing


class ProgrammePage(QWidget):
    """Arranges the parts; `deeds` are what keys do on the list, `papers` what the buttons at the top do."""

    marked = Signal()

    def __init__(
        self, theme: Theme, words: Catalogue, exercises: Sequence[Pick], deeds: Sequence[Deed], papers: Sequence[Deed],
        minutes: Mapping[str, int], late: LateForm,
    ) -> None:  # fmt: skip
        super().__init__()
        self._words, self._minutes = words, minutes
        self._state: Callable[[], State] | None = None
        self._days: tuple[Day, ...] = ()  # of that state
        self.strip = Strip(theme, words)
        self.list = PlanList(theme, words, {key: act for key, _, act in (*deeds, *papers) if key})
        self.block, self.day, self.late = BlockForm(theme, words, exercises), DayForm(words), late
        self.messages = MessageBar(words)
        self.messages.setProperty("floating", True)
        self.summary = label("", "small")
        self.summary.setContentsMargins(8, 8, 0, 0)
        self.hints = QWidget()
        lines = QVBoxLayout(self.hints)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        self.side = QStackedWidget()
        for form in (QWidget(), self.block, self.day, self.late):
            self.side.addWidget(form)
        self.side.setFixedWidth(SIDE)
        self.first: QWidget | None = None
        self.empty = self._nothing(deeds, papers)
        self._arrange(deeds, papers)
        self._keys = keys_of({key: act for key, _, act in (*deeds, *papers) if key in _ANYWHERE})
        self._deeds = [deed for deed in (*deeds, *papers) if deed[1]]
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        self.strip.picked.connect(lambda id: (self.list.pick([id]), self.list.setFocus()))
        self.list.picked.connect(self._show_picked)

    def _arrange(self, deeds: Sequence[Deed], papers: Sequence[Deed]) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(20, 8, 12, 12)
        column.setSpacing(8)
        head = QWidget()
        flow = Flow(head, space=4)
        for key, said, act in papers:
            flow.addWidget(_button(key, said, act))
        flow.addWidget(self.summary)
        column.addWidget(head)
        column.addWidget(self.strip)
        column.addWidget(self.hints)
        middle = QGridLayout()
        middle.addWidget(self.list, 0, 0)
        middle.addWidget(self.empty, 0, 0)
        middle.addWidget(self.messages, 0, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(middle, 1)
        bar = QWidget()
        row = Flow(bar, space=4)
        for key, said, act in deeds:
            if said and key not in _HABITS:
                row.addWidget(_button(key, said, act))
        column.addWidget(bar)
        whole.addWidget(main, 1)
        edge = QFrame()
        edge.setFrameShape(QFrame.Shape.NoFrame)
        edge.setProperty("role", "edge")
        edge.setFixedWidth(1)
        whole.addWidget(edge)
        whole.addWidget(self.side)

    def _nothing(self, deeds: Sequence[Deed], papers: Sequence[Deed]) -> QWidget:
        """What to do where there is no programme yet, with its two ways."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch(1)
        said = label(
            self._words("There is no programme yet. Take a ready one and change it, or add blocks."), wraps=True
        )
        said.setProperty("quiet", True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
        row = QHBoxLayout()
        row.addStretch(1)
        for number, (key, name, act) in enumerate((papers[0], deeds[0])):
            made = button(f"{name}  {native(key)}", name, main=number == 0)
            made.clicked.connect(act)
            row.addWidget(made)
            self.first = self.first or made
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        return page

    def _offer(self, at: QPoint) -> None:
        """All that can be done, in a menu."""
        menu = QMenu(self)
        for key, said, act in self._deeds:
            menu.addAction(f"{said}\t{native(key)}").triggered.connect(act)
        menu.exec(self.list.viewport().mapToGlobal(at))
        menu.deleteLater()

    def event(self, event: QEvent) -> bool:
        """A few keys mean the same wherever one is on the page."""
        if isinstance(event, QKeyEvent) and (act := self._keys.get(said_key(event))):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                act()
                return True
        return super().event(event)

    # What is shown

    def told(self, said: str) -> None:
        """Say what was done."""
        self.messages.say(said, "told")

    def show_state(self, state: State) -> None:
        """Show a session's programme."""
        self._state = lambda: state
        self._days = days(state)
        blocks, whole = state.all(Block), self._days
        found = hints(whole, self._words, self._minutes)
        for each in (self.list, self.strip, self.summary):
            each.setVisible(bool(blocks) or len(whole) > 1)
        self.empty.setVisible(not blocks and len(whole) < 2)
        count = self._words.many("{n} block", "{n} blocks", len(blocks))
        several = self._words.many("{n} day", "{n} days", len(whole))
        self.summary.setText(f"{several}, {count}")
        self._show_hints(found)
        self.list.show_rows(rows_of(state, whole, found, self._words) if blocks or len(whole) > 1 else [])
        self._show_picked()

    def _show_hints(self, found: Sequence[Hint]) -> None:
        clear(self.hints)
        layout = self.hints.layout()
        self.hints.setVisible(bool(found))
        assert layout is not None
        for hint in found[:_HINTS]:
            made = QToolButton()
            made.setText(f"⚠ {hint.said}")
            made.setAccessibleName(hint.said)
            made.setProperty("hint", "true")
            made.clicked.connect(lambda _=False, id=hint.id: (self.list.pick([id]), self.list.setFocus()))
            layout.addWidget(made)
        if len(found) > _HINTS:
            more = self._words.many("and {n} more warning", "and {n} more warnings", len(found) - _HINTS)
            layout.addWidget(label(more, "small"))

    def _show_picked(self) -> None:
        """The form of what is picked, and the strip with it marked."""
        if self._state is None:
            return
        state, row = self._state(), self.list.row()
        open, whole = going_on(state), self._days
        self.strip.show_days(whole, self.list.ids(), open.block if open else "")
        if self.side.currentWidget() is self.late and self.late.isVisible():
            return
        if row is None:
            self.side.setCurrentIndex(0)
        elif row.slot is None:
            self.day.show_day(row.day, len(whole) == 1)
            self.side.setCurrentWidget(self.day)
        else:
            first = row.day.slots[0].block.id == row.id
            self.block.show_slot(row.slot, first, self._opening(row.slot.block, row.now))
            self.side.setCurrentWidget(self.block)
        self.marked.emit()

    def _opening(self, block: Block, now: bool) -> str:
        words = self._words
        if block.exercise:
            return words("Go to the exercise") if block.run else words("Open the exercise")
        return words("It goes on") if now else words("Begin the block")

    def show_late(self, minutes: int) -> None:
        """Ask how late."""
        self.side.setCurrentWidget(self.late)
        self.late.begin(minutes)

    def back(self) -> None:
        """From a form to the list."""
        if self.side.currentWidget() is self.late:
            self.side.setCurrentIndex(0)
            self._show_picked()
        self.focus()

    def focus(self) -> None:
        """To the list; where there is none, to the button that begins one."""
        place = self.list if self.empty.isHidden() else self.first
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Into the form of what is picked."""
        form = self.side.currentWidget()
        if isinstance(form, (BlockForm, DayForm)):
            form.write()


def _button(key: str, said: str, act: Callable[[], object]) -> KeyButton:
    made = KeyButton(native(key) if key else "", said)
    made.setAccessibleName(said)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(act)
    return made
