"""The lid is closed and opened again: everything is where it was."""

import sqlite3
import subprocess
import sys

import pytest
import sqlite_utils

from tests.store.at_work import TEXTS, card, reopened, start
from workshop.model.change import State, add, remove, update
from workshop.model.record import Cover, Note, Party, Selection, Stage
from workshop.model.refusal import Refusal
from workshop.model.session import Session
from workshop.store.session_file import SessionFile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Frukost.workshop"


def test_a_session_opens_exactly_as_it_was_left(path):
    file, session = start(path)
    session.do(add(Party(id="p", name="Nämnden", mark="N")), "add party")
    session.do(add(card(1), card(2)), "write cards")
    session.do(
        update(card(1), text="“Citat”\nny rad 👩‍👩‍👧 مرحبا", marks=(("often", 3), ("never", 0)), chosen=True), "edit"
    )
    session.do(remove(card(2)), "remove card")
    file.close()
    again, _ = reopened(path)
    assert again.state == session.state == file.state
    assert again.notice is None and not again.read_only


def test_the_clock_and_the_page_come_back_but_not_the_selection(path):
    file, session = start(path)
    session.do(update(session.state.need("stage", Stage), step="sort", page=3, since=1000.0, left=400.0), "go to step")
    session.do(add(Selection(id="selection", ids=("n1",))), "select")
    session.do(update(session.state.need("selection", Selection), ids=()), "select")
    file.close()
    again, _ = reopened(path)
    stage = again.state.need("stage", Stage)
    assert (stage.step, stage.page, stage.since, stage.left) == ("sort", 3, 1000.0, 400.0)
    assert "selection" not in again.state and "selection" in session.state


def test_what_was_only_picked_is_not_in_a_new_file_either(path):
    file = SessionFile.create(path, State([Cover(id="cover"), Selection(id="selection")]))
    assert "selection" not in file.state
    file.write(add(Selection(id="selection"), card(1)), None)
    file.close()
    again, _ = reopened(path)
    assert "n1" in again.state and "selection" not in again.state


def test_undo_reaches_back_past_a_restart_step_by_step(path):
    now = [0.0]
    file, _ = start(path)
    session = Session(file.state, file, lambda: now[0])
    session.do(add(card(1)), "write card")
    for text in ("b", "be", "ber"):  # typed without a pause: one step
        session.do(update(session.state.need("n1", Note), text=text), "edit card", merge="n1")
        now[0] += 0.5
    now[0] += 10
    session.do(update(session.state.need("n1", Note), text="berg"), "edit card", merge="n1")
    session.undo()
    states = [session.state]
    file.close()

    file, session = reopened(path)
    assert [step.label for step in session.history.behind] == ["begin", "write card", "edit card"]
    assert session.state == states[0] and session.state.need("n1", Note).text == "ber"
    assert session.redo() == "edit card" and session.state.need("n1", Note).text == "berg"
    session.undo()
    session.undo()
    assert session.state.need("n1", Note) == card(1)
    file.close()

    file, session = reopened(path)
    assert len(session.history.ahead) == 2
    session.do(add(card(2)), "write card")
    assert not session.history.ahead
    file.close()
    assert [step.label for step in reopened(path)[1].history.behind] == ["begin", "write card", "write card"]


def test_the_exercise_is_as_it_was_that_day(path):
    file, _ = start(path)
    file.close()
    again, _ = reopened(path)
    assert again.exercise("trial") == TEXTS["trial"]
    with pytest.raises(Refusal, match="other"):
        again.exercise("other")


def test_pictures_are_kept_with_the_session(path):
    file, _ = start(path)
    file.set_picture("wall", b"first")
    file.set_picture("wall", b"second")
    file.close()
    again, _ = reopened(path)
    assert again.picture("wall") == b"second" and again.picture("desk") is None


def test_the_journal_tells_when_what_was_done(path):
    file, session = start(path, clock=lambda: 1_792_000_000.5)
    session.undo()
    assert [(at, entry.act, entry.label) for at, entry in file.entries()] == [
        ("2026-10-14T17:46:40.500Z", "do", "begin"),
        ("2026-10-14T17:46:40.500Z", "undo", "begin"),
    ]
    assert file.about()["made"] == "2026-10-14T17:46:40.500Z"
    assert file.about()["program"].startswith("Verkstad ") and file.about()["format"] == "1"


