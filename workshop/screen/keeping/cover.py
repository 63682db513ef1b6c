"""What a session is called, for whom, where and when, once it has begun, in one small dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from workshop.model.dates_said import written_out
from workshop.model.naming import NAMED, call, cover_of
from workshop.screen.keeping.sheet import Sheet
from workshop.screen.parts.question import may_stay

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

_LONGEST = 200  # letters in a title, a group or a place


def ask(window: FacilitatorWindow) -> None:
    """Ask what the session is called."""
    CoverSheet(window).open()


class CoverSheet(Sheet):
    """The session's title, its group, its place and its day."""

    def __init__(self, window: FacilitatorWindow) -> None:
        words = window.words
        about = words("They stand on what you print, and in the library. The file keeps its name.")
        super().__init__(window, words, words("Title and group"), about, words("&Set"), self._keep)
        self._window, cover = window, cover_of(window.bridge.state)
        fields = (QLineEdit(said, maxLength=_LONGEST) for said in (cover.title, cover.group, cover.place))
        self.title, self.group, self.place = fields
        self.date = QLineEdit(written_out(cover.date, words), maxLength=_LONGEST)
        self.ask(words("&Title"), self.title)
        self.ask(words("&Group"), self.group)
        self.ask(words("P&lace"), self.place)
        self.ask(words("&Date"), self.date, words("The programme's days follow from it."))
        self.title.selectAll()
        self.title.setFocus()

    def accept(self) -> None:
        """Keep what is written, once it is sure that it may be."""
        said = "\n".join(field.text() for field in (self.title, self.group, self.place))
        if may_stay(self, self._words, said):
            super().accept()

    def _keep(self) -> None:
        """Refusal where there is no title, or the day is no date."""
        bridge = self._window.bridge
        said = (self.title.text(), self.group.text(), self.place.text(), self.date.text())
        if change := call(bridge.state, *said):
            bridge.session.do(change, NAMED)
