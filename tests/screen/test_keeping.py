"""A session is kept as the archive asks: status, diary number, who is responsible and when it goes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desk import types
from workshop.model.filing import filing_of
from workshop.model.kept import FINISHED, WORKING, Filing
from workshop.model.record import Cover
from workshop.screen.keeping.cover import CoverSheet
from workshop.screen.keeping.filing import FilingSheet


def filing_sheet(facilitator) -> FilingSheet:
    facilitator.window.actions_["filing"].trigger()
    return next(sheet for sheet in facilitator.window.findChildren(FilingSheet) if sheet.isVisible())


def test_how_a_session_is_kept_is_one_step_that_can_be_undone(facilitator):
    sheet = filing_sheet(facilitator)
    assert sheet.focusWidget() is sheet.statuses[WORKING] and sheet.statuses[WORKING].isChecked()
    QTest.keyClick(sheet.statuses[FINISHED], Qt.Key.Key_Space)
    types(sheet.diary, "KS 2026/118")
    types(sheet.responsible, "Kansliet")
    types(sheet.disposal, "31/12 2028")
    QTest.keyClick(sheet.disposal, Qt.Key.Key_Return)
    assert filing_of(facilitator.state) == Filing(
        id="filing", status=FINISHED, diary="KS 2026/118", responsible="Kansliet", disposal="2028-12-31"
    )
    sheet = filing_sheet(facilitator)
    assert sheet.disposal.text() == "2028-12-31"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    facilitator.presses("Ctrl+Z")
    assert facilitator.state.get("filing", Filing) is None
    assert "ange status" in facilitator.hears()


def test_a_day_that_is_none_is_said_in_the_dialog_and_nothing_is_lost(facilitator):
    sheet = filing_sheet(facilitator)
    types(sheet.responsible, "Kansliet")
    types(sheet.disposal, "nästa vår")
    QTest.keyClick(sheet.disposal, Qt.Key.Key_Return)
    assert "”nästa vår” är inget datum" in sheet.refusals.text
    assert sheet.isVisible() and sheet.responsible.text() == "Kansliet"
    assert facilitator.state.get("filing", Filing) is None


def cover_sheet(facilitator) -> CoverSheet:
    facilitator.presses("Ctrl+Alt+I")
    return next(sheet for sheet in facilitator.window.findChildren(CoverSheet) if sheet.isVisible())


def test_a_session_is_called_something_else_everywhere_and_that_can_be_undone(facilitator):
    before = facilitator.state.need("cover", Cover)
    sheet = cover_sheet(facilitator)
    assert sheet.focusWidget() is sheet.title and sheet.title.selectedText() == before.title
    types(sheet.title, "Vinterinternatet")
    sheet.date.selectAll()
    types(sheet.date, "14 januari 2027")
    QTest.keyClick(sheet.date, Qt.Key.Key_Return)
    cover = facilitator.state.need("cover", Cover)
    assert (cover.title, cover.date, cover.group) == ("Vinterinternatet", "2027-01-14", before.group)
    assert "Vinterinternatet" in facilitator.window.windowTitle()
    assert facilitator.window.header.title.text() == "Vinterinternatet"
    facilitator.window.activateWindow()  # the sheet is gone
    facilitator._later()
    facilitator.presses("Ctrl+Z")
    assert facilitator.state.need("cover", Cover) == before
    assert before.title in facilitator.window.windowTitle()


def test_a_session_keeps_its_title_where_none_is_written(facilitator):
    before = facilitator.state.need("cover", Cover)
    sheet = cover_sheet(facilitator)
    sheet.title.clear()
    QTest.keyClick(sheet.title, Qt.Key.Key_Return)
    assert "rubrik" in sheet.refusals.text and sheet.isVisible()
    assert facilitator.state.need("cover", Cover) == before
