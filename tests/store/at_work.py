"""A group at work, the same for the same numbers; run as a program it works in a file until somebody stops it."""

import random
import sys
import time
from pathlib import Path

from workshop.model import begin
from workshop.model.change import Change, add, remove, update
from workshop.model.record import Agreement, Note, Stage
from workshop.model.refusal import Refusal
from workshop.model.session import Session
from workshop.store.session_file import SessionFile
from workshop.store.sql import connect

TEXTS = {"trial": {"exercise.toml": 'name = "trial"\n', "text.sv.toml": 'title = "Prov på åäö"\n'}}


def start(path: Path, **more) -> tuple[SessionFile, Session]:
    """A new session with a cover and a stage, in a file."""
    file = SessionFile.create(path, exercises=TEXTS, **more)
    session = Session(file.state, file, time.monotonic)
    session.do(begin.cover("Frukost hos tre förvaltningar", "Lilla gruppen", date="2026-10-14"), "begin")
    return file, session


def reopened(path: Path, **more) -> tuple[SessionFile, Session]:
    """The session in a file, opened again."""
    file = SessionFile.open(path, **more)
    return file, Session(file.state, file, time.monotonic)


def changed(path: Path, *statements: str) -> bytes:
    """The file after somebody else has changed it with other tools."""
    connection = connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return path.read_bytes()


def card(number: int, text: str = "") -> Note:
    """A card with a text of its own."""
    return Note(id=f"n{number}", board="b", list="left", text=text or f"kort {number} åäö", order=float(number))


def work(session: Session, seed: int, number: int) -> None:
    """Do one thing; which one depends on the seed, the number and what lies on the board."""
    chance = random.Random(seed * 100_000 + number)
    notes = session.state.all(Note)
    what = chance.choice(("write", "write", "edit", "edit", "page", "remove", "undo", "redo", "many"))
    try:
        if what == "write" or not notes:
            session.do(add(card(number)), "write card")
        elif what == "edit":
            session.do(update(chance.choice(notes), text=f"ändrat {number}" * chance.randint(1, 200)), "edit card")
        elif what == "page":
            session.do(update(session.state.need("stage", Stage), page=number), "turn page")
        elif what == "remove":
            session.do(remove(chance.choice(notes)), "remove card")
        elif what == "many":
            session.do(
                Change({f"a{number}:{i}": Agreement(id=f"a{number}:{i}", text="x" * 900) for i in range(40)}), "agree"
            )
        elif what == "undo":
            session.undo()
        else:
            session.redo()
        if chance.random() < 0.05:
            session.erase(Change())
    except Refusal:
        pass  # nothing to undo or redo


def main(path: Path, seed: int) -> None:
    """Work, and say the number of each thing that is done and saved."""
    file, session = start(path)
    for number in range(1_000_000):
        print(number, flush=True)
        work(session, seed, number)
        if number % 13 == 12:
            file.copy_to(path.with_name("copy.workshop"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
