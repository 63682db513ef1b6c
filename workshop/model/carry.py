"""Carrying something on from one exercise to another, and finding the way back to where it came from."""

from collections.abc import Iterator, Mapping

from workshop.model.boards import KINDS
from workshop.model.change import State
from workshop.model.exercise import Exercise, Exercises
from workshop.model.kind import Carried
from workshop.model.picture import View
from workshop.model.record import Board, Id, Record, Run, Stage


def carried(view: View, id: Id) -> Carried | None:
    """What a thing on a board is when it is carried on; None where it is nothing that can be."""
    return KINDS[view.board.kind].carries(view.state, view.board, id)


def takers(exercise: Exercise, what: str) -> Iterator[str]:
    """The keys of an exercise's boards that take such a thing."""
    for plan in exercise.boards:
        if what in dict(plan.settings).get("takes", ()) and KINDS[plan.kind].receive:
            yield plan.key


def origin(state: State, id: Id) -> Record | None:
    """The thing that another one was carried from, where it is still there."""
    record = state.get(id, Record)
    return state.get(getattr(record, "origin", ""), Record) if record else None


def place_of(state: State, exercises: Exercises, record: Record) -> tuple[Id, str] | None:
    """The run and the step where a thing lies: the one that the run stands on if it shows the board, else the last."""
    board = state.get(getattr(record, "board", ""), Board)
    if board is None:
        from workshop.model.outcomes import board_of  # what lies in the run, and not on a board

        board = board_of(state, record)
    run = state.get(board.run, Run) if board else None
    if board is None or run is None:
        return None
    exercise, _ = exercises[run.exercise]
    shown = [step.key for step in exercise.steps if step.board == board.key]
    stage = state.get("stage", Stage)
    left = {**dict(stage.places), stage.run: stage.step}.get(run.id, "") if stage else ""
    return run.id, left if left in shown else shown[-1]


def names(state: State, titles: Mapping[str, str]) -> dict[Id, str]:
    """What each run is called: its exercise's title, with a number where the same is run several times."""
    runs = state.all(Run)
    named = {}
    for run in runs:
        same = [other.id for other in runs if other.exercise == run.exercise]
        number = f" {same.index(run.id) + 1}" if len(same) > 1 else ""
        named[run.id] = titles[run.exercise] + number
    return named
