"""Work beside the windows is seen to its end, whoever has stopped waiting for it."""

from PySide6.QtCore import QObject

from workshop.app.beside import Beside
from workshop.screen.parts.waiting import when_done


def test_work_whose_window_has_closed_is_seen_to_its_end_and_tells_nobody(qtbot) -> None:
    window, told = QObject(), []
    job = Beside("check", fails="no")
    when_done(window, job, lambda: told.append("done"), told.append)
    window.deleteLater()
    qtbot.waitUntil(lambda: job._process.returncode is not None, timeout=20_000)
    qtbot.wait(100)
    assert told == []


def test_who_still_waits_is_told(qtbot) -> None:
    window, told = QObject(), []
    when_done(window, Beside("check", fails="no"), lambda: told.append("done"), told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
