"""Today's line under the window's head: where one is, ahead or behind, when the next break is."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from workshop.model.change import State
from workshop.model.today import Today, line, standing, today
from workshop.screen.parts.pieces import Elided, label, shorter, tool
from workshop.screen.theme import Theme, icon
from workshop.words import Catalogue

_EVERY = 5000  # milliseconds between two looks at the clock


class TodayLine(QFrame):
    """Hidden where there is no programme. `now` tells the local time, ISO."""

    def __init__(
        self,
        actions: dict[str, QAction],
        words: Catalogue,
        theme: Theme,
        state: Callable[[], State],
        now: Callable[[], str],
    ) -> None:
        super().__init__()
        self._words, self._theme, self._state, self._now = words, theme, state, now
        self._next = actions["next_block"]
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 2)
        row.setSpacing(8)
        self.where, self.sign, self.standing, self.rest = Elided(), QLabel(), label(), label(quiet=True)
        actions["programme"].setIconText(words("Programme"))
        actions["late"].setIconText(words("We are late"))
        row.addWidget(_tool(actions["programme"], theme, "calendar"))
        row.addSpacing(8)
        row.addWidget(self.where)
        row.addWidget(self.sign)
        row.addWidget(self.standing)
        row.addSpacing(8)
        row.addWidget(self.rest)
        row.addStretch(1)
        row.addWidget(_tool(actions["next_block"], theme, "chevron-right"))
        row.addWidget(_tool(actions["late"], theme, "clock"))
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Look at the clock and the programme."""
        found = today(self._state(), self._now())
        self.setVisible(found is not None)
        if found is None:
            self._timer.stop()
            return
        if not self._timer.isActive():
            self._timer.start()
        where, _, rest = line(found, self._words)
        self.where.say(where)
        self.rest.setText(rest)
        self._show_standing(found)
        following = found.following
        title = following.block.title if following else ""
        self._next.setEnabled(following is not None)
        self._next.setIconText(
            self._words("Begin: {title}", title=shorter(title, 24)) if title else self._words("Next")
        )
        self.setAccessibleName(", ".join(part for part in line(found, self._words) if part))

    def _show_standing(self, found: Today) -> None:
        """Behind, ahead or on time: a word, a sign and a colour."""
        said, behind = standing(found.late, self._words), (found.late or 0) > 0
        self.standing.setText(said)
        self.standing.setStyleSheet(f"color: {self._theme.hex['warning' if behind else 'ink']}; font-weight: 600;")
        drawing = "alert-triangle" if behind else "check"
        self.sign.setPixmap(icon(drawing, self._theme.hex["warning" if behind else "accent"]).pixmap(16, 16))
        for each in (self.sign, self.standing):
            each.setVisible(bool(said))


def _tool(action: QAction, theme: Theme, drawing: str) -> QToolButton:
    """A button whose tooltip says what the whole action is and its key."""
    made = tool(action, theme, drawing)
    made.setToolTip(f"{made.accessibleName()} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
    return made
