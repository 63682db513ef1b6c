"""Asks for the password of a session that is to be opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from workshop.model.refusal import Protected
from workshop.screen.keeping.sheet import Sheet

if TYPE_CHECKING:
    from workshop.screen.home.window import HomeWindow


class UnlockSheet(Sheet):
    """Stays until the password fits or the person goes back; home then shows the session."""

    def __init__(self, home: HomeWindow, path: Path, at: str) -> None:
        words = home.words
        about = words("{file} has a password. Write it to open the session.", file=path.name)
        super().__init__(home, words, words("Password"), about, words("&Open"), self._open)
        self._home, self._path, self._at = home, path, at
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.ask(words("&Password"), self.password)
        self.password.setFocus()

    def _open(self) -> None:
        try:
            opened = self._home.house.open(self._path, self.password.text())
        except Protected:
            self.password.selectAll()
            self.password.setFocus()
            raise
        opened.at = self._at
        self._home.opened.emit(opened)
