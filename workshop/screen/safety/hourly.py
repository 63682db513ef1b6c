"""Backups that are made by themselves while one works, and when one leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workshop.model.anonymous import is_anonymous
from workshop.model.refusal import Refusal
from workshop.screen.parts.waiting import when_done
from workshop.screen.program import application, tell

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

HOUR_MS = 60 * 60_000


class Hourly(QObject):
    """Has a session backed up now, every hour, and when its window has closed; each in a process of its own."""

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self._window = window
        timer = QTimer(self, interval=HOUR_MS)
        timer.timeout.connect(self._hour)
        timer.start()
        window.closed.connect(timer.stop)
        window.closed.connect(self._back_up)
        self._back_up()

    def _hour(self) -> None:
        """Not in an anonymous step: a backup from the middle of it would tell what was written first."""
        if not is_anonymous(self._window.bridge.state):
            self._back_up()

    def _back_up(self) -> None:
        window = self._window
        words = window.words

        def refused(no: Refusal) -> None:
            tell(words.refusal(no))  # in whatever window is there by then

        try:
            job = window.house.backups.start(window.opened.path, "hour", window.language)
        except Refusal as no:
            refused(no)
        else:
            when_done(application(), job, lambda: None, refused)
