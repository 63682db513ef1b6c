"""The list of steps: where we are, what comes, what has been."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from workshop.model.exercise import Exercise, ExerciseText
from workshop.screen.theme import Theme
from workshop.words import Catalogue

_MINUTES = Qt.ItemDataRole.UserRole
_ROOM = 54  # pixels to the right for the minutes


class _Row(QStyledItemDelegate):
    """A step's number and title, and to the right in a quieter ink how long it takes."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row as the style draws it, and the minutes."""
        super().paint(painter, option, index)
        painter.setPen(self._theme.colour("muted"))
        place = QRect(option.rect).adjusted(0, 0, -12, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data(_MINUTES))

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave room for the minutes."""
        super().initStyleOption(option, index)
        width = option.rect.width() - _ROOM - 8
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, width)


class StepList(QListWidget):
    """Steps by number, title and minutes; choosing one goes there."""

    chosen = Signal(str)

    def __init__(self, exercise: Exercise, text: ExerciseText, words: Catalogue, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(words("Steps"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self._keys = [step.key for step in exercise.steps]
        for number, step in enumerate(exercise.steps, 1):
            title = text.step(step.key).title
            minutes = words("{n} min", n=step.minutes)
            item = QListWidgetItem(f"{number}  {title}")
            item.setData(_MINUTES, minutes)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number}. {title}, {minutes}")
            item.setSizeHint(QSize(0, 29))
            self.addItem(item)
        self.setItemDelegate(_Row(theme, self))
        self.itemActivated.connect(lambda item: self.chosen.emit(self._keys[self.row(item)]))
        self.itemClicked.connect(lambda item: self.chosen.emit(self._keys[self.row(item)]))

    def show_step(self, key: str) -> None:
        """Mark the step that the stage stands on."""
        row = self._keys.index(key) if key in self._keys else 0
        self.setCurrentRow(row)
        for number in range(self.count()):
            font = self.item(number).font()
            font.setBold(number == row)
            self.item(number).setFont(font)
