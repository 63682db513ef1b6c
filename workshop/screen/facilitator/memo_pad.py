"""Private notes on a step: kept when typing rests, guarded like everything else that is written."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit

from workshop.model.guard import findings
from workshop.screen.parts.card_editor import PAUSE
from workshop.screen.parts.question import may_stay
from workshop.words import Catalogue


class MemoPad(QPlainTextEdit):
    """`keeps` saves a text and says whether it could; what could not be kept is never overwritten."""

    def __init__(self, words: Catalogue, keeps: Callable[[str], bool]) -> None:
        super().__init__()
        self._words, self._keeps = words, keeps
        self._waiting = False
        self._allowed: set[str] = set()
        self.setPlaceholderText(words("Only you see what you write here."))
        self.setAccessibleName(words("Private notes"))
        self.setTabChangesFocus(True)
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self.keep)
        self.textChanged.connect(self._typed)

    def _typed(self) -> None:
        self._waiting = True
        self._rest.start()

    def keep(self) -> bool:
        """Keep what is waiting to be kept; False where it can't be, or where the facilitator wants to change it."""
        self._rest.stop()
        if not self._waiting:
            return True
        text = self.toPlainText()
        found = {finding.text for finding in findings(text)}
        if found - self._allowed and not may_stay(self, self._words, text):
            self.setFocus()
            return False
        self._allowed |= found
        self._waiting = not self._keeps(text)
        return not self._waiting

    def show_memo(self, text: str) -> None:
        """Show the notes as they are kept, unless something else is waiting to be."""
        if not self._waiting and text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
