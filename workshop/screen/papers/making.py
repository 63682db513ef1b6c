"""Papers on their way: printed after a preview, or written to a file, beside a window that goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

from workshop.model.filing import SENT_ON
from workshop.model.refusal import Refusal
from workshop.screen.job import Job
from workshop.screen.printing import Page, preview
from workshop.words import Catalogue

_SHOWN_AFTER, _LOOKED = 600, 50  # milliseconds before a bar is worth showing, and between looks
Say = Callable[[str], object]


class Printout(QObject):
    """Pages that are made in a thread, seen, and printed from there; `refused` is told why there are none."""

    def __init__(self, window: QWidget, words: Catalogue, make: Callable[[], tuple[Page, ...]], refused: Say) -> None:
        super().__init__(window)
        self._window, self._words, self._refused = window, words, refused
        self._beside = ThreadPoolExecutor(1)
        self._make = make
        self.preview: QDialog | None = None

    def start(self) -> None:
        """Begin to make the pages."""
        self._made: Future[tuple[Page, ...]] = self._beside.submit(self._make)
        self._beside.shutdown(wait=False)
        self._bar = _bar(self._window, self._words, self._words("Making the pages…"), self._words("Print"))
        self._timer = QTimer(self, interval=_LOOKED)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        given_up = self._bar.wasCanceled()
        if not self._made.done() and not given_up:
            return
        self._timer.stop()
        self._bar.close()
        self._bar.deleteLater()
        if given_up:
            return
        try:
            pages = self._made.result()
        except Refusal as no:
            self._refused(self._words.refusal(no))
            return
        self.preview = preview(self._window, pages, self._words("Print"))


class Writing(QObject):
    """A file that is written; its folder is opened when it is there, and `told` or `refused` says how it went."""

    def __init__(self, window: QWidget, words: Catalogue, path: Path, told: Say, refused: Say) -> None:
        super().__init__(window)
        self._window, self._words, self._path, self._told, self._refused = window, words, path, told, refused
        self.job: Job | None = None

    def start(self, begin: Callable[[], Job]) -> None:
        """Begin to write."""
        try:
            self.job = begin()
        except Refusal as no:
            self._refused(self._words.refusal(no))
            return
        said = self._words("Writing {name}…", name=self._path.name)
        self._bar = _bar(self._window, self._words, said, self._words("What leaves the room"))
        self._timer = QTimer(self, interval=_LOOKED)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self.job is None:
            return
        try:
            if self._bar.wasCanceled():
                self.job.cancel()
            elif not self.job.finished():
                return
            else:
                self._done()
        except Refusal as no:
            self._refused(self._words.refusal(no))
        self.job = None
        self._timer.stop()
        self._bar.close()
        self._bar.deleteLater()

    def _done(self) -> None:
        said = self._words("It is saved as {path}", path=self._path)
        self._told(f"{said}. {self._words(SENT_ON)}")
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


def _bar(window: QWidget, words: Catalogue, said: str, title: str) -> QProgressDialog:
    """A bar with a way out, shown where it takes long."""
    bar = QProgressDialog(said, words("Cancel"), 0, 0, window)
    bar.setWindowTitle(title)
    bar.setMinimumWidth(400)
    bar.setMinimumDuration(_SHOWN_AFTER)
    return bar
