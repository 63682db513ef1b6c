"""What is asked before a session is copied without its content, or followed up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QRadioButton

from workshop.model.exercise import in_language
from workshop.model.letters import clean
from workshop.model.other import Other
from workshop.model.outcomes import still_open
from workshop.model.planned import Actual, Block
from workshop.model.record import Cover, Run
from workshop.model.refusal import Refusal
from workshop.screen.again.seat import Seat
from workshop.screen.keeping.sheet import Sheet
from workshop.screen.parts.wrapped import Wrapped

_LONGEST = 200  # letters in a title


def copy(seat: Seat, path: Path) -> None:
    """Ask how a session is to be copied without its content, and go to the copy."""
    CopySheet(seat, path, seat.house.again.read(path)).open()


def follow_up(seat: Seat, path: Path) -> None:
    """Ask what a follow-up is called, and go to it; Refusal where there is nothing to follow up."""
    other = seat.house.again.read(path)
    if not still_open(other.state):
        raise Refusal("Nothing was agreed in this session, so there is nothing to follow up.")
    FollowUpSheet(seat, path, other).open()


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
    """A title, which exercises, and whether the minutes are those that it really took."""

    def __init__(self, seat: Seat, path: Path, other: Other) -> None:
        words = seat.words
        about = words(
            "The programme, the exercises, their settings and the number of parties come along. "
            "Nothing that was written does."
        )
        proposed = seat.house.again.called(other, words.language)
        super().__init__(seat, words("Copy without content"), about, words("&Make the copy"), proposed)
        self._path = path
        self.which = {"": QRadioButton(words("All of it"))}
        names = dict.fromkeys(run.exercise for run in other.state.all(Run))
        for name in names if len(names) > 1 else ():
            title = in_language(other.exercises[name][1], words.language).title
            self.which[name] = QRadioButton(words("Only {title}", title=title))
        self.which[""].setChecked(True)
        for choice in self.which.values() if len(names) > 1 else ():
            self.form.addRow("", choice)
        self.went = QCheckBox(words("Plan the minutes as long as things &really took"))
        self.went.setVisible(bool(other.state.all(Actual)) and bool(other.state.all(Block)))
        self.form.addRow("", self.went)

    def made(self, title: str) -> Path:
        """Make the copy; where it lies."""
        only = next(name for name, choice in self.which.items() if choice.isChecked())
        asked = (title, "", self.went.isChecked(), only)
        return self.seat.house.again.copy(self._path, self.seat.words.language, *asked)


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
            self.agreed.addItem(" · ".join(p for p in (agreement.text, agreement.who, agreement.due) if p))
        self.agreed.setMinimumHeight(160)
        self.column.insertWidget(3, self.agreed, 1)
        self.half_day = QCheckBox(words("Lay out the ready &half-day as its programme"))
        self.form.addRow("", self.half_day)

    def made(self, title: str) -> Path:
        """Make the follow-up; where it lies."""
        return self.seat.house.again.follow_up(self._path, title, self.half_day.isChecked())
