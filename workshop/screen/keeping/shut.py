"""Freezes a session for reading, and thaws it after a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop import clock
from workshop.model.filing import SHUT, filing_of, shut
from workshop.model.refusal import Refusal
from workshop.screen.parts.question import sure

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def ask(window: FacilitatorWindow) -> None:
    """Freeze it; one that is frozen is thawed."""
    bridge, words, keeping = window.bridge, window.words, window.house.keeping
    try:
        if not filing_of(bridge.state).shut:
            window.leaving.keep_picture()  # there will be no other
            if window.finish() and bridge.do(shut(bridge.state, True), SHUT):
                keeping.shut(window.opened)
                bridge.told.emit(words("The session is frozen: it can be read, and nothing in it changes."))
        elif sure(
            window,
            words("Frozen for reading"),
            words("The session was frozen so that nothing in it changes. Thaw it and go on writing?"),
            words("Leave it frozen"),
            words("Thaw it"),
        ):
            keeping.thaw(window.opened)
            bridge.do(shut(bridge.state, False), SHUT)
    except Refusal as no:
        bridge.refused.emit(words.refusal(no))
    window.header.show_saved("" if window.opened.read_only else clock.local("%H:%M"), window.rehearsal)
    window.show_stage()
