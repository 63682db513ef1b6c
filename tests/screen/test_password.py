"""A session with a password, through the windows: it is asked for, and nothing is told outside of them."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.desk import Facilitator, begun, types
from workshop.app import Verkstad
from workshop.model.refusal import Refusal
from workshop.screen.job import Job
from workshop.screen.keeping.password import PasswordSheet
from workshop.screen.papers.asked import Asked
from workshop.store.backups import ASKED, keep, kept
from workshop.store.settings import home_folder

SECRET, PASSWORD = "Rosenhane", "fyra vänliga ord"


def gives(facilitator, first: str, again: str | None = None) -> PasswordSheet:
    facilitator.window.actions_["password"].trigger()
    sheet = next(sheet for sheet in facilitator.window.findChildren(PasswordSheet) if sheet.isVisible())
    types(sheet.first, first)
    types(sheet.again, first if again is None else again)
    QTest.keyClick(sheet.again, Qt.Key.Key_Return)
    facilitator._later()
    return sheet


def told(sheet: PasswordSheet) -> str:
    """All that can be read in it."""
    return " ".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def protected(house, qtbot) -> Path:
    """The file of a session that has a secret in its title, its group and on a card, and a password."""
    at_work = Facilitator(house, begun(house))
    qtbot.addWidget(at_work.window)
    at_work.goes_to("write")
    at_work.writes(SECRET)
    at_work.window.leaving.keep_picture()
    assert house.recent()[0].picture and "Prov" in at_work.window.windowTitle()
    gives(at_work, PASSWORD)
    assert at_work.hears() == "Nu har passet ett lösenord."
    at_work.writes(f"{SECRET} igen")
    return at_work.leaves()


def test_outside_of_its_windows_there_is_only_the_name_of_the_file(protected, house):
    for place in home_folder().rglob("*"):
        assert place.is_dir() or SECRET.encode() not in place.read_bytes(), place
    said = (home_folder() / "library.json").read_text("utf-8")
    assert "Gruppen" not in said and "reta-motparten" not in said
    (recent,) = house.recent()
    assert (recent.title, recent.group, recent.picture, recent.protected) == (protected.stem, "", None, True)
    (home_folder() / "library.json").unlink()
    (recent,) = Verkstad().recent()
    assert (recent.title, recent.group, recent.protected) == (protected.stem, "", True)


def test_home_asks_for_the_password_until_it_fits(protected, visits):
    at_home = visits()
    assert "Skyddad" in at_home.sessions[0]
    at_home.drops(protected)
    at_home.waits()
    sheet = at_home.dialog
    types(sheet.password, "fel lösenord")
    at_home.presses("Return", on=sheet.password)
    assert "Det är inte lösenordet" in sheet.refusals.text and not at_home.opened
    assert sheet.password.selectedText()
    types(sheet.password, PASSWORD)
    at_home.presses("Return", on=sheet.password)
    (opened,) = at_home.opened
    assert opened.protected and not opened.read_only and at_home.dialog is None
    opened.close()


def test_the_window_is_called_what_the_file_is_called(protected, house, qtbot):
    protected = protected.rename(protected.with_name("Torsdag.workshop"))
    at_work = Facilitator(house, house.open(protected, PASSWORD))
    qtbot.addWidget(at_work.window)
    assert at_work.window.windowTitle() == "Torsdag – Verkstad"
    copy = house.rehearse(at_work.window.opened)
    rehearsal = Facilitator(house, copy)
    qtbot.addWidget(rehearsal.window)
    assert "Torsdag" in rehearsal.window.windowTitle() and "Prov" not in rehearsal.window.windowTitle()
    rehearsal.leaves()
    assert house.recent()[0].picture is None
    at_work.leaves()


def test_two_passwords_that_differ_are_not_set(facilitator):
    sheet = gives(facilitator, PASSWORD, "fyra vänliga or")
    assert "inte lika" in sheet.refusals.text and sheet.isVisible()
    assert not facilitator.window.opened.protected
    sheet.reject()
    sheet = gives(facilitator, "")
    assert "Skriv först" in sheet.refusals.text and not facilitator.window.opened.protected
    sheet.reject()


def test_that_backups_go_is_said_before_a_password_is_set(facilitator):
    path = facilitator.window.opened.path
    sheet = gives(facilitator, "")
    assert "saknar lösenord och raderas" in told(sheet)
    sheet.reject()
    gives(facilitator, PASSWORD)
    assert facilitator.window.opened.protected and kept(path) == []


def test_a_password_that_is_taken_away_is_gone_and_its_backups_too_which_is_said(protected, house, qtbot):
    assert keep(protected, ASKED, PASSWORD)
    at_work = Facilitator(house, house.open(protected, PASSWORD))
    qtbot.addWidget(at_work.window)
    at_work.window.actions_["password"].trigger()
    sheet = next(sheet for sheet in at_work.window.findChildren(PasswordSheet) if sheet.isVisible())
    assert "har det gamla lösenordet och raderas" in told(sheet) and kept(protected)
    sheet.remove.click()
    assert kept(protected) == []
    assert at_work.hears() == "Passet har inget lösenord längre." and "Prov" in at_work.window.windowTitle()
    at_work.leaves()
    house.open(protected).close()
    assert house.recent()[0].title == "Prov"


def test_a_rehearsal_gets_no_password(facilitator):
    copy = facilitator.window.house.rehearse(facilitator.window.opened)
    rehearsal = Facilitator(facilitator.window.house, copy)
    sheet = gives(rehearsal, PASSWORD)
    assert "repetition sparas inte" in sheet.refusals.text
    sheet.reject()
    rehearsal.leaves()


def test_a_paper_gets_the_password_where_nobody_sees_it(protected, house, tmp_path, qtbot, monkeypatch):
    import subprocess

    started = []

    class Seen(subprocess.Popen):
        def __init__(self, command, **more):
            started.append((command, more["env"]))
            super().__init__(command, **more)

    monkeypatch.setattr(subprocess, "Popen", Seen)
    opened = house.open(protected, PASSWORD)
    job: Job = house.papers.write(opened, Asked(), tmp_path / "ut.pdf", "sv")
    qtbot.waitUntil(job.finished, timeout=60_000)
    assert (tmp_path / "ut.pdf").read_bytes().startswith(b"%PDF")
    ((command, environment),) = started
    assert PASSWORD not in " ".join(map(str, command)) and PASSWORD not in " ".join(environment.values())
    opened.close()


def test_no_page_of_a_protected_session_lies_in_a_temporary_file(protected, house, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    opened = house.open(protected, PASSWORD)
    with pytest.raises(Refusal, match="would lie unprotected"):
        house.papers.pages(opened, Asked(), "sv")
    assert not list((tmp_path / "temporary").rglob("*pages*"))
    opened.close()
