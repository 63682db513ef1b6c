"""Packages and exercises of one's own, through the windows."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from tests.desk import Facilitator, begun
from tests.screen.test_again import dialog
from tests.screen.visitor import Visitor
from workshop.app import own
from workshop.screen.again.handing import HandOver
from workshop.screen.home.faults import FaultsDialog
from workshop.screen.parts.chooser import Chooser


def test_every_file_and_text_is_shown_before_the_package_is_written(house, qtbot, tmp_path, monkeypatch):
    facilitator = Facilitator(house, begun(house))
    facilitator.goes_to("write")
    facilitator.writes("Vi svarar aldrig")
    facilitator.presses("Ctrl+Shift+H")
    shown = dialog(HandOver)
    out = tmp_path / "paket.zip"
    read = []
    for row in range(shown.list.count()):
        shown.list.setCurrentRow(row)
        read.append(shown.text.toPlainText())
    assert not out.exists() and all(read) and "Vi svarar aldrig" not in "".join(read)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    shown.save.click()
    assert out.exists() and dialog(HandOver) is None
    facilitator.leaves()


def test_a_package_or_a_folder_dropped_at_home_is_added_or_explained(house, qtbot, tmp_path, monkeypatch):
    made = own.make_own("isberget", "egen")
    package, aside = tmp_path / "min.zip", tmp_path / "hos-nagon" / made.name
    own.export(made.name, package)
    aside.parent.mkdir()
    made.rename(aside)
    visitor = Visitor(house, qtbot)
    visitor.drops(package)
    assert made.name in visitor.hears
    visitor.waits()
    assert "Isberget (egen)" in visitor.reads and "din egen" in visitor.reads
    visitor.drops(aside)
    assert "redan" in visitor.hears
    (aside / "exercise.toml").write_text("name = 1", "utf-8")
    visitor.drops(aside)
    shown = visitor.dialog
    assert isinstance(shown, FaultsDialog) and "Tillagt" not in visitor.hears
    assert len(shown.lines) > 3 and all(line.startswith("exercise.toml, rad 1: ") for line in shown.lines)
    shown.accept()
    visitor.drops(tmp_path / "hos-nagon")
    assert "exercise.toml" in visitor.hears


def test_one_makes_an_exercise_ones_own_from_the_shelf(house, qtbot, tmp_path, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or True)
    visitor = Visitor(house, qtbot)
    visitor.stands_before("isberget")
    visitor.presses("Ctrl+D")
    assert "Isberget (egen)" in visitor.reads and Path(shown[0]).name == "isberget-2"
    out = tmp_path / "en.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    monkeypatch.setattr(Chooser, "exec", lambda chooser: 1)
    visitor.presses("Ctrl+E")
    assert out.exists() and str(out) in visitor.hears
