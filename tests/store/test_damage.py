"""What a file may have suffered: it is mended or the damage is told; it is not believed, and not made worse."""

import contextlib
import shutil
from pathlib import Path

import pytest

from tests.store.at_work import card, changed, reopened, start
from workshop.model.change import State, add, remove, update
from workshop.model.record import Cover, Note, Stage
from workshop.model.refusal import Refusal
from workshop.store.backups import ASKED, keep, kept
from workshop.store.session_file import SessionFile
from workshop.store.sql import connect


def test_a_file_that_was_cut(path):
    whole, state = path.read_bytes(), reopened(path)[0].state
    for length in (1, 99, 512, 4096, 8192, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
        path.write_bytes(whole[:length])
        with contextlib.suppress(Refusal):
            file = SessionFile.open(path)
            assert file.notice and file.state == state  # only what was cut off is lost, and that is said
            file.close()


def test_a_flipped_byte_is_mended_or_told_but_never_believed(path):
    whole = path.read_bytes()
    file, session = reopened(path)
    state, behind = file.state, session.history.behind
    file.close()
    told = {"mended": 0, "undo": 0, "doubtful": 0, "refused": 0, "": 0}
    for place in range(0, len(whole), len(whole) // 130):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x21]) + whole[place + 1 :])
        try:
            file, session = reopened(path)
        except Refusal:
            told["refused"] += 1
            continue
        said = file.notice.msgid if file.notice else ""
        word = next(word for word in ("mended", "undo", "doubtful", "") if word in said.replace("may have", "doubtful"))
        told[word] += 1
        if word in ("", "mended"):
            assert (file.state, session.history.behind) == (state, behind), place
        if word == "undo":
            assert (file.state, session.history.behind) == (state, []), place
        session.do(add(card(99)), "write card")
        file.close()
        assert reopened(path)[0].notice is None  # told once, and then whole
    assert told["mended"] and told["undo"] and told["refused"]


def test_a_card_that_was_damaged_is_read_out_of_the_journal(path):
    state = reopened(path)[0].state
    before = changed(path, "UPDATE records SET fields = replace(fields, 'kort 3', 'kork 3')")
    file = SessionFile.open(path)
    assert file.notice and "could be mended" in str(file.notice)
    assert file.state == state
    (aside,) = kept(path)
    assert aside.path.read_bytes() == before and not aside.is_whole()
    file.close()
    assert SessionFile.open(path).notice is None


def test_what_lay_there_from_the_start_or_since_something_was_erased_is_mended_too(tmp_path):
    path = tmp_path / "Frukost.workshop"
    file = SessionFile.create(path, State([Cover(id="cover"), Stage(id="stage"), card(1), card(2), card(3)]))
    assert not file.history().behind
    file.close()
    for erased in (False, True):
        file, session = reopened(path)
        if erased:
            session.erase(remove(session.state.need("n1", Note)))
        session.do(update(session.state.need("stage", Stage), page=2 + erased), "turn page")
        file.close()
        changed(path, "UPDATE records SET fields = replace(fields, 'kort 3', 'kork 3')")
        file, again = reopened(path)
        assert file.notice and "could be mended" in str(file.notice)
        assert again.state == session.state and not again.history.behind
        file.close()


def test_what_the_journal_does_not_tell_is_not_taken_for_mended(path):
    """What the room is shown is not in the journal, so nobody can know which page it was on."""
    file, session = reopened(path)
    session.do(update(session.state.need("stage", Stage), page=3), "turn page")
    file.close()
    changed(path, "UPDATE records SET fields = replace(fields, '3', '8') WHERE kind = 'stage'")
    file = SessionFile.open(path)
    assert file.notice and "Look through the cards" in str(file.notice)


def test_a_damaged_file_that_has_a_backup_says_where_it_is(path):
    backup = keep(path, ASKED)
    changed(path, "DROP TABLE records")
    with pytest.raises(Refusal) as no:
        SessionFile.open(path)
    assert backup and str(backup.path) in str(no.value)
    assert SessionFile.open(backup.path).notice is None


def test_a_journal_left_by_another_file_of_that_name_is_not_taken_for_ours(path, tmp_path):
    torn = tmp_path / "torn" / path.name
    _torn(path, torn)
    torn.unlink()
    start(torn)[0].close()
    assert SessionFile.open(torn).notice is None
    _torn(path, torn)
    file, session = start(tmp_path / "Annan.workshop")
    file.copy_to(torn)
    assert SessionFile.open(torn).state == session.state


def test_a_card_that_can_be_read_nowhere_else_opens_with_a_warning(path):
    changed(
        path, "UPDATE records SET fields = replace(fields, 'kort 3', 'kork 3')", "DELETE FROM journal WHERE seq = 2"
    )
    file, session = reopened(path)
    assert file.notice and "Look through the cards" in str(file.notice)
    assert session.state.need("n3", Note).text.startswith("kork 3")
    assert not session.history.behind


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM journal WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 14",
        "DELETE FROM journal",
        "UPDATE journal SET change = '{' WHERE seq = 5",
        "UPDATE journal SET label = 'annat' WHERE seq = 5",
        "UPDATE journal SET change = cast(x'ff41' AS TEXT) WHERE seq = 5",
    ],
)
def test_a_damaged_journal_costs_undo_and_nothing_else(path, damage):
    state = reopened(path)[0].state
    changed(path, damage)
    reading = SessionFile.open(path, read_only=True)
    assert reading.state == state and reading.entries() == [] and "can't be undone" in str(reading.notice)
    reading.close()
    file, session = reopened(path)
    assert session.state == state and not session.history.behind and "can't be undone" in str(file.notice)
    session.do(add(card(50)), "write card")
    session.undo()
    file.close()
    file, session = reopened(path)
    assert file.notice is None and session.state == state and len(session.history.ahead) == 1


def test_pages_of_the_journal_that_are_not_there(path):
    """Page after page is overwritten; where only the journal lay on it the workshop opens all the same."""
    whole, state = path.read_bytes(), reopened(path)[0].state
    connection = connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'journal'").fetchone()
    connection.close()
    path.write_bytes(whole[: (root - 1) * 4096] + b"\x55" * 4096 + whole[root * 4096 :])
    file, session = reopened(path)
    assert file.state == state and "can't be undone" in str(file.notice)
    session.do(add(card(51)), "write card")


def test_a_write_that_was_cut_off_is_taken_back(path, tmp_path):
    """The journal of a killed program lies beside the file: it is half changed on the disk."""
    file = SessionFile.open(path)
    state = file.state
    file.close()
    torn = tmp_path / "torn" / path.name
    _torn(path, torn)
    file, _ = reopened(torn)
    assert file.notice is None and file.state == state
    assert [file.name for file in torn.parent.iterdir()] == [path.name]


def _torn(path: Path, torn: Path) -> None:
    """Leave a file as a program leaves it that is killed in the middle of writing, with the journal beside it."""
    torn.parent.mkdir(exist_ok=True)
    other = connect(path)
    other.execute("PRAGMA cache_size = 1")
    other.execute("BEGIN")
    other.execute("UPDATE records SET fields = '{\"text\":\"' || hex(randomblob(900)) || '\"}'")
    shutil.copy(path, torn)
    shutil.copy(f"{path}-journal", f"{torn}-journal")
    other.close()
    assert torn.read_bytes() != path.read_bytes()
