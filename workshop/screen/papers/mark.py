"""Whose mark the papers have, chosen on a button: remembered on this computer, in no session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from workshop.model.refusal import Refusal
from workshop.screen.papers.asked import Papers
from workshop.words import Catalogue

_INDENT = "\u2002"  # Qt leaves no space before the words of a button that has a menu


class MarkButton(QPushButton):
    """Says whose mark papers have; from its menu one chooses another or none. `changed` is told when it is another."""

    def __init__(
        self, papers: Papers, words: Catalogue, changed: Callable[[], object], refused: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._papers, self._words, self._changed, self._refused = papers, words, changed, refused
        self.setAutoDefault(False)
        self.setProperty("field", "true")
        menu = QMenu(self)
        self.choose = menu.addAction(words("&Choose a logotype or an organisation's file…"))
        self.none = menu.addAction(words("&No logotype and no colour"))
        self.choose.triggered.connect(self._choose)
        self.none.triggered.connect(lambda: self._take(None))
        self.setMenu(menu)
        self._say()

    def _say(self) -> None:
        whose, bad = "", False
        try:
            whose = self._papers.mark()
        except Refusal as no:
            bad = True
            self._refused(self._words.refusal(no))
        self.said = whose or self._words("None")
        self.setText(_INDENT + self.said.replace("&", "&&"))
        self.setAccessibleName(self._words("Logotype and colour: {whose}", whose=self.said))
        self.none.setEnabled(bool(whose) or bad)

    def _choose(self) -> None:
        words = self._words
        kinds = words("Logotype or organisation's file ({endings})", endings="*.png *.jpg *.jpeg *.toml")
        chosen, _ = QFileDialog.getOpenFileName(self, words("Choose a logotype"), "", kinds)
        if chosen:
            self._take(Path(chosen))

    def _take(self, path: Path | None) -> None:
        """Have this mark from now on, or say why not."""
        try:
            self._papers.choose_mark(path)
        except Refusal as no:
            self._refused(self._words.refusal(no))
            return
        self._say()
        self._changed()
