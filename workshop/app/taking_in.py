"""A session taken in from the JSON that it was written to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.app.opening import exercises_in
from workshop.model.refusal import Refusal

if TYPE_CHECKING:
    from workshop.store.library import Library


def into_library(library: Library, file: Path) -> Path:
    """Make a session file of a full JSON file among the other sessions, and say where; Refusal where it isn't one."""
    from workshop.model.record import Cover
    from workshop.paper.data import read_json

    try:
        cover = read_json(file).state.get("cover", Cover)
    except OSError as no:
        raise Refusal("“{name}” can't be read ({why}).", name=file.name, why=no.strerror or no) from no
    out = library.fresh_path(cover.title if cover else file.stem, cover.date if cover else "")
    take_in(file, out)
    return out


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
