"""The side form of a day: when it begins, when the last bus leaves, and what there is to be said about it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop.model.programme import Day, clock
from workshop.screen.parts.pieces import button, label
from workshop.screen.programme.form import column
from workshop.screen.programme.rows import day_name
from workshop.words import Catalogue


class DayForm(QWidget):
    """`changed` tells a day's number, "start" or "last", and what is written there."""

    changed = Signal(int, str, str)
    removed = Signal()
    left = Signal()

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self._words = words
        self.name = label("", "large", wraps=True)
        self.start, self.last = QLineEdit(), QLineEdit()
        self.remove = button(words("Remove the day"))
        self.remove.clicked.connect(self.removed)
        begins, leaves = label(words("The first block begins"), "small"), label(words("The last bus leaves"), "small")
        self.last.setPlaceholderText(words("Empty where it doesn't matter"))
        for named, field, name in ((begins, self.start, "start"), (leaves, self.last, "last")):
            named.setBuddy(field)
            field.setAccessibleName(named.text())
            field.setMaxLength(5)
            field.installEventFilter(self)
            field.editingFinished.connect(lambda name=name, field=field: self._tell(name, field))
        page = column(self.name, begins, self.start, leaves, self.last, self.remove)
        page.setParent(self)
        self._page = page
        self._number = 0
        self._told = {"start": "", "last": ""}

    def resizeEvent(self, event: QEvent) -> None:  # type: ignore[override]
        """The page fills the form."""
        self._page.setGeometry(self.rect())

    def show_day(self, day: Day, only: bool) -> None:
        """Show a day."""
        self._number = day.number
        self.name.setText(day_name(day, self._words))
        last = clock(day.last, self._words) if day.last is not None else ""
        for name, field, said in (("start", self.start, clock(day.start, self._words)), ("last", self.last, last)):
            self._told[name] = said
            field.setText(said)
        self.remove.setEnabled(not only)

    def write(self) -> None:
        """Go to the first field."""
        self.start.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.start.selectAll()

    def _tell(self, name: str, field: QLineEdit) -> None:
        if field.text() != self._told[name]:
            self._told[name] = field.text()
            self.changed.emit(self._number, name, field.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc and Enter go back to the list."""
        if event.type() is QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape) and isinstance(watched, QLineEdit):
                if key != Qt.Key.Key_Escape:
                    self._tell("start" if watched is self.start else "last", watched)
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
