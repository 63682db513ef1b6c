"""The right column: the guide, the agreements so far, and private notes."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from workshop.model.boards.agreements import KIND as AGREEMENTS
from workshop.model.boards.agreements import origin_words
from workshop.model.change import Change
from workshop.model.exercise import ExerciseText, Step
from workshop.model.picture import View
from workshop.model.record import Agreement, Id, Note
from workshop.screen.boards import KINDS
from workshop.screen.boards.desk import Desk, Written
from workshop.screen.bridge import Bridge
from workshop.screen.parts.capture_line import CaptureLine, shorter
from workshop.screen.parts.card_editor import PAUSE
from workshop.screen.parts.guide import Guide
from workshop.screen.parts.pieces import button, label
from workshop.screen.parts.question import may_stay
from workshop.screen.parts.wrapped import Wrapped

WIDTH = 340
_ORIGIN = 60  # letters of the card that an agreement came from


class Papers(QTabWidget):
    """What lies beside the board. `memo_written` carries private notes when typing rests."""

    memo_written = Signal(str)
    erase_wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        words = bridge.words
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(words("Guide, agreements and notes"))
        self.tabBar().setAccessibleName(self.accessibleName())
        self.guide = Guide(words)
        self.agreed = Agreed(bridge)
        self.memo = QPlainTextEdit()
        self.memo.setPlaceholderText(words("Only you see what you write here."))
        self.memo.setAccessibleName(words("Private notes"))
        self.memo.setTabChangesFocus(True)
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self.keep_memo)
        self.memo.textChanged.connect(self._rest.start)
        self.erase = button(words("Delete the raw list now…"))
        self.erase.clicked.connect(self.erase_wanted)
        self.addTab(_padded(self.guide, self.erase), words("Guide"))
        self.addTab(_padded(self.agreed), words("Agreements"))
        self.addTab(_padded(label(words("Private notes on this step"), "small"), self.memo), words("Notes"))

    def keep_memo(self) -> None:
        """Keep what is written in the notes, if anything is waiting to be kept."""
        self._rest.stop()
        self.memo_written.emit(self.memo.toPlainText())

    def show_step(self, step: Step, text: ExerciseText, ticked: bool, memo: str, may_erase: bool) -> None:
        """Show the papers of a step."""
        self._rest.stop()
        self.guide.show_step(step, text, ticked)
        self.erase.setVisible(may_erase)
        self.show_memo(memo)

    def show_memo(self, memo: str) -> None:
        """Show other notes than those that are being written."""
        if memo != self.memo.toPlainText():
            self.memo.blockSignals(True)
            self.memo.setPlainText(memo)
            self.memo.blockSignals(False)


def _padded(*widgets: QWidget) -> QWidget:
    page = QFrame()
    column = QVBoxLayout(page)
    column.setContentsMargins(8, 8, 16, 16)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, (Guide, Agreed, QPlainTextEdit)) else 0)
    return page


class Agreed(QWidget):
    """The agreements so far, and a form to write one; the card that is picked becomes its origin.

    `wanted` tells which one is to be worked on.
    """

    wanted = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        self._view: View | None = None
        self._origin: Id = ""
        words = bridge.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(words("Agreements"))
        Wrapped(self.list)
        self.list.itemActivated.connect(lambda item: self.wanted.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.from_card = label("", "small", wraps=True)
        self.form = CaptureLine(words, upright=True, keys=False)
        self.form.written.connect(self.write)
        add = button(words("Add"), words("Add the agreement"))
        add.clicked.connect(lambda: self.write(self.form.what_is_written()))
        self.empty = label(words("Nothing is agreed yet. Pick a card and press Ctrl+G."), quiet=True, wraps=True)
        for widget in (self.empty, self.list, self.from_card, self.form, add):
            column.addWidget(widget, 1 if widget is self.list else 0)
        column.addStretch(0)

    def show_view(self, view: View) -> None:
        """Show the agreements of a run; `view` is of its board of agreements."""
        self._view = view
        self.form.show_entry(KINDS["agreements"].entry(Desk(view)))
        branches = AGREEMENTS.outline(view)
        self.list.clear()
        for branch in branches:
            origin = [shorter(below.text, _ORIGIN) for below in branch.below]
            item = QListWidgetItem("\n".join(part for part in (branch.text, branch.detail, *origin) if part))
            item.setData(Qt.ItemDataRole.UserRole, branch.id)
            self.list.addItem(item)
        self.empty.setVisible(not branches)

    def begin_from(self, note: Note | None) -> None:
        """Begin an agreement that comes from a card: its back where it was turned, else its words."""
        self._origin = note.id if note else ""
        if note:
            self.form.fill(text=note.flip or note.text)
        said = origin_words(self.bridge.state, Agreement(id="", origin=self._origin))
        self.from_card.setText(self.bridge.words("From the card: {text}", text=said) if said else "")
        self.form.focus()

    def write(self, written: Written) -> None:
        """Add what the form says."""
        if self._view is None or not all(may_stay(self, self.bridge.words, v) for v in written.values.values()):
            return
        entry = KINDS["agreements"].entry(Desk(self._view))
        desk, origin = Desk(self._view), self._origin

        def make() -> Change:
            change = entry.make(desk, written)
            if not origin or written.pick:
                return change
            return Change({id: replace(record, origin=origin) for id, record in change.added.items()})

        if self.bridge.do(make, entry.label):
            self._origin = ""
            self.from_card.setText("")
            self.form.taken()
