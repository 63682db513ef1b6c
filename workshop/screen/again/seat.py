"""From where something is used again: home, or the window of a session."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.screen.theme import Theme
from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.screen.house import House


@valueclass
class Seat:
    """Whose window it is, what it asks, how it speaks, how it goes to another session, and how it says no."""

    parent: QWidget
    house: "House"
    words: Catalogue
    theme: Theme
    go_to: Callable[[Path], object]
    refuse: Callable[[Refusal], object]
