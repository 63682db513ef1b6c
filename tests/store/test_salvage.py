"""Of a damaged file everything is saved that can be read; nothing is made up, and the file stays as it is."""

import random
import shutil
from pathlib import Path

import pytest

from tests.store.at_work import card, changed, start
from workshop.model.change import State, add, update
from workshop.model.record import Agreement, Note, Stage
from workshop.model.refusal import Refusal
from workshop.store.pages import PAGE
from workshop.store.salvage import Salvaged, salvage


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A session of some forty pages, and what is in it."""
    path = tmp_path_factory.mktemp("made") / "Frukost.workshop"
    file, session = start(path)
    for number in range(1, 160):
        session.do(add(card(number, f"kort {number} " + "åäö " * 60)), "write card")
    session.do(add(Agreement(id="a", text="Vi ringer")), "agree")
    session.do(update(session.state.need("n1", Note), text="ändrat"), "edit card")
    session.do(update(session.state.need("stage", Stage), page=2), "turn page")
    file.close()
    return path, session.state


@pytest.fixture
def session(made, tmp_path):
    """A copy of it to damage."""
    path, state = made
    return Path(shutil.copy(path, tmp_path)), state


def saved(path) -> Salvaged:
    before = path.read_bytes()
    try:
        return salvage(path, path.with_name(".beside.part"))
    finally:
        assert path.read_bytes() == before
        assert [file.name for file in path.parent.iterdir()] == [path.name]


def pages(path, kind):
    """The pages on which records, or rows of the journal, lie."""
    content, sign = path.read_bytes(), {"records": b"notedocument{", "journal": b'{"added":'}[kind]
    each = range(1, len(content) // PAGE)
    return [n for n in each if content[n * PAGE] == 0x0D and sign in content[n * PAGE : (n + 1) * PAGE]]


def spoilt(path, number, content=b"\x55" * PAGE):
    whole = path.read_bytes()
    path.write_bytes(whole[: number * PAGE] + content + whole[(number + 1) * PAGE :])


def test_a_whole_file_is_saved_whole(session):
    path, state = session
    found = saved(path)
    assert found.whole and State(found.records.values()) == state and len(found.journal) > 160


def test_a_file_whose_head_is_gone(session):
    path, state = session
    whole = path.read_bytes()
    for head in (bytes(100), random.randbytes(100), b"\0" * 16 + whole[16:100]):
        path.write_bytes(head + whole[100:])
        found = saved(path)
        assert found.whole and State(found.records.values()) == state


def test_cards_whose_page_is_gone_are_read_out_of_the_journal(session):
    path, state = session
    for number in (pages(path, "records")[1], pages(path, "records")[-1]):
        spoilt(path, number)
    found = saved(path)
    kept = State(found.records.values())
    assert not found.whole
    assert set(state.all(Note)) == set(kept.all(Note)) and kept.all(Agreement) == state.all(Agreement)
    assert found.exercises


def test_where_the_journal_is_gone_too_all_other_cards_are_saved(session):
    path, state = session
    lost = pages(path, "records")[1]
    for number in (lost, *pages(path, "journal")):
        spoilt(path, number)
    found = saved(path)
    assert not found.whole and found.journal == []
    kept = State(found.records.values())
    assert 120 < len(kept.all(Note)) < 159
    assert all(state.get(note.id, Note) == note for note in kept.all(Note)), "nothing is made up"


@pytest.mark.parametrize("part", [0.9, 0.6, 0.3])
def test_a_file_that_was_cut(session, part):
    path, state = session
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    kept = State(saved(path).records.values())
    assert kept.all(Note)
    ever = {*state.all(Note), card(1, "kort 1 " + "åäö " * 60)}
    assert set(kept.all(Note)) <= ever


def test_a_table_that_is_gone(session):
    path, state = session
    changed(path, "DROP TABLE records")
    kept = State(saved(path).records.values())
    assert set(kept.all(Note)) == set(state.all(Note))


@pytest.mark.parametrize("letters", [b"", b"Protokoll\n" * 999, bytes(90_000)])
def test_what_holds_nothing_is_told(tmp_path, letters):
    path = tmp_path / "Frukost.workshop"
    path.write_bytes(letters)
    with pytest.raises(Refusal, match="is empty|Nothing in .* can be read|is damaged|is not a session"):
        saved(path)


def test_a_newer_version_is_not_taken_for_a_damaged_one(session):
    path, _ = session
    changed(path, "PRAGMA user_version = 99")
    with pytest.raises(Refusal, match="newer"):
        saved(path)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_bytes_are_wrong_nothing_is_made_up(session, seed):
    path, state = session
    chance = random.Random(seed)
    content = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 40)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    kept = State(saved(path).records.values())
    same = [note for note in kept.all(Note) if state.get(note.id, Note) == note]
    assert len(same) > 100
