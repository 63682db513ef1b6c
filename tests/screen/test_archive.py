"""Everything goes into one file from the home window, and comes back."""

import pytest
from PySide6.QtWidgets import QFileDialog

from .visitor import held


@pytest.fixture
def chooses(monkeypatch, tmp_path):
    """Whatever is asked for in a file dialog is this file."""
    path = tmp_path / "elsewhere" / "Allt.zip"
    path.parent.mkdir()
    for asked in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, asked, lambda *_: (str(path), ""))
    return path


def test_everything_is_saved_in_an_archive_and_brought_in_again(visits, house, qtbot, chooses):
    path = held(house)
    before = path.read_bytes()
    visitor = visits()
    visitor.presses("Ctrl+Shift+S", on=visitor.window)
    qtbot.waitUntil(lambda: visitor.hears.startswith("Allt är sparat i"), timeout=20_000)
    visitor.presses("Ctrl+Shift+O", on=visitor.window)
    qtbot.waitUntil(lambda: visitor.hears == "Allt som ligger i det finns redan här.", timeout=20_000)
    path.unlink()
    visitor.presses("Ctrl+Shift+O", on=visitor.window)
    qtbot.waitUntil(lambda: visitor.hears == "1 fil hämtades in.", timeout=20_000)
    assert path.read_bytes() == before


def test_what_is_no_archive_is_told(visits, house, qtbot, chooses):
    chooses.write_bytes(b"PK")
    visitor = visits()
    visitor.presses("Ctrl+Shift+O", on=visitor.window)
    qtbot.waitUntil(lambda: "ingen zip-fil" in visitor.hears, timeout=20_000)
