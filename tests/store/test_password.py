"""A session with a password: nobody reads it without, and it is told apart from a damaged one."""

import random
import subprocess
import sys
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.at_work import TEXTS, card, reopened, start
from workshop.model.change import add, update
from workshop.model.record import Note
from workshop.model.refusal import Protected, Refusal
from workshop.store.backups import ASKED, keep, kept
from workshop.store.protection import is_protected
from workshop.store.session_file import SessionFile

SECRET = "Rosenhane"
PASSWORD = "fyra vänliga ord'"


@pytest.fixture
def protected(path):
    """A session with a secret on a card, which has got a password; closed."""
    file, session = reopened(path)
    session.do(add(card(50, SECRET)), "write card")
    file.set_picture("wall", SECRET.encode())
    file.protect(PASSWORD)
    file.close()
    return path


def beside(path) -> bytes:
    return b"".join(found.read_bytes() for found in path.parent.rglob("*") if found.is_file())


def test_without_the_password_nothing_of_it_is_to_be_read(path):
    file, session = reopened(path)
    session.do(add(card(50, SECRET)), "write card")
    file.close()
    keep(path, ASKED)
    assert SECRET.encode() in beside(path) and not is_protected(path)
    file, session = reopened(path)
    file.protect(PASSWORD)
    session.do(update(session.state.need("n50", Note), text=f"{SECRET} igen"), "edit card")
    for word in (SECRET, "Frukost hos", "kort 1", "trial", "SQLite", "CREATE"):
        assert word.encode() not in beside(path)
    file.close()
    assert is_protected(path) and kept(path) == []
    with pytest.raises(Protected, match="has a password"):
        SessionFile.open(path)
    for wrong in ("fel lösenord", PASSWORD.upper(), f"{PASSWORD} "):
        with pytest.raises(Protected, match="not the password"):
            SessionFile.open(path, password=wrong)


def test_what_is_written_while_a_password_is_set_waits_for_it_and_is_kept(path):
    file, session = reopened(path)
    with ThreadPoolExecutor(1) as beside:
        given = beside.submit(file.protect, PASSWORD)
        for number in range(60, 80):
            session.do(add(card(number)), "write card")
        given.result()
    file.close()
    again, kept_there = reopened(path, password=PASSWORD)
    assert again.notice is None and kept_there.state == session.state
    again.close()


def test_with_the_password_all_is_as_it_was_undo_too(protected):
    file, session = reopened(protected, password=PASSWORD)
    assert file.notice is None and file.protected and not file.read_only
    assert file.exercise("trial") == TEXTS["trial"] and file.picture("wall") == SECRET.encode()
    assert session.undo() == "write card" and "n50" not in session.state
    session.redo()
    file.close()
    decomposed = unicodedata.normalize("NFD", PASSWORD)  # how some keyboards send å
    assert reopened(protected, password=decomposed)[1].state == session.state


def test_a_password_is_changed_and_taken_away(protected):
    file, session = reopened(protected, password=PASSWORD)
    file.protect("ett annat lösenord")
    session.do(add(card(51)), "write card")
    file.close()
    with pytest.raises(Protected):
        SessionFile.open(protected, password=PASSWORD)
    file, session = reopened(protected, password="ett annat lösenord")
    file.protect("")
    assert not file.protected
    session.do(add(card(52)), "write card")
    file.close()
    file, session = reopened(protected)
    assert {"n50", "n51", "n52"} <= {note.id for note in session.state.all(Note)}
    assert SECRET.encode() in protected.read_bytes()


@pytest.mark.parametrize("said", ["kort", "sju sju", "rad\nbrytning", "noll\0noll noll", "\ud800" * 9])
def test_what_protects_too_little_or_cannot_be_typed_is_refused(path, said):
    file, _ = reopened(path)
    before = path.read_bytes()
    with pytest.raises(Refusal, match="password"):
        file.protect(said)
    assert path.read_bytes() == before and not file.protected


def test_a_copy_has_the_password_too(protected, tmp_path):
    file, session = reopened(protected, password=PASSWORD)
    file.copy_to(tmp_path / "Kopia.workshop")
    assert SECRET.encode() not in (tmp_path / "Kopia.workshop").read_bytes()
    assert reopened(tmp_path / "Kopia.workshop", password=PASSWORD)[1].state == session.state


