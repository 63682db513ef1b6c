"""Somebody who sits at the whole program in the demo: keys are pressed, words typed, lists and questions answered."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QColor, QImage, QKeyEvent, QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QMessageBox, QWidget

from workshop.model.record import Id
from workshop.screen import theme
from workshop.screen.parts.chooser import Chooser
from workshop.screen.played import LAPTOP, TO_REST, pass_on, save
from workshop.screen.program import Program, application
from workshop.screen.render import image

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow
    from workshop.screen.home.window import HomeWindow
    from workshop.screen.house import House

_PATIENCE = 60.0  # seconds until what is waited for must have come
_LOOK_MS = 10  # between two looks whether something is asked
_SHADE = QColor(0, 0, 0, 60)  # over a window that has a dialog before it
_EDGE = QColor(128, 128, 128)


class PlayedPerson:
    """Everything goes through the windows that anybody would have in front of them."""

    def __init__(self, house: House, language: str) -> None:
        qInstallMessageHandler(pass_on)
        self._app = application()
        theme.load_fallback_fonts()
        self.program = Program(self._app, house, language)
        self.home.resize(*LAPTOP)
        self.home.show()
        self.home.activateWindow()
        self.rests()

    # Where one is

    @property
    def home(self) -> HomeWindow:
        """The first window."""
        return self.program.home

    @property
    def desk(self) -> FacilitatorWindow:
        """The window of the session that is open."""
        assert self.program.desk is not None
        return self.program.desk

    @property
    def window(self) -> QWidget:
        """The window in front."""
        return self.program.desk or self.program.home

    @property
    def dialog(self) -> QWidget | None:
        """What asks something, before the window."""
        return QApplication.activeModalWidget()

    @property
    def _focus(self) -> QWidget:
        front = self.dialog or self.window
        there = QApplication.focusWidget()
        return there if there and there.window() is front else front.focusWidget() or front

    # What one does

    def rests(self) -> None:
        """Let the windows come to rest, with the one in front active, as a window manager has it."""
        front = self.dialog or self.window
        if not front.isActiveWindow():
            front.activateWindow()
        for _ in range(TO_REST):
            QApplication.processEvents()

    def waits(self, until: Callable[[], object]) -> None:
        """Wait for something that is done beside the window."""
        end = time.monotonic() + _PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TimeoutError("what was waited for didn't come")
            QTest.qWait(5)
        self.rests()

    def presses(self, *keys: str) -> None:
        """Press keys such as "Ctrl+F", one after another, where the focus is."""
        for key in keys:
            pressed = QKeySequence(key)[0]  # pyright: ignore[reportIndexIssue]
            QTest.keyClick(self._focus, pressed.key(), pressed.keyboardModifiers())
            self.rests()

    def types(self, text: str) -> None:
        """Type letters where the focus is, whatever keyboard has them."""
        for letter in text:
            self._sends(letter)
        self.rests()

    def _sends(self, letters: str, on: QWidget | None = None) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(on or self._focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letters))

    def closes(self) -> None:
        """Leave the dialog in front; the first key may only take away what it says."""
        while self.dialog:
            self.presses("Escape")

    def fills(self, field: QLineEdit, text: str) -> None:
        """Write something in a field in place of what stands there."""
        field.setFocus()
        field.selectAll()
        self._sends(text, field)

    def writes(self, *lines: str) -> None:
        """Write in the boxes of the line under the board, and press Enter."""
        boxes = [box for box in self.desk.desk.capture.findChildren(QLineEdit) if box.isVisible()]
        for box, text in zip(boxes, lines, strict=False):
            self.fills(box, text)
        boxes[0].setFocus()
        self.presses("Return")

    def goes_to(self, step: str) -> None:
        """Go on to a step, key press by key press; what must be agreed to on the way is agreed to."""
        for _ in self.desk.opened.exercise.steps:
            if self.desk.step.key == step:
                return
            if self.desk.step.tick and not self.desk.ticked:
                self.presses("Ctrl+K")
            self.presses("Ctrl+PgDown")
        raise LookupError(step)

    def picks(self, *ids: Id) -> None:
        """Choose cards on the board, which then has the keys."""
        self.desk.desk.pick(ids)
        self.desk.desk.board.setFocus()
        self.rests()

    def does(self, action: str) -> None:
        """Choose something in the session's menus that has no key."""
        self.desk.actions_[action].trigger()
        self.rests()

    def searches(self, line: str) -> None:
        """Search among all sessions, when they have been read."""
        self.presses("Ctrl+F")
        page = self.home.library.page
        self.waits(lambda: not page.reading)
        page.line.clear()
        self.types(line)
        self.waits(lambda: not page.reading)

    def clicks(self, button: QAbstractButton) -> None:
        """Press a button."""
        button.click()
        self.rests()

    # What one is asked

    def asked(self, act: Callable[[], object], *answers: Callable[[], object]) -> None:
        """Do something that asks one question after another, and answer each when it is asked."""
        left, faults, end = list(answers), list[BaseException](), time.monotonic() + _PATIENCE

        def look(before: QWidget | None) -> None:
            now = self.dialog
            if now in (None, before) and time.monotonic() < end:
                QTimer.singleShot(_LOOK_MS, lambda: look(before))
                return
            try:
                self.rests()
                left[0]()
                if self.dialog is now:
                    raise LookupError("it was not answered")
            except BaseException as fault:
                faults.append(fault)
                left.clear()
                if isinstance(dialog := self.dialog, QDialog):
                    dialog.reject()  # or what asked it would wait for ever
            else:
                del left[0]
                if left:
                    QTimer.singleShot(_LOOK_MS, lambda: look(now))

        here = self.dialog
        QTimer.singleShot(0, lambda: look(here))
        act()
        self.waits(lambda: not left)
        if faults:
            raise faults[0]

    def chooses(self, text: str) -> None:
        """Type in a list until it shows what is wanted, and take it."""
        assert isinstance(self.dialog, Chooser)
        self.types(text)
        self.presses("Return")

    def agrees(self) -> None:
        """Answer a question with the button that goes on."""
        box = self.dialog
        assert isinstance(box, QMessageBox)
        next(b for b in box.buttons() if box.buttonRole(b) == QMessageBox.ButtonRole.AcceptRole).click()

    def names_file(self, path: Path) -> None:
        """Write a file's name in the computer's own dialog for that."""
        dialog = self.dialog
        assert dialog is not None
        self.fills(dialog.findChildren(QLineEdit)[0], str(path))
        self.presses("Return")

    # What one sees

    def picture(self, path: Path) -> None:
        """Write what stands on the laptop to a file: the window, and before it what asks something."""
        self.window.resize(*LAPTOP)
        self.rests()
        if self.program.desk:
            self.program.desk.copy.refresh()  # nobody waits for its next look
        whole = self.window.grab().toImage()
        for dialog in self._asking():
            _lay_over(whole, dialog, self.window.geometry().topLeft())
        save(whole, path)

    def _asking(self) -> Sequence[QWidget]:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        return sorted(shown, key=lambda dialog: dialog is self.dialog)

    def wall(self, path: Path) -> None:
        """Write what the room sees to a file."""
        room = self.desk.room
        save(image(room.picture(), self.desk.theme, room.size), path)

    def leaves(self) -> None:
        """Close everything."""
        if self.program.desk:
            self.presses("Ctrl+W")
        self.home.close()
        self.program.deleteLater()
        self.rests()


def _lay_over(whole: QImage, dialog: QWidget, corner: QPoint) -> None:
    painter = QPainter(whole)
    painter.fillRect(whole.rect(), _SHADE)
    place = dialog.geometry().topLeft() - corner
    painter.drawPixmap(place, dialog.grab())
    painter.setPen(_EDGE)
    painter.drawRect(dialog.rect().translated(place).adjusted(-1, -1, 0, 0))
    painter.end()
