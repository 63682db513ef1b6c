"""Finding a card on any board of the session, or a line that waits, and going there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from workshop.model.elsewhere import Elsewhere
from workshop.model.exercise import in_language
from workshop.model.finding import Found, shown_at, written
from workshop.model.outcomes import board_of
from workshop.model.record import Board, Parked, Run
from workshop.screen.boards.desk import Pick

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def find(window: FacilitatorWindow) -> None:
    """Ask for a few letters of it, and go to what is chosen."""
    from workshop.screen.parts.chooser import Chooser

    lying = {found.id: found for found in written(window.bridge.seen, window.desk.desk.board.id)}
    if not lying:
        window.bridge.refused.emit(window.words("There is nothing to find yet. Write a card first."))
        return
    picks = [Pick(found.id, found.text, detail=_told(window, found)) for found in lying.values()]
    chooser = Chooser(window, window.words("Find a card"), picks, window.words)
    if chooser.exec() and (chosen := lying.get(chooser.chosen())):
        go(window, chosen)


def go(window: FacilitatorWindow, found: Found) -> None:
    """Go to where something lies, with it picked."""
    if found.board is None:
        from workshop.screen.facilitator import parking_lot

        parking_lot.open_lot(window).mark(found.id)
        return
    text = _text(window, found.board)
    seen, frame = window.bridge.seen, window.desk.frame()
    place = shown_at(seen, window.opened.exercises, text, window.words, found.board, found.id, frame)
    if place is None:
        return
    run, step, id = place
    window.programming.show(False)
    if (run, step) != (window.room.stage.run, window.step.key):
        window.switch.go_to(run, step)
    window.desk.pick_and_show(id)
    window.desk.shown().setFocus(Qt.FocusReason.ShortcutFocusReason)


def _text(window: FacilitatorWindow, board: Board):
    run = window.bridge.state.need(board.run, Run)
    return in_language(window.opened.exercises[run.exercise][1], window.language)


def _told(window: FacilitatorWindow, found: Found) -> str:
    """Where something lies, and where it was carried from."""
    words, seen = window.words, window.bridge.seen
    if found.board is None:
        table = seen.need(found.id, Parked).table
        return " · ".join((words("Parking lot"), *((words("Table {n}", n=table),) if table else ())))
    lies = f"{window.switch.names()[found.board.run]} · {_text(window, found.board).board(found.board.key).title}"
    came = _came_from(window, found)
    return f"{lies} · {words('carried from {place}', place=came)}" if came else lies


def _came_from(window: FacilitatorWindow, found: Found) -> str:
    """Another exercise, or another session; "" where it was written where it lies."""
    state, record = window.bridge.seen, found.origin
    if isinstance(record, Elsewhere):
        return record.session
    board = record and (state.get(getattr(record, "board", ""), Board) or board_of(state, record))
    if not board or not found.board or board.run == found.board.run:
        return ""
    return window.switch.names().get(board.run, "")
