"""What leaves the program by the command line, read back by those who would open it."""

import csv
import itertools
import json
from pathlib import Path

import pytest

from tests.paper import four
from tests.paper.desk import Print
from tests.paper.test_everything import TOLD, missed
from tests.shell import Shell
from workshop.app.opening import copies_in, session_in
from workshop.look import EXERCISES
from workshop.model.visible import Audience, visible
from workshop.store.session_file import SessionFile


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    (tmp_path / "home").mkdir()
    return Shell(tmp_path / "home")


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """A session file with the four examples in it."""
    path = tmp_path / "pass.workshop"
    SessionFile.create(path, four.played(), four.copies()).close()
    return path


@pytest.fixture
def json_file(shell: Shell, session: Path, tmp_path: Path) -> Path:
    out = tmp_path / "pass.json"
    shell.does("export", session, "--as", "json", "--document", "full", "--out", out)
    return out


def test_tables_lie_in_a_folder(shell: Shell, session: Path, tmp_path: Path) -> None:
    out = tmp_path / "tabeller"
    assert shell.does("export", session, "--as", "csv", "--out", out, "--language", "sv") == f"{out}\n"
    with (out / "överenskommelser.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file, delimiter=";"))) > 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "pass.workshop", "tabeller"]


def test_boards_become_pictures_of_the_size_that_was_asked_for(
    shell: Shell,
    session: Path,
    tmp_path: Path,
) -> None:
    image = pytest.importorskip("PySide6.QtGui").QImage
    one, all_ = tmp_path / "karta.png", tmp_path / "bilder"
    shell.does("export", session, "--as", "png", "--board", "promises", "--size", "640x480", "--out", all_)
    assert {(image(str(p)).width(), image(str(p)).height()) for p in all_.iterdir()} == {(640, 480)}
    said = shell.refused("export", session, "--as", "png", "--out", one, "--language", "sv")
    assert "namnet på en mapp" in said and not one.exists()
    shell.refused("export", session, "--as", "png", "--size", "stor", "--out", all_)
    shell.does("export", session, "--as", "svg", "--board", "repair", "--out", tmp_path / "signal.svg")
    assert (tmp_path / "signal.svg").read_text("utf-8").startswith("<?xml")


def test_the_calendar_holds_the_agreed_days(shell: Shell, session: Path, tmp_path: Path) -> None:
    shell.does("export", session, "--as", "ics", "--out", tmp_path / "dagar.ics")
    assert (tmp_path / "dagar.ics").read_bytes().count(b"BEGIN:VEVENT") > 5


def test_a_full_json_becomes_the_same_session_again(
    shell: Shell,
    session: Path,
    json_file: Path,
    tmp_path: Path,
) -> None:
    again = tmp_path / "igen.workshop"
    assert shell.does("import", json_file, "--out", again) == f"{again}\n"
    with session_in(session) as (before, held), session_in(again) as (after, taken):
        assert after == before and taken == held
    assert copies_in(again, four.NAMES) == copies_in(session, four.NAMES)
    assert shell.does("show", again) == shell.does("show", session)


def test_what_cannot_be_taken_in_leaves_nothing_behind(
    shell: Shell,
    session: Path,
    json_file: Path,
    tmp_path: Path,
) -> None:
    out = tmp_path / "igen.workshop"
    before = session.read_bytes()
    assert "already" in shell.refused("import", json_file, "--out", session, "--language", "en")
    assert session.read_bytes() == before
    said = json.loads(json_file.read_text("utf-8"))
    for broken in ({**said, "exercises": []}, {**said, "records": {}}, {**said, "document": "shared"}):
        json_file.write_text(json.dumps(broken), "utf-8")
        shell.refused("import", json_file, "--out", out)
        assert not out.exists()
    shell.refused("import", tmp_path / "borta.json", "--out", out)


def test_an_exercise_s_folder_gives_its_worksheets_without_a_session(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "blad.pdf"
    shell.does("export", EXERCISES / "isberget", "--as", "worksheets", "--out", out, "--language", "sv")
    assert Print(out).says("Sänk korten") and not list((tmp_path / "home").rglob("*.workshop"))


@pytest.mark.slow
def test_the_whole_retreat_is_in_every_kind_of_file_and_comes_back_from_json(
    shell: Shell, played: tuple[Path, str], tmp_path: Path
) -> None:
    file = played[0] / "session.workshop"
    with session_in(file) as (whole, _):
        for document, kind in itertools.product((Audience.FULL, Audience.SHARED), (*TOLD, "png")):
            out = tmp_path / f"{document}-{kind}"
            shell.does("export", file, "--as", kind, "--document", document, "--out", out, "--language", "sv")
            assert kind == "png" or missed(out, kind, visible(whole, document)) == [], out
        drawings, pictures = ({path.stem for path in (tmp_path / f"full-{kind}").iterdir()} for kind in ("svg", "png"))
        assert drawings == pictures and len(pictures) > 20
        shell.does("import", tmp_path / "full-json", "--out", tmp_path / "igen.workshop")
        with session_in(tmp_path / "igen.workshop") as (again, _):
            assert again == whole
