"""Made v1.workshop, a session in format 1 that must keep opening: `python -m tests.sessions.make_v1`."""

from pathlib import Path

from workshop.model import begin
from workshop.model.change import add, update
from workshop.model.record import Note, Stage
from workshop.model.session import Session
from workshop.store.session_file import SessionFile

SAMPLE = Path(__file__).with_name("v1.workshop")


def main() -> None:
    """Begin, write two cards, mark one, take a change of words back."""
    now = 1_792_000_000.0
    SAMPLE.unlink(missing_ok=True)
    file = SessionFile.create(SAMPLE, exercises={"trial": {"exercise.toml": 'name = "trial"\n'}}, clock=lambda: now)
    session = Session(file.state, file, lambda: now)
    session.do(begin.cover("Frukost hos tre förvaltningar", "Lilla gruppen", date="2026-10-14"), "begin")
    session.do(add(Note(id="n1", board="b", list="left", text="Vi svarar aldrig på mejl", order=1.0)), "write card")
    session.do(add(Note(id="n2", board="b", list="right", text="Vi ställer in 🙃", order=2.0)), "write card")
    session.do(update(session.state.need("n1", Note), marks=(("often", 4),)), "mark card")
    session.do(update(session.state.need("n2", Note), text="Vi ställer in mötet"), "edit card")
    session.undo()
    session.do(update(session.state.need("stage", Stage), step="hits"), "go to step")
    file.set_picture("wall", b"\x89PNG")
    file.close()


if __name__ == "__main__":
    main()
