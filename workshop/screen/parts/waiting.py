"""Waiting for work that goes on beside the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from workshop.model.refusal import Refusal
from workshop.screen.job import Job

_LOOK_MS = 50


def when_done(near: QObject, job: Job, done: Callable[[], object], refused: Callable[[Refusal], object]) -> None:
    """Call one of them when a job is done; neither where `near` is gone by then."""
    timer = QTimer(near, interval=_LOOK_MS)

    def look() -> None:
        try:
            if not job.finished():
                return
        except Refusal as no:
            timer.deleteLater()
            refused(no)
        else:
            timer.deleteLater()
            done()

    timer.timeout.connect(look)
    timer.start()