def test_a_saved_copy_holds_all_that_the_session_holds(path, tmp_path):
    file, session = start(path)
    session.do(add(card(1)), "write card")
    file.set_picture("wall", b"png")
    copy = tmp_path / "Kopia.workshop"
    file.copy_to(copy)
    session.do(add(card(2)), "write card")
    file.copy_to(copy)
    again, other = reopened(copy)
    assert again.state == session.state and again.picture("wall") == b"png" and again.exercise("trial")
    assert [s.change for s in other.history.behind] == [s.change for s in session.history.behind]
    with pytest.raises(Refusal, match="open in another window"):
        file.copy_to(copy)
    with pytest.raises(Refusal, match="the session itself"):
        file.copy_to(path)
    with pytest.raises(Refusal, match="Choose another place"):
        file.copy_to(tmp_path / "nowhere" / "Kopia.workshop")


def test_a_copy_can_be_saved_when_the_stick_has_been_pulled_out(path, tmp_path):
    file, session = start(path)
    session.do(add(card(1)), "write card")
    path.unlink()
    with pytest.raises(Refusal, match="Save a copy in another place"):
        session.do(add(card(2)), "write card")
    assert not path.exists()
    file.copy_to(tmp_path / "Kopia.workshop")
    again, _ = reopened(tmp_path / "Kopia.workshop")
    assert again.state == session.state and again.exercise("trial") == TEXTS["trial"]


def test_a_new_session_never_takes_the_place_of_an_old_one(path):
    start(path)[0].close()
    before = path.read_bytes()
    with pytest.raises(Refusal, match="Choose another name"):
        SessionFile.create(path)
    assert path.read_bytes() == before


def test_between_changes_the_session_is_one_single_file(path):
    _, session = start(path)
    session.do(add(card(1)), "write card")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_anybody_can_read_the_file_with_sqlite_utils(path):
    file, session = start(path)
    session.do(add(card(1), Party(id="p", name="Nämnden")), "write card")
    session.do(update(session.state.need("n1", Note), chosen=True, marks=(("often", 3),)), "mark card")
    db = sqlite_utils.Database(sqlite3.connect(path), execute_plugins=False)
    assert set(db.view_names()) == {
        "cover", "party", "run", "board", "note", "answer", "joint", "link", "actor", "gap", "guess", "agreement",
        "followup", "memo", "stage", "programme", "block", "actual", "filing", "alias", "elsewhere",
        "parked",
    }  # fmt: skip
    (note,) = db["note"].rows
    assert (note["text"], note["list"], note["order"], note["chosen"], note["hands"], note["marks"]) == (
        "kort 1 åäö", "left", 1, 1, 0, '[["often",3]]',
    )  # fmt: skip
    assert [row["name"] for row in db["party"].rows] == ["Nämnden"]
    assert [row["title"] for row in db["cover"].rows] == ["Frukost hos tre förvaltningar"]
    for view in db.views:
        assert view.count == sum(type(record).__name__.lower() == view.name for record in session.state)
    db.close()


def test_opening_does_not_wait_for_what_only_new_files_need(path):
    start(path)[0].close()
    program = (
        "import sys, pathlib;"
        "from workshop.store.session_file import SessionFile; from workshop.store.library import Library;"
        "Library(pathlib.Path(sys.argv[2])).recent(); f = SessionFile.open(pathlib.Path(sys.argv[1]));"
        "f.history(); f.close(); print(*sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, path, path.parent], capture_output=True, text=True, check=True
    )
    loaded = set(said.stdout.split())
    assert "workshop.store.session_file" in loaded
    assert not loaded & {"sqlite_utils", "click", "pydantic", "reportlab", "platformdirs", "sqlite3", "babel"}


def test_a_session_from_the_first_version_still_opens(tmp_path):
    from tests.sessions.make_v1 import SAMPLE

    path = tmp_path / "v1.workshop"
    path.write_bytes(SAMPLE.read_bytes())
    file, session = reopened(path)
    assert file.notice is None
    assert session.state.need("cover", Cover).title == "Frukost hos tre förvaltningar"
    assert [note.text for note in session.state.all(Note)] == ["Vi svarar aldrig på mejl", "Vi ställer in 🙃"]
    assert session.state.need("n1", Note).marks == (("often", 4),)
    assert session.state.need("stage", Stage).step == "hits"
    assert file.exercise("trial")["exercise.toml"] == 'name = "trial"\n'
    assert file.picture("wall") == b"\x89PNG"
    assert [step.label for step in session.history.behind] == ["begin", "write card", "write card", "mark card"]
    assert session.redo() == "edit card"
    while session.history.behind:
        session.undo()
    assert not session.state.all(Note)
    session.do(add(card(9)), "write card")
    file.close()
    assert reopened(path)[0].state == session.state
