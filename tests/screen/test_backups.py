"""Backups in the windows: they come by themselves, they say what is in them, and restoring one loses nothing."""

import shutil

import pytest
from PySide6.QtCore import Qt

from workshop.model.change import add, remove
from workshop.model.record import Note, Stage
from workshop.model.refusal import Refusal
from workshop.screen import program
from workshop.screen.program import Program, application
from workshop.screen.safety import backups as sheets
from workshop.screen.safety import hourly
from workshop.store.backups import ASKED, keep, kept

from .visitor import held


@pytest.fixture
def sheet(facilitator):
    """The list, as it is opened from the session's menu."""

    def opened():
        facilitator.presses("Ctrl+Shift+B")
        return facilitator.window.findChild(sheets.BackupsSheet)

    return opened


def rows(sheet):
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def test_a_session_is_backed_up_by_itself_and_once_more_when_one_leaves(house, qtbot, monkeypatch):
    monkeypatch.setattr(program, "BACKUP_MS", 1)
    path = held(house)
    made = Program(application(), house, "sv")
    made.work_on(house.open(path))
    desk = made.desk
    assert desk
    qtbot.waitUntil(lambda: len(kept(path)) == 1, timeout=20_000)
    before = kept(path)[0].cards
    run = desk.bridge.state.need("stage", Stage).run
    desk.bridge.do(add(Note(id="own", board=f"{run}:provocations", text="Kort ett")), "write card")
    desk.close()
    qtbot.waitUntil(lambda: kept(path)[0].cards == before + 1, timeout=20_000)
    qtbot.waitUntil(lambda: len(kept(path)) == 1)  # of an hour the last one is kept


def test_an_hour_later_there_is_one_more(house, qtbot, monkeypatch, facilitator):
    monkeypatch.setattr(hourly, "HOUR_MS", 200)
    path = facilitator.window.opened.path
    hourly.Hourly(facilitator.window)
    qtbot.waitUntil(lambda: len(kept(path)) == 1, timeout=20_000)
    before = kept(path)[0].cards
    facilitator.writes("Kort ett")
    qtbot.waitUntil(lambda: kept(path)[0].cards == before + 1, timeout=20_000)


def test_a_backup_that_can_not_be_made_is_told_and_work_goes_on(house, qtbot, facilitator, tmp_path):
    (tmp_path / "backups").write_text("a file where the folder should be")
    hourly.Hourly(facilitator.window)
    qtbot.waitUntil(lambda: "säkerhetskopiera" in facilitator.hears(), timeout=20_000)
    facilitator.writes("Kort ett")
    assert facilitator.card("Kort ett")


def test_the_list_says_when_and_what_and_restores_into_a_copy(house, facilitator, sheet, qtbot):
    path = facilitator.window.opened.path
    shown = sheet()
    assert rows(shown) == [] and not shown.main.isEnabled() and "ingen säkerhetskopia än" in shown.about.text()
    facilitator.writes("Kort ett")
    qtbot.mouseClick(shown.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(shown)) == 1, timeout=20_000)
    (row,) = rows(shown)
    assert (
        row.startswith("i dag ") and "kort, 0 överenskommelser" in row and "Reta motparten · när du bad om den" in row
    )
    assert shown.refusals.text == "Säkerhetskopian är gjord."
    qtbot.mouseClick(shown.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Inget har ändrats" in shown.refusals.text, timeout=20_000)
    facilitator.writes("Kort två")
    shown.list.setFocus()
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    assert "ligger bland passen hemma" in facilitator.hears()
    copy = next(recent.path for recent in house.recent() if recent.path != path)
    assert copy.parent == path.parent and copy.stem.startswith(path.stem)
    again = house.open(copy)
    texts = {note.text for note in again.session.state.all(Note)}
    again.close()
    assert "Kort ett" in texts and "Kort två" not in texts
    assert facilitator.card("Kort två"), "the session itself is as it was"


def test_a_session_that_is_damaged_is_told_of_and_its_backup_is_a_key_away(visits, house, qtbot):
    path = held(house)
    assert keep(path, ASKED)
    damaged = path.read_bytes()[:9000]
    path.write_bytes(damaged)
    visitor = visits()
    visitor.window.open_file(path)
    shown = visitor.dialog
    assert "skadad" in shown.about.text() and visitor.hears == "", "it is told once"
    visitor.waits()
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    visitor.waits()
    (opened,) = visitor.opened
    assert opened.path != path and opened.session.state.all(Note)
    assert path.read_bytes() == damaged
    opened.close()


def test_the_latest_whole_backup_is_the_one_that_is_offered(visits, house):
    path = held(house)
    first = keep(path, ASKED)
    opened = house.open(path)
    opened.session.do(remove(opened.session.state.all(Note)[0]), "remove card")
    opened.close()
    second = keep(path, ASKED)
    assert first and second
    second.path.write_bytes(second.path.read_bytes()[:-1])
    path.write_bytes(b"")
    visitor = visits()
    visitor.window.open_file(path)
    assert visitor.dialog.list.currentRow() == 1
    visitor.dialog.pick(second.path)
    visitor.dialog.accept()
    assert visitor.dialog.isVisible() and "skadad" in visitor.dialog.refusals.text


def test_the_backups_of_a_session_that_is_picked_at_home(visits, house):
    path = held(house)
    assert keep(path, ASKED)
    visitor = visits()
    visitor.presses("Ctrl+Shift+B")
    assert len(rows(visitor.dialog)) == 1 and path.stem in visitor.dialog.windowTitle()
    visitor.dialog.accept()
    visitor.waits()
    (opened,) = visitor.opened
    opened.close()


def test_a_backup_that_is_gone_is_told(house):
    path = held(house)
    assert keep(path, ASKED)
    (backup,) = house.backups.of(path)
    shutil.rmtree(backup.path.parent)
    with pytest.raises(Refusal, match="not there any more"):
        house.backups.restore(path, backup)


def test_a_damaged_session_without_backup_is_repaired_into_a_copy(visits, house, qtbot):
    path = held(house)
    opened = house.open(path)
    notes = opened.session.state.all(Note)
    opened.close()
    damaged = bytes(100) + path.read_bytes()[100:]
    path.write_bytes(damaged)
    visitor = visits()
    visitor.window.open_file(path)
    shown = visitor.dialog
    assert "har ingen säkerhetskopia" in shown.about.text() and not shown.main.isEnabled()
    qtbot.mouseClick(shown.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Allt är kvar." in shown.about.text(), timeout=20_000)
    assert shown.main.text() == "Ö&ppna den lagade kopian"
    qtbot.mouseClick(shown.main, Qt.MouseButton.LeftButton)
    visitor.waits()
    (opened,) = visitor.opened
    assert opened.session.state.all(Note) == notes and "lagad" in opened.path.stem
    assert path.read_bytes() == damaged
    opened.close()


def test_a_whole_session_is_found_whole(facilitator, sheet, qtbot):
    shown = sheet()
    qtbot.mouseClick(shown.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.refusals.text.endswith("är hel."), timeout=20_000)
    assert shown.now.isEnabled()
