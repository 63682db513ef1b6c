"""All of a board at once, whichever step one stands on."""

from workshop.model.boards import KINDS
from workshop.model.change import State
from workshop.model.exercise import BoardText, Step
from workshop.model.picture import View
from workshop.model.record import Board
from workshop.model.words import Words


def whole(state: State, board: Board, text: BoardText, words: Words) -> View:
    """A board as none of its steps leaves anything out; `state` has passed through visible.py."""
    return View(state, board, Step("whole", 0, board.key, KINDS[board.kind].whole(board)), text, words)
