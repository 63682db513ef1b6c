"""Everything in one file, and back again, from the home window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QProgressDialog

from workshop.screen.facilitator.leaving import suggested
from workshop.screen.parts.waiting import when_done

if TYPE_CHECKING:
    from workshop.screen.home.window import HomeWindow
    from workshop.screen.safety.asked import Telling

_SHOWN_AFTER = 600  # milliseconds before a progress bar is worth showing


def save_all(home: HomeWindow) -> None:
    """Ask where, and put every session and every own programme in an archive there."""
    words = home.words
    start = suggested(f"{words('Verkstad, everything')}.zip")
    chosen, _ = QFileDialog.getSaveFileName(home, words("Save everything in an archive"), start, "Zip (*.zip)")
    if chosen:
        path = Path(chosen).with_suffix(".zip")
        saved = words("Everything is saved in {path}", path=path)
        _wait(home, home.house.backups.archive(path, words.language), lambda _: home.messages.say(saved, "told"))


def bring_in(home: HomeWindow) -> None:
    """Ask for an archive, and bring in what it holds that is not here already."""
    words = home.words
    chosen, _ = QFileDialog.getOpenFileName(home, words("Bring in an archive"), suggested(""), "Zip (*.zip)")

    def done(said: str) -> None:
        home.refresh()
        count = len(said.splitlines())
        told = words.many("{n} file was brought in.", "{n} files were brought in.", count)
        home.messages.say(told if count else words("All that it holds is here already."), "told")

    if chosen:
        _wait(home, home.house.backups.bring_in(Path(chosen), words.language), done)


def _wait(home: HomeWindow, job: Telling, done: Callable[[str], object]) -> None:
    """Show that something goes on, let it be stopped, and say how it went."""
    home.messages.clear()
    progress = QProgressDialog(home.words("This may take a while."), home.words("Cancel"), 0, 0, home)
    progress.setWindowTitle("Verkstad")
    progress.setMinimumWidth(400)
    progress.setMinimumDuration(_SHOWN_AFTER)

    def ended(say: Callable[[], object]) -> None:
        progress.close()
        progress.deleteLater()
        say()

    progress.canceled.connect(job.cancel)
    progress.canceled.connect(progress.deleteLater)  # and with it the waiting
    when_done(progress, job, lambda: ended(lambda: done(job.said)), lambda no: ended(lambda: home.say_no(no)))
