"""One thing done is one transaction on the disk, as dear in a large session as in a small one."""

import pytest

from tests.store.at_work import card, start
from workshop.model.change import Change, State, remove, update
from workshop.model.record import Cover, Note, Stage
from workshop.model.session import Session
from workshop.store.session_file import SessionFile


def traced(file: SessionFile) -> list[str]:
    """The statements that SQLite carries out from now on."""
    statements: list[str] = []
    file._connection.set_trace_callback(statements.append)
    return statements


def commits(statements: list[str]) -> int:
    return sum(statement.upper().startswith(("COMMIT", "END")) for statement in statements)


def test_whatever_is_done_is_one_synced_transaction(tmp_path):
    file, session = start(tmp_path / "Frukost.workshop")
    assert file._connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
    assert file._connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert file._connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    statements = traced(file)
    for act in (
        lambda: session.do(Change({f"n{i}": card(i) for i in range(30)}), "write cards"),
        lambda: session.do(update(session.state.need("n3", Note), text="ändrat", hands=3), "edit card"),
        lambda: session.do(
            Change(
                {}, {"n4": session.state.need("n4", Note)}, update(session.state.need("stage", Stage), page=1).updated
            ),
            "remove card",
        ),
        lambda: session.do(update(session.state.need("stage", Stage), page=2), "turn page"),
        session.undo,
        session.redo,
    ):
        statements.clear()
        act()
        assert commits(statements) == 1
        assert file._connection.in_transaction  # the file is held for the next change


def test_what_changes_nothing_costs_nothing(tmp_path):
    file, session = start(tmp_path / "Frukost.workshop")
    statements = traced(file)
    session.do(update(session.state.need("stage", Stage), page=0), "turn page")
    assert not statements


@pytest.mark.parametrize("what", ["edit", "remove"])
def test_an_edit_takes_as_many_steps_among_5000_cards_as_among_10(tmp_path, what):
    """Counted in instructions of SQLite's own machine, so that it holds on any computer."""
    few, many = (_instructions(tmp_path / f"{cards}.workshop", cards, what) for cards in (10, 5000))
    assert few > 20
    assert many <= few * 1.2


def _instructions(path, cards: int, what: str) -> int:
    notes = [card(number) for number in range(cards)]
    file = SessionFile.create(path, State([Cover(id="cover"), Stage(id="stage"), *notes]))
    session = Session(file.state, file, lambda: 0.0)
    session.do(update(notes[1], text="först"), "edit card")
    count = [0]

    def counted() -> int:
        count[0] += 1
        return 0

    file._connection.set_progress_handler(counted, 1)
    session.do(update(notes[5], text="sedan") if what == "edit" else remove(notes[5]), "edit card")
    file._connection.set_progress_handler(None, 0)
    return count[0]
