"""Another session than the one that is worked on."""

from workshop.model.change import State
from workshop.model.elsewhere import Held
from workshop.model.exercise import Exercises
from workshop.model.value import valueclass


@valueclass
class Other:
    """A session as it is in its file, its exercises, and how it is remembered."""

    state: State
    exercises: Exercises
    held: Held
