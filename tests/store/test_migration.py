"""An older session is brought up to date where it lies, and a copy of it as it was lies beside."""

import subprocess
import sys

import pytest

from tests.store.at_work import card, reopened, start
from workshop.model.change import add
from workshop.model.refusal import Refusal
from workshop.store import opening, schema, sql
from workshop.store.backups import MIGRATION, kept, newest
from workshop.store.session_file import SessionFile
from workshop.store.sql import connect


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "Frukost.workshop"
    file, session = start(path)
    session.do(add(card(1)), "write card")
    file.close()
    return path


@pytest.fixture
def next_format(monkeypatch):
    """The next version of the program, which keeps one thing more."""

    def second(database) -> None:
        database.table("rooms").create({"id": str}, pk="id")

    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, second])
    for module in (sql, opening):
        monkeypatch.setattr(module, "FORMAT", 2)


def test_an_older_session_is_brought_up_to_date_and_kept_as_it_was(path, next_format):
    before = path.read_bytes()
    file, session = reopened(path)
    assert "n1" in session.state and file.notice is None
    assert session.undo() == "write card"
    session.do(add(card(2)), "write card")
    file.close()
    backup = newest(path)
    assert backup and backup.why == MIGRATION and backup.path.read_bytes() == before
    again, _ = reopened(path)
    assert again.state == session.state
    assert len(kept(path)) == 1
    connection = connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert connection.execute("SELECT count(*) FROM rooms").fetchone() == (0,)


def test_todays_version_refuses_what_the_next_one_has_touched(path, monkeypatch):
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, lambda database: None])
        for module in (sql, opening):
            tomorrow.setattr(module, "FORMAT", 2)
        tomorrow.setattr(schema.MIGRATIONS[-1], "__name__", "second")
        SessionFile.open(path).close()
    with pytest.raises(Refusal, match="newer Verkstad"):
        SessionFile.open(path)


def test_a_session_that_can_not_be_brought_up_to_date_is_as_it_was(path, next_format, monkeypatch):
    def third(database) -> None:
        database.execute("DELETE FROM records")
        database.execute("SELECT * FROM nowhere")

    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, third])
    before = path.read_bytes()
    with pytest.raises(Refusal, match="older Verkstad"):
        SessionFile.open(path)
    assert path.read_bytes() == before


def test_the_plug_is_pulled_while_a_session_is_brought_up_to_date(path, next_format):
    program = """
import os, sys
from pathlib import Path
from workshop.store import opening, schema, sql
from workshop.store.session_file import SessionFile
def second(database):
    database.execute("PRAGMA cache_size = 1")
    database.execute("UPDATE records SET fields = hex(randomblob(9000))")
    os._exit(9)
schema.MIGRATIONS.append(second)
sql.FORMAT = opening.FORMAT = 2
SessionFile.open(Path(sys.argv[1]))
"""
    killed = subprocess.run([sys.executable, "-c", program, path])
    assert killed.returncode == 9
    file, session = reopened(path)
    assert file.notice is None and "n1" in session.state
    assert [step.label for step in session.history.behind] == ["begin", "write card"]
