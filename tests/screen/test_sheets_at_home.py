"""The papers of an exercise, had from the shelf while no session has begun."""

import pytest
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QFileDialog

from tests.paper.desk import Print
from workshop.screen.home.sheets import SheetsDialog


@pytest.fixture
def at_the_shelf(visits):
    """Somebody before the papers of the exercise that has the focus."""
    visitor = visits()
    visitor.presses("Ctrl+Alt+S")
    assert isinstance(visitor.dialog, SheetsDialog)
    return visitor


def chooses(dialog: SheetsDialog, what: str) -> None:
    next(choice for choice in dialog.choices.buttons() if choice.text() == what).click()
    assert dialog.chosen() in ("worksheets", "worksheets-a3", "cards", "participants")


def test_they_are_seen_before_they_are_printed_and_no_session_begins(at_the_shelf, house, qtbot):
    chooses(at_the_shelf.dialog, "Bordskort")
    dialog = at_the_shelf.dialog
    dialog.print_button.click()
    qtbot.waitUntil(lambda: dialog.work.preview is not None, timeout=20_000)
    assert isinstance(dialog.work.preview, QPrintPreviewDialog)
    shown = dialog.work.preview.findChild(QPrintPreviewWidget)
    assert isinstance(shown, QPrintPreviewWidget) and shown.pageCount() == 6
    dialog.work.preview.reject()
    assert house.recent() == [] and not at_the_shelf.opened


@pytest.mark.parametrize(("what", "says"), [("Arbetsblad, A4", "Sida A"), ("Deltagarblad", "Mina egna anteckningar")])
def test_they_are_saved_as_a_file(at_the_shelf, house, qtbot, tmp_path, monkeypatch, what, says):
    out = tmp_path / "blad.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    monkeypatch.setattr("workshop.screen.papers.making.QDesktopServices.openUrl", lambda _: True)
    chooses(at_the_shelf.dialog, what)
    dialog = at_the_shelf.dialog
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.work.job is None, timeout=30_000)
    paper = Print(out)
    assert paper.says("Reta motparten") and paper.says(says) and str(out) in at_the_shelf.hears
    assert house.recent() == []


def test_whoever_is_about_to_begin_may_take_only_the_papers(visits, house):
    visitor = visits()
    visitor.presses("Return")
    visitor.dialog.sheets_button.click()
    visitor.waits()
    assert isinstance(visitor.dialog, SheetsDialog) and not visitor.opened and house.recent() == []
