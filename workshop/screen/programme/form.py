"""The side form: everything about one block, kept as it is written."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from workshop.model.programme import KEEPS, KINDS, LONGEST, WAYS, Slot
from workshop.model.record import Id
from workshop.screen.boards.desk import Pick
from workshop.screen.parts.card_editor import PAUSE
from workshop.screen.parts.pieces import button, label
from workshop.screen.theme import Theme, icon
from workshop.words import Catalogue

_TEXTS = ("title", "place", "leads", "goal", "materials", "script")
_BY_TAB = (
    "open",
    "restore",
    "title",
    "kind",
    "minutes",
    "exercise",
    "keep",
    "least",
    "way",
    "place",
    "leads",
    "beside",
)
_BY_TAB += ("script", "goal", "materials")
_HIGH = 96  # pixels of the script


class BlockForm(QScrollArea):
    """`changed` tells a block, a field of it, what that says now, and whether the writing is done; `left`: by Esc."""

    changed = Signal(str, str, object, bool)
    left = Signal()
    opened = Signal()
    restored = Signal()

    def __init__(self, theme: Theme, words: Catalogue, exercises: Sequence[Pick]) -> None:
        super().__init__()
        self._words = words
        self._filling = False
        self._id: Id = ""
        self._waiting: dict[str, Callable[[], object]] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self._tell_waiting(False))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title, self.place, self.leads = QLineEdit(), QLineEdit(), QLineEdit()
        self.goal, self.materials, self.script = QPlainTextEdit(), QPlainTextEdit(), QPlainTextEdit()
        self.minutes, self.least = _minutes(words), _minutes(words)
        self.kind = _choice(theme, [(key, words(said)) for key, said in KINDS.items()])
        self.way = _choice(theme, [(key, words(said) if said else "–") for key, said in WAYS.items()])
        self.keep = _choice(theme, [(key, words(said)) for key, said in KEEPS.items()])
        self.exercise = _choice(theme, [("", "–"), *((pick.key, pick.title) for pick in exercises)])
        self.beside = QCheckBox(words("At the same time as the one before"))
        self.open = button(words("Begin the block"), main=True)
        self.restore = button(words("As it was planned"))
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        words = self._words
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 8, 16, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self._labels: dict[str, QWidget] = {}
        grid.addWidget(self.open, 0, 0, 1, 2)
        grid.addWidget(self.restore, 1, 0, 1, 2)
        self._row(grid, "title", words("Title"), self.title, 0, 2)
        self._row(grid, "kind", words("Kind"), self.kind, 0)
        self._row(grid, "minutes", words("Time"), self.minutes, 1)
        self._row(grid, "exercise", words("Exercise"), self.exercise, 0, 2)
        self._row(grid, "keep", words("When it is late"), self.keep, 0)
        self._row(grid, "least", words("At least"), self.least, 1)
        self._row(grid, "way", words("What people do"), self.way, 0)
        self._row(grid, "place", words("Place"), self.place, 1)
        self._row(grid, "leads", words("Who leads"), self.leads, 0, 2)
        grid.addWidget(self.beside, grid.rowCount(), 0, 1, 2)
        self._row(grid, "script", words("Script (only you see it)"), self.script, 0, 2)
        self._row(grid, "goal", words("Goal (only you see it)"), self.goal, 0, 2)
        self._row(grid, "materials", words("Materials (only you see them)"), self.materials, 0, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        self.script.setMinimumHeight(_HIGH)
        for each in (self.goal, self.materials):
            each.setFixedHeight(56)
        for each in (self.goal, self.materials, self.script):
            each.setTabChangesFocus(True)
        self.setWidget(page)
        for one, other in pairwise(getattr(self, name) for name in _BY_TAB):
            QWidget.setTabOrder(one, other)

    def _row(self, grid: QGridLayout, name: str, said: str, field: QWidget, column: int, across: int = 1) -> None:
        """A field under its name; in the right half it stands on the same row as the one to the left."""
        row = grid.rowCount() - (2 if column else 0)
        named = label(said, "small")
        self._labels[name] = named
        field.setAccessibleName(said)
        named.setBuddy(field)
        grid.addWidget(named, row, column, 1, across)
        grid.addWidget(field, row + 1, column, 1, across)
        field.installEventFilter(self)

    def _connect(self) -> None:
        for name in _TEXTS:
            field = getattr(self, name)
            signal = field.textEdited if isinstance(field, QLineEdit) else field.textChanged
            signal.connect(lambda *_, name=name: self._written(name))
        for name in ("kind", "way", "keep", "exercise"):
            box: QComboBox = getattr(self, name)
            box.activated.connect(lambda _, name=name, box=box: self._tell(name, box.currentData()))
        for name in ("minutes", "least"):
            spin: QSpinBox = getattr(self, name)
            spin.valueChanged.connect(lambda value, name=name: self._tell(name, value))
        self.beside.toggled.connect(lambda on: self._tell("beside", on))
        self.beside.installEventFilter(self)
        self.open.clicked.connect(self.opened)
        self.restore.clicked.connect(self.restored)

    # What is shown

    def show_slot(self, slot: Slot, first: bool, open: str) -> None:
        """Show a block; what is being written is left alone where it says the same."""
        block = slot.block
        if block.id != self._id:
            self._tell_waiting(True)  # what is written belongs to the block that was shown
        self._id, self._filling = block.id, True
        for name in _TEXTS:
            field, said = getattr(self, name), getattr(block, name)
            if _text(field).strip() != said and name not in self._waiting:
                field.setText(said) if isinstance(field, QLineEdit) else field.setPlainText(said)
        for name in ("kind", "way", "keep", "exercise"):
            box: QComboBox = getattr(self, name)
            at = box.findData(getattr(block, name))
            if at < 0:
                box.addItem(getattr(block, name), getattr(block, name))
                at = box.count() - 1
            box.setCurrentIndex(at)
        self.minutes.setValue(block.minutes)
        self.least.setMaximum(block.minutes)
        self.least.setValue(block.least or block.minutes)
        self.beside.setChecked(block.beside)
        self.beside.setEnabled(not first)
        for name, shown in (("exercise", block.kind == "exercise"), ("least", block.keep == "shrink")):
            self._labels[name].setVisible(shown)
            getattr(self, name).setVisible(shown)
        self.open.setText(open)
        self.open.setAccessibleName(open)
        self.restore.setVisible(bool(block.cut or block.dropped))
        self._filling = False

    def finish(self) -> None:
        """Tell all that is written, as done."""
        self._tell_waiting(True)

    def write(self) -> None:
        """Go to the title, to write."""
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()
        self.ensureWidgetVisible(self.title)

    # What is written

    def _written(self, name: str) -> None:
        if not self._filling:
            self._waiting[name] = lambda: _text(getattr(self, name))
            self._pause.start()

    def _tell_waiting(self, done: bool) -> None:
        self._pause.stop()
        waiting, self._waiting = self._waiting, {}
        for name, read in waiting.items():
            self.changed.emit(self._id, name, read(), done)

    def wait_on(self, name: str) -> None:
        """What is written in a field is not kept yet: it is told again when the writing is done."""
        self._waiting[name] = lambda: _text(getattr(self, name))

    def _tell(self, name: str, value: object) -> None:
        if not self._filling:
            self._tell_waiting(True)
            self.changed.emit(self._id, name, value, True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving a field keeps what is written; Enter in a line and Esc anywhere go back to the list."""
        if event.type() is QEvent.Type.FocusOut:
            self._tell_waiting(True)
        elif (
            event.type() is QEvent.Type.Wheel and isinstance(watched, (QComboBox, QSpinBox)) and not watched.hasFocus()
        ):
            event.ignore()
            return True
        elif event.type() is QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not isinstance(
                watched, (QPlainTextEdit, QComboBox)
            )
            if enter or key == Qt.Key.Key_Escape:
                self._tell_waiting(True)
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


class _Choice(QComboBox):
    """A box with an arrow in the ink of the theme, which the style sheet can't draw."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._arrow = icon("chevron-down", theme.hex["muted"])

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and the arrow on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        self._arrow.paint(painter, self.width() - 24, (self.height() - 16) // 2, 16, 16)


def _choice(theme: Theme, picks: Sequence[tuple[str, str]]) -> QComboBox:
    made = _Choice(theme)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    for key, said in picks:
        made.addItem(said, key)
    return made


def _minutes(words: Catalogue) -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, LONGEST)
    made.setSuffix(words(" min"))
    made.lineEdit().setTextMargins(8, 0, 8, 0)  # the style sheet's padding does not reach it
    made.setSingleStep(5)
    made.setKeyboardTracking(False)
    return made


def column(*widgets: QWidget) -> QWidget:
    """Widgets one under another in the side column."""
    page = QWidget()
    laid = QVBoxLayout(page)
    laid.setContentsMargins(16, 8, 16, 16)
    laid.setSpacing(8)
    for widget in widgets:
        laid.addWidget(widget)
    laid.addStretch(1)
    return page
