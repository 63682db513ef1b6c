"""Anonymous means not stored: the file is read byte by byte, as by somebody who wants to know who wrote what."""

import json
import time
from itertools import pairwise

import pytest

from workshop.model import begin
from workshop.model.boards import KINDS
from workshop.model.change import State, add, together, update
from workshop.model.record import Board, Note, Stage
from workshop.model.refusal import Refusal
from workshop.model.session import Session
from workshop.store.session_file import SessionFile
from workshop.store.sql import connect

SAID = [f"kort{chr(97 + n)}" for n in range(14)]


class AtTheTable:
    """Somebody who writes on one board, in steps that are anonymous and steps that are not."""

    def __init__(self, path) -> None:
        self.path = path
        board = Board(id="r:unsaid", run="r", key="unsaid", kind="two_lists", settings=(("lists", ("all",)),))
        self.file = SessionFile.create(path, together(begin.cover("Prov"), add(board)).apply(State()))
        self.sit()

    def sit(self) -> None:
        self.session = Session(self.file.state, self.file, time.monotonic)

    def opens_again(self) -> None:
        self.file.close()
        self.file = SessionFile.open(self.path, read_only=False)
        self.sit()

    def step(self, anonymous: bool) -> None:
        self.session.do(update(self.session.state.need("stage", Stage), anonymous=anonymous), "")

    def does(self, verb: str, *args, **given) -> None:
        state = self.session.state
        board = state.need("r:unsaid", Board)
        self.session.do(KINDS["two_lists"].verbs[verb](state, board, *args, **given), verb)

    def writes(self, text: str, table: int = 3) -> None:
        self.does("add_note", "all", text, table=table, by="someone")

    def id(self, text: str) -> str:
        return next(n.id for n in self.session.state.all(Note) if n.text == text)

    def rows(self, sql: str) -> list:
        connection = connect(self.path)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()


@pytest.fixture
def table(tmp_path):
    made = AtTheTable(tmp_path / "Prov.workshop")
    yield made
    made.file.close()


def orders(table: AtTheTable) -> dict[str, list[str]]:
    """The cards in every order that the file has: on the board, in the table, in its bytes, in the journal."""
    table.file.close()
    rows = table.rows("SELECT fields FROM records WHERE kind = 'note' ORDER BY rowid")
    found = {"rows": [json.loads(row[0])["text"] for row in rows]}
    raw = table.path.read_bytes()
    found["bytes"] = sorted(found["rows"], key=lambda said: raw.index(said.encode()))
    found["bytes, last"] = sorted(found["rows"], key=lambda said: raw.rindex(said.encode()))
    journal = "".join(row[0] for row in table.rows("SELECT change FROM journal ORDER BY seq"))
    found["journal"] = sorted((said for said in found["rows"] if said in journal), key=journal.index)
    table.file = SessionFile.open(table.path, read_only=False)
    table.sit()
    found["board"] = [note.text for note in table.session.state.all(Note)]
    return found


def test_no_author_and_no_order_is_in_the_file(table):
    table.step(anonymous=True)
    for said in SAID:
        table.writes(said)
    for name, found in orders(table).items():
        assert sorted(found) == SAID, name
        risen = sum(one < other for one, other in pairwise(found))
        assert 0 < risen < len(SAID) - 1, f"{name} tells the order in which they were written: {found}"
        assert found != SAID, name
    assert b"someone" not in table.path.read_bytes()
    assert b'"table":' not in table.path.read_bytes()
    assert len(table.rows("SELECT 1 FROM journal WHERE change LIKE '%kort%'")) == 1, "one row for all, with one time"


def test_what_was_written_with_a_name_still_has_it(table):
    table.writes("före")
    table.step(anonymous=True)
    table.writes("mitt i")
    table.step(anonymous=False)
    table.writes("efter")
    notes = {note.text: note for note in table.session.state.all(Note)}
    assert [notes[said].table for said in ("före", "mitt i", "efter")] == [3, 0, 3]
    assert notes["före"].order < notes["efter"].order


def test_a_copy_of_the_file_tells_no_more_than_the_file(table, tmp_path):
    table.step(anonymous=True)
    for said in SAID:
        table.writes(said)
    table.file.copy_to(tmp_path / "Kopia.workshop")
    copy = AtTheTable.__new__(AtTheTable)
    copy.path, copy.file = tmp_path / "Kopia.workshop", SessionFile.open(tmp_path / "Kopia.workshop", read_only=False)
    assert all(found != SAID for found in orders(copy).values())
    copy.file.close()


def test_the_last_card_is_taken_back_and_done_again_while_the_session_is_open(table):
    table.writes("före")
    table.step(anonymous=True)
    for said in SAID[:3]:
        table.writes(said)
    before = table.session.state
    table.does("remove_note", table.id(SAID[0]))
    for _ in range(2):
        table.session.undo()
    assert sorted(n.text for n in table.session.state.all(Note)) == sorted(["före", *SAID[:2]])
    table.session.redo()
    assert table.session.state == before
    table.step(anonymous=False)
    for _ in range(4):
        table.session.undo()
    assert not table.session.state.all(Note)


def test_after_a_restart_nothing_of_it_can_be_undone_and_what_came_later_can(table):
    table.writes("före")
    table.step(anonymous=True)
    table.writes("mitt i")
    table.step(anonymous=False)
    table.writes("efter")
    table.opens_again()
    assert [step.label for step in table.session.history.behind] == ["add_note"]
    table.session.undo()
    assert sorted(n.text for n in table.session.state.all(Note)) == ["före", "mitt i"]
    with pytest.raises(Refusal, match="anonymous step keeps no order"):
        table.session.undo()
    assert sorted(n.text for n in table.session.state.all(Note)) == ["före", "mitt i"]


def test_undo_says_why_it_ends_also_where_all_there_is_was_written_anonymously(table):
    table.opens_again()
    with pytest.raises(Refusal, match="nothing to undo"):
        table.session.undo()
    table.step(anonymous=True)
    table.writes("mitt i")
    table.opens_again()
    with pytest.raises(Refusal, match="anonymous step keeps no order"):
        table.session.undo()


def test_what_is_taken_back_past_an_anonymous_step_is_never_done_again_after_a_restart(table):
    table.writes("före")
    table.step(anonymous=True)
    table.writes("mitt i")
    table.session.undo()
    table.step(anonymous=False)
    table.does("edit_note", table.id("före"), "annat")
    for _ in range(2):
        table.session.undo()
    table.opens_again()
    assert not table.session.history.ahead and not table.session.state.all(Note)


def test_a_damaged_row_is_mended_from_the_journal_also_after_an_anonymous_step(table):
    table.step(anonymous=True)
    for said in SAID[:4]:
        table.writes(said)
    table.step(anonymous=False)
    table.writes("efter")
    state = table.session.state
    table.file.close()
    connection = connect(table.path)
    connection.execute("UPDATE records SET fields = replace(fields, 'kort', 'fort') WHERE kind = 'note'")
    connection.close()
    table.file = SessionFile.open(table.path, read_only=False)
    assert table.file.state == state and table.file.notice
