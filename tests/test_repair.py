"""A damaged session is saved into a copy, and what was saved is said in words."""

from pathlib import Path

import pytest

from tests.shell import Shell
from tests.store.at_work import changed
from workshop.app import Verkstad
from workshop.app.repair import check, repair
from workshop.model.change import add
from workshop.model.record import Agreement, Note, Stage
from workshop.model.refusal import Refusal
from workshop.screen.house import Beginning
from workshop.store.backups import DAMAGED, kept
from workshop.words import Catalogue

SIDES = (("Norr", "N"), ("Söder", "S"))
WORDS = Catalogue("sv")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Verkstad:
    monkeypatch.setenv("VERKSTAD_HOME", str(tmp_path / "home"))
    return Verkstad()


@pytest.fixture
def path(house: Verkstad) -> Path:
    """A session with some cards and an agreement, closed."""
    opened = house.begin(Beginning("reta-motparten", "Vårpasset", "Gruppen", "Ladan", "2026-10-14", SIDES), "sv")
    session = opened.session
    board = f"{session.state.need('stage', Stage).run}:provocations"
    for number in range(40):
        session.do(add(Note(id=f"n{number}", board=board, text=f"kort {number} " + "åäö " * 60)), "write card")
    session.do(add(Agreement(id="a", run=board.partition(":")[0], text="Vi ringer")), "agree")
    opened.close()
    return opened.path


def opens(house: Verkstad, path: Path):
    opened = house.open(path)
    opened.close()
    return opened


def test_a_whole_session_is_found_whole(path: Path) -> None:
    before = path.read_bytes()
    assert check(path) is None and path.read_bytes() == before


def test_a_head_that_is_gone_costs_nothing(house: Verkstad, path: Path) -> None:
    state = opens(house, path).session.state
    damaged = bytes(100) + path.read_bytes()[100:]
    path.write_bytes(damaged)
    with pytest.raises(Refusal):
        check(path)
    to = path.with_name("Lagat.workshop")
    assert repair(path, to, WORDS) == ["Sparat: 52 kort, 1 överenskommelse.", "Allt är kvar."]
    assert path.read_bytes() == damaged
    again = house.open(to)
    assert again.session.state == state and again.session.undo()
    again.close()
    (aside,) = kept(path)
    assert aside.why == DAMAGED and aside.path.read_bytes() == damaged


def test_exercises_boards_and_stage_that_are_gone_are_made_again(house: Verkstad, path: Path) -> None:
    state = opens(house, path).session.state
    statements = ("DELETE FROM exercises", "DELETE FROM records WHERE kind IN ('board', 'stage', 'cover')")
    changed(path, *statements, "DELETE FROM journal", "DROP TABLE about")
    to = path.with_name("Lagat.workshop")
    said = repair(path, to, WORDS)
    assert said[0].startswith("Sparat: 52 kort") and "fattas eller ha ändrats" in said[1] and "ångra" in said[2]
    again = opens(house, to)
    assert again.session.state.all(Note) == state.all(Note)
    assert again.texts["sv"].title == "Reta motparten"


def test_the_command_checks_and_repairs(shell: Shell, house: Verkstad, path: Path) -> None:
    assert "är hel" in shell.does("repair", path, "--language", "sv")
    damaged = path.read_bytes()[:-50_000]
    path.write_bytes(damaged)
    assert path.name in shell.refused("repair", path)
    to = path.with_name("Lagat.workshop")
    said = shell.does("repair", path, "--out", to, "--language", "sv")
    assert said.startswith("Sparat: ") and "Jämför med den senaste säkerhetskopian" in said
    assert opens(house, to).session.state.all(Note)
    assert path.read_bytes() == damaged
    assert to.name in shell.refused("repair", path, "--out", to), "no file is written over"
    path.with_name("tom.workshop").touch()
    for words in (["repair"], ["repair", path, "--wrong"]):
        assert shell.workshop(*words).returncode == 2
    shell.refused("repair", path.with_name("tom.workshop"), "--out", path.with_name("o.workshop"))
    shell.refused("repair", path.with_name("borta.workshop"), "--out", path.with_name("o.workshop"))
    assert not path.with_name("o.workshop").exists()
