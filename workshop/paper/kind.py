"""What a board kind declares for paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshop.model.change import State
from workshop.model.exercise import Step
from workshop.model.picture import View
from workshop.model.record import Board
from workshop.paper.document import Block, Figure


@dataclass(frozen=True, slots=True)
class Printed:
    """How a board kind is printed.

    `telling` picks, of the steps that used a board, those whose view of it tells something that no other does: they
    become posters, and figures where `section` asks for them. `section` is what a reader wants of the board, `whole`
    what else was written on it, to be looked up in the appendix, `brief` what it came to in a few sentences. Together
    section and whole tell of everything once; all are empty where the board is.
    """

    telling: Callable[[State, Board, Sequence[Step]], tuple[Step, ...]]
    section: Callable[[View, Sequence[Step], Callable[[Step], Figure]], tuple[Block, ...]]
    whole: Callable[[View], tuple[Block, ...]]
    brief: Callable[[View], tuple[str, ...]]
