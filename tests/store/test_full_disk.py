"""The disk is full, at whichever write it happens: the change is refused in words, and the file stays whole."""

import subprocess
import sys

import pytest

from tests.store.at_work import card, reopened, start
from workshop.model.change import Change, add, update
from workshop.model.record import Note
from workshop.model.refusal import Refusal

# Runs by itself: the limit on how large a file may grow cannot be raised again by those it was lowered for.
IN_A_SMALL_SPACE = """
import resource, sys
from pathlib import Path
from tests.store.at_work import reopened
from workshop.model.change import Change, update
from workshop.model.record import Note
from workshop.model.refusal import Refusal

path = Path(sys.argv[1])
file, session = reopened(path)
size, refused = path.stat().st_size, 0
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
for number, room in enumerate(range(100, size + 20_000, 900)):
    many = {f"m{number}:{i}": Note(id=f"m{number}:{i}", text="y" * 700) for i in range(9)}
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        session.do(Change(many, {}, update(session.state.need("n1", Note), text=str(number)).updated), "write cards")
        session.undo()
    except Refusal as no:
        refused += 1
        assert "disk" in str(no) or "Save a copy" in str(no), no
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert path.stat().st_size >= size
    file.close()
    file, again = reopened(path)
    assert file.notice is None and again.state == session.state, number
    session = again
print(refused)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_no_write_that_finds_the_disk_full_leaves_half_a_change(tmp_path):
    path = tmp_path / "Frukost.workshop"
    file, session = start(path)
    session.do(Change({"n1": card(1), "n2": card(2)}), "write cards")
    file.close()
    said = subprocess.run([sys.executable, "-c", IN_A_SMALL_SPACE, path], capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    assert int(said.stdout) > 20


def test_work_goes_on_when_there_is_room_again(tmp_path):
    path = tmp_path / "Frukost.workshop"
    file, session = start(path)
    session.do(Change({"n1": card(1)}), "write card")
    pages = file._connection.execute("PRAGMA page_count").fetchone()[0]
    before, refused, taken = session.state, 0, False
    while not taken:
        file._connection.execute(f"PRAGMA max_page_count = {pages + refused}")
        try:
            session.do(update(session.state.need("n1", Note), text="ord " * 4000), "edit card")
            taken = True
        except Refusal as no:
            assert "The disk is full" in str(no)
            assert session.state == before
            refused += 1
    assert refused > 3 and session.state.need("n1", Note).text.startswith("ord ")
    assert [step.label for step in session.history.behind] == ["begin", "write card", "edit card"]
    file.close()
    assert reopened(path)[0].state == session.state


def test_a_file_is_free_when_it_is_closed_also_where_something_could_not_be_saved(tmp_path):
    path = tmp_path / "Frukost.workshop"
    file, session = start(path)
    pages = file._connection.execute("PRAGMA page_count").fetchone()[0]
    file._connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(Refusal):
        session.do(add(card(1, "ord " * 20_000)), "write card")
    session.do(add(card(2)), "write card")
    file.close()
    again, _ = reopened(path)
    assert not again.read_only
    again.close()


def test_a_copy_for_which_there_is_no_room_leaves_nothing_behind(tmp_path):
    path = tmp_path / "Frukost.workshop"
    file, session = start(path)
    file.close()
    program = """
import resource, sys
from pathlib import Path
from tests.store.at_work import reopened
from workshop.model.change import Change
from workshop.model.refusal import Refusal
file, session = reopened(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (9000, resource.RLIM_INFINITY))
for attempt in (lambda: file.copy_to(Path(sys.argv[2])), lambda: session.erase(Change())):
    try:
        attempt()
    except Refusal as no:
        print(no)
"""
    command = [sys.executable, "-c", program, path, tmp_path / "Kopia.workshop"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    copied, erased = said.stdout.splitlines()
    assert "Choose another place" in copied and "Nothing could be erased" in erased
    assert [other.name for other in tmp_path.iterdir()] == [path.name]
    assert reopened(path)[0].state == session.state
