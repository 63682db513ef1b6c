"""What takes a while is done beside the windows: they answer meanwhile, and one can give it up."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from tests.desk import begun, types
from tests.screen.test_again import dialog
from workshop.model.change import between
from workshop.model.notes import add_note
from workshop.model.record import Board, Party
from workshop.screen.again import comparing, replaying
from workshop.screen.again.comparing import Beside
from workshop.screen.again.does import _home_seat
from workshop.screen.again.replaying import ReplayDialog
from workshop.screen.keeping.opening import UnlockSheet
from workshop.screen.keeping.password import PasswordSheet
from workshop.screen.parts import meanwhile
from workshop.screen.program import Program, application
from workshop.store.opening import in_use
from workshop.store.sql import connect
from workshop.words import Catalogue

PASSWORD = "fyra vänliga ord"


@pytest.fixture
def program(house, qtbot):
    """The program at home, where nothing has been opened yet."""
    made = Program(application(), house, "sv")
    qtbot.addWidget(made.home)
    made.home.show()
    made.home.refresh()
    yield made
    if made.desk:
        made.desk.close()
    made.deleteLater()


@pytest.fixture
def path(house) -> Path:
    opened = begun(house)
    opened.close()
    return opened.path


def answers(act: Callable[[], object]) -> int:
    """How many times the windows came to their turn while something was done."""
    turns = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(1))
    timer.start()
    act()
    timer.stop()
    return len(turns)


def held_until_its_turn(path: Path, password: str = "") -> None:
    """Another program holds a file until the windows have come to their turn; where they don't it can't be read."""
    other = connect(path, password)
    other.execute("BEGIN EXCLUSIVE")
    QTimer.singleShot(0, other.close)


class Patient(Catalogue):
    """Says nothing beside the windows before they have come to their turn, or in five seconds."""

    def __init__(self) -> None:
        super().__init__("sv")
        self.may, self.asked = Event(), False
        QTimer.singleShot(0, self.may.set)

    def __call__(self, msgid: str, **values: object) -> str:
        if current_thread() is not main_thread():
            assert self.may.wait(5), "the window stands still"
            self.asked = True
        return super().__call__(msgid, **values)


def with_cards(house, said: str) -> Path:
    """A session with forty cards on one board."""
    opened = begun(house)
    state = opened.session.state
    board = next(board for board in state.all(Board) if board.key == "provocations")
    for number in range(40):
        state = add_note(state, board, state.all(Party)[number % 2].id, f"{said} {number} {said}").apply(state)
    opened.session.do(between(opened.session.state, state), "write")
    opened.close()
    return opened.path


def test_the_window_answers_while_a_password_is_tried(program, house, path):
    opened = house.open(path)
    house.keeping.protect(opened, PASSWORD)
    opened.close()
    program.home.open_file(path)
    sheet = dialog(UnlockSheet)
    types(sheet.password, "fel lösenord")
    sheet.accept()
    assert program.desk is None and "inte lösenordet" in sheet.refusals.text
    types(sheet.password, PASSWORD)
    held_until_its_turn(path, PASSWORD)
    sheet.accept()
    assert program.desk and program.desk.opened.protected


def test_the_window_answers_while_a_password_is_set(program, path, monkeypatch):
    monkeypatch.setattr(meanwhile, "_AT_ONCE", 0)
    program.home.open_file(path)
    program.desk.actions_["password"].trigger()
    sheet = dialog(PasswordSheet)
    types(sheet.first, PASSWORD)
    types(sheet.again, PASSWORD)
    assert answers(sheet.accept) and program.desk.opened.protected


def test_the_window_answers_while_boards_are_compared_and_a_session_is_replayed(program, house, monkeypatch):
    one, other = with_cards(house, "Något"), with_cards(house, "Annat")
    words = Patient()
    seat = replace(_home_seat(program.home), words=words)
    monkeypatch.setattr(comparing.choosing, "session", lambda *_, **__: other)
    held_until_its_turn(other)
    comparing.begin(seat, one)
    shown = dialog(Beside)
    assert words.asked, "what differs was found beside the window"
    assert any("80 skillnader" in shown.boards.item(row).text() for row in range(shown.boards.count()))
    shown.close()
    held_until_its_turn(one)
    replaying.show(seat, one)
    dialog(ReplayDialog).close()


def test_a_session_that_another_program_holds_can_be_given_up(program, path, qtbot):
    other = connect(path)
    other.execute("BEGIN EXCLUSIVE")

    def give_up() -> None:
        bar = next(
            (w for w in QApplication.topLevelWidgets() if isinstance(w, QProgressDialog) and w.isVisible()), None
        )
        if bar:
            looking.stop()
            bar.findChildren(QPushButton)[0].click()

    looking = QTimer(interval=20)
    looking.timeout.connect(give_up)
    looking.start()
    assert answers(lambda: program.home.open_file(path))
    assert program.desk is None and "avbröts" in program.home.messages.text
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: not in_use(path), timeout=20_000)
    program.home.open_file(path)
    assert program.desk and not program.desk.opened.read_only, "what nobody waited for has let go of the file"
