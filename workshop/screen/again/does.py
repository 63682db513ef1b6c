"""What the actions of the menu “Use again” do, in a session's window and at home."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from workshop.model.refusal import Refusal

if TYPE_CHECKING:
    from workshop.model.other import Other
    from workshop.screen.again.seat import Seat
    from workshop.screen.facilitator.window import FacilitatorWindow
    from workshop.screen.home.window import HomeWindow


def again(window: FacilitatorWindow) -> dict[str, Callable[[], object]]:
    """By the names in facilitator/actions.py; each is read when it is first asked for."""

    def first(act: Callable[[], object]) -> None:
        import_module("workshop.screen.safety.first").backed_up(window, act)

    def tried(act: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            try:
                act()
            except Refusal as no:
                window.bridge.refused.emit(window.words.refusal(no))

        return run

    return {
        "follow_up": tried(lambda: _of("sheets").follow_up(seat_of(window), _kept(window))),
        "copy_bare": tried(lambda: _of("sheets").copy(seat_of(window), _kept(window))),
        "fetch_exercise": lambda: first(tried(lambda: _of("fetching").exercise(window))),
        "fetch_board": lambda: first(tried(lambda: _of("fetching").board(window))),
        "replay": tried(lambda: _of("replaying").show(seat_of(window), _kept(window))),
        "hand_over": tried(lambda: _of("handing").show(seat_of(window), _kept(window))),
        "compare": tried(lambda: _of("comparing").begin(seat_of(window), window.opened.path, _now(window))),
    }


def follow_up(home: HomeWindow, path: Path) -> None:
    """Begin the follow-up of a session at home."""
    _of("sheets").follow_up(_home_seat(home), path)


def copy_bare(home: HomeWindow, path: Path) -> None:
    """Copy a session at home without its content."""
    _of("sheets").copy(_home_seat(home), path)


def compare(home: HomeWindow, path: Path) -> None:
    """Compare a session at home with another one."""
    _of("comparing").begin(_home_seat(home), path)


def replay(home: HomeWindow, path: Path) -> None:
    """Show a session at home from its beginning."""
    _of("replaying").show(_home_seat(home), path)


def hand_over(home: HomeWindow, path: Path) -> None:
    """Show what a session at home would hand over."""
    _of("handing").show(_home_seat(home), path)


def _of(name: str) -> ModuleType:
    """One of the files here, read when it is first needed."""
    return import_module(f"workshop.screen.again.{name}")


def _kept(window: FacilitatorWindow) -> Path:
    """The session's file, with all that is half written in it; Refusal in a rehearsal, of which nothing is kept."""
    if window.rehearsal:
        raise Refusal("A rehearsal is not kept. Go back to the session first (Ctrl+R).")
    window.finish()
    return window.opened.path


def _now(window: FacilitatorWindow) -> Other:
    """The session as it stands in its window."""
    window.finish()
    other = window.house.again.read(window.opened.path)
    return replace(other, state=window.bridge.state)


def seat_of(window: FacilitatorWindow) -> Seat:
    """A session's window as the one from which something is used again."""
    from workshop.screen.again.seat import Seat

    def refuse(no: Refusal) -> None:
        window.bridge.refused.emit(window.words.refusal(no))

    return Seat(window, window.house, window.words, window.theme, window.session_wanted.emit, refuse)


def _home_seat(home: HomeWindow) -> Seat:
    from workshop.screen.again.seat import Seat
    from workshop.screen.theme import themed

    theme = themed(home.house.setting("theme", "light"))
    return Seat(home, home.house, home.words, theme, home.open_file, home.say_no)
