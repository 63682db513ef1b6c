"""A session played from its beginning: a slider for its moments, and the board as it was then."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QSlider, QVBoxLayout

from workshop.model.compare import text_of
from workshop.model.dates_said import written_out
from workshop.model.other import Other
from workshop.model.record import Board, Run, Stage
from workshop.model.refusal import Refusal
from workshop.model.replay import Replay, beside
from workshop.model.visible import Audience, visible
from workshop.model.whole import whole
from workshop.model.words import Words
from workshop.screen.again.drawn import Drawn
from workshop.screen.again.seat import Seat
from workshop.screen.again.unlocked import shown, unlocked
from workshop.screen.parts.pieces import button, label

_SIZE = (1040, 660)
_PACE = 700  # milliseconds from one moment to the next while it plays


def show(seat: Seat, path: Path) -> None:
    """Show a session from its beginning."""

    def play() -> QDialog:
        other, replay = seat.house.again.replay(path)
        if len(replay.moments) < 2:
            raise Refusal("Nothing has been done in this session yet.")
        return shown(ReplayDialog(seat, other, replay))

    unlocked(seat, (path,), play)


class ReplayDialog(QDialog):
    """Only the facilitator sees it: the wall shows what it showed. Arrow keys move in time, Space plays and rests."""

    def __init__(self, seat: Seat, other: Other, replay: Replay) -> None:
        super().__init__(seat.parent)
        self.words, self._other, self.replay = seat.words, other, replay
        words = self.words
        self.setWindowTitle(words("Replay"))
        self.resize(*_SIZE)
        self.finished.connect(self.deleteLater)
        self.drawn = Drawn(seat.theme, words("The board as it was"))
        self.title, self.said = label("", "large"), QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(replay.moments) - 1)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(words("The moment"))
        self.play = button(words("&Play"))
        self.play.setCheckable(True)
        self._timer = QTimer(self, interval=_PACE)
        self._timer.timeout.connect(self._on)
        self.play.toggled.connect(self._start_or_rest)
        self.slider.valueChanged.connect(self.show_moment)
        self._arrange()
        self.slider.setFocus()
        self.slider.setValue(self.slider.maximum())
        self.show_moment(self.slider.value())

    def _arrange(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.drawn, 1)
        column.addWidget(self.said)
        column.addWidget(self.slider)
        close = button(self.words("Close"))
        close.clicked.connect(self.accept)
        row.setSpacing(12)
        row.addWidget(self.play)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)

    def show_moment(self, number: int) -> None:
        """The board as it was after so many things had been done."""
        moment, words = self.replay.moments[number], self.words
        said = words("{n} of {all}", n=number, all=self.slider.maximum())
        if number:
            label_ = words(moment.label)
            done = {"undo": words("Undone: {what}", what=label_), "redo": words("Redone: {what}", what=label_)}
            said = " · ".join((_clock(moment.at, words), done.get(moment.act, label_[:1].upper() + label_[1:]), said))
        else:
            said = " · ".join((words("The beginning"), said))
        self.said.setText(said)
        self.slider.setAccessibleDescription(said)
        self._draw(number)

    def _draw(self, number: int) -> None:
        now, board_id = self._other.state, self.replay.moments[number].board
        state = beside(self.replay.state(number), *now.all(Stage))
        seen = visible(state, Audience.FACILITATOR)
        board = seen.get(board_id, Board)
        run = seen.get(board.run, Run) if board else None
        if board is None or run is None or run.exercise not in self._other.exercises:
            self.title.setText(self._other.held.title)
            self.drawn.show_nothing(self.words("Nothing lay on any board then."))
            return
        text = text_of((seen, self._other.exercises), board, self.words).board(board.key)
        self.title.setText(text.title)
        self.drawn.show_view(whole(seen, board, text, self.words))

    def _start_or_rest(self, on: bool) -> None:
        self.play.setText(self.words("&Pause") if on else self.words("&Play"))
        if on and self.slider.value() == self.slider.maximum():
            self.slider.setValue(0)
        (self._timer.start if on else self._timer.stop)()
        self.slider.setFocus()

    def _on(self) -> None:
        """One moment further; at the end it rests."""
        self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() == self.slider.maximum():
            self.play.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays and rests."""
        if event.key() == Qt.Key.Key_Space:
            self.play.toggle()
        else:
            super().keyPressEvent(event)


def _clock(at: str, words: Words) -> str:
    """When something was done, by the clock of the computer: date and time."""
    try:
        moment = datetime.datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    return f"{written_out(moment.date().isoformat(), words)} {moment:%H:%M:%S}"
