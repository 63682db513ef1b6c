"""What the facilitator prints: chosen from a list, made beside the window, and seen before it is printed."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QProgressDialog

from workshop.model.refusal import Refusal
from workshop.screen.boards.desk import Pick
from workshop.screen.parts.chooser import Chooser
from workshop.screen.printing import Page, preview

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

_SHOWN_AFTER, _LOOKED = 600, 50  # milliseconds
_ALSO_FULL = ("report", "programme")  # of which the facilitator has a copy with more in it
_FULL = ":full"


def ask(window: FacilitatorWindow) -> None:
    """Ask what to print, make its pages, and show them before they are printed."""
    if window.finish():
        chooser = Chooser(window, window.words("What do you want to print?"), choices(window), window.words)
        if chooser.exec() and (chosen := chooser.chosen()):
            Printout(window, chosen).start()


def choices(window: FacilitatorWindow) -> list[Pick]:
    """Everything that can be printed; the facilitator's own copies say that they are."""
    found, words = [], window.words
    for key, title in window.house.printing.choices(window.language):
        found.append(Pick(key, title))
        if key in _ALSO_FULL:
            found.append(Pick(key + _FULL, words("{title}: the facilitator's own copy", title=title)))
    return found


class Printout:
    """One print on its way: its pages are made in a thread, and a bar is shown where that takes long."""

    def __init__(self, window: FacilitatorWindow, chosen: str) -> None:
        self._window, self._chosen = window, chosen
        self._beside = ThreadPoolExecutor(1)
        self.preview: QDialog | None = None

    def start(self) -> None:
        """Begin to make the pages."""
        window, words = self._window, self._window.words
        what, full = self._chosen.removesuffix(_FULL), self._chosen.endswith(_FULL)
        pages = window.house.printing.pages
        self._made: Future[tuple[Page, ...]] = self._beside.submit(pages, window.opened, what, full, window.language)
        self._beside.shutdown(wait=False)
        self._bar = QProgressDialog(words("Making the pages…"), words("Cancel"), 0, 0, window)
        self._bar.setWindowTitle(words("Print"))
        self._bar.setMinimumWidth(400)
        self._bar.setMinimumDuration(_SHOWN_AFTER)
        self._timer = QTimer(window, interval=_LOOKED)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        given_up = self._bar.wasCanceled()
        if not self._made.done() and not given_up:
            return
        self._timer.stop()
        self._timer.deleteLater()
        self._bar.close()
        self._bar.deleteLater()
        if given_up:
            return
        try:
            pages = self._made.result()
        except Refusal as no:
            self._window.bridge.refused.emit(self._window.words.refusal(no))
            return
        self.preview = preview(self._window, pages, self._window.words("Print"))
