"""The list of steps: where we are, what comes, what has been."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from workshop.model.exercise import Exercise, ExerciseText
from workshop.screen.lettering import text_font
from workshop.screen.parts.pieces import escaped
from workshop.screen.theme import Theme, font, letters
from workshop.words import Catalogue

_NUMBER, _MINUTES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_LEFT, _RIGHT, _ROOM = 28, 8, 48  # pixels before the title, after the minutes, and for the minutes
_MIDDLE, _END = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight


class _Row(QStyledItemDelegate):
    """A step's number and title, and to the right in a quieter ink how long it takes."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row as the style draws it, with number, title and minutes each in a column of its own."""
        super().paint(painter, option, index)
        here = index.row() == self._list.currentRow()
        row = QRect(option.rect)
        painter.setFont(text_font(letters("text"), False, True))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(row.adjusted(0, 0, _LEFT - 8 - row.width(), 0), _MIDDLE | _END, index.data(_NUMBER))
        painter.drawText(row.adjusted(0, 0, -_RIGHT, 0), _MIDDLE | _END, index.data(_MINUTES))
        painter.setFont(font(letters("text"), bold=here))
        painter.setPen(self._theme.colour("ink"))
        place = row.adjusted(_LEFT, 0, -_RIGHT - _ROOM, 0)
        title = index.data(Qt.ItemDataRole.DisplayRole)
        said = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _MIDDLE | Qt.AlignmentFlag.AlignLeft, said)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The style draws the row without its words."""
        super().initStyleOption(option, index)
        option.text = ""


class StepList(QListWidget):
    """Steps by number, title and minutes; choosing one goes there."""

    chosen = Signal(str)

    def __init__(self, words: Catalogue, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self._keys: list[str] = []
        self.setAccessibleName(words("Steps"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setItemDelegate(_Row(theme, self))
        self.itemActivated.connect(lambda item: self.chosen.emit(self._keys[self.row(item)]))
        self.itemClicked.connect(lambda item: self.chosen.emit(self._keys[self.row(item)]))

    def show_exercise(self, exercise: Exercise, text: ExerciseText) -> None:
        """List the steps of an exercise."""
        self.clear()
        self._keys = [step.key for step in exercise.steps]
        for number, step in enumerate(exercise.steps, 1):
            title = text.step(step.key).title
            minutes = self._words("{n} min", n=step.minutes)
            item = QListWidgetItem(title)
            item.setToolTip(escaped(title))
            item.setData(_NUMBER, str(number))
            item.setData(_MINUTES, minutes)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number}. {title}, {minutes}")
            item.setSizeHint(QSize(0, 27))
            self.addItem(item)

    def show_step(self, key: str) -> None:
        """Mark the step that the stage stands on."""
        self.setCurrentRow(self._keys.index(key) if key in self._keys else 0)
