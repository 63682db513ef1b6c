"""The dialog “New session”: what to write on the title page, and who takes part."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workshop import clock
from workshop.model.letters import clean
from workshop.model.refusal import Refusal
from workshop.screen.home.parties import LABEL_WIDTH, PartyRow, fault_line, faults, propose_marks
from workshop.screen.home.recent import LOCALES
from workshop.screen.home.shelf import facts
from workshop.screen.house import Beginning, OnShelf
from workshop.screen.opened import Opened
from workshop.screen.parts.message_bar import MessageBar
from workshop.words import Catalogue

LONGEST = 200  # letters in a title, a group, a place or a name


class BeginDialog(QDialog):
    """Asks what a new session is called and who takes part; all has a sane start, so that Enter begins at once."""

    sheets_wanted = Signal()

    def __init__(
        self,
        on_shelf: OnShelf,
        begin: Callable[[Beginning], Opened],
        words: Catalogue,
        parent: QWidget | None = None,
        about: str = "",
    ) -> None:
        super().__init__(parent)
        self._about = about  # in the place of what is to be known of the exercise
        self.opened: Opened | None = None
        self.rows: list[PartyRow] = []
        self._on_shelf, self._begin, self._words = on_shelf, begin, words
        self.setWindowTitle(words("New session"))
        self.setMinimumWidth(560)
        self.title, self.group, self.place = (QLineEdit(maxLength=LONGEST) for _ in range(3))
        self.title.setText(on_shelf.title)
        self.title_fault = fault_line()
        self.date = date_field(words)
        self.refusals = MessageBar(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addSpacing(12)
        column.addLayout(self._cover())
        if on_shelf.parties[1]:
            column.addSpacing(12)
            column.addLayout(self._parties())
        column.addStretch(1)
        column.addWidget(self.refusals)
        column.addSpacing(12)
        column.addLayout(self._buttons())
        self.title.setFocus()
        self.title.selectAll()

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(4)
        title = QLabel(self._on_shelf.title)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "title")
        about = QLabel(self._about or "  ·  ".join(fact for _, fact in facts(self._on_shelf, self._words)))
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        about.setProperty("role", "small")
        head.addWidget(title)
        head.addWidget(about)
        return head

    def _cover(self) -> QFormLayout:
        words = self._words
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        titled = QVBoxLayout()
        titled.setSpacing(4)
        titled.addWidget(self.title)
        titled.addWidget(self.title_fault)
        _ask(form, words("&Title"), self.title, titled)
        _ask(form, words("&Group"), self.group)
        _ask(form, words("P&lace"), self.place)
        _ask(form, words("&Date"), self.date)
        self.group.setPlaceholderText(words("Who meets, such as “The leaders' network”"))
        return form

    def _parties(self) -> QVBoxLayout:
        words = self._words
        least, most = self._on_shelf.parties
        self._party_column = QVBoxLayout()
        self._party_column.setSpacing(12)
        line = QFrame()
        line.setProperty("role", "line")
        heading = QLabel(words("The parties"))
        heading.setProperty("role", "large")
        self._party_column.addWidget(line)
        self._party_column.addSpacing(4)
        self._party_column.addWidget(heading)
        for _ in range(least):
            self._add_party()
        if most > least:
            self._more = QPushButton(words("&Add a party"))
            self._more.setProperty("flat", "true")
            self._more.setAutoDefault(False)
            self._more.clicked.connect(self._add_and_write)
            self._fewer = QPushButton(words("&Remove the last party"))
            self._fewer.setProperty("flat", "true")
            self._fewer.setAutoDefault(False)
            self._fewer.clicked.connect(self._remove_party)
            buttons = QHBoxLayout()
            buttons.addWidget(self._more)
            buttons.addWidget(self._fewer)
            buttons.addStretch(1)
            self._party_column.addLayout(buttons)
            self._count()
        return self._party_column

    def _add_party(self) -> None:
        number = len(self.rows) + 1
        name = self._words("Side {letter}", letter=chr(ord("A") + len(self.rows)))
        row = PartyRow(number, name, self._words)
        row.edited.connect(self._propose)
        self._party_column.insertWidget(self._party_column.indexOf(self.rows[-1]) + 1 if self.rows else 3, row)
        self.rows.append(row)
        self._propose()

    def _add_and_write(self) -> None:
        self._add_party()
        self._count()
        self.rows[-1].name.setFocus()
        self.rows[-1].name.selectAll()

    def _remove_party(self) -> None:
        self.rows.pop().deleteLater()
        self._propose()
        self._count()

    def _count(self) -> None:
        least, most = self._on_shelf.parties
        self._more.setEnabled(len(self.rows) < most)
        self._fewer.setEnabled(len(self.rows) > least)

    def _propose(self) -> None:
        propose_marks(self.rows)

    def _buttons(self) -> QHBoxLayout:
        words = self._words
        cancel = QPushButton(words("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.begin_button = QPushButton(words("&Begin"))
        self.begin_button.setDefault(True)
        self.begin_button.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        row = QHBoxLayout()
        row.setSpacing(12)
        if not self._about:
            row.addWidget(self._sheets())
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.begin_button)
        return row

    def _sheets(self) -> QPushButton:
        """The way to the exercise's papers, for whoever came for those."""
        self.sheets_button = QPushButton(self._words("&Worksheets…"))
        self.sheets_button.setToolTip(self._words("Only the papers: no session begins"))
        self.sheets_button.setAutoDefault(False)
        self.sheets_button.clicked.connect(self.reject)
        self.sheets_button.clicked.connect(self.sheets_wanted)
        return self.sheets_button

    def accept(self) -> None:
        """Begin, or say beside the field what is missing; what was written stays."""
        self.refusals.clear()
        wrong = self._faults()
        if wrong:
            wrong[0].setFocus()
            wrong[0].selectAll()
            return
        date = self.date.date().toString(Qt.DateFormat.ISODate)
        title, group, place = (clean(field.text()) for field in (self.title, self.group, self.place))
        parties = tuple(row.written for row in self.rows)
        from workshop.screen.parts.question import may_stay  # once there is something to ask about

        if not may_stay(self, self._words, "\n".join((title, group, place, *(name for name, _ in parties)))):
            return
        beginning = Beginning(self._on_shelf.name, title, group, place, date, parties)
        try:
            self.opened = self._begin(beginning)
        except Refusal as no:
            self.refusals.say(self._words.refusal(no))
        else:
            super().accept()

    def _faults(self) -> list[QLineEdit]:
        """The fields that need another word, each with its sentence shown."""
        found: list[QLineEdit] = []
        titled = bool(clean(self.title.text()))
        no_title = "" if titled else self._words("Give the session a title, so that you find it again.")
        _say(self.title_fault, self.title, no_title)
        found += [self.title] if no_title else []
        for row in self.rows:
            _say(row.fault, row.name, "")
            _say(row.fault, row.mark, "")
        for row, field, sentence in faults(self.rows, self._words):
            _say(row.fault, field, sentence)
            found.append(field)
        return found


def _say(line: QLabel, field: QWidget, sentence: str) -> None:
    """Show what is wrong beside a field, to eyes and to screen readers; an empty sentence takes it away."""
    line.setText(sentence)
    line.setVisible(bool(sentence))
    field.setAccessibleDescription(sentence)


def _ask(form: QFormLayout, label: str, field: QWidget, place: QVBoxLayout | None = None) -> None:
    """A field with its label before it."""
    asked = QLabel(label)
    asked.setMinimumWidth(LABEL_WIDTH)
    asked.setBuddy(field)
    field.setAccessibleName(label.replace("&", ""))
    form.addRow(asked, place or field)


def date_field(words: Catalogue) -> QDateEdit:
    """A day, today to begin with, changed with the arrow keys or by writing."""
    field = QDateEdit(QDate.fromString(clock.today(), Qt.DateFormat.ISODate))
    field.setButtonSymbols(QDateEdit.ButtonSymbols.NoButtons)
    field.setLocale(QLocale(LOCALES[words.language]))
    field.setDisplayFormat("d MMMM yyyy")
    field.lineEdit().setAccessibleName(words("Date"))
    field.lineEdit().setTextMargins(8, 0, 8, 0)  # the style sheet's padding does not reach it
    return field
