"""Where something came from in another session: that board, with the thing picked, and the way there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from workshop.model import carry
from workshop.model.dates_said import written_out
from workshop.model.elsewhere import Elsewhere
from workshop.model.exercise import in_language
from workshop.model.other import Other
from workshop.model.outcomes import board_of
from workshop.model.record import Board, Record, Run
from workshop.model.refusal import Refusal
from workshop.model.visible import Audience, visible
from workshop.model.whole import whole
from workshop.screen.again.does import seat_of
from workshop.screen.again.drawn import Drawn
from workshop.screen.again.seat import Seat
from workshop.screen.parts.pieces import button, label

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

_SIZE = (900, 640)


def show(window: FacilitatorWindow, thing: Elsewhere) -> None:
    """Show where a thing came from; where its session can't be found, say what is known of it."""
    words, seat = window.words, seat_of(window)
    try:
        path = seat.house.again.find(window.opened, thing)
        OriginDialog(seat, path, seat.house.again.read(path), thing).open()
    except Refusal as no:
        known = " · ".join(
            part for part in (thing.session, thing.group, written_out(thing.date, words), thing.text) if part
        )
        window.bridge.refused.emit(words("It came from {known}. {why}", known=known, why=words.refusal(no)))


class OriginDialog(QDialog):
    """Another session's board to look at, with what came from it picked."""

    def __init__(self, seat: Seat, path: Path, other: Other, thing: Elsewhere) -> None:
        super().__init__(seat.parent)
        words, held = seat.words, other.held
        self.setWindowTitle(words("Where it came from"))
        self.resize(*_SIZE)
        self.finished.connect(self.deleteLater)
        self.drawn = Drawn(seat.theme, held.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(label(held.title, "title", wraps=True))
        about = " · ".join(part for part in (held.group, written_out(held.date, words)) if part)
        column.addWidget(label(about, quiet=True, wraps=True))
        column.addSpacing(8)
        column.addWidget(self.drawn, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        close, there = button(words("Close")), button(words("&Go to that session"))
        close.clicked.connect(self.accept)
        there.clicked.connect(self.accept)
        there.clicked.connect(lambda: seat.go_to(path))
        for each in (there, close):
            row.addWidget(each)
        column.addLayout(row)
        self._show(seat, other, thing)

    def _show(self, seat: Seat, other: Other, thing: Elsewhere) -> None:
        seen = visible(other.state, Audience.FACILITATOR)
        record = seen.get(thing.thing, Record)
        place = carry.place_of(seen, other.exercises, record) if record else None
        if record is None or place is None:
            self.drawn.show_nothing(seat.words("It is not there any more. It said: {text}", text=thing.text))
            return
        board = seen.get(getattr(record, "board", ""), Board) or board_of(seen, record)
        assert board is not None  # it has a place
        run, _ = place
        texts = other.exercises[seen.need(run, Run).exercise][1]
        text = in_language(texts, seat.words.language).board(board.key)
        self.drawn.show_view(whole(seen, board, text, seat.words))
        QTimer.singleShot(0, self, lambda: self.drawn.pick((record.id,)))
