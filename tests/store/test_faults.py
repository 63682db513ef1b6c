"""What may have happened to a file: each case is told in one sentence, and nothing is made worse."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.at_work import card, changed, reopened, start
from workshop.model.change import State, add
from workshop.model.record import Note
from workshop.model.refusal import Refusal
from workshop.model.session import Session
from workshop.store import opening, sql
from workshop.store.one_writer import Writer
from workshop.store.session_file import SessionFile
from workshop.store.sql import connect


def test_an_empty_file(path):
    path.write_bytes(b"")
    with pytest.raises(Refusal, match="is empty"):
        SessionFile.open(path)
    assert path.read_bytes() == b""


def test_a_file_that_is_gone(path):
    with pytest.raises(Refusal, match="no file Annan.workshop any more"):
        SessionFile.open(path.with_name("Annan.workshop"))


@pytest.mark.parametrize(
    "letters", [b"Protokoll\n", b"%PDF-1.7" * 999, b"\0" * 5000, b"SQLite format 3\0" + b"\1" * 5000]
)
def test_a_file_of_another_kind(path, letters):
    path.write_bytes(letters)
    with pytest.raises(Refusal, match="is not a session|is damaged"):
        SessionFile.open(path)
    assert path.read_bytes() == letters


def test_a_folder(path):
    with pytest.raises(Refusal, match="is not a session"):
        SessionFile.open(path.parent)


def test_another_programs_database(path):
    other = path.with_name("kunder.sqlite")
    before = changed(other, "CREATE TABLE records (id)")
    with pytest.raises(Refusal, match="is not a session"):
        SessionFile.open(other)
    assert other.read_bytes() == before


@pytest.mark.parametrize("table", ["about", "records", "journal", "exercises", "pictures"])
def test_a_table_is_missing(path, table):
    before = changed(path, f"DROP TABLE {table}")
    with pytest.raises(Refusal, match="is damaged"):
        SessionFile.open(path)
    assert path.read_bytes() == before


def test_a_newer_version_is_refused_and_not_touched(path):
    before = changed(path, "PRAGMA user_version = 2", "DROP TABLE records")
    with pytest.raises(Refusal, match="newer Verkstad. Update"):
        SessionFile.open(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_kind_of_record_from_a_later_version(path):
    """Sealed as it should be, so it is no damage: a later version has been here without saying so."""
    file, session = reopened(path)
    kind = type("Sketch", (Note,), {"__module__": __name__})
    session.do(add(kind(id="s1", board="b", text="en skiss")), "draw")
    file.close()
    with pytest.raises(Refusal, match="“sketch”, which this version doesn't know. Update"):
        SessionFile.open(path)


def test_a_file_that_may_only_be_read(common_folder):
    path = common_folder / "Frukost.workshop"
    file, session = start(path)
    session.do(add(card(1)), "write card")
    file.close()
    path.chmod(0o444)
    _can_only_be_read(path, session.state)


def test_a_folder_in_which_nothing_may_be_written(common_folder):
    path = common_folder / "Frukost.workshop"
    file, session = start(path)
    file.close()
    common_folder.chmod(0o555)
    _can_only_be_read(path, session.state)
    with pytest.raises(Refusal, match="Choose another place"):
        SessionFile.create(common_folder / "Ny.workshop")
    common_folder.chmod(0o000)
    with pytest.raises(Refusal, match="can't be read"):
        SessionFile.open(path)


def _can_only_be_read(path: Path, state: State) -> None:
    before = path.read_bytes()
    file, session = reopened(path)
    assert file.read_only and file.state == state and "Save a copy" in str(file.notice)
    for attempt in (
        lambda: session.do(add(card(2)), "write card"),
        session.undo,
        lambda: file.set_picture("wall", b"png"),
        lambda: session.erase(add(card(2))),
    ):
        with pytest.raises(Refusal, match="Save a copy in another place"):
            attempt()
    assert session.state == state
    with pytest.raises(Refusal, match="can only be read here"):
        SessionFile.open(path, read_only=False)
    assert path.read_bytes() == before


def test_a_folder_that_is_locked_while_we_work(common_folder):
    path = common_folder / "Frukost.workshop"
    file, session = start(path)
    common_folder.chmod(0o555)
    with pytest.raises(Refusal, match="Save a copy in another place"):
        session.do(add(card(1)), "write card")
    common_folder.chmod(0o755)
    session.do(add(card(2)), "write card")
    file.close()
    assert reopened(path)[0].state == session.state and "n1" not in session.state


def test_a_look_at_the_file_by_another_part_of_the_program_lets_no_second_writer_in(path):
    """As a file dialog does that draws the icons of a folder: it opens the session's file and closes it."""
    first, session = reopened(path)
    path.read_bytes()
    opens = "import sys, pathlib; from workshop.store.session_file import SessionFile"
    code = f"{opens}; print(SessionFile.open(pathlib.Path(sys.argv[1])).read_only)"
    elsewhere = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    assert elsewhere.stdout.strip() == "True"
    session.do(add(card(30)), "write card")
    first.close()


