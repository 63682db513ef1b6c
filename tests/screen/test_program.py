"""From home to a session and back, as one program."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.desk import begun
from workshop.app import Verkstad
from workshop.model.notes import add_note, list_keys
from workshop.model.record import Stage
from workshop.model.refusal import Refusal
from workshop.screen import program
from workshop.screen.papers.asked import Asked
from workshop.screen.played import PlayedDesk
from workshop.screen.program import Program


@pytest.fixture
def house(tmp_path, monkeypatch) -> Verkstad:
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path))
    return Verkstad()


def seen() -> set[QWidget]:
    """The windows that are on the screen."""
    return {window for window in QApplication.topLevelWidgets() if window.isVisible()}


@pytest.fixture
def started(qtbot, house):
    made = Program(program.application(), house, "sv")
    qtbot.addWidget(made.home)
    yield made
    if made.desk:
        made.desk.close()
    made.deleteLater()


def test_a_session_takes_home_s_place_and_home_comes_back(started, house, qtbot):
    started.home.show()
    started.home.opened.emit(begun(house))
    desk = started.desk
    assert desk and desk.isVisible() and not started.home.isVisible()

    with qtbot.waitSignal(desk.closed):
        desk.home_wanted.emit()
    assert started.home.isVisible() and started.desk is None
    assert [recent.title for recent in house.recent()] == ["Prov"]
    assert house.recent()[0].picture


def test_language_and_theme_are_kept_and_put_on_both_windows(started, house):
    started.work_on(begun(house))
    started.desk.language_chosen.emit("en")
    started.desk.theme_chosen.emit("dark")
    assert (started.desk.language, started.desk.theme.name) == ("en", "dark")
    assert (house.setting("language", ""), house.setting("theme", "")) == ("en", "dark")
    assert "Pass" not in [action.text().replace("&", "") for action in started.desk.menuBar().actions()]


def test_a_notice_is_told_on_opening(started, house):
    opened = begun(house)
    opened.notice = "Det gick att rädda."
    started.work_on(opened)
    assert started.desk.messages.text == "Det gick att rädda."


def test_a_fault_is_told_in_the_window_that_is_seen(started, house):
    started.work_on(begun(house))
    program.tell("Något gick fel.")
    assert started.desk.messages.text == "Något gick fel."
    assert started.home.messages.text == ""


def test_the_desk_s_picture_follows_the_session(qtbot, house, tmp_path):
    opened = begun(house)
    before = seen()
    desk = PlayedDesk(house, opened, "sv", "2026-10-14T12:00:00")
    for name, step in (("one.png", "write"), ("two.png", "sort")):
        desk._window.go_to(step)
        desk.desk_png(tmp_path / name)
    one, two = QImage(str(tmp_path / "one.png")), QImage(str(tmp_path / "two.png"))
    assert one.size() == two.size() == QSize(1366, 768)
    assert one != two
    with pytest.raises(OSError):
        desk.desk_png(tmp_path / "gone" / "three.png")
    desk.close()
    opened.close()
    assert seen() <= before, "it leaves no window behind"


def test_going_home_waits_for_what_could_not_be_saved(started, house, monkeypatch):
    started.work_on(begun(house))
    desk = started.desk
    monkeypatch.setattr(desk.leaving, "may_close", lambda: False)
    desk.home_wanted.emit()
    assert desk.isVisible() and started.desk is desk and not started.home.isVisible()
    monkeypatch.undo()


def test_a_rehearsal_is_marked_everywhere_and_leaves_no_trace(started, house, qtbot):
    started.work_on(begun(house))
    real = started.desk
    path = real.opened.path
    before = path.read_bytes()
    real.rehearse()
    window = started.rehearsal
    assert window is not None and window.isVisible() and not real.isVisible()
    room = " ".join(window.room.picture().words().split())
    assert "REPETITION" in window.windowTitle() and "REPETITION" in window.header.saved.text() and "REPETITION" in room
    window.go_to("write")
    board = window.desk.desk.board
    window.bridge.do(
        lambda: add_note(window.bridge.state, board, list_keys(window.bridge.state, board)[0], "Prov"), "x"
    )
    assert window.desk.scene.words().count("Prov")
    window.rehearse()
    QApplication.processEvents()
    assert real.isVisible() and started.rehearsal is None
    assert path.read_bytes() == before and real.bridge.state.need("stage", Stage).step == "contract"
    assert "REPETITION" not in real.room.picture().words()


def test_what_a_rehearsal_can_t_keep_is_said_in_a_sentence(started, house, tmp_path):
    started.work_on(begun(house))
    copy = house.rehearse(started.desk.opened)
    with pytest.raises(Refusal, match="rehearsal is not kept"):
        house.save_copy(copy, tmp_path / "x.workshop")
    with pytest.raises(Refusal, match="rehearsal is not kept"):
        house.papers.write(copy, Asked(), tmp_path / "x.pdf", "sv")
