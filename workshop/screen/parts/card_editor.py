"""Writing on a card where it lies."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workshop.screen.theme import font

PAUSE = 400  # milliseconds without a key after which what is typed is kept
_LEAST = 200  # pixels; on a smaller card one writes beyond its edges


class CardEditor(QPlainTextEdit):
    """Laid over a card: `paused` when typing rests, `done` on Enter or when focus leaves, `left` on Esc."""

    paused = Signal(str)
    done = Signal(str)
    left = Signal()

    def __init__(self, over: QWidget, place: QRect, text: str, size: float, name: str) -> None:
        super().__init__(over)
        self.setAccessibleName(name)
        self.setFont(font(size))
        self.setPlainText(text)
        whole = over.rect()
        wide, middle = min(max(place.width(), _LEAST), whole.width()), place.center().x()
        place.setWidth(wide)
        place.moveLeft(max(whole.left(), min(middle - wide // 2, whole.right() - wide + 1)))
        place.setHeight(min(place.height(), whole.height()))
        place.moveTop(max(whole.top(), min(place.top(), whole.bottom() - place.height() + 1)))
        self.setGeometry(place)
        self._finished = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(lambda: self.paused.emit(self.toPlainText()))
        self.textChanged.connect(self._timer.start)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends, Shift+Enter makes a new line, Esc leaves the card as it was before."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self._finished = True
            self._timer.stop()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps what is written."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish()

    def _finish(self) -> None:
        if not self._finished:
            self._finished = True
            self._timer.stop()
            self.done.emit(self.toPlainText())

    def close_for_good(self) -> None:
        """Go away without telling anything more."""
        self._finished = True
        self._timer.stop()
        self.hide()
        self.deleteLater()

    def go_on(self) -> None:
        """Write on: what stands here was not kept."""
        self._finished = False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
