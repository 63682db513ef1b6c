"""A quiet bar at the foot of a window: why something could not be done, or what was done."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from workshop.model.words import Words
from workshop.screen.parts.tinted import tinted

TOLD_MS = 6000
_ICONS = {"refusal": "alert-triangle", "told": "check"}


class MessageBar(QFrame):
    """One sentence at a time. A refusal stays until `clear` or Esc; what is merely told goes after six seconds."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ""
        self.setProperty("role", "message")
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._close = QToolButton()
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._timer.timeout.connect(self.clear)
        self._watched: QWidget | None = None
        self.speak(words)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown; empty where none is."""
        return self._text.text()

    def speak(self, words: Words) -> None:
        """Name the closing cross in a language."""
        self._close.setAccessibleName(words("Close the message"))
        self._close.setToolTip(words("Close the message") + " (Esc)")

    def say(self, text: str, kind: str = "refusal") -> None:
        """Show a sentence in place of the one before, and have screen readers read it at once."""
        self.kind = kind
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        self.setAccessibleName(text)
        self._draw()
        self._watch()
        self.show()
        self._timer.stop()
        if kind == "told":
            self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Take the sentence away."""
        self._timer.stop()
        self._text.clear()
        self.hide()

    def _watch(self) -> None:
        """Listen for Esc in the window that the bar is in, ahead of what else Esc means there."""
        window = self.window()
        if window is not self._watched:
            if self._watched:
                self._watched.removeEventFilter(self)
            window.installEventFilter(self)
            self._watched = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc first closes the sentence."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.isVisible():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # so that it comes as a key press, and no shortcut takes it
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.clear()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._draw()

    def _draw(self) -> None:
        self._icon.setPixmap(tinted(_ICONS[self.kind], self).pixmap(20, 20))
        self._close.setIcon(tinted("x", self))
