"""The parties' names and marks in a form, and what mark a name asks for."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from workshop.model.letters import clean, graphemes
from workshop.model.words import Words

LABEL_WIDTH, MARK_WIDTH = 72, 56  # pixels


def proposed_mark(name: str, taken: Collection[str]) -> str:
    """The mark that stands for a party: what its name ends in (“School 3”), its first letter, or one that is free."""
    words = clean(name).split()
    wanted = [words[-1]] if len(words) > 1 and len(words[-1]) == 1 else []
    wanted += [next(graphemes(word)) for word in words]
    wanted += [letter for word in words for letter in graphemes(word)]
    wanted += list("123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    free = (mark.upper() for mark in wanted if mark.upper() not in taken)
    return next(free, "")


class PartyRow(QWidget):
    """One party: its name and its mark. The mark follows the name until somebody writes it."""

    edited = Signal()

    def __init__(self, number: int, name: str, words: Words) -> None:
        super().__init__()
        self.name = QLineEdit(name)
        self.mark = QLineEdit()
        self.mark.setFixedWidth(MARK_WIDTH)
        self.own_mark = False
        self.fault = fault_line()
        called = QLabel(words("Party &{number}", number=number))
        marked = QLabel(words("Mark"))
        called.setBuddy(self.name)
        marked.setBuddy(self.mark)
        self.name.setAccessibleName(words("Party {number}, name", number=number))
        self.mark.setAccessibleName(words("Party {number}, mark", number=number))
        self.mark.setToolTip(words("One letter or sign that stands for the party on the cards"))
        self.name.textEdited.connect(self.edited)
        self.mark.textEdited.connect(self._own)
        called.setMinimumWidth(LABEL_WIDTH)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for column, widget in enumerate((called, self.name, marked, self.mark)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.fault, 1, 1, 1, 3)

    @property
    def written(self) -> tuple[str, str]:
        """Name and mark, tidied."""
        return clean(self.name.text()), clean(self.mark.text())

    def _own(self, text: str) -> None:
        self.own_mark = bool(text.strip())
        self.edited.emit()


def fault_line() -> QLabel:
    """Room for one sentence about what is wrong, hidden until there is something to say."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", "fault")
    label.hide()
    return label


def propose_marks(rows: list[PartyRow]) -> None:
    """Give every party whose mark nobody has written one that no other has."""
    taken = {row.written[1].upper() for row in rows if row.own_mark}
    for row in rows:
        if not row.own_mark:
            mark = proposed_mark(row.name.text(), taken)
            row.mark.setText(mark)
            taken.add(mark)


def faults(rows: list[PartyRow], words: Words) -> Iterator[tuple[PartyRow, QLineEdit, str]]:
    """What is wrong with the parties: the row, the field, and a sentence that says what to do."""
    names: set[str] = set()
    marks: set[str] = set()
    for row in rows:
        name, mark = row.written
        if not name:
            yield row, row.name, words("Write what this party is called.")
        elif name.casefold() in names:
            yield row, row.name, words("Two parties are called the same: give one of them another name.")
        elif not mark:
            yield row, row.mark, words("Choose a letter or a sign that stands for the party.")
        elif len(list(graphemes(mark))) > 1:
            yield row, row.mark, words("The mark is a single letter or sign.")
        elif mark.upper() in marks:
            yield row, row.mark, words("Two parties have the same mark: choose another for one of them.")
        names.add(name.casefold())
        marks.add(mark.upper())
