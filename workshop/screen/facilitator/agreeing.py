"""An agreement from wherever one stands: of the picked card or from nothing, also where no step is about agreeing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from workshop.model.exercise import Step
from workshop.model.outcomes import made_on
from workshop.model.picture import View
from workshop.model.record import Board, Id, Stage
from workshop.model.stage import view_of

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def begin(window: FacilitatorWindow, card: Id = "") -> None:
    """Begin an agreement that comes from a card; "" from none."""
    window.programming.show(False)
    window.papers.open(1)
    window.papers.agreed.begin_from(card)


def agreed_step(window: FacilitatorWindow) -> Step | None:
    """The exercise's step about what is agreed now, and not about what was, where it has one."""
    made = made_on(window.bridge.state, window.bridge.state.need("stage", Stage).run)
    return next((step for step in window.opened.exercise.steps if made and step.board == made.key), None)


def view(window: FacilitatorWindow) -> View:
    """The run's agreements, as their board has them; as any exercise's where this one has no board for them."""
    state, step = window.bridge.seen, agreed_step(window)
    if step:
        return view_of(state, window.opened.exercise, window.text, window.words, step)
    run = state.need("stage", Stage).run
    board = Board(id=f"{run}:agreements", run=run, key="agreements", kind="agreements")
    return View(
        state, board, Step("agreements", 0, "agreements", "table"), window.text.board("agreements"), window.words
    )


def work_on(window: FacilitatorWindow, id: Id) -> None:
    """Go to the step where agreements lie on the board, with one picked; change it here where there is no such step."""
    step = agreed_step(window)
    if step is None:
        window.papers.agreed.change(id)
        return
    window.go_to(step.key)
    window.desk.pick((id,))
    window.desk.board.setFocus(Qt.FocusReason.OtherFocusReason)
