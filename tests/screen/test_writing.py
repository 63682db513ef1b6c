"""Writing while people talk: real keys in the real line, and the real wall beside it."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desk import types
from tests.room import squeezed
from workshop.model.change import update
from workshop.model.record import Note, Party

IN_A_MINUTE, HURRIED = 30, 60


class Frames(QObject):
    """Counts how many times a surface is painted."""

    def __init__(self, surface) -> None:
        super().__init__(surface)
        self.count = 0
        surface.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


class AtTheWall:
    """A facilitator whose wall is on and stands on its last page."""

    def __init__(self, facilitator) -> None:
        self.facilitator, self.window = facilitator, facilitator.window
        self.window.projecting.begin()
        facilitator._later()
        stage = facilitator.stage()
        self.window.bridge.do(update(stage, curtain=(), page=99), "")
        wall = self.window.projecting.window.wall
        self.wall, self.frames = wall, Frames(wall.viewport())
        self.window.activateWindow()
        self.window.desk.capture.focus()
        facilitator._later()
        facilitator.presses("Ctrl+2", self.window.focusWidget())  # the list on the last page

    def types(self, line: str) -> None:
        types(self.window.focusWidget(), line)

    def enters(self, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.window.focusWidget(), Qt.Key.Key_Return)

    def reads(self, words: str) -> bool:
        return squeezed(words) in squeezed(self.wall.words())

    def written(self) -> list[str]:
        return [note.text for note in self.facilitator.state.all(Note) if note.text.startswith("Kort ")]


@pytest.fixture
def at_the_wall(facilitator):
    made = AtTheWall(facilitator)
    yield made
    made.window.projecting.close()


def test_a_minutes_cards_are_each_on_the_wall_before_the_next_is_begun(at_the_wall):
    wall = at_the_wall
    said = [f"Kort {number} vi byter möteslokal" for number in range(IN_A_MINUTE)]
    for line in said:
        before = wall.frames.count
        wall.types(line)
        wall.enters(2)
        wall.facilitator._later()
        assert wall.frames.count > before, "the wall was painted"
        assert wall.reads(line), "and the card is on it"
    assert wall.written() == said, "none lost, none doubled, all in their order"
    for number in range(1, 4):
        wall.facilitator.presses("Ctrl+Z", wall.window.focusWidget())
        assert wall.written() == said[:-number], "the last is taken back from the line itself"
        assert not wall.reads(said[-number])


def test_a_card_is_painted_on_the_wall_before_anything_else_has_its_turn(at_the_wall):
    wall = at_the_wall
    wall.types("Kort som salen väntar på")
    desk = Frames(wall.window.desk.board.viewport())
    wall.frames.count = 0
    wall.enters()
    assert wall.frames.count and wall.reads("Kort som salen väntar på"), "the room reads it"
    assert not desk.count, "while the facilitator's own window still waits to be painted"


def test_a_burst_without_a_pause_loses_and_doubles_nothing(at_the_wall):
    wall = at_the_wall
    said = [f"Kort {number} igen" for number in range(HURRIED)]
    for number, line in enumerate(said):
        wall.types(line)
        wall.enters(2)
        if number % 7 == 0:
            QApplication.processEvents()
    wall.facilitator._later()
    assert wall.written() == said
    assert wall.reads(said[-1]) and wall.frames.count
    path = wall.facilitator.leaves()
    from workshop.store.session_file import SessionFile

    file = SessionFile.open(path, read_only=True)
    assert [note.text for note in file.state.all(Note) if note.text.startswith("Kort ")] == said
    file.close()


def test_columns_kinds_and_tables_change_between_two_cards_without_the_mouse(at_the_wall):
    wall = at_the_wall
    parties = [party.id for party in wall.facilitator.state.all(Party)]
    for number, (key, table) in enumerate([("Ctrl+1", "Ctrl+Shift+4"), ("Ctrl+2", "Ctrl+Shift+2")]):
        wall.facilitator.presses(key, wall.window.focusWidget())
        wall.facilitator.presses(table, wall.window.focusWidget())
        wall.types(f"Kort {number} hej")
        wall.enters()
    notes = [note for note in wall.facilitator.state.all(Note) if note.text.startswith("Kort ")]
    assert [(note.list, note.table) for note in notes] == [(parties[0], 4), (parties[1], 2)]
