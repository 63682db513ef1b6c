"""The top of the facilitator's window: which session, how much time is left, and that all is saved."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from workshop.model.words import Words
from workshop.screen.parts.pieces import label, tool
from workshop.screen.projector.clock import StepClock
from workshop.screen.theme import Theme, font, icon


class Header(QFrame):
    """One row: title and exercise, the step's clock with its keys, and “Saved 14:32”."""

    def __init__(self, clock: StepClock, actions: dict[str, QAction], words: Words, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme, self._clock = words, theme, clock
        self._start = actions["clock"]
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(8)
        self.title = label(role="large")
        self.exercise = label(quiet=True)
        self.time = label()
        self.time.setFont(font(24, bold=True))
        self.time.setAccessibleName(words("Time left of the step"))
        self.saved = label("", "small")
        self._toggle = tool(self._start, theme, "player-play", words=False)
        row.addWidget(self.title)
        row.addSpacing(8)
        row.addWidget(self.exercise)
        row.addStretch(1)
        row.addWidget(tool(actions["undo"], theme, "arrow-back-up", words=False))
        row.addWidget(tool(actions["redo"], theme, "arrow-forward-up", words=False))
        row.addSpacing(16)
        row.addWidget(self._toggle)
        row.addWidget(self.time)
        for name, said in (("less", "−1 min"), ("more", "+1 min")):
            made = QToolButton()
            made.setDefaultAction(actions[name])
            actions[name].setIconText(said)
            made.setAccessibleName(actions[name].text().replace("&", ""))
            row.addWidget(made)
        row.addSpacing(16)
        row.addWidget(self.saved)
        clock.ticked.connect(self.show_time)
        self.show_time()

    def show_title(self, title: str, exercise: str) -> None:
        """Say which session and which exercise."""
        self.title.setText(title)
        self.exercise.setText(exercise)

    def show_time(self) -> None:
        """Show what is left of the step; colour and a sign say when it is short."""
        urgency = self._clock.urgency()
        token = {"calm": "ink", "soon": "warning"}.get(urgency, "late")
        self.time.setStyleSheet(f"color: {self._theme.hex[token]};")
        self.time.setText(self._clock.said() + {"calm": "", "soon": " !"}.get(urgency, " !!"))
        self._start.setIcon(icon("player-pause" if self._clock.running else "player-play", self._theme.hex["ink"]))

    def show_saved(self, at: str) -> None:
        """Say when the last thing was saved."""
        self.saved.setText(self._words("Saved {time}", time=at) if at else self._words("Read only"))
