"""What the wall shows while no exercise is on: the title of the block that has begun, and after it the board again."""

from __future__ import annotations

import datetime
import time

from workshop import clock
from workshop.model import title_slide
from workshop.model.change import Change, State, together, update
from workshop.model.planned import Block
from workshop.model.programme import slot_of
from workshop.model.record import Stage
from workshop.model.today import going_on
from workshop.screen.bridge import Bridge


def title_of(bridge: Bridge, block: Block, now: str) -> Change:
    """A block's title in place of the board; in a break the clock runs, so that one sees when to be back."""
    state = bridge.state
    stage, slot = state.need("stage", Stage), slot_of(state, block.id)
    if slot is None:
        return Change()
    if not stage.block:  # otherwise the board is away already
        bridge.trail.leaves(stage, time.monotonic())
    began = _began(state, block, now)
    passed = (datetime.datetime.fromisoformat(now) - datetime.datetime.fromisoformat(began)).total_seconds()
    shown = title_slide.stand_on(stage, block, began, slot.end - slot.start)
    left, since = 60.0 * (slot.end - slot.start) - passed, 0.0
    if title_slide.comes_back(state, block):
        since = clock.seconds()
    return shown.then(update(shown.apply(state).need("stage", Stage), left=left, since=round(since, 1)))


def _began(state: State, block: Block, now: str) -> str:
    """When a block that goes on began; one that doesn't begins now."""
    open = going_on(state)
    return open.began if open and open.block == block.id else now


def retimed(state: State, change: Change) -> Change:
    """A change of the plan, and with it the time of what stands on the wall, where that is to take more or less."""
    stage = state.need("stage", Stage)
    before, after = change.updated.get(stage.block, {}).get("minutes", (0, 0))
    if before == after or "stage" in change.updated:
        return change
    seconds = 60.0 * (after - before)
    timed = title_slide.moved(stage, seconds)
    return together(change, timed, update(stage, left=round(stage.left + seconds, 1)))


def board_again(bridge: Bridge, minutes: int) -> Change:
    """The board, with the step's clock as it stood when a title took its place; `minutes` are the step's own."""
    stage, now = bridge.state.need("stage", Stage), time.monotonic()
    board = {"message": "", "alone": False, "block": "", "until": ""}
    if not stage.block:
        return update(stage, **board)
    left = bridge.trail.stood(stage.run, stage.step)
    if back := bridge.trail.back(stage, stage.run, stage.step, now):
        return back
    seconds = 60.0 * minutes
    if left:
        before = left[1]
        passed = clock.seconds() - (now - left[0]) - before.since if before.since else 0.0
        seconds = round(before.left - passed, 1)
        board |= {name: getattr(before, name) for name in ("close", "spotlight", "large", "parking", "agreed", "page")}
    return update(stage, **board, left=seconds, since=0.0)
