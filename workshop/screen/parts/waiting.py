"""Waiting for work that goes on beside the window."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from workshop.model.refusal import Refusal
from workshop.screen.job import Job

_LOOK_MS = 50


def when_done(near: QObject, job: Job, done: Callable[[], object], refused: Callable[[Refusal], object]) -> None:
    """Call one of them when a job is done; neither where `near` is gone by then, though the job is seen to its end."""
    timer, gone = QTimer(QCoreApplication.instance(), interval=_LOOK_MS), list[bool]()
    near.destroyed.connect(lambda: gone.append(True))

    def look() -> None:
        try:
            if not job.finished():
                return
        except Refusal as no:
            timer.deleteLater()
            if not gone:
                refused(no)
        else:
            timer.deleteLater()
            if not gone:
                done()

    timer.timeout.connect(look)
    timer.start()
