"""A soft chime when a step's time is up, where the computer has a voice; it is never the only signal."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workshop.look import RESOURCES
from workshop.model.refusal import Refusal
from workshop.screen.projector.clock import StepClock

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from workshop.screen.house import House

SOUND = RESOURCES / "sounds" / "chime.wav"
PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))  # what systems have, the newest first
_SETTING = "chime"
_LATE = -2.0  # seconds left; a time that ran out before this was not seen running out


def player() -> tuple[str, ...] | None:
    """What can play a file here: a program and its options; none where nothing can, or where Windows does it itself."""
    return next((player for player in PLAYERS if shutil.which(player[0])), None)


def can_sound() -> bool:
    """Whether there is anything to sound with."""
    return sys.platform == "win32" or player() is not None


def ring() -> None:
    """Sound once, beside the program; silence where that can't be done."""
    if sys.platform == "win32":
        import winsound

        how = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        winsound.PlaySound(str(SOUND), how)
    elif found := player():
        from PySide6.QtCore import QProcess

        process = QProcess()
        process.setProgram(found[0])
        process.setArguments([*found[1:], str(SOUND)])
        for quiet in (process.setStandardOutputFile, process.setStandardErrorFile):
            quiet(QProcess.nullDevice())
        process.startDetached()


class Chime(QObject):
    """Follows a clock and rings as its time runs out, if it is wanted."""

    def __init__(self, clock: StepClock, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self.on = house.setting(_SETTING, "on") == "on"
        self._house, self._clock, self._over = house, clock, clock.urgency() == "over"
        clock.ticked.connect(self._tick)

    def show_on(self, action: QAction) -> None:
        """Show whether it is wanted; where nothing can sound there is nothing to choose."""
        action.setChecked(self.on)
        action.setEnabled(can_sound())

    def turn(self, on: bool) -> None:
        """Want it, or not, from now on and the next time; where that can't be remembered it holds until then."""
        self.on = on
        with suppress(Refusal):
            self._house.set_setting(_SETTING, "on" if on else "off")

    def _tick(self) -> None:
        before, self._over = self._over, self._clock.urgency() == "over"
        if self._over and not before and self.on and self._clock.running and self._clock.remaining() > _LATE:
            ring()
