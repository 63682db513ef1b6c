"""Telling the room something: “Back at 15.20” in large letters in place of the board."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout

from workshop import clock
from workshop.model import stage
from workshop.model.record import Stage
from workshop.screen.parts.answers import answers
from workshop.screen.parts.pieces import label
from workshop.screen.parts.question import may_stay

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

LONGEST = 120  # letters that the back row can read at once
_BREAK = datetime.timedelta(minutes=15)


def ask(window: FacilitatorWindow) -> None:
    """Ask what to tell, or show the board again where something is told already."""
    standing = window.bridge.state.need("stage", Stage)
    if standing.message:
        window.bridge.do(stage.tell(standing, ""), "")
        return
    dialog = TellDialog(window, proposal(window, clock.now()))
    if dialog.exec() and may_stay(window, window.words, dialog.line.text()):
        window.bridge.do(stage.tell(standing, dialog.line.text()), "")


def proposal(window: FacilitatorWindow, now: datetime.datetime) -> str:
    """When a break that begins now is over, on a round five minutes."""
    back = now + _BREAK
    back += datetime.timedelta(minutes=-back.minute % 5)
    return window.words("Back at {time}", time=back.strftime("%H.%M"))


class TellDialog(QDialog):
    """One line, with a sane start, so that Enter shows it at once."""

    def __init__(self, window: FacilitatorWindow, start: str) -> None:
        super().__init__(window)
        words = window.words
        self.setWindowTitle(words("Tell the room"))
        self.setMinimumWidth(560)
        self.line = QLineEdit(start, maxLength=LONGEST)
        self.line.setAccessibleName(words("What the room will read"))
        self.line.selectAll()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(words("Tell the room"), "title"))
        column.addWidget(
            label(words("It stands in place of the board. The same key brings the board back."), quiet=True)
        )
        column.addWidget(self.line)
        column.addWidget(answers(self, words("Show it"), words)[0])
