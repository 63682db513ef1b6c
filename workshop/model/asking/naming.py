"""The name that a sheet begins with, which another board of the exercise is given."""

from workshop.model.asking.answers import answers_to, question_keys
from workshop.model.boards import KINDS
from workshop.model.change import Change, State
from workshop.model.record import Board


def with_name(state: State, board: Board, change: Change) -> Change:
    """What is done on a sheet; where that changes the first answer to its first question, the other board is renamed.

    The name goes as far as the first comma: an age after it stays on the sheet.
    """
    other = state.get(f"{board.run}:{board.setting('names', '')}", Board)
    rename = KINDS[other.kind].rename if other else None
    after = change.apply(state)
    name = _name(after, board)
    if other is None or rename is None or not name or name == _name(state, board):
        return change
    return change.then(rename(after, other, name))


def _name(state: State, board: Board) -> str:
    first = next(iter(answers_to(state, board, question_keys(board)[0], "")), None)
    return first.text.partition(",")[0].strip() if first else ""
