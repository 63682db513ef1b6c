"""Where the person's own exercises lie, beside those of the program."""

from pathlib import Path

from workshop.look import EXERCISES
from workshop.store.settings import home_folder


def own_folder() -> Path:
    """The folder of the person's own exercises."""
    return home_folder() / "exercises"


def place(name: str) -> Path:
    """The folder of an exercise: the program's own, or the person's."""
    mine = own_folder() / name
    return mine if not (EXERCISES / name).exists() and mine.exists() else EXERCISES / name
