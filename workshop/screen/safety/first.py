"""A backup before something comes into a session from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workshop.model.refusal import Refusal
from workshop.screen.parts.waiting import when_done

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def backed_up(window: FacilitatorWindow, act: Callable[[], object]) -> None:
    """Back the session up, and then do it; where no backup can be made that is told, and it is not done."""
    if window.rehearsal or window.opened.read_only:
        act()
        return

    def refused(no: Refusal) -> None:
        window.messages.say(window.words.refusal(no))

    try:
        job = window.house.backups.start(window.opened.path, "import", window.language)
    except Refusal as no:
        refused(no)
    else:
        when_done(window, job, act, refused)
