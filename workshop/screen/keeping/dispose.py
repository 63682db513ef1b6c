"""Lays the session that one works in aside to be disposed of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def ask(window: FacilitatorWindow) -> None:
    """Lay it aside and go home, where it is deleted or taken back."""
    words = window.words
    if window.rehearsal:
        window.bridge.refused.emit(words("A rehearsal is not kept. Go back to the session first (Ctrl+R)."))
    elif window.finish():
        window.house.keeping.lay_aside([window.opened.path])
        window.home_wanted.emit()
