"""What is asked before a session is copied without its content, or followed up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QListWidget, QListWidgetItem, QRadioButton

from workshop.model.dates_said import written_out
from workshop.model.exercise import in_language
from workshop.model.letters import clean
from workshop.model.other import Other
from workshop.model.outcomes import still_open
from workshop.model.planned import Actual, Block
from workshop.model.record import Cover, Party, Run
from workshop.model.refusal import Refusal
from workshop.screen.again.seat import Seat
from workshop.screen.again.unlocked import shown, unlocked
from workshop.screen.home.begin import date_field
from workshop.screen.home.parties import LABEL_WIDTH, PartyRow, faults, propose_marks
from workshop.screen.keeping.sheet import Sheet
from workshop.screen.parts.wrapped import DETAIL, Wrapped

_LONGEST = 200  # letters in a title


def copy(seat: Seat, path: Path) -> None:
    """Ask how a session is to be copied without its content, and go to the copy."""
    unlocked(seat, (path,), lambda: shown(CopySheet(seat, path, seat.house.again.read(path))))


def follow_up(seat: Seat, path: Path) -> None:
    """Ask what a follow-up is called, and go to it; Refusal where there is nothing to follow up."""

    def ask() -> QDialog:
        other = seat.house.again.read(path)
        if not still_open(other.state):
            raise Refusal("Nothing was agreed in this session, so there is nothing to follow up.")
        return shown(FollowUpSheet(seat, path, other))

    unlocked(seat, (path,), ask)


class _Made(Sheet):
    """A sheet that makes a session and goes to it."""

    def __init__(self, seat: Seat, title: str, about: str, button: str, proposed: str) -> None:
        super().__init__(seat.parent, seat.words, title, about, button, self._make)
        self.seat = seat
        self.title = QLineEdit(proposed, maxLength=_LONGEST)
        self.ask(seat.words("&Title"), self.title)
        self.title.selectAll()
        self.title.setFocus()

    def _make(self) -> None:
        title = clean(self.title.text())
        if not title:
            raise Refusal("Give the session a title, so that you find it again.")
        path = self.made(title)
        self.accepted.connect(lambda: self.seat.go_to(path))

    def made(self, title: str) -> Path:
        """Make the session; where it lies."""
        raise NotImplementedError


class CopySheet(_Made):
    """What it is called, for whom and when; which exercises, who takes part, and whose minutes."""

    def __init__(self, seat: Seat, path: Path, other: Other) -> None:
        words = seat.words
        about = words(
            "The programme, the exercises, their settings and the number of parties come along. "
            "Nothing that was written does."
        )
        proposed = seat.house.again.called(other, words.language)
        super().__init__(seat, words("Copy without content"), about, words("&Make the copy"), proposed)
        self._path, self._state = path, other.state
        self.group, self.date = QLineEdit(maxLength=_LONGEST), date_field(words)
        self.group.setPlaceholderText(words("Who meets, such as “The leaders' network”"))
        self.ask(words("&Group"), self.group)
        self.ask(words("&Date"), self.date)
        self.form.labelForField(self.title).setMinimumWidth(LABEL_WIDTH)  # as wide as those of the parties
        self.which = {"": QRadioButton(words("All of it"))}
        names = dict.fromkeys(run.exercise for run in other.state.all(Run))
        for name in names if len(names) > 1 else ():
            title = in_language(other.exercises[name][1], words.language).title
            self.which[name] = QRadioButton(words("Only {title}", title=title))
        self.which[""].setChecked(True)
        for choice in self.which.values() if len(names) > 1 else ():
            self.form.addRow("", choice)
            choice.toggled.connect(self._show_parties)
        self.went = QCheckBox(words("Plan the minutes as long as things &really took"))
        self.went.setVisible(bool(other.state.all(Actual)) and bool(other.state.all(Block)))
        self.form.addRow("", self.went)
        self.parties = {party.id: self._row(number) for number, party in enumerate(other.state.all(Party), 1)}
        self._show_parties()

    def _row(self, number: int) -> PartyRow:
        """Room for a party of the copy's own, below those before it."""
        name = self.seat.words("Side {letter}", letter=chr(ord("A") + number - 1))
        row = PartyRow(number, name, self.seat.words)
        row.edited.connect(lambda: propose_marks(self.rows))
        self.column.insertWidget(2 + number, row)
        return row

    @property
    def only(self) -> str:
        """The one exercise that is wanted; "" for all of them."""
        return next(name for name, choice in self.which.items() if choice.isChecked())

    @property
    def rows(self) -> list[PartyRow]:
        """The parties that take part in what is wanted."""
        runs = [run for run in self._state.all(Run) if self.only in ("", run.exercise)]
        there = {id for run in runs[: 1 if self.only else None] for id in run.parties}
        return [row for id, row in self.parties.items() if id in there]

    def _show_parties(self) -> None:
        shown = self.rows
        for row in self.parties.values():
            row.setVisible(row in shown)
        propose_marks(shown)

    def accept(self) -> None:
        """Make the copy, or say beside a party what it lacks."""
        wrong = list(faults(self.rows, self.seat.words))
        for row in self.rows:
            said = next((said for other, _, said in wrong if other is row), "")
            row.fault.setText(said)
            row.fault.setVisible(bool(said))
        if wrong:
            wrong[0][1].setFocus()
            return
        super().accept()

    def made(self, title: str) -> Path:
        """Make the copy; where it lies."""
        date, group = self.date.date().toString(Qt.DateFormat.ISODate), clean(self.group.text())
        cover = Cover(id="cover", title=title, group=group, date=date, language=self.seat.words.language)
        parties = tuple(row.written for row in self.rows)
        return self.seat.house.again.copy(self._path, cover, parties, self.went.isChecked(), self.only)


class FollowUpSheet(_Made):
    """A title, what there is to go through, and whether the ready half-day is laid out."""

    def __init__(self, seat: Seat, path: Path, other: Other) -> None:
        words, agreed = seat.words, still_open(other.state)
        about = words.many(
            "It opens with {n} agreement to go through. Each leads back to where it was made.",
            "It opens with {n} agreements to go through. Each leads back to where it was made.",
            len(agreed),
        )
        was = other.state.need("cover", Cover).title
        proposed = words("Follow-up: {title}", title=was)[:_LONGEST]
        super().__init__(seat, words("Start a follow-up"), about, words("&Begin"), proposed)
        self._path = path
        self.agreed = QListWidget()
        self.agreed.setWordWrap(True)
        self.agreed.setAccessibleName(words("Last time's agreements"))
        Wrapped(self.agreed)
        for agreement in agreed:
            about = " · ".join(part for part in (agreement.who, written_out(agreement.due, words)) if part)
            item = QListWidgetItem("\n".join(part for part in (agreement.text, about) if part), self.agreed)
            item.setData(DETAIL, about)
        self.agreed.setMinimumHeight(160)
        self.column.insertWidget(3, self.agreed, 1)
        self.half_day = QCheckBox(words("Lay out the ready &half-day as its programme"))
        self.form.addRow("", self.half_day)

    def made(self, title: str) -> Path:
        """Make the follow-up; where it lies."""
        return self.seat.house.again.follow_up(self._path, title, self.half_day.isChecked())
