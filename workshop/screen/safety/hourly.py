"""Backups that are made by themselves while one works, and when one leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

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
        timer.timeout.connect(self._back_up)
        timer.start()
        window.closed.connect(timer.stop)
        window.closed.connect(self._back_up)
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
