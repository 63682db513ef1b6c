"""The dialog in which the papers of an exercise on the shelf are printed or saved; no session begins."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QDialog, QFileDialog, QHBoxLayout, QRadioButton, QVBoxLayout

from workshop.screen.facilitator.leaving import suggested
from workshop.screen.papers.asked import Asked
from workshop.screen.papers.making import Printout, Writing
from workshop.screen.parts.pieces import button, label
from workshop.words import N_

if TYPE_CHECKING:
    from workshop.screen.home.window import HomeWindow
    from workshop.screen.house import OnShelf
    from workshop.screen.printing import Page

_SHEETS = {  # what each is called, and what it is for
    "worksheets": (N_("Worksheets, A4"), N_("For each step, to fill in by hand. They are typed in afterwards.")),
    "worksheets-a3": (N_("Worksheets, A3"), N_("The same, so large that a whole table can write on them.")),
    "cards": (N_("Cards for the tables"), N_("A card for each step, with what to talk about. Two to a sheet.")),
    "participants": (N_("Sheet for participants"), N_("What we are to do and why, and room for notes of one's own.")),
}


class SheetsDialog(QDialog):
    """Asks which of an exercise's papers, and whether it is to be printed or saved."""

    def __init__(self, home: HomeWindow, on_shelf: OnShelf) -> None:
        super().__init__(home)
        self._home, self._on_shelf, words = home, on_shelf, home.words
        self.work: Printout | Writing | None = None
        self.setWindowTitle(words("Worksheets and table cards"))
        self.finished.connect(self.deleteLater)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(4)
        column.addWidget(label(on_shelf.title, "title"))
        column.addWidget(label(words("Papers for the tables. No session begins."), "small"))
        column.addSpacing(12)
        self.choices = QButtonGroup(self)
        for number, (title, about) in enumerate(_SHEETS.values()):
            choice = QRadioButton(words(title))
            choice.setAccessibleDescription(words(about))
            choice.setChecked(not number)
            self.choices.addButton(choice, number)
            more = label(words(about), "small", quiet=True)
            more.setContentsMargins(30, 0, 0, 10)
            column.addWidget(choice)
            column.addWidget(more)
        column.addSpacing(16)
        column.addLayout(self._buttons())
        self.setMinimumWidth(520)

    def _buttons(self) -> QHBoxLayout:
        words = self._home.words
        self.save_button, cancel = button(words("&Save…")), button(words("Cancel"))
        self.print_button = button(words("P&rint…"), main=True)
        self.print_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.save_button)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.print_button)
        for each, does in ((self.save_button, self.save), (cancel, self.reject), (self.print_button, self.print)):
            each.setAutoDefault(each is self.print_button)
            each.clicked.connect(does)
        return row

    def chosen(self) -> str:
        """Which of the papers."""
        return list(_SHEETS)[self.choices.checkedId()]

    def print(self) -> None:
        """Show its pages, to be printed from there."""
        house, name, what, language = self._home.house, self._on_shelf.name, self.chosen(), self._home.words.language

        def pages() -> tuple[Page, ...]:
            return house.printing.pages(house.printing.blank(name, language), what, False, language)

        self.work = Printout(self._home, self._home.words, pages, self._home.messages.say)
        self.work.start()
        self.accept()

    def save(self) -> None:
        """Ask where it is to lie, and have it written there."""
        home, words, what = self._home, self._home.words, self.chosen()
        start = suggested(f"{self._on_shelf.title} - {words(_SHEETS[what][0])}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, words("Save"), start, "PDF (*.pdf)")
        if not chosen:
            return
        paper = what == "participants"
        asked = Asked(paper=what if paper else "report", kind="pdf" if paper else what)
        said = home.messages.say
        writing = Writing(home, words, Path(chosen), lambda text: said(text, "told"), said)
        writing.start(lambda: home.house.papers.write_blank(self._on_shelf.name, asked, Path(chosen), words.language))
        self.work = writing
        self.accept()
