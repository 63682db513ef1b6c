"""Whose turn it is, above the line that is written on, while a round is on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.screen.parts.key_button import KeyButton, native
from workshop.screen.parts.pieces import Elided, label


class TurnLine(QWidget):
    """Who has the floor, who comes then, and the keys that pass it on."""

    def __init__(self, onward: QAction, skip: QAction, next_word: str, skip_word: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._now, self._then = label(role="large"), Elided("small", quiet=True)
        row.addWidget(self._now)
        row.addWidget(self._then, 1)
        for action, said in ((onward, next_word), (skip, skip_word)):
            made = KeyButton(native(action.shortcut()), said)
            made.setAccessibleName(action.text().replace("&", ""))
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(action.trigger)
            row.addWidget(made)

    def say(self, now: str, then: str) -> None:
        """Show whose turn it is; nothing at all where no round is on."""
        self._now.setText(now)
        self._then.say(then)
        self.setAccessibleName(" · ".join(part for part in (now, then) if part))
        self.setVisible(bool(now))
