"""A session is kept as the archive asks: status, diary number, who is responsible and when it goes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desk import types
from workshop.model.filing import filing_of
from workshop.model.kept import FINISHED, WORKING, Filing
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
