"""What a computer does to somebody at work is told in the window, and costs nothing that was written or shown."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.desk import Facilitator, begun
from tests.store.conftest import common_folder  # noqa: F401  (a fixture)
from workshop.app import Verkstad
from workshop.model.record import Note
from workshop.store.backups import ASKED, keep

from .visitor import held

PASTED = {
    "long": "Vi svarar aldrig på mejl. " * 77_000,
    "without a space": "å" * 2_000_000,
    "nul": "Vi\0svarar\0aldrig",
    "half a letter": "Vi firar \ud83d ofta",
    "right to left": "نحن نؤجل الاجتماع \u202eneppilk",
    "families": "👩‍👩‍👧‍👦🏳️‍🌈👨🏽‍🚒" * 40,
    "signs that can't be seen": "a\u200b\u2060\ufeff\x07b",
}


def line_of(facilitator) -> QLineEdit:
    return next(box for box in facilitator.window.desk.capture.findChildren(QLineEdit) if box.isVisible())


@pytest.mark.parametrize("name", PASTED)
def test_whatever_is_pasted_is_taken_or_refused_in_words(facilitator, house, name):
    line, before = line_of(facilitator), len(facilitator.state.all(Note))
    QGuiApplication.clipboard().setText(PASTED[name])
    line.setFocus()
    line.paste()
    facilitator.presses("Return", line)
    taken = len(facilitator.state.all(Note)) - before
    assert taken == 1 if len(PASTED[name]) < 2000 else "högst 2000 tecken" in facilitator.hears()
    facilitator.goes_to("read")
    state, path = facilitator.state, facilitator.leaves()
    opened = house.open(path)
    assert opened.notice == "" and opened.session.state.all(Note) == state.all(Note)
    opened.close()


def test_a_full_disk_is_told_and_what_was_typed_stays_on_the_line(facilitator, house):
    """A real one: SQLite may not make its file any larger."""
    connection = facilitator.window.opened.session._keep._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    line = line_of(facilitator)
    for number in range(20):
        before = facilitator.state
        line.setText(f"Kort {number} " + "som tar plats " * 130)
        facilitator.presses("Return", line)
        if facilitator.hears():
            break
    assert facilitator.hears().startswith("Disken är full")
    assert facilitator.state.all(Note) == before.all(Note) and line.text().startswith(f"Kort {number} som")
    connection.execute("PRAGMA max_page_count = 1000000").fetchall()
    facilitator.presses("Return", line)
    assert facilitator.card(f"Kort {number} ")
    state = facilitator.state
    opened = house.open(facilitator.leaves())
    assert opened.notice == "" and opened.session.state.all(Note) == state.all(Note)
    opened.close()


def test_a_folder_that_is_locked_opens_to_read_and_a_copy_is_worked_in(qtbot, common_folder, monkeypatch):  # noqa: F811
    monkeypatch.setenv("VERKSTAD_HOME", str(common_folder / "hem"))
    house = Verkstad()
    opened = begun(house)
    opened.close()
    locked = opened.path.parent
    before = opened.path.read_bytes()
    locked.chmod(0o555)
    facilitator = Facilitator(house, house.open(opened.path))
    qtbot.addWidget(facilitator.window)
    window = facilitator.window
    assert window.opened.read_only and "Spara en kopia på en annan plats" in window.opened.notice
    facilitator.goes_to("write")
    facilitator.writes("Kort ett")
    assert "Spara en kopia" in facilitator.hears() and not facilitator.sees("Kort ett")
    copy = common_folder / "Kopia.workshop"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    facilitator.presses("Ctrl+Shift+S")
    assert str(copy) in facilitator.hears()
    again = house.open(copy)
    assert not again.read_only
    again.close()
    window.close()
    assert opened.path.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[:1],
        lambda whole: whole[: len(whole) // 2],
        lambda whole: bytes(100) + whole[100:],
        lambda whole: whole[:100] + b"\x55" * 3996 + whole[4096:],
        lambda whole: whole[:60] + b"\0\0\0\0" + whole[64:],
    ],
    ids=["empty", "a byte", "cut", "without a head", "without a first page", "another format"],
)
def test_a_damaged_session_is_told_its_backup_is_offered_and_it_stays_as_it_is(visits, house, damage):
    path = held(house)
    opened = house.open(path)
    state = opened.session.state
    opened.close()
    assert keep(path, ASKED)
    damaged = damage(path.read_bytes())
    path.write_bytes(damaged)
    visitor = visits()
    visitor.window.open_file(path)
    sheet = visitor.dialog
    assert "skadad" in sheet.about.text()
    assert sheet.list.currentRow() == 0 and "senaste hela säkerhetskopian" in sheet.about.text()
    sheet.accept()
    visitor.waits()
    (opened,) = visitor.opened
    assert opened.session.state == state and path.read_bytes() == damaged
    opened.close()


def test_a_newer_session_is_refused_and_not_touched(visits, house):
    path = held(house)
    whole = bytearray(path.read_bytes())
    whole[60:64] = (99).to_bytes(4)
    path.write_bytes(whole)
    visitor = visits()
    visitor.window.open_file(path)
    assert "nyare Verkstad" in visitor.hears and visitor.dialog is None and not visitor.opened
    assert path.read_bytes() == whole
    assert QApplication.activeModalWidget() is None
