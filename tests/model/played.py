"""Every exercise on the shelf with its example played to the end, once."""

from functools import cache

from workshop.catalog.folder import example, load
from workshop.look import EXERCISES
from workshop.model.change import State
from workshop.model.example import begun, play
from workshop.model.exercise import Exercises
from workshop.model.record import Board
from workshop.model.session import InMemory, Session
from workshop.words import Catalogue

NAMES = sorted(path.parent.name for path in EXERCISES.glob("*/exercise.toml"))
WORDS = Catalogue("sv")


@cache
def played(name: str) -> tuple[State, Exercises]:
    """The session of an exercise's example, and the exercise that it holds."""
    exercise, texts = load(EXERCISES / name)
    acts = example(EXERCISES / name)
    session = Session(begun(exercise, texts["sv"], acts), InMemory(), lambda: 0.0)
    for _ in play(session, exercise, acts):
        pass
    return session.state, {name: (exercise, texts)}


def boards_of(state: State, exercises: Exercises) -> list[Board]:
    """Its boards, in order."""
    return state.all(Board)
