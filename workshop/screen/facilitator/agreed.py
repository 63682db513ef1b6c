"""The agreements so far, beside the board, and a form to write one more."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workshop.model.boards.agreements import KIND as AGREEMENTS
from workshop.model.boards.agreements import edit_agreement, origin_words
from workshop.model.change import Change
from workshop.model.picture import Branch, View
from workshop.model.record import Agreement, Id
from workshop.screen.boards import KINDS
from workshop.screen.boards.desk import Desk, Field, Written
from workshop.screen.bridge import Bridge
from workshop.screen.parts.capture_line import CaptureLine
from workshop.screen.parts.key_button import native
from workshop.screen.parts.pieces import button, key_cap, label, line, shorter
from workshop.screen.parts.question import may_stay
from workshop.screen.parts.wrapped import DETAIL, Wrapped

_ORIGIN = 60  # letters of the card that an agreement came from


class Agreed(QWidget):
    """The card that is picked becomes a new agreement's origin; `wanted` tells which one is to be worked on."""

    wanted = Signal(str)
    worked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        self._view: View | None = None
        self._origin: Id = ""
        self._changing: Id = ""
        words = bridge.words
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setAccessibleName(words("Agreements"))
        Wrapped(self.list)
        self.list.itemActivated.connect(lambda item: self.wanted.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.empty = _inviting(
            words("Nothing is agreed in this exercise yet. Pick a card and press the keys:"), native("Ctrl+G")
        )
        self.from_card = label("", "small", wraps=True)
        self.from_card.hide()
        self.form = CaptureLine(words, upright=True)
        self.form.written.connect(self.write)
        self.add = add = button(words("Add"), words("Add the agreement"))
        add.clicked.connect(lambda: self.write(self.form.what_is_written()))
        for each in (self.list, add):
            each.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for widget in (self.empty, self.list):
            column.addWidget(widget, 1)
        for widget in (line(), label(words("A new agreement"), "small"), self.from_card, self.form):
            column.addWidget(widget)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignRight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is typed past the last box is no key of the board's: no card moves for it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if plain and event.text() and event.text().isprintable():
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def show_view(self, view: View) -> None:
        """Show the agreements of a run; `view` is of its board of agreements."""
        self._view = view
        entry = KINDS["agreements"].entry(Desk(view))
        what = Field("text", view.words("What will be done"))
        self.form.show_entry(replace(entry, picks=(), fields=(what, *entry.fields[1:])))
        for one, other in pairwise((self.list, *self.form.findChildren(QLineEdit), self.add)):
            QWidget.setTabOrder(one, other)  # the boxes are made later than the button
        at = self.list.verticalScrollBar().value()
        self.list.clear()
        for branch in AGREEMENTS.outline(view):
            self.list.addItem(_item(branch))
        self.list.verticalScrollBar().setValue(at)
        self.list.setVisible(self.list.count() > 0)
        self.empty.setVisible(self.list.count() == 0)

    def go_in(self) -> None:
        """Go to the agreements, or to the form where there are none."""
        if self.list.count():
            self.list.setCurrentRow(max(0, self.list.currentRow()))
            self.list.setFocus()
        else:
            self.form.focus()

    def begin_from(self, card: Id) -> None:
        """Begin an agreement that comes from a card: its back where it was turned, else its words; "" from none."""
        said = origin_words(self.bridge.seen, Agreement(id="", origin=card))
        self._changing = ""
        self._origin = card if said else ""
        self._show_origin(self.bridge.words("From the card: {text}", text=shorter(said, _ORIGIN)) if said else "")
        if said:
            self.form.fill(text=said)
        self.form.focus("who" if said else "")

    def change(self, id: Id) -> None:
        """Put an agreement in the form, to be changed there."""
        if there := self.bridge.state.get(id, Agreement):
            self.begin_from("")
            self._changing = id
            self.form.fill(text=there.text, who=there.who, due=there.due)

    def _show_origin(self, said: str) -> None:
        self.from_card.setText(said)
        self.from_card.setVisible(bool(said))

    def forget_erased(self) -> None:
        """Begin anew where the card that an agreement was begun from has been deleted."""
        if self._origin and self._origin not in self.bridge.state:
            self._origin = ""
            self._show_origin("")
            self.form.taken()

    def begun(self) -> tuple[Id, Written]:
        """What is half written: the card that it comes from, and the boxes."""
        return self._origin, self.form.what_is_written()

    def go_on(self, origin: Id, written: Written) -> None:
        """Go on with what was half written before the window was made anew."""
        self.begin_from(origin)
        self.form.again(written)

    def write(self, written: Written) -> None:
        """Add what the form says."""
        if self._view is None or not all(may_stay(self, self.bridge.words, v) for v in written.values.values()):
            return
        entry = KINDS["agreements"].entry(Desk(self._view))
        desk, origin = Desk(replace(self._view, state=self.bridge.state)), self._origin
        changing = self._changing if self._changing in desk.state else ""

        def make() -> Change:
            if changing:
                said = (written.values[name] for name in ("text", "who", "due"))
                return edit_agreement(desk.state, desk.board, changing, *said)
            change, there = entry.make(desk, written), origin if origin in desk.state else ""
            return Change({id: replace(record, origin=there) for id, record in change.added.items()})

        if self.bridge.write(make, entry.label):
            self._origin = self._changing = ""
            self._show_origin("")
            self.form.taken()
            self.list.scrollToBottom()
            self.worked.emit()


def _inviting(said: str, key: str) -> QWidget:
    """What to do where there is nothing yet, with the key beside it."""
    whole = QWidget()
    column, row = QVBoxLayout(whole), QHBoxLayout()
    column.setContentsMargins(0, 8, 0, 0)
    column.addWidget(label(said, quiet=True, wraps=True))
    row.addWidget(key_cap(key))
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    return whole


def _item(branch: Branch) -> QListWidgetItem:
    """An agreement: what, and in a quieter ink who, when and which card it came from."""
    detail = "\n".join(part for part in (branch.detail, *(shorter(b.text, _ORIGIN) for b in branch.below)) if part)
    item = QListWidgetItem("\n".join(part for part in (branch.text, detail) if part))
    item.setData(Qt.ItemDataRole.UserRole, branch.id)
    item.setData(DETAIL, detail)
    return item
