"""What is erased is gone from the file, byte by byte, and from what lies beside it."""

import pytest

from tests.store.at_work import TEXTS, card, reopened, start
from workshop.model.change import Change, add, remove, update
from workshop.model.record import Note
from workshop.store.backups import ASKED, keep

SECRET = "Rosenhane"


@pytest.fixture
def at_work(tmp_path):
    """A session in which a name was written, edited away, written again, and is on one card of many."""
    path = tmp_path / "Frukost.workshop"
    file, session = start(path)
    for number in range(1, 40):
        session.do(_written(number), "write card")
    session.do(update(session.state.need("n5", Note), text="ett annat ord"), "edit card")
    session.do(remove(session.state.need("n6", Note)), "remove card")
    for number in (7, 8, 9, 10):
        session.do(update(session.state.need(f"n{number}", Note), text="kort"), "edit card")
    file.set_picture("wall", f"a picture of {SECRET}".encode())
    return path, file, session


def _written(number: int) -> Change:
    return add(card(number, f"{SECRET} {number} " + "lång text " * 40 if number < 12 else "kort"))


def test_nothing_of_an_erased_word_is_left_in_any_file(at_work, own_home):
    path, file, session = at_work
    file.close()
    assert keep(path, ASKED)
    file, session = reopened(path)
    assert SECRET.encode() in path.read_bytes()
    said = [note for note in session.state.all(Note) if SECRET in note.text]
    assert said
    session.erase(remove(*said))
    for place in (*path.parent.rglob("*"), *own_home.rglob("*")):
        assert place.is_dir() or SECRET.encode() not in place.read_bytes(), place
    file.close()
    assert [place.name for place in path.parent.rglob("*") if place.is_file()] == [path.name]
    assert SECRET.encode() not in path.read_bytes()


def test_the_rest_of_the_session_goes_on_as_before(at_work):
    path, file, session = at_work
    session.erase(remove(*[note for note in session.state.all(Note) if SECRET in note.text]))
    assert len(session.state.all(Note)) > 25 and file.exercise("trial") == TEXTS["trial"]
    assert not session.history.behind and file.entries() == []
    session.do(_written(99), "write card")
    session.undo()
    file.close()
    file, again = reopened(path)
    assert file.notice is None and again.state == session.state
    assert again.redo() == "write card" and "n99" in again.state
    assert file.picture("wall") is None
