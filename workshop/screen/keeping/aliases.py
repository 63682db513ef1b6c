"""The facilitator's list of aliases and the real names that they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from workshop.model.aliases import KEPT, keep
from workshop.model.kept import Alias
from workshop.screen.keeping.sheet import Sheet
from workshop.screen.parts.pieces import button, label

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

_LONGEST = 200  # letters of a name
_ROWS = 4  # at least, with empty ones to write in


def ask(window: FacilitatorWindow) -> None:
    """Show the list, to be changed."""
    if window.finish():
        AliasSheet(window).open()


class AliasSheet(Sheet):
    """A row for each person; a row that is emptied goes."""

    def __init__(self, window: FacilitatorWindow) -> None:
        words = window.words
        about = words(
            "The wall, the summary and the search say the alias, also where a real name was written. The list lies in "
            "the session's file and leaves it in no paper: a password protects it. Part several names by commas."
        )
        super().__init__(window, words, words("Aliases"), about, words("&Set"), self._keep)
        self._window = window
        self.rows: list[tuple[QLineEdit, QLineEdit]] = []
        self._before: list[str] = []
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setSpacing(8)
        self._grid.addWidget(label(words("Alias"), "small"), 0, 0)
        self._grid.addWidget(label(words("Real name"), "small"), 0, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 2)
        for alias in window.bridge.state.all(Alias):
            self._add(alias.alias, alias.name)
        while len(self.rows) < _ROWS or self.rows[-1][0].text():
            self._add("", "")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        scroll.setMinimumHeight(min(page.sizeHint().height() + 4, 320))
        self.column.insertWidget(2, scroll, 9)
        more = button(words("Add a &row"))
        more.clicked.connect(self._more)
        self.offer(more)
        self.rows[0][0].setFocus()

    def _add(self, alias: str, name: str) -> None:
        self._before.append(alias)
        number = len(self.rows) + 1
        row = QLineEdit(alias, maxLength=_LONGEST), QLineEdit(name, maxLength=_LONGEST)
        row[0].setAccessibleName(self._words("Alias {number}", number=number))
        row[1].setAccessibleName(self._words("Real name {number}", number=number))
        for column, field in enumerate(row):
            self._grid.addWidget(field, number, column)
        self.rows.append(row)

    def _more(self) -> None:
        self._add("", "")
        self.rows[-1][0].setFocus()

    def _keep(self) -> None:
        """Keep the list as it is written; Refusal where a row lacks a half."""
        session = self._window.bridge.session
        rows = [(a.text(), name.text(), was) for (a, name), was in zip(self.rows, self._before, strict=True)]
        session.do(keep(session.state, rows), KEPT)
