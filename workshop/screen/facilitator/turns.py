"""A round from the facilitator's side: who is in it, whose turn comes next, and the line that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.model import rounds
from workshop.model.change import Change
from workshop.model.parties import taking_part
from workshop.model.record import Party, Stage
from workshop.screen.boards.desk import Pick
from workshop.screen.parts.turn_line import TurnLine

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

MOST = 12  # tables in a room
_PARTIES = "parties"


def onward(window: FacilitatorWindow) -> None:
    """Pass the floor on; where no round is on, ask who is in it and begin one."""
    stage = _stage(window)
    if rounds.now(stage):
        _do(window, rounds.next_turn(stage))
    elif turns := _asked(window):
        window.bridge.do(rounds.begin_round(stage, turns), "")
        window.desk.capture.focus()


def skip(window: FacilitatorWindow) -> None:
    """Let whoever has the floor have it last."""
    _do(window, rounds.skip_turn(_stage(window)) if rounds.now(_stage(window)) else None)


def before(window: FacilitatorWindow) -> None:
    """Give the floor back to the one before."""
    _do(window, rounds.turn_before(_stage(window)) if rounds.now(_stage(window)) else None)


def end(window: FacilitatorWindow) -> None:
    """End the round here."""
    _do(window, rounds.end_round(_stage(window)) if rounds.now(_stage(window)) else None)


def _do(window: FacilitatorWindow, change: Change | None) -> None:
    if change is None:
        window.bridge.refused.emit(window.words("No round is on. Ctrl+J begins one."))
        return
    window.bridge.do(change, "")
    if not rounds.now(_stage(window)):
        window.bridge.told.emit(window.words("The round is over."))


def _stage(window: FacilitatorWindow) -> Stage:
    return window.bridge.state.need("stage", Stage)


def _asked(window: FacilitatorWindow) -> tuple[str, ...]:
    """Who is in the round; nobody where it was called off."""
    from workshop.screen.parts.chooser import Chooser

    words, state = window.words, window.bridge.state
    parties = taking_part(state, _stage(window).run)
    there = rounds.most_tables(state)
    counts = sorted(range(2, MOST + 1), key=lambda n: n != there)
    picks = [Pick(_PARTIES, " · ".join(party.name for party in parties))] if len(parties) > 1 else []
    picks += [Pick(str(n), words("{n} tables", n=n)) for n in counts]
    chooser = Chooser(window, words("A round: who has the floor once each?"), picks, words)
    chosen = chooser.chosen() if chooser.exec() else ""
    if chosen == _PARTIES:
        return tuple(party.id for party in parties)
    return rounds.tables(int(chosen)) if chosen else ()


def show(window: FacilitatorWindow) -> None:
    """Say whose turn it is above the writing line, and have that table or party write."""
    state, desk = window.bridge.state, window.desk
    stage, words = _stage(window), window.words
    turn = rounds.now(stage)
    if desk.turn_line is None:
        if not turn:
            return
        made = window.actions_
        desk.turn_line = TurnLine(made["turn"], made["skip"], words("Next"), words("Later"))
        desk.lay_above_writing(desk.turn_line)
    desk.turn_line.say(*rounds.told(state, stage, words))
    if turn != desk.turn:
        if state.get(turn, Party):
            desk.capture.pick(turn)
        if turn or rounds.table_of(desk.turn):
            desk.capture.stand(rounds.table_of(turn))
        desk.turn = turn
