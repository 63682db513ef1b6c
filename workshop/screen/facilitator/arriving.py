"""Arriving in a session at something that was found in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.model.finding import written
from workshop.model.planned import Block, Programme
from workshop.model.record import Id, Memo, Record
from workshop.screen.facilitator import finding

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def arrive(window: FacilitatorWindow, id: Id) -> None:
    """Go to where a record can be seen: on its board, picked, or its note, or the programme; else stay where one is."""
    record = window.bridge.seen.get(id, Record)
    if isinstance(record, Memo):
        window.switch.go_to(record.run, record.step)
        window.papers.open(2)
    elif isinstance(record, (Block, Programme)):
        window.programming.show(True)
        if isinstance(record, Block):
            window.programming.work.page.list.pick([record.id])
    elif found := next((each for each in written(window.bridge.seen) if each.id == id), None):
        finding.go(window, found)
