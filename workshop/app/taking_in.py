"""A session taken in from the JSON that it was written to."""

from __future__ import annotations

from pathlib import Path

from workshop.app.opening import exercises_in
from workshop.model.refusal import Refusal


def take_in(file: Path, out: Path) -> None:
    """Make a session file of a full JSON file; Refusal where it isn't one, and nothing is left behind then."""
    from workshop.paper.data import read_json
    from workshop.store.session_file import SessionFile

    read = read_json(file)
    made = SessionFile.create(out, read.state, read.copies)
    try:
        exercises_in(made, made.state, file)
    except Refusal:
        made.close()
        out.unlink()
        raise
    made.close()
