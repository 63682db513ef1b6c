"""Gives a session a password, another one, or none, and says what that protects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from workshop.model.refusal import Refusal
from workshop.screen.keeping.sheet import Sheet
from workshop.screen.parts.pieces import button, label

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def ask(window: FacilitatorWindow) -> None:
    """Ask for a password, or whether the one that is there shall go."""
    if window.finish():
        PasswordSheet(window).open()


class PasswordSheet(Sheet):
    """The password twice, for nobody sees it, and a button that takes the one that is there away."""

    def __init__(self, window: FacilitatorWindow) -> None:
        words, protected = window.words, window.opened.protected
        title = words("Change the password") if protected else words("Set a password")
        about = words(
            "Without the password nothing in the file can be read, wherever it lies or is sent. "
            "It does not protect the session while it is open, nor what has been printed or copied before."
        )
        super().__init__(window, words, title, about, words("&Set"), self._protect)
        self._window = window
        forgotten = words("Nobody can recover a password that is forgotten: then the session is lost.")
        self.column.insertWidget(2, label(forgotten, wraps=True))
        gone = (
            words("Backups made so far have the old password and are deleted, also when you take the password away.")
            if protected
            else words("Backups made so far have no password and are deleted. New ones get the same password.")
        )
        self.column.insertWidget(3, label(gone, wraps=True))
        self.first, self.again = (QLineEdit(echoMode=QLineEdit.EchoMode.Password) for _ in range(2))
        self.ask(words("&New password"), self.first, words("At least 8 letters, best of all a few words"))
        self.ask(words("&Write it again"), self.again)
        if protected:
            self.remove = button(words("&Take the password away"))
            self.remove.clicked.connect(lambda: self.tries(lambda: self._give("")))
            self.offer(self.remove)
        self.first.setFocus()

    def _protect(self) -> None:
        if self.first.text() != self.again.text():
            self.again.clear()
            self.again.setFocus()
            raise Refusal("The two passwords are not the same. Write it again.")
        if not self.first.text():
            raise Refusal("Write a password first.")
        self._give(self.first.text())

    def _give(self, password: str) -> None:
        window, words = self._window, self._window.words
        window.house.keeping.protect(window.opened, password)
        window.name_window()
        given, taken = words("The session has a password now."), words("The session has no password any more.")
        window.bridge.told.emit(given if password else taken)
