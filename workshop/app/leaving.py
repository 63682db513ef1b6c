"""What leaves the program: written at once, or by a process of its own so that the windows don't stutter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.app.mark import mark
from workshop.app.opening import copies_in, session_in
from workshop.catalog import folder
from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.model.change import State
    from workshop.model.exercise import Exercises
    from workshop.model.visible import Audience


@contextmanager
def _session(file: Path, language: str) -> Iterator[tuple[State, Exercises]]:
    """The session in a file; of an exercise's folder, one in which nothing has been written."""
    if (file / folder.PLAN).is_file():
        from workshop.app.blank import begun

        session, exercises = begun(file, Catalogue(language))
        yield session.state, exercises
        return
    with session_in(file) as found:
        yield found


def export(file: Path, kind: str, out: Path, audience: Audience, language: str, **wanted: Any) -> None:
    """Write what is wanted of a session or of an exercise's folder (see Wish), for an audience, as a kind of file."""
    from workshop.paper.kinds import write
    from workshop.paper.wish import Wish

    with _session(file, language) as (state, exercises):
        copies = copies_in(file, exercises) if kind == "json" else {}
        about = {"copies": copies, "organisation": mark()}
        wish = Wish(state, exercises, Catalogue(language), audience, **about, **wanted)
        if kind == "png":
            from workshop.app.pictures import write as draw

            draw(out, wish)
        else:
            write(kind, out, wish)
