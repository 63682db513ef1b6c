"""Page objects: a room with a wall in it, spoken of as those who sit there would."""

import re
import time
from functools import cache

from workshop.catalog.folder import example, load
from workshop.look import EXERCISES
from workshop.model.change import State, update
from workshop.model.example import begun, play
from workshop.model.exercise import Exercise, ExerciseText
from workshop.model.notes import add_note
from workshop.model.picture import Picture
from workshop.model.record import Board, Party, Stage
from workshop.model.session import InMemory, Session
from workshop.screen.bridge import Bridge
from workshop.screen.projector.copy import WallCopy
from workshop.screen.projector.room import Room
from workshop.screen.projector.window import ProjectorWindow
from workshop.screen.theme import themed
from workshop.words import Catalogue

FOLDER = EXERCISES / "reta-motparten"
WORDS = Catalogue("sv")


@cache
def the_exercise() -> tuple[Exercise, ExerciseText]:
    """The first exercise and its Swedish text."""
    exercise, texts = load(FOLDER)
    return exercise, texts["sv"]


@cache
def played() -> dict[str, State]:
    """The example session as it stands when each step is done, by step."""
    exercise, text = the_exercise()
    session = Session(begun(exercise, text, example(FOLDER)), InMemory(), time.monotonic)
    return {step.key: session.state for step in play(session, exercise, example(FOLDER))}


def staged(state: State, **stage: object) -> State:
    """The same session with the stage set otherwise."""
    return update(state.need("stage", Stage), **stage).apply(state)


def squeezed(words: str) -> str:
    """Words without anything that line breaks put in or take out."""
    return re.sub(r"[\s\u00a0-]", "", words)


class Wall:
    """What somebody in the room says of a surface, going by the words that are really drawn on it."""

    def __init__(self, surface: ProjectorWindow | WallCopy) -> None:
        self.surface = surface

    def words(self) -> str:
        """Every word on the wall."""
        return squeezed(self.surface.wall.words())

    def shows(self, words: str) -> bool:
        """Whether somebody can read these words."""
        return squeezed(words) in self.words()

    def does_not_show(self, words: str) -> bool:
        """Whether nobody can, neither with their eyes nor through a screen reader."""
        return squeezed(words) not in self.words() + squeezed(self.surface.accessibleDescription())

    def is_blank(self) -> bool:
        """Whether there is nothing at all."""
        return not self.words()


class TheRoom:
    """A session with a wall: the facilitator's bridge, the projector and the small copy."""

    def __init__(self, state: State) -> None:
        self.session = Session(state, InMemory(), time.monotonic)
        self.bridge = Bridge(self.session, WORDS)
        exercise, text = the_exercise()
        self.room = Room(self.bridge, {exercise.name: (exercise, {"sv": text})}, WORDS)
        theme = themed("light")
        self.window = ProjectorWindow(self.room, theme, "Storskärm")
        self.small = WallCopy(self.room, theme, WORDS)
        self.projector, self.copy = Wall(self.window), Wall(self.small)

    def sets(self, **stage: object) -> None:
        """The facilitator changes what the room sees."""
        self.session.do(update(self.session.state.need("stage", Stage), **stage), "stage")
        self.looks()

    def writes(self, text: str, number: int = 0) -> None:
        """One of the sides writes a card on the board that is being worked on."""
        state = self.bridge.state
        stage = state.need("stage", Stage)
        board = state.need(f"{stage.run}:{the_exercise()[0].step(stage.step).board}", Board)
        side = state.all(Party)[number].id
        assert self.bridge.do(lambda: add_note(state, board, side, text), "write card")

    def looks(self) -> None:
        """Both surfaces are drawn as they would be at the next frame."""
        self.window.wall.refresh()
        self.small.refresh()

    def picture(self) -> Picture:
        """What is on the wall now."""
        return self.room.picture()
