"""Writing on a card where it lies: kept when typing rests, and finished before anything else happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QWidget

from workshop.model.guard import findings
from workshop.model.record import Id
from workshop.screen.boards import KINDS
from workshop.screen.boards.desk import Desk
from workshop.screen.parts.card_editor import CardEditor
from workshop.screen.parts.question import may_stay
from workshop.screen.theme import letters
from workshop.words import N_

if TYPE_CHECKING:
    from workshop.screen.facilitator.board_desk import BoardDesk


class Editing(QObject):
    """At most one card at a time is written on; it is the card's own step that says what its words are."""

    def __init__(self, board_desk: BoardDesk) -> None:
        super().__init__(board_desk)
        self._on = board_desk
        self._desk: Desk | None = None
        self._id: Id = ""
        self._before = ""
        self.editor: CardEditor | None = None

    def begin(self, id: Id) -> None:
        """Open a card for writing; what was being written on another is finished first."""
        in_words = self._on.shown() is not self._on.board  # where also what is only a line on the board has a row
        there = id in self._on.bridge.state if in_words else self._on.scene.item(id)
        if not id or not there or not self.finish():
            return
        self._desk, self._id = self._on.desk, id
        self._before = KINDS[self._desk.board.kind].words_of(self._desk, id)
        over, place = self._place(id)
        name = self._on.bridge.words("The card's words")
        self.editor = CardEditor(over, place, self._before, letters("text"), name)
        self.editor.paused.connect(self._rest)
        self.editor.done.connect(self._done, Qt.ConnectionType.QueuedConnection)
        self.editor.left.connect(self._back, Qt.ConnectionType.QueuedConnection)

    def _place(self, id: Id) -> tuple[QWidget, QRect]:
        board, twin = self._on.board, self._on.twin
        if self._on.shown() is twin and (row := twin.currentItem()):
            return twin.viewport(), twin.visualItemRect(row).adjusted(0, 0, 0, 44)
        item = self._on.scene.item(id)
        assert item is not None
        board.ensureVisible(item, 8, 56)
        return board.viewport(), board.mapFromScene(item.sceneBoundingRect()).boundingRect().adjusted(0, 0, 0, 28)

    def finish(self) -> bool:
        """Keep what is written and close; False where it could not be kept, and the card stays open."""
        if self.editor is None:
            return True
        if not self._keep(self.editor.toPlainText()):
            self.editor.go_on()
            return False
        self._close()
        return True

    def _done(self) -> None:
        if self.editor and self.finish():
            self._on.shown().setFocus(Qt.FocusReason.OtherFocusReason)
            self._on.worked.emit()

    def _back(self) -> None:
        """Give the card the words that it had when it was opened."""
        if self.editor and self._keep(self._before, asks=False):
            self._close()
            self._on.shown().setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self, said: str) -> None:
        """Typing rests: keep it, unless there is something in it to ask about when the writing is done."""
        if said.strip() and not findings(said):
            self._keep(said)

    def _keep(self, said: str, asks: bool = True) -> bool:
        bridge, desk = self._on.bridge, self._desk
        if desk is None or self._id not in bridge.state:
            return True
        now = Desk(desk.view_of(bridge.state), desk.picked)
        kind = KINDS[now.board.kind]
        if said == kind.words_of(now, self._id):
            return True
        if asks and not may_stay(self._on, bridge.words, said):
            return False
        return bridge.do(lambda: kind.edit(now, self._id, said), N_("change the words"), merge=f"edit:{self._id}")

    def _close(self) -> None:
        if self.editor:
            editor, self.editor = self.editor, None
            editor.close_for_good()
