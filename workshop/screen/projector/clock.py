"""The step's clock: it runs on the monotonic clock, and knows the time of day only to survive a restart."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workshop.model.change import Change, together, update
from workshop.model.record import Stage

SOON, LAST = 0.20, 0.05  # parts of the step's time that are left when the clock begins to look otherwise
_LONGEST = 6000.0  # seconds; a clock that says more than 100 minutes too much has slept through the night


def said(remaining: float) -> str:
    """The time as the wall shows it: 04:31 left, or +02:10 over."""
    over = remaining <= -1
    seconds = math.floor(-remaining) if over else math.ceil(max(0.0, remaining))
    return f"{'+' if over else ''}{seconds // 60:02}:{seconds % 60:02}"


def urgency(remaining: float, whole: float) -> str:
    """How pressing the time is: calm, soon, last or over."""
    if remaining <= 0:
        return "over"
    if remaining <= whole * LAST:
        return "last"
    return "soon" if remaining <= whole * SOON else "calm"


class StepClock(QObject):
    """Follows what the stage says of the step's time; `ticked` tells the new text, at most once a second."""

    ticked = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        of_day: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._monotonic, self._of_day = monotonic, of_day
        self._stage: Stage | None = None
        self._left, self._at = 0.0, 0.0  # what was left, and when on the monotonic clock
        self._said = ""
        self.whole = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def follow(self, stage: Stage, whole: float) -> None:
        """Go by the stage; `whole` is how many seconds the step was given."""
        before, self._stage, self.whole = self._stage, stage, max(whole, stage.left)
        if before is None or (before.left, before.since) != (stage.left, stage.since):
            age = self._of_day() - stage.since if stage.since else 0.0
            self._left, self._at = stage.left - max(0.0, age), self._monotonic()
        self._tick()

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return bool(self._stage and self._stage.since)

    def remaining(self) -> float:
        """Seconds left; below zero when the time is over."""
        passed = self._monotonic() - self._at if self.running else 0.0
        return max(self._left - passed, -_LONGEST)

    def said(self) -> str:
        """What the clock shows now."""
        return said(self.remaining())

    def urgency(self) -> str:
        """How pressing the time is now."""
        return urgency(self.remaining(), self.whole)

    def start(self) -> Change:
        """The change that lets time pass from here."""
        return self._set(self.remaining(), self._of_day())

    def pause(self) -> Change:
        """The change that holds the time here."""
        return self._set(self.remaining(), 0.0)

    def add(self, minutes: float) -> Change:
        """The change that gives the step more time, or less; what has run over is forgiven first."""
        before = self.remaining()
        left = max(0.0, max(0.0, before) + 60 * minutes)
        change = self._set(left, self._of_day() if self.running else 0.0)
        if self._stage and self._stage.until:
            from workshop.model.title_slide import moved

            return together(change, moved(self._stage, left - before))
        return change

    def _set(self, left: float, since: float) -> Change:
        return update(self._stage, left=round(left, 1), since=round(since, 1)) if self._stage else Change()

    def _tick(self) -> None:
        text = self.said()
        if text != self._said:
            self._said = text
            self.ticked.emit(text)
        if self.running:
            to_next = self.remaining() % 1.0
            self._timer.start(round(1000 * to_next) + 15)
        else:
            self._timer.stop()
