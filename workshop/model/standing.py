"""How it stands with what was agreed in a session."""

from workshop.model.change import State
from workshop.model.record import Agreement
from workshop.model.value import valueclass


@valueclass
class Agreed:
    """How many agreements were made, and how many of them are still open."""

    all: int
    open: int


def agreed(state: State) -> Agreed:
    """The agreements of a session; each is open until it is known what became of it."""
    count = len(state.all(Agreement))
    return Agreed(count, count)
