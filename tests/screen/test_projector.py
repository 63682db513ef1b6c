"""The projector: fills the second screen, passes keys on, and is gone the moment its screen is."""

import contextlib
import json
import os
import subprocess
import sys
import types

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.room import TheRoom, played
from workshop.model.change import update
from workshop.model.record import Note, Party
from workshop.screen.projector.awake import Awake

WROTE = played()["write"]
BEHIND = WROTE.all(Party)[1].id  # the side whose cards the curtain covers


def the_program() -> QGuiApplication:
    """Where screens come and go."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    return app


@pytest.fixture
def room(qtbot) -> TheRoom:
    """A room whose wall is on."""
    made = TheRoom(WROTE)
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.window.place_on(QGuiApplication.primaryScreen())
    return made


def test_it_fills_its_screen_and_the_copy_says_so(room: TheRoom) -> None:
    assert room.window.isFullScreen()
    assert room.room.size == (room.window.width(), room.window.height())
    assert room.small.said() == room.bridge.words("Showing")


def test_what_is_on_the_wall_is_what_is_in_the_copy(room: TheRoom) -> None:
    room.looks()
    assert room.projector.words() == room.copy.words() != ""


def test_a_clicker_and_the_keys_are_passed_on(room: TheRoom, qtbot) -> None:
    heard: list[str] = []
    room.window.key.connect(heard.append)
    keys = Qt.Key
    for key in (keys.Key_PageDown, keys.Key_PageUp, keys.Key_Right, keys.Key_Left, keys.Key_B, keys.Key_F, keys.Key_S):
        qtbot.keyClick(room.window, key)
    assert heard == ["next", "back", "next", "back", "blank", "freeze", "swap"]


def test_esc_ends_projecting_and_nothing_else(room: TheRoom, qtbot) -> None:
    with qtbot.waitSignal(room.window.ended):
        qtbot.keyClick(room.window, Qt.Key.Key_Escape)
    assert not room.window.isVisible()
    assert room.small.said() == room.bridge.words("No projector")


def test_when_its_screen_goes_it_is_hidden_before_anybody_is_told(room: TheRoom) -> None:
    seen_when_told: list[bool] = []
    room.window.lost.connect(lambda: seen_when_told.append(room.window.isVisible()))
    screen = QGuiApplication.primaryScreen()
    the_program().screenRemoved.emit(screen)
    assert seen_when_told == [False]


def test_when_a_screen_comes_back_it_asks_and_does_not_show_itself(room: TheRoom, qtbot) -> None:
    screen, app = QGuiApplication.primaryScreen(), the_program()
    app.screenRemoved.emit(screen)
    with qtbot.waitSignal(room.window.may_resume) as asked:
        app.screenAdded.emit(screen)
    assert asked.args == [screen]
    assert not room.window.isVisible()


def test_it_asks_nothing_when_it_was_not_projecting(qtbot) -> None:
    room = TheRoom(WROTE)
    asked: list[object] = []
    room.window.may_resume.connect(asked.append)
    the_program().screenAdded.emit(QGuiApplication.primaryScreen())
    assert asked == []


def test_the_wall_is_really_painted_with_letters(room: TheRoom) -> None:
    picture = room.window.grab().toImage()
    ink = sum(
        picture.pixelColor(x, y).lightness() < 80
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )
    assert ink > 500
    room.sets(blank=True)
    blank = room.window.grab().toImage()
    assert {blank.pixelColor(x, y).name() for x in range(0, 300, 7) for y in range(0, 300, 7)} == {"#000000"}


def test_what_happened_while_it_was_hidden_is_there_when_it_shows_again(room: TheRoom) -> None:
    first = next(n for n in WROTE.inside("reta-motparten:provocations", Note) if n.list == BEHIND)
    assert room.projector.does_not_show(first.text)
    room.window.hide()
    room.session.do(update(room.room.stage, curtain=(), spotlight=(first.id,)), "stage")
    room.window.show()
    assert room.projector.shows(first.text)


SECOND_SCREEN = """
import sys
from PySide6.QtWidgets import QApplication
from tests.room import TheRoom, played
app = QApplication([])
first, second = app.screens()
room = TheRoom(played()["write"])
room.window.place_on(second)
app.processEvents()
assert room.window.screen() is second, room.window.screen().name()
assert room.window.geometry() == second.geometry(), room.window.geometry()
assert room.projector.shows("Tyst skrivning om oss")
picture = room.window.grab()
assert picture.devicePixelRatio() == second.devicePixelRatio() == float(sys.argv[3])
image = picture.toImage()
assert (image.width(), image.height()) == (int(sys.argv[1]), int(sys.argv[2])), (image.width(), image.height())
title = room.picture().placed[0].texts[0].size
assert abs(title / second.geometry().height() - 0.08) < 0.001
dark = sum(image.pixelColor(x, y).lightness() < 80 for x in range(0, image.width(), 3) for y in range(0, 200, 3))
assert dark > 300, dark
"""


@pytest.mark.parametrize(
    ("pixels", "ratio"), [((1920, 1080), 1), ((1024, 768), 1), ((3840, 2160), 2), ((1920, 1080), 1.5)]
)
def test_on_a_second_screen_of_any_size_and_sharpness(pixels: tuple[int, int], ratio: float, tmp_path) -> None:
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "projector", "x": 1366, "y": 0, "width": pixels[0], "height": pixels[1]},
    ]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": [{**s, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1} for s in screens]}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}", "PYTHONPATH": os.getcwd()}
    environment["QT_SCREEN_SCALE_FACTORS"] = f"projector={ratio}"
    command = [sys.executable, "-c", SECOND_SCREEN, str(pixels[0]), str(pixels[1]), str(ratio)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


class AskedToStayAwake:
    """Stands in for the system that puts displays to sleep."""

    def __init__(self) -> None:
        self.awake = False

    @contextlib.contextmanager
    def presenting(self, on_fail: str):
        """The display stays on while this lasts."""
        self.awake = True
        yield
        self.awake = False


def test_the_display_stays_awake_while_the_wall_shows_and_no_longer(monkeypatch) -> None:
    system = AskedToStayAwake()
    monkeypatch.setitem(sys.modules, "wakepy", types.SimpleNamespace(keep=system))
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    awake = Awake()
    awake.keep()
    assert system.awake
    awake.release()
    assert not system.awake


def test_where_the_system_cannot_be_asked_nobody_is_bothered(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", None)
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    awake = Awake()
    awake.keep()
    awake.release()
