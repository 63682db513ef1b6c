"""What takes a while is done beside the windows: they answer meanwhile, and one can give it up."""

from collections.abc import Callable
from pathlib import Path

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


def with_cards(house, count: int, said: str, together: int) -> Path:
    """A session with many cards on one board, written so many at a time."""
    opened = begun(house)
    for start in range(0, count, together):
        state = before = opened.session.state
        board = next(board for board in state.all(Board) if board.key == "provocations")
        for number in range(start, start + together):
            text = f"{said} {number} av det som vi brukar göra när ingen riktigt vet vem som ska svara"
            state = add_note(state, board, state.all(Party)[number % 2].id, text).apply(state)
        opened.session.do(between(before, state), "write")
    opened.close()
    return opened.path


def test_the_window_answers_while_a_password_is_tried(program, house, path):
    opened = house.open(path)
    house.keeping.protect(opened, PASSWORD)
    opened.close()
    program.home.open_file(path)
    sheet = dialog(UnlockSheet)
    types(sheet.password, "fel lösenord")
    assert answers(sheet.accept) and program.desk is None and "inte lösenordet" in sheet.refusals.text
    types(sheet.password, PASSWORD)
    assert answers(sheet.accept) and program.desk and program.desk.opened.protected


def test_the_window_answers_while_a_password_is_set(program, path):
    program.home.open_file(path)
    program.desk.actions_["password"].trigger()
    sheet = dialog(PasswordSheet)
    types(sheet.first, PASSWORD)
    types(sheet.again, PASSWORD)
    assert answers(sheet.accept) and program.desk.opened.protected


def test_the_window_answers_while_boards_are_compared_and_a_session_is_replayed(program, house, monkeypatch):
    monkeypatch.setattr(meanwhile, "_AT_ONCE", 0)
    one, other = with_cards(house, 160, "Något", 1), with_cards(house, 160, "Annat", 160)
    seat = _home_seat(program.home)
    monkeypatch.setattr(comparing.choosing, "session", lambda *_, **__: other)
    assert answers(lambda: comparing.begin(seat, one))
    shown = dialog(Beside)
    assert any("160 skillnader" in shown.boards.item(row).text() for row in range(shown.boards.count()))
    shown.close()
    assert answers(lambda: replaying.show(seat, one))
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
