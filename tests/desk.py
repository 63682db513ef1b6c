"""The facilitator and the room, as tests speak of them: real windows on a real session file."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget

from workshop.app import Verkstad
from workshop.model.record import Agreement, Board, Id, Note, Stage
from workshop.model.stage import view_of
from workshop.screen.facilitator.window import FacilitatorWindow
from workshop.screen.house import Beginning
from workshop.screen.opened import Opened

PARTIES = (("Kommunen", "K"), ("Regionen", "R"))


def begun(
    house: Verkstad,
    language: str = "sv",
    exercise: str = "reta-motparten",
    parties: tuple[tuple[str, str], ...] = PARTIES,
) -> Opened:
    """A new session with two parties, or those that another exercise takes."""
    return house.begin(Beginning(exercise, "Prov", "Gruppen", "Salen", "2026-11-22", parties), language)


def types(box: QWidget, text: str) -> None:
    """Type letters into a widget, one key after another, whatever keyboard has them."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(box, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


class Facilitator:
    """Somebody at the facilitator's window; everything goes through keys and widgets, as it does for a person."""

    def __init__(self, house: Verkstad, opened: Opened, language: str = "sv", theme: str = "light") -> None:
        self.window = FacilitatorWindow(house, opened, language, theme)
        self.window.show()
        self._later()

    def _later(self) -> None:
        for _ in range(5):
            QApplication.processEvents()

    @property
    def state(self):
        return self.window.bridge.state

    def presses(self, key: str, on: QWidget | None = None) -> None:
        """Press a key such as "Ctrl+2" where the focus is, or on the board."""
        from PySide6.QtGui import QKeySequence

        combination = QKeySequence(key)[0]  # pyright: ignore[reportIndexIssue]
        QTest.keyClick(on or self.window, combination.key(), combination.keyboardModifiers())
        self._later()

    def writes(self, line: str, *more: str) -> None:
        """Write a line in the capture line and press Enter; more boxes are filled in order."""
        boxes = self.window.desk.capture.findChildren(QLineEdit)
        boxes = [box for box in boxes if box.isVisible()]
        for box, text in zip(boxes, (line, *more), strict=False):
            box.setFocus()
            box.clear()
            types(box, text)
        QTest.keyClick(boxes[0], Qt.Key.Key_Return)
        self._later()

    def goes_to(self, step: str) -> None:
        self.window.go_to(step)
        self._later()

    def picks(self, text: str) -> Id:
        """Pick the card that begins so."""
        note = self.card(text)
        self.window.desk.pick((note.id,))
        self._later()
        return note.id

    def commands(self, key: str) -> None:
        """Press a key of the board's with the board in focus."""
        self.window.desk.board.setFocus()
        self.presses(key, self.window.desk.board)

    def card(self, text: str) -> Note:
        return next(n for n in self.state.all(Note) if n.text.startswith(text))

    def sees(self, text: str) -> bool:
        """Whether the words are drawn on the board in the facilitator's window."""
        return text in " ".join(self.window.desk.scene.words().split())

    def hears(self) -> str:
        """The sentence in the message bar."""
        return self.window.messages.text

    def twin(self) -> str:
        return "\n".join(item.text(0) for item in self.window.desk.twin._items())

    def agreements(self) -> list[Agreement]:
        return self.state.all(Agreement)

    def board(self, key: str) -> Board:
        return next(board for board in self.state.all(Board) if board.key == key)

    def stage(self) -> Stage:
        return self.state.need("stage", Stage)

    def answers_questions(self, monkeypatch, go_on: bool) -> list[str]:
        """From now on answer every question the same way; the list fills with what was asked."""
        asked: list[str] = []

        def answer(box: QMessageBox) -> int:
            asked.append(box.text())
            wanted = QMessageBox.ButtonRole.AcceptRole if go_on else QMessageBox.ButtonRole.RejectRole
            next(b for b in box.buttons() if box.buttonRole(b) == wanted).click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", answer)
        return asked

    def room_sees(self) -> str:
        """All words that the room sees now, from the one place that makes the wall's picture."""
        return " ".join(self.window.room.picture().words().split())

    def view(self):
        window = self.window
        return view_of(window.bridge.state, window.opened.exercise, window.text, window.words)

    def leaves(self) -> Path:
        """Close the window; everything is in the file."""
        path = self.window.opened.path
        self.window.close()
        self._later()
        return path
