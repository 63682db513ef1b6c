"""Asking for several things at once, one on each line."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from workshop.screen.parts.answers import answers
from workshop.screen.parts.key_button import native
from workshop.screen.parts.pieces import label
from workshop.words import Catalogue


class LineEach(QDialog):
    """A box in which Enter begins a new line, and Ctrl+Enter is done."""

    def __init__(self, parent: QWidget, title: str, start: str, words: Catalogue) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(560, 320)
        self._box = QPlainTextEdit(start)
        self._box.setAccessibleName(words("One card on each line"))
        self._box.setTabChangesFocus(True)
        self._box.moveCursor(QTextCursor.MoveOperation.End)
        buttons, done = answers(self, f"{words('Make the cards')}  {native('Ctrl+Return')}", words)
        done.setAccessibleName(words("Make the cards"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wraps=True))
        column.addWidget(
            label(words("One card on each line. The first keeps hands and links."), quiet=True, wraps=True)
        )
        column.addWidget(self._box, 1)
        column.addWidget(buttons)
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is done; Enter alone is the box's."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def written(self) -> str:
        """What stands in the box."""
        return self._box.toPlainText()
