"""What leaves the room: chosen by somebody at the window, looked at page by page, and then written."""

import io
import tempfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from shiboken6 import isValid

from tests.paper.desk import squeezed
from workshop.model.change import add
from workshop.model.record import Memo, Note
from workshop.screen.papers.dialog import PapersDialog

NUMBER = "070-123 45 67"
RAW, PROMISE = "Vi skickar papperet på fredagen", "Vi ringer Kerstin först"


@pytest.fixture
def papers(facilitator, qtbot, tmp_path, monkeypatch):
    """The dialog that Ctrl+E opens, in a session with a raw card, a promise with a name and a number, and a note."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    raw = next(b for b in facilitator.state if getattr(b, "key", "") == "provocations")
    open_ = next(b for b in facilitator.state if getattr(b, "key", "") == "promises")
    side = next(p.id for p in facilitator.state if type(p).__name__ == "Party")
    cards = [
        Note(id="n1", board=raw.id, list=side, text=RAW, order=1.0),
        Note(id="n2", board=open_.id, list=side, text=f"{PROMISE}, {NUMBER}", order=1.0),
        Memo(id="m1", run=raw.run, step="write", text="Lyssnarlappen"),
    ]
    facilitator.window.opened.session.do(add(*cards), "write card")
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    facilitator.presses("Ctrl+E")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PapersDialog) and w.isVisible())
    yield Looking(dialog, facilitator, qtbot, tmp_path, shown)
    if isValid(dialog):
        dialog.reject()


class Looking:
    """Somebody at the dialog."""

    def __init__(self, dialog: PapersDialog, facilitator, qtbot, folder: Path, shown: list[str]) -> None:
        self.dialog, self.facilitator, self.qtbot, self.folder, self.shown = dialog, facilitator, qtbot, folder, shown

    def waits(self) -> None:
        """Until the pages that were asked for last are there."""
        dialog = self.dialog
        self.qtbot.waitUntil(
            lambda: not dialog._rest.isActive() and not dialog._look.isActive() and not dialog.leaves.leaf._stale,
            timeout=20_000,
        )

    def reads(self) -> str:
        """All pages, turned one by one."""
        self.waits()
        leaves, said = self.dialog.leaves, []
        leaves.turn(-1000)
        while True:
            said.append(leaves.leaf.accessibleDescription())
            if not leaves.on.isEnabled():
                return squeezed("".join(said))
            leaves.on.click()

    def tick(self, words: str) -> QCheckBox:
        return next(t for t in self.dialog.contents.ticks.values() if words in t.text())

    def saves(self, name: str = "ut.pdf") -> bytes:
        self.dialog.save_to(self.folder / name)
        self.qtbot.waitUntil(lambda: bool(self.shown), timeout=20_000)
        assert self.shown == [str(self.folder)], "the folder is opened when it is done"
        assert "Sparat som" in self.facilitator.hears()
        path = self.folder / name
        return path.read_bytes() if path.is_file() else b"".join(p.read_bytes() for p in sorted(path.iterdir()))


def read(pdf: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


def test_the_pages_are_those_that_are_written(papers):
    looked_at = papers.reads()
    assert squeezed(PROMISE) in looked_at and squeezed("Ge och få") in looked_at
    assert papers.dialog.leaves.said.text().startswith("Sida ")
    count = papers.dialog.leaves._pages.count()
    written = papers.saves()
    assert len(PdfReader(io.BytesIO(written)).pages) == count
    assert sorted(looked_at) == sorted(read(written))


def test_whoever_sends_something_on_is_told_that_anybody_may_come_to_ask_for_it(papers):
    sentence = "Det du skickar vidare kan bli en allmän handling."
    assert sentence in [each.text() for each in papers.dialog.findChildren(QLabel) if each.isVisible()]
    papers.saves()
    assert papers.facilitator.hears().endswith(sentence)


def test_what_is_private_stays_in_the_room_until_it_is_put_in(papers):
    assert squeezed(RAW) not in papers.reads() and "Lyssnarlappen" not in papers.reads()
    for tick in (papers.tick("Privata anteckningar"), papers.tick("Så retar vi er")):
        assert not tick.isChecked()
        tick.setChecked(True)
    looked_at = papers.reads()
    assert squeezed(RAW) in looked_at
    assert squeezed(RAW) in read(papers.saves())


def test_what_is_unticked_is_not_written(papers):
    papers.tick("Ge och få").setChecked(False)
    assert squeezed(PROMISE) not in papers.reads()
    assert squeezed(PROMISE) not in read(papers.saves())


def test_a_number_is_pointed_out_and_can_be_covered(papers):
    assert squeezed(NUMBER) in papers.reads()
    papers.tick(NUMBER).setChecked(False)
    assert squeezed(NUMBER) not in papers.reads()
    assert squeezed(PROMISE) in papers.reads()


def test_a_name_that_somebody_writes_is_covered_and_can_be_shown_again(papers):
    papers.dialog.contents.word.setText("kerstin")
    papers.dialog.contents.word.returnPressed.emit()
    assert "Kerstin" not in papers.reads() and "•••" in papers.reads()
    papers.tick("kerstin").setChecked(True)
    assert "Kerstin" in papers.reads()


def test_the_facilitators_own_copy_has_everything(papers):
    papers.dialog.whom.setCurrentIndex(1)
    looked_at = papers.reads()
    assert squeezed(RAW) in looked_at and "Lyssnarlappen" in looked_at


@pytest.mark.parametrize("kind", ["docx", "html", "md", "csv", "json"])
def test_any_kind_of_file_is_written(papers, kind):
    names = [each.name for each in papers.dialog.kinds]
    papers.dialog.kind.setCurrentIndex(names.index(kind))
    if kind in ("csv", "json"):
        assert "inga sidor" in papers.dialog.leaves.leaf.accessibleDescription()
    said = papers.saves(f"ut.{kind}")
    assert RAW.encode() not in said and (kind == "docx" or PROMISE.encode() in said)


def test_what_can_not_be_made_says_so_in_the_pages_place(papers):
    names = [each.name for each in papers.dialog.papers]
    papers.dialog.paper.setCurrentIndex(names.index("assignment"))
    papers.qtbot.waitUntil(
        lambda: "inte formulerat" in papers.dialog.leaves.leaf.accessibleDescription(), timeout=20_000
    )
    assert not papers.dialog.leaves.on.isEnabled()


def test_nothing_of_the_pages_is_left_behind(papers):
    papers.waits()
    assert not list(papers.folder.glob("verkstad-pages-*")), "not even while they are looked at"
    papers.tick("Ge och få").setChecked(False)
    papers.waits()
    papers.dialog.reject()
    assert not list(papers.folder.glob("verkstad-pages-*"))


def test_everything_has_a_name_and_is_reached_by_keyboard(papers):
    dialog = papers.dialog
    for widget in (dialog.paper, dialog.whom, dialog.kind, dialog.contents.word, dialog.leaves.leaf):
        assert widget.accessibleName()
    papers.waits()
    first = dialog.leaves.leaf.accessibleDescription()
    papers.facilitator.presses("PgDown", dialog)
    assert dialog.leaves.leaf.accessibleDescription() != first
    papers.facilitator.presses("PgUp", dialog)
    assert dialog.leaves.leaf.accessibleDescription() == first


def test_the_pages_that_are_looked_at_can_be_printed(papers):
    papers.waits()
    papers.dialog.print.click()
    (preview,) = papers.dialog.findChildren(QPrintPreviewDialog)
    assert preview.isVisible()
    assert preview.findChild(QPrintPreviewWidget).pageCount() == papers.dialog._shown.count()
    preview.reject()