def test_a_session_open_in_another_window_can_be_read(path):
    first, session = reopened(path)
    second, other = reopened(path)
    assert second.read_only and "open in another window" in str(second.notice)
    with pytest.raises(Refusal, match="can only be read here"):
        other.do(add(card(20)), "write card")
    session.do(add(card(21)), "write card")  # the reader is in nobody's way
    first.close()
    third, _ = reopened(path)
    assert not third.read_only and third.state == session.state


def test_a_file_that_another_program_has_locked(path, monkeypatch):
    monkeypatch.setattr(sql, "WAIT", 0.1)
    monkeypatch.setattr(opening, "WAIT", 0.1)
    file, session = reopened(path)
    other = connect(path)
    reading = other.execute("SELECT * FROM records")  # somebody looks at it with a slow tool
    reading.fetchone()
    with pytest.raises(Refusal, match="Another program is using"):
        session.do(add(card(30)), "write card")
    reading.close()
    session.do(add(card(31)), "write card")
    file.close()
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Refusal, match="Another program is using Frukost.workshop"):
        SessionFile.open(path)
    other.close()
    assert reopened(path)[0].state == session.state and "n30" not in session.state


def test_a_change_made_from_elsewhere_is_not_written_over(path, monkeypatch):
    monkeypatch.setattr(opening, "WAIT", 0.1)
    file, session = reopened(path)
    _let_go(session, path)
    monkeypatch.setattr(opening, "take", lambda path: Writer(None))  # from another computer, over a shared disk
    other, there = reopened(path)
    there.do(add(card(40)), "write card")
    other.close()
    with pytest.raises(Refusal, match="changed from elsewhere"):
        session.do(add(card(41)), "write card")
    assert reopened(path)[0].state == there.state


def _let_go(session: Session, path: Path) -> None:
    """A write that fails lets go of the file until the next one."""
    reader = connect(path)
    rows = reader.execute("SELECT * FROM records")
    rows.fetchone()
    with pytest.raises(Refusal):
        session.do(add(card(42)), "write card")
    rows.close()
    reader.close()


def test_letters_that_no_file_can_hold_are_refused_in_words(path):
    file, session = reopened(path)
    with pytest.raises(Refusal, match="characters that can't be saved"):
        session.do(add(card(1_000, "half an emoji: \ud83d")), "write card")
    session.do(add(card(1_001, "NUL \0, bidi \u202e, " + "x" * 2_000_000)), "write card")
    file.close()
    assert reopened(path)[0].state == session.state


def test_a_session_whose_folder_is_gone_still_answers_in_words(path):
    file, session = reopened(path)
    file.set_picture("wall", b"png")
    shutil.rmtree(path.parent)
    for attempt in (
        lambda: session.do(add(card(60)), "write card"),
        lambda: file.set_picture("wall", b"png"),
        lambda: session.erase(add(card(60))),
        lambda: session.do(add(card(61)), "write card"),
        lambda: file.copy_to(path),
    ):
        with pytest.raises(Refusal):
            attempt()
    assert "n60" not in session.state
    assert file.picture("desk") is None and file.about()["format"] == "1"
    path.parent.mkdir()
    file.copy_to(path.with_name("Räddad.workshop"))
    assert reopened(path.with_name("Räddad.workshop"))[0].state == session.state
