"""`workshop dispose`: it asks, and then nothing is left of the session, wherever its file lies."""

import io
import sys
from pathlib import Path

import pytest

from tests.desk import begun
from workshop.__main__ import main
from workshop.app import Verkstad
from workshop.model.change import add
from workshop.model.record import Note, Stage
from workshop.store.backups import ASKED, keep


@pytest.fixture
def path(tmp_path, monkeypatch) -> Path:
    """A session outside of the data folder, with a secret on a card and a backup."""
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path / "home"))
    house = Verkstad()
    opened = begun(house)
    board = f"{opened.session.state.need('stage', Stage).run}:provocations"
    opened.session.do(add(Note(id="card", board=board, text="Rosenhane", list="a")), "write card")
    opened.close()
    moved = opened.path.rename(tmp_path / "Vårpasset.workshop")
    house.open(moved).close()
    assert keep(moved, ASKED)
    return moved


def left(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and b"Rosenhane" in file.read_bytes()]


def test_it_is_deleted_when_it_is_confirmed(path, tmp_path, monkeypatch, capsys):
    assert len(left(tmp_path)) == 2
    for answer in ("n\n", ""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
        assert main(["dispose", str(path), "--language", "sv"]) == 1
        assert "Ingenting är raderat" in capsys.readouterr().err and len(left(tmp_path)) == 2
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert main(["dispose", str(path), "--language", "sv"]) == 0
    assert "Vårpasset" in capsys.readouterr().out
    assert left(tmp_path) == [] and not path.exists()
    assert "rpasset" not in (tmp_path / "home" / "library.json").read_text("utf-8")


def test_yes_asks_nothing_and_what_is_no_session_stays(path, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["dispose", path.name, "--yes"]) == 0
    assert left(tmp_path) == []
    assert main(["dispose", path.name, "--yes"]) == 1
    letter = tmp_path / "Brev.workshop"
    letter.write_text("Kära du")
    assert main(["dispose", str(letter), "--yes"]) == 1 and letter.exists()
    assert main(["dispose"]) == 2
    capsys.readouterr()
