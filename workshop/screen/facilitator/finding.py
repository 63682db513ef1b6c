"""Finding a card on any board of the session, and going there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from workshop.model.exercise import in_language
from workshop.model.finding import Found, shown_at, written
from workshop.model.record import Run
from workshop.screen.boards.desk import Pick

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def find(window: FacilitatorWindow) -> None:
    """Ask for a few letters of it, and go to what is chosen."""
    from workshop.screen.parts.chooser import Chooser

    lying = {found.id: found for found in written(window.bridge.seen)}
    if not lying:
        window.bridge.refused.emit(window.words("There is nothing to find yet. Write a card first."))
        return
    names = window.switch.names()
    picks = [Pick(f.id, f.text, detail=f"{names[f.board.run]} · {_board_title(window, f)}") for f in lying.values()]
    chooser = Chooser(window, window.words("Find a card"), picks, window.words)
    if chooser.exec() and (chosen := lying.get(chooser.chosen())):
        go(window, chosen)


def go(window: FacilitatorWindow, found: Found) -> None:
    """Go to where something lies, with it picked."""
    place = shown_at(window.bridge.seen, window.opened.exercises, _text(window, found), window.words, found)
    if place is None:
        return
    run, step, id = place
    window.programming.show(False)
    if (run, step) != (window.room.stage.run, window.step.key):
        window.switch.go_to(run, step)
    window.desk.pick_and_show(id)
    window.desk.shown().setFocus(Qt.FocusReason.ShortcutFocusReason)


def _text(window: FacilitatorWindow, found: Found):
    run = window.bridge.state.need(found.board.run, Run)
    return in_language(window.opened.exercises[run.exercise][1], window.language)


def _board_title(window: FacilitatorWindow, found: Found) -> str:
    return _text(window, found).board(found.board.key).title
