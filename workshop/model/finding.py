"""Finding again whatever was written in a session: where it lies, and the step that shows it."""

from collections.abc import Iterator

from workshop.model.boards import KINDS
from workshop.model.carry import place_of
from workshop.model.change import State
from workshop.model.exercise import Exercises, ExerciseText
from workshop.model.picture import Branch, View
from workshop.model.record import Board, FollowUp, Id, Note, Record, Run
from workshop.model.value import valueclass
from workshop.model.words import Words


@valueclass
class Found:
    """Something that was written: its words, and the board that it lies on."""

    id: Id
    text: str
    board: Board


def written(state: State) -> Iterator[Found]:
    """All that says something, board by board; `state` is what whoever asks may see."""
    runs = {run.id: number for number, run in enumerate(state.all(Run))}
    for board in sorted(state.all(Board), key=lambda board: (runs.get(board.run, 0), board.order)):
        for record in KINDS[board.kind].lying(state, board):
            if text := _words(record):
                yield Found(record.id, text, board)


def _words(record: Record) -> str:
    """What something says, on both sides where it has two."""
    if isinstance(record, FollowUp):
        return record.question
    said = (getattr(record, name, "") for name in ("heading", "text", "wording", "problem", "flip", "why"))
    return " · ".join(part for part in dict.fromkeys(said) if part)


def shown_at(
    state: State, exercises: Exercises, text: ExerciseText, words: Words, found: Found
) -> tuple[Id, str, Id] | None:
    """The run, the step and the card where it can be seen: at the step that the run stands on, if that shows it."""
    run = state.get(found.board.run, Run)
    if run is None or run.exercise not in exercises:
        return None
    note = state.get(found.id, Note)
    id = note.merged if note and note.merged else found.id
    steps = [step for step in exercises[run.exercise][0].steps if step.board == found.board.key]
    place = place_of(state, exercises, state.need(id, Record))
    steps.sort(key=lambda step: step.key != (place[1] if place else ""))
    for step in steps:
        view = View(state, found.board, step, text.board(found.board.key), words)
        if id in set(_ids(KINDS[found.board.kind].outline(view))):
            return run.id, step.key, id
    return (run.id, steps[0].key, id) if steps else None


def _ids(branches: tuple[Branch, ...]) -> Iterator[Id]:
    for branch in branches:
        yield branch.id
        yield from _ids(branch.below)
