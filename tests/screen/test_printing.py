"""What comes out of the printer is what is in the PDF."""

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget

from tests.desk import Facilitator, begun
from tests.paper import four
from tests.paper.desk import Print, squeezed
from workshop.paper.kinds import write
from workshop.paper.printing import PRINTS, printed
from workshop.screen.facilitator.printouts import choices, printout
from workshop.screen.printing import Page, layout_of, paint

pytestmark = pytest.mark.usefixtures("qapp")


def on_paper(folder, pages: list[Page]) -> Print:
    """What a printer that is a file gets."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "printed.pdf"))
    printer.setPageLayout(layout_of(pages[0]))
    paint(pages, printer)
    return Print(folder / "printed.pdf")


@pytest.mark.parametrize("what", ["agreements", "participants", "worksheets", "cards"])
def test_every_page_says_what_the_pdf_says(tmp_path, what):
    wish = four.wish(four.played(), paper=what if what in ("agreements", "participants") else "report")
    write("pdf" if wish.paper == what else what, tmp_path / "file.pdf", wish)
    wanted = Print(tmp_path / "file.pdf")
    got = on_paper(tmp_path, [Page(sheet.picture, sheet.scale) for sheet in printed(what, wish)][:8])
    assert len(got.pages) == min(8, len(wanted.pages))
    for one, other in zip(got.pages, wanted.pages, strict=False):
        assert sorted(squeezed(one)) == sorted(squeezed(other))
    for one, other in zip(got.reader.pages, wanted.reader.pages, strict=False):
        assert [float(side) for side in one.mediabox] == pytest.approx([float(s) for s in other.mediabox], abs=2)


def test_everything_that_can_be_printed_is_on_the_list(house, qtbot):
    facilitator = Facilitator(house, begun(house))
    qtbot.addWidget(facilitator.window)
    keys = [pick.key for pick in choices(facilitator.window)]
    assert {*PRINTS, "report:full", "programme:full"} == set(keys)
    assert all(pick.title for pick in choices(facilitator.window))


def test_the_pages_are_seen_before_they_are_printed(house, qtbot):
    facilitator = Facilitator(house, begun(house))
    qtbot.addWidget(facilitator.window)
    print_ = printout(facilitator.window, "cards")
    print_.start()
    qtbot.waitUntil(lambda: print_.preview is not None, timeout=20_000)
    assert isinstance(print_.preview, QPrintPreviewDialog)
    shown = print_.preview.findChild(QPrintPreviewWidget)
    assert isinstance(shown, QPrintPreviewWidget) and shown.pageCount() == 6
    print_.preview.reject()


def test_what_cannot_be_printed_is_said(house, qtbot):
    facilitator = Facilitator(house, begun(house))
    qtbot.addWidget(facilitator.window)
    print_ = printout(facilitator.window, "programme")
    print_.start()
    qtbot.waitUntil(lambda: facilitator.hears() != "", timeout=20_000)
    assert "program" in facilitator.hears() and print_.preview is None