def test_a_backup_has_the_password_too_and_its_note_tells_nothing(protected):
    with pytest.raises(Refusal):
        keep(protected, ASKED)
    made = keep(protected, ASKED, PASSWORD)
    assert made and (made.title, made.cards) == ("", 0) and kept(protected)
    for word in (SECRET, "Frukost hos"):
        assert word.encode() not in beside(protected)
    assert "n50" in reopened(made.path, password=PASSWORD)[1].state


def test_what_is_erased_is_erased_and_the_password_stays(protected):
    file, session = reopened(protected, password=PASSWORD)
    session.erase(add(card(60)))
    assert file.protected and is_protected(protected)
    file.close()
    assert "n60" in reopened(protected, password=PASSWORD)[1].state


def test_one_window_writes_in_a_protected_session_and_the_second_reads(protected):
    file, _ = reopened(protected, password=PASSWORD)
    second = SessionFile.open(protected, password=PASSWORD)
    assert second.read_only and "another window" in str(second.notice)
    second.close()
    other = start(protected.with_name("Annat.workshop"))[0]
    with pytest.raises(Refusal, match="another window"):
        other.copy_to(protected)
    file.close()
    assert not SessionFile.open(protected, password=PASSWORD).read_only


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0, 1, exclude_max=True), st.integers(1, 255))
def test_a_flipped_byte_is_damage_and_never_a_wrong_password_or_a_fault(protected, where, mask):
    whole = bytearray(protected.read_bytes())
    at = 16 + int(where * (len(whole) - 16))  # before that lies what the key is made of
    flipped = protected.with_name("Skadad.workshop")
    flipped.write_bytes(whole[:at] + bytes([whole[at] ^ mask]) + whole[at + 1 :])
    try:
        file = SessionFile.open(flipped, password=PASSWORD)
    except Refusal as no:
        assert not isinstance(no, Protected) and "damaged" in str(no)
    else:
        assert file.notice and "damaged" in str(file.notice)
        file.close()


def test_a_file_that_is_cut_is_damaged_and_noise_that_fits_no_password_says_both(protected):
    whole = protected.read_bytes()
    for length in (len(whole) // 2 // 4096 * 4096, len(whole) - 100):
        protected.write_bytes(whole[:length])
        with pytest.raises(Refusal, match="damaged") as no:
            SessionFile.open(protected, password=PASSWORD)
        assert not isinstance(no.value, Protected)
    protected.write_bytes(whole[:100] + bytes(100) + whole[200:])
    with pytest.raises(Protected):
        SessionFile.open(protected, password="fel lösenord")
    protected.write_bytes(random.Random(1).randbytes(8192))
    with pytest.raises(Protected, match="damaged"):
        SessionFile.open(protected, password=PASSWORD)


def test_a_wrong_password_is_not_told_on_the_terminal(protected, capfd):
    with pytest.raises(Protected):
        SessionFile.open(protected, password="fel lösenord")
    assert capfd.readouterr() == ("", "")


PASSWORDS = ("första lösenordet", "andra lösenordet", "")


@pytest.mark.slow
def test_killed_while_the_password_changes_the_file_is_whole_with_one_of_them(path):
    for seconds in (0.05, 0.12, 0.2, 0.31, 0.44, 0.6):
        command = [sys.executable, "-m", "tests.store.test_password", str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout and child.stdout.readline() == b"at work\n"
            time.sleep(seconds)
            child.kill()
        _, session = _opened_with_one_of_them(path)
        assert len(session.state.all(Note)) == 12


def _opened_with_one_of_them(path):
    for password in PASSWORDS:
        try:
            return reopened(path, password=password)
        except Protected:
            continue
    raise AssertionError("none of the passwords fits")


def _change_passwords_for_ever(path) -> None:
    file, _ = _opened_with_one_of_them(path)
    print("at work", flush=True)
    while True:
        for password in PASSWORDS:
            file.protect(password)


if __name__ == "__main__":
    _change_passwords_for_ever(Path(sys.argv[1]))
