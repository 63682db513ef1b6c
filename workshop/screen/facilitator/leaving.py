"""What leaves the window for a file or a question: summaries, copies, deleting for good, the room's depth."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QFileDialog, QFormLayout

from workshop.model.change import together, update
from workshop.model.kept import Alias
from workshop.model.record import Stage
from workshop.model.refusal import Refusal
from workshop.screen.facilitator import steering
from workshop.screen.parts.question import sure

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow
    from workshop.screen.papers.asked import Asked
    from workshop.screen.papers.making import Writing


class Leaving(QObject):
    """Speaks for a facilitator's window."""

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self._window = window
        self.writing: Writing | None = None  # the latest file that was asked for

    def _tried(self, act: Callable[[], object]) -> bool:
        """Do something that may be refused, and say so if it is."""
        try:
            act()
        except Refusal as no:
            self._window.bridge.refused.emit(self._window.words.refusal(no))
            return False
        return True

    def save_copy(self) -> None:
        """Save the whole session to another file."""
        window, words = self._window, self._window.words
        start = suggested(words("Copy of {name}", name=window.opened.path.name))
        chosen, _ = QFileDialog.getSaveFileName(window, words("Save a copy"), start, "Verkstad (*.workshop)")
        if not chosen:
            return
        names = not window.bridge.state.all(Alias) or sure(
            window,
            words("Real names"),
            words("The list of real names is for you alone. Leave it out if the copy is for somebody else."),
            words("Leave it out"),
            words("Take it along"),
        )
        if self._tried(lambda: window.house.save_copy(window.opened, Path(chosen), names)):
            same = ". " + words("It has the same password.") if window.opened.protected else ""
            window.bridge.told.emit(words("The copy is saved as {path}", path=chosen) + same)

    def papers(self, full: bool) -> None:
        """Choose what leaves the room, look at it, and have it written."""
        from workshop.screen.papers.dialog import PapersDialog

        window = self._window
        PapersDialog(window.house, window.opened, window.words, self.write, window).begin(full)

    def write(self, asked: Asked, path: Path) -> None:
        """Write what is asked for to a path; the window goes on meanwhile."""
        from workshop.screen.papers.making import Writing

        window, bridge = self._window, self._window.bridge
        self.writing = Writing(window, window.words, path, bridge.told.emit, bridge.refused.emit)
        self.writing.start(lambda: window.house.papers.write(window.opened, asked, path, window.language))

    def erase(self) -> None:
        """Delete the raw list for good, after one question."""
        window, words = self._window, self._window.words
        if not steering.raw_notes(window.bridge.state):
            window.bridge.refused.emit(words("There is no raw list to delete."))
            return
        said = words(
            "The raw list and everything that can be undone are deleted from the file for good. "
            "Promises, agreements and what you turned round stay."
        )
        go_on = sure(window, words("Delete the raw list"), said, words("Keep it"), words("Delete for good"))
        if go_on and self._tried(self._erase):
            window.bridge.told.emit(words("The raw list is deleted."))

    def _erase(self) -> None:
        """The raw list goes from the file, from a frozen wall, from a form half filled in, and from home."""
        window = self._window
        state = window.bridge.state
        thaw = update(state.need("stage", Stage), frozen=False)
        window.opened.session.erase(together(steering.without_raw(state), thaw))
        if window.papers.has("agreed"):
            window.papers.agreed.forget_erased()
        if not window.rehearsal:
            window.house.finding.forget(window.opened.path)
            window.house.keep_picture(window.opened, self.thumbnail())

    def may_close(self) -> bool:
        """Whether the window may close: everything is kept, or the facilitator closes it all the same."""
        window, words = self._window, self._window.words
        if window.finish():
            return True
        said = words("Something that you have written could not be saved.")
        return sure(window, words("Not saved"), said, words("Go back to it"), words("Close without it"))

    def keep_picture(self) -> None:
        """Keep what the session looks like for the home window; where that can't be, home shows the one before."""
        with suppress(Refusal):
            self._window.house.keep_picture(self._window.opened, self.thumbnail())

    def room(self) -> None:
        """Ask how deep the room is and how wide the picture, so that the back row can read."""
        from workshop.screen.parts.answers import answers

        window, words = self._window, self._window.words
        stage = window.bridge.state.need("stage", Stage)
        dialog = QDialog(window)
        dialog.setWindowTitle(words("Read from the back row"))
        form = QFormLayout(dialog)
        form.setContentsMargins(24, 24, 24, 24)
        form.setSpacing(12)
        depth, breadth = _metres(stage.depth, 2, 40), _metres(stage.breadth, 0.5, 10)
        form.addRow(words("Metres from the wall to the back row"), depth)
        form.addRow(words("The picture's width in metres"), breadth)
        depth.setAccessibleName(words("Metres from the wall to the back row"))
        breadth.setAccessibleName(words("The picture's width in metres"))
        form.addRow(answers(dialog, words("Set"), words)[0])
        depth.selectAll()
        if dialog.exec():
            window.bridge.do(update(stage, depth=depth.value(), breadth=breadth.value(), page=0), "")
        dialog.deleteLater()

    def about(self) -> None:
        """What Verkstad is and what it is made with."""
        from workshop.screen.home.about import AboutDialog

        AboutDialog(self._window.words, self._window).exec()

    def thumbnail(self) -> bytes:
        """A small picture of the board for the home window."""
        from workshop.screen.render import picture_png

        window = self._window
        state = window.bridge.state
        stage = state.need("stage", Stage)
        lit = update(stage, blank=False, frozen=False).apply(state)
        return picture_png(lit, window.opened.exercise, window.text, window.words)


def suggested(name: str) -> str:
    """A name among the person's own documents, where it will be found again."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str((Path(folder) if os.path.isdir(folder) else Path.home()) / name)  # one may not even look there


def _metres(value: float, least: float, most: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(least, most)
    box.setDecimals(1)
    box.setSingleStep(0.5)
    box.setSuffix(" m")
    box.setMinimumWidth(96)
    box.lineEdit().setTextMargins(8, 0, 8, 0)
    box.setValue(value)
    return box
