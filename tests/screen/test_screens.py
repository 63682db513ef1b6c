"""Screens as they may be: one, two or three, small and very large, sharp and not, plugged in or out in the middle."""

import json
import os
import subprocess
import sys

import pytest

WORK = """
import sys
from PySide6.QtWidgets import QApplication
from PySide6.QtGui import QGuiApplication
app = QApplication([])
from tests.desk import Facilitator, begun
from workshop.app import Verkstad
house = Verkstad()
desk = Facilitator(house, begun(house))
screens = app.screens()
projecting = desk.window.projecting

def wall():
    return projecting.window.screen() if projecting.on else None

def at_the_desk():
    desk.window.activateWindow()
    desk._later()

def by_itself():
    return wall() is not None and wall() is not desk.window.screen()

"""
ONE = """
assert len(screens) == 1
desk.presses("F5")
assert wall() is screens[0] and projecting.window.geometry() == screens[0].geometry()
assert "bara en skärm" in desk.hears() and "Esc" in desk.hears()
desk.presses("Escape", projecting.window)
assert not projecting.on
at_the_desk()
desk.presses("F9")
assert "bara en skärm" in desk.hears()
"""
THREE = """
assert len(screens) == 3
desk.presses("F5")
first = wall()
assert first is screens[2] and projecting.window.geometry() == first.geometry(), "the largest"
third = next(screen for screen in screens if screen not in (first, desk.window.screen()))
app.screenRemoved.emit(third)
assert wall() is first, "another screen's cable is nobody's business"
app.screenAdded.emit(third)
at_the_desk()
desk.window.actions_["swap"].trigger()
desk._later()
assert wall() is screens[0] and desk.window.screen() is first
at_the_desk()
desk.window.actions_["swap"].trigger()
desk._later()
assert wall() is first and desk.window.screen() is screens[0], (wall(), desk.window.screen(), desk.hears())
app.screenRemoved.emit(first)
assert not projecting.on and "försvann" in desk.hears()
assert not desk.window.room.on_wall and desk.window.header.wall.text() == ""
app.screenAdded.emit(first)
assert not projecting.on and "tillbaka" in desk.hears()
at_the_desk()
desk.presses("F5")
assert by_itself() and desk.window.header.wall.text().startswith("På storskärmen")
assert "tillbaka" not in desk.hears()
"""
CHOSEN = """
assert len(screens) == 4
desk.presses("F5")
assert wall() is screens[2] and "Skift+F9" in desk.hears(), "the largest, and a word on how it is moved"
at_the_desk()
desk.presses("Shift+F9")
assert wall() is screens[3] and projecting.window.geometry() == screens[3].geometry()
at_the_desk()
desk.presses("Shift+F9")
assert wall() is screens[1], "past the facilitator's own"
assert desk.window.screen() is screens[0], "which stays where it is"
desk.leaves()
later = Facilitator(Verkstad(), begun(house))
later.presses("F5")
assert later.window.projecting.window.screen().name() == "s1", "where it was last"
assert "F9" not in later.hears()
"""
OTHER_SCREENS = """
desk.presses("F5")
assert wall() is screens[int(sys.argv[1])], screens.index(wall())
"""
NO_OTHER = """
desk.presses("Shift+F9")
assert "F5" in desk.hears() and wall() is None
desk.presses("F5")
at_the_desk()
desk.presses("Shift+F9")
assert wall() is screens[1] and "ingen annan skärm" in desk.hears()
"""
PLUGGED_IN = """
desk.window.projecting.begin()
projecting.window.place_on(screens[0])  # there was only one when it began
app.screenAdded.emit(screens[1])
assert wall() is screens[0] and "F9" in desk.hears(), "it says so, and moves nothing by itself"
at_the_desk()
desk.presses("F9")
assert wall() is screens[1] and desk.window.screen() is screens[0], "the desk stays where it is"
"""
DRAWN = """
desk.presses("F5")
desk._later()
grabbed = projecting.window.grab().toImage()
assert (grabbed.width(), grabbed.height()) == tuple(map(int, sys.argv[1:3])), (grabbed.width(), grabbed.height())
room = desk.window.room.picture()
for placed in room.placed:
    assert placed.x >= 0 and placed.x + placed.width <= room.width + 1, placed
    assert placed.y + placed.height <= room.height + 1, placed
small = min(text.size for placed in room.placed for text in placed.texts)
assert small >= 0.047 * room.height - 0.5, small
dark = sum(grabbed.pixelColor(x, y).lightness() < 80 for x in range(0, grabbed.width(), 5) for y in range(0, 160, 3))
assert dark > 60, dark
desk.window.copy.refresh()
desk._later()
picture = desk.window.copy.wall
assert picture.width() > 0 and abs(picture.width() / picture.height() - room.width / room.height) < 0.05
"""
LAPTOP, PROJECTOR, OLD, WALL = (1366, 768), (1920, 1080), (1024, 768), (3840, 2160)


def works(script: str, tmp_path, screens: list[tuple[tuple[int, int], float]], *arguments: int) -> None:
    """Have a facilitator with these screens, each of so many pixels and so sharp, do what the script says."""
    x, told, sharp = 0, [], []
    for number, ((across, down), ratio) in enumerate(screens):
        told.append({"name": f"s{number}", "x": x, "y": 0, "width": across, "height": down, "dpr": 1})
        sharp.append(f"s{number}={ratio}")
        x += across
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": [{**s, "logicalDpi": 96, "logicalBaseDpi": 96} for s in told]}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}", "PYTHONPATH": os.getcwd()}
    environment |= {"QT_SCREEN_SCALE_FACTORS": ";".join(sharp), "VERKSTAD_HOME": str(tmp_path)}
    command = [sys.executable, "-c", WORK + script, *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_one_screen_only(tmp_path) -> None:
    works(ONE, tmp_path, [(LAPTOP, 1)])


def test_three_screens_swapped_and_unplugged(tmp_path) -> None:
    works(THREE, tmp_path, [(LAPTOP, 1), (PROJECTOR, 1), (WALL, 2)])


def test_the_facilitator_chooses_and_the_same_screens_are_remembered(tmp_path) -> None:
    works(CHOSEN, tmp_path, [(LAPTOP, 1), (OLD, 1), (WALL, 2), (PROJECTOR, 1)])
    works(OTHER_SCREENS, tmp_path, [(LAPTOP, 1), (OLD, 1), (PROJECTOR, 1)], 2)
    works(OTHER_SCREENS, tmp_path, [(LAPTOP, 1), (OLD, 1), (WALL, 2), (PROJECTOR, 1)], 1)


def test_where_there_is_no_other_screen_it_says_so(tmp_path) -> None:
    works(NO_OTHER, tmp_path, [(LAPTOP, 1), (PROJECTOR, 1)])


def test_one_plugged_in_in_the_middle_is_offered(tmp_path) -> None:
    works(PLUGGED_IN, tmp_path, [(LAPTOP, 1), (PROJECTOR, 1)])


@pytest.mark.parametrize(
    ("laptop", "projector", "sharp"),
    [((2880, 1800), OLD, (2, 1)), (LAPTOP, WALL, (1, 2)), ((2256, 1504), PROJECTOR, (1.5, 1.25))],
    ids=["sharp laptop, old projector", "4K wall", "both scaled"],
)
def test_the_wall_is_as_its_own_screen_asks(laptop, projector, sharp, tmp_path) -> None:
    works(DRAWN, tmp_path, [(laptop, sharp[0]), (projector, sharp[1])], *projector)
