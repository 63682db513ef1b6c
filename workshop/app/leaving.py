"""What leaves the program: written at once, or by a process of its own so that the windows don't stutter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.app.opening import copies_in, session_in
from workshop.store.settings import home_folder
from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.model.visible import Audience


def export(file: Path, kind: str, out: Path, audience: Audience, language: str, **wanted: Any) -> None:
    """Write what is wanted of a session (see Wish), for an audience, as a kind of file."""
    from workshop.paper.kinds import write
    from workshop.paper.organisation import organisation
    from workshop.paper.wish import Wish

    with session_in(file) as (state, exercises):
        copies = copies_in(file, exercises) if kind == "json" else {}
        about = {"copies": copies, "organisation": organisation(home_folder())}
        wish = Wish(state, exercises, Catalogue(language), audience, **about, **wanted)
        if kind == "png":
            from workshop.app.pictures import write as draw

            draw(out, wish)
        else:
            write(kind, out, wish)
