"""A session open for work, as the windows hold it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from workshop.model.exercise import Exercise, ExerciseText, Told, running
from workshop.model.session import Session
from workshop.model.value import valueclass


@valueclass(frozen=False)
class Opened:
    """A session open for work (or to read), with the exercises that it holds."""

    session: Session
    path: Path
    exercises: dict[str, Told]
    read_only: bool
    close: Callable[[], None]
    at: str = ""  # the record to go to on opening
    notice: str = ""  # a sentence to tell on opening, such as that undo could not be read
    protected: bool = False  # it has a password, and nothing of it is told outside of its windows

    @property
    def exercise(self) -> Exercise:
        """The exercise that is being run."""
        return running(self.session.state, self.exercises)[0]

    @property
    def texts(self) -> Mapping[str, ExerciseText]:
        """Its text by language."""
        return running(self.session.state, self.exercises)[1]
