"""The top of the facilitator's window: which session, how much time is left, and that all is saved."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from workshop.model.words import Words
from workshop.screen.lettering import text_font
from workshop.screen.parts.key_button import native
from workshop.screen.parts.pieces import Elided, escaped, label, shorter, tool
from workshop.screen.projector.clock import StepClock
from workshop.screen.theme import Theme, icon, letters

_DRAWN = {"soon": ("clock", "warning"), "last": ("alert-triangle", "late"), "over": ("alert-triangle", "late")}
_NAME = 36  # letters of the exercise's name


class Header(QFrame):
    """One row: title and exercise, the step's clock with its keys, and “Saved 14:32”."""

    def __init__(self, clock: StepClock, actions: dict[str, QAction], words: Words, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme, self._clock = words, theme, clock
        self._start = actions["clock"]
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        self.title = Elided("large")
        self.exercise = tool(actions["exercise"], theme, "chevron-down")
        self.exercise.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the name
        self._named = actions["exercise"]
        self.sign, self.short = QLabel(), label()
        self.time = label()
        self.time.setFont(text_font(letters("title"), True, tabular=True))
        self.time.setFixedWidth(self.time.fontMetrics().horizontalAdvance("+00:00") + 4)
        self.time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.time.setAccessibleName(words("Time left of the step"))
        self.lock, self.saved = QLabel(), label("", "small")
        self.lock.setPixmap(icon("lock", theme.hex["warning"]).pixmap(16, 16))
        row.addWidget(self.title)
        row.addSpacing(8)
        row.addWidget(self.exercise)
        self.wall_sign, self.wall = QLabel(), Elided("small")
        row.addSpacing(8)
        row.addWidget(self.wall_sign)
        row.addWidget(self.wall)
        self.show_wall("")
        row.addStretch(1)  # what comes and goes stands next to it, so that nothing else moves
        row.addWidget(self.sign)
        row.addWidget(self.short)
        row.addWidget(tool(self._start, theme, "player-play", words=False))
        row.addWidget(self.time)
        for name, said in (("less", "−1 min"), ("more", "+1 min")):
            made = QToolButton()
            made.setDefaultAction(actions[name])
            actions[name].setIconText(said)
            made.setAccessibleName(actions[name].text().replace("&", ""))
            row.addWidget(made)
        row.addSpacing(16)
        row.addWidget(tool(actions["undo"], theme, "arrow-back-up", words=False))
        row.addWidget(tool(actions["redo"], theme, "arrow-forward-up", words=False))
        row.addSpacing(16)
        row.addWidget(self.lock)
        row.addWidget(self.saved)
        clock.ticked.connect(self.show_time)
        self.show_time()

    def show_title(self, title: str, exercise: str) -> None:
        """Say which session and which exercise."""
        self.title.say(title)
        self._named.setIconText(shorter(exercise, _NAME))
        self._named.setToolTip(
            escaped(f"{exercise}. {self._words('Go to an exercise, or add one')} ({native('Ctrl+O')})")
        )
        self.exercise.setAccessibleName(self._words("Exercise: {title}", title=exercise))

    def show_time(self) -> None:
        """Show what is left of the step; a sign, a word and a colour say when it is short."""
        said = self._words
        urgency = self._clock.urgency()
        drawing, token = _DRAWN.get(urgency, ("", "ink"))
        as_on_the_wall = {"soon": said("almost time"), "last": said("finish now"), "over": said("over time")}
        short = as_on_the_wall.get(urgency, "")
        if short != self.short.text() or not self.time.text():
            for each in (self.time, self.short):
                each.setStyleSheet(f"color: {self._theme.hex[token]};")
            if drawing:
                self.sign.setPixmap(icon(drawing, self._theme.hex[token]).pixmap(18, 18))
            self.short.setText(short)
        for each in (self.sign, self.short):
            each.setVisible(bool(short))
        self.time.setText(self._clock.said())
        self.time.setAccessibleDescription(short)
        self._start.setIcon(icon("player-pause" if self._clock.running else "player-play", self._theme.hex["ink"]))

    def show_wall(self, said: str) -> None:
        """Mark what is on the wall, wherever in the window one works; nothing where there is no wall."""
        if said and self.wall_sign.pixmap().isNull():
            self.wall_sign.setPixmap(icon("presentation", self._theme.hex["accent"]).pixmap(16, 16))
        if said != self.wall.text():
            self.wall.say(said)
            self.wall.setAccessibleName(said)
        for each in (self.wall_sign, self.wall):
            each.setVisible(bool(said))

    def show_saved(self, at: str, rehearsal: bool = False) -> None:
        """Say when the last thing was saved, or that nothing is."""
        self.lock.setVisible(not at and not rehearsal)
        saved = self._words("Saved {time}", time=at) if at else self._words("Read only")
        self.saved.setText(self._words("REHEARSAL") if rehearsal else saved)
        role = "small" if at and not rehearsal else "warned"
        if role != self.saved.property("role"):
            self.saved.setProperty("role", role)
            self.saved.style().polish(self.saved)
