"""Asks for the password of a session in which something is to be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop.model.refusal import Protected
from workshop.screen.keeping.sheet import Sheet
from workshop.words import Catalogue


class UnlockSheet(Sheet):
    """Stays until the password fits or the person goes back; `opens` is given what was written."""

    def __init__(self, parent: QWidget, words: Catalogue, path: Path, opens: Callable[[str], object]) -> None:
        about = words("{file} has a password. Write it to open the session.", file=path.name)
        super().__init__(parent, words, words("Password"), about, words("&Open"), self._open)
        self._opens = opens
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.ask(words("&Password"), self.password)
        self.password.setFocus()

    def _open(self) -> None:
        try:
            self._opens(self.password.text())
        except Protected:
            self.password.selectAll()
            self.password.setFocus()
            raise
