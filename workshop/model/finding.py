"""Finding again whatever was written in a session: where it lies, and the step that shows it."""

from collections.abc import Iterator
from itertools import chain

from workshop.model.boards import KINDS
from workshop.model.carry import origin, place_of
from workshop.model.change import State
from workshop.model.exercise import Exercises, ExerciseText
from workshop.model.picture import Branch, Frame, Picture, View
from workshop.model.record import Board, FollowUp, Id, Note, Parked, Record, Run
from workshop.model.value import valueclass
from workshop.model.words import Words


@valueclass
class Found:
    """Something that was written: its words, and the board that it lies on; None where it waits in the parking lot.

    `origin` is what it was carried here from, where that is known.
    """

    id: Id
    text: str
    board: Board | None
    origin: Record | None = None


def written(state: State, here: Id = "") -> Iterator[Found]:
    """All that says something, the nearest first; `state` is what whoever asks may see.

    Nearest is the board that one stands at, then the run's other boards, the parking lot, and the other runs' boards.
    """
    runs, at = {run.id: number for number, run in enumerate(state.all(Run))}, state.get(here, Board)
    boards = sorted(state.all(Board), key=lambda board: (board.id != here, runs.get(board.run, 0), board.order))
    near = [board for board in boards if at and board.run == at.run]
    far = [board for board in boards if board not in near]
    for board in near:
        yield from _on(state, board)
    for line in state.all(Parked):
        yield Found(line.id, line.text, None)
    for board in far:
        yield from _on(state, board)


def _on(state: State, board: Board) -> Iterator[Found]:
    for record in KINDS[board.kind].lying(state, board):
        if text := _words(record):
            yield Found(record.id, text, board, origin(state, record.id))


def _words(record: Record) -> str:
    """What something says, on both sides where it has two."""
    if isinstance(record, FollowUp):
        return record.question
    said = (getattr(record, name, "") for name in ("heading", "text", "wording", "problem", "flip", "why"))
    return " · ".join(part for part in dict.fromkeys(said) if part)


def shown_at(
    state: State, exercises: Exercises, text: ExerciseText, words: Words, board: Board, thing: Id, frame: Frame
) -> tuple[Id, str, Id] | None:
    """The run, the step and the card where it can be seen: at the step that the run stands on, if that shows it.

    Rather a step that draws it in the frame than one that only tells of it in words.
    """
    run = state.get(board.run, Run)
    if run is None or run.exercise not in exercises:
        return None
    note = state.get(thing, Note)
    id = note.merged if note and note.merged else thing
    steps = [step for step in exercises[run.exercise][0].steps if step.board == board.key]
    place = place_of(state, exercises, state.need(id, Record))
    steps.sort(key=lambda step: step.key != (place[1] if place else ""))
    kind, views = KINDS[board.kind], [View(state, board, step, text.board(board.key), words) for step in steps]
    drawn = (view for view in views if id in _drawn(kind.layout(view, frame)))
    told = (view for view in views if id in set(_ids(kind.outline(view))))
    if found := next(chain(drawn, told), None):
        return run.id, found.step.key, id
    return (run.id, steps[0].key, id) if steps else None


def _drawn(picture: Picture) -> set[Id]:
    return {one.id for one in (*picture.placed, *picture.strokes)}


def _ids(branches: tuple[Branch, ...]) -> Iterator[Id]:
    for branch in branches:
        yield branch.id
        yield from _ids(branch.below)
