"""Who takes part in an exercise that is taken up in a session."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workshop.screen.home.parties import PartyRow, faults, propose_marks
from workshop.screen.parts.answers import answers
from workshop.screen.parts.pieces import button, label
from workshop.words import Catalogue


class TakingPart(QDialog):
    """A row for each party, filled with those of the session; at least and at most so many as the exercise is for."""

    def __init__(
        self, title: str, most: tuple[int, int], there: Sequence[tuple[str, str]], words: Catalogue, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._words, self._range, self._there = words, most, there
        self.rows: list[PartyRow] = []
        self.setWindowTitle(words("Who takes part?"))
        self.setMinimumWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wraps=True))
        column.addWidget(label(words("Who takes part?"), quiet=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        self._more, self._fewer = button(words("&Add a party")), button(words("&Remove the last party"))
        self._more.clicked.connect(lambda: self._add(focus=True))
        self._fewer.clicked.connect(self._remove)
        row = QHBoxLayout()
        for made in (self._more, self._fewer):
            made.setProperty("flat", "true")
            made.setVisible(most[1] > most[0])
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        column.addWidget(answers(self, words("&Begin"), words)[0])
        for _ in range(min(max(most[0], len(there)), most[1])):
            self._add()
        self.rows[0].name.setFocus()

    def _add(self, focus: bool = False) -> None:
        number = len(self.rows)
        named = self._there[number] if number < len(self._there) else ("", "")
        name = named[0] or self._words("Side {letter}", letter=chr(ord("A") + number))
        row = PartyRow(number + 1, name, self._words)
        row.own_mark = bool(named[1])
        row.mark.setText(named[1])
        row.name.setCompleter(self._known())
        row.name.textChanged.connect(lambda: self._recognise(row))
        row.edited.connect(lambda: propose_marks(self.rows))
        self.rows.append(row)
        self._rows.addWidget(row)
        propose_marks(self.rows)
        self._count()
        if focus:
            row.name.setFocus(Qt.FocusReason.OtherFocusReason)
            row.name.selectAll()

    def _known(self) -> QCompleter:
        """Fills in a party of the session's when its first letters are written."""
        known = QCompleter([name for name, _ in self._there], self)
        known.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        return known

    def _recognise(self, row: PartyRow) -> None:
        """A party of the session's keeps its mark."""
        marks = {name.casefold(): mark for name, mark in self._there}
        row.own_mark = bool(mark := marks.get(row.written[0].casefold(), ""))
        if mark:
            row.mark.setText(mark)
        propose_marks(self.rows)

    def _remove(self) -> None:
        self.rows.pop().deleteLater()
        self._count()

    def _count(self) -> None:
        least, most = self._range
        self._more.setEnabled(len(self.rows) < most)
        self._fewer.setEnabled(len(self.rows) > least)

    def written(self) -> list[tuple[str, str]]:
        """Names and marks, tidied."""
        return [row.written for row in self.rows]

    def accept(self) -> None:
        """Go on, or say beside the field what is missing."""
        for row in self.rows:
            row.fault.hide()
        wrong = list(faults(self.rows, self._words))
        for row, field, sentence in wrong:
            row.fault.setText(sentence)
            row.fault.show()
            field.setAccessibleDescription(sentence)
        if wrong:
            wrong[0][1].setFocus()
            return
        super().accept()
