"""From where something is used again: home, or the window of a session."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workshop.model.value import valueclass
from workshop.screen.theme import Theme
from workshop.words import Catalogue

if TYPE_CHECKING:
    from workshop.screen.house import House


@valueclass
class Seat:
    """Whose window it is, what it asks, how it speaks, and how it goes to another session."""

    parent: QWidget
    house: "House"
    words: Catalogue
    theme: Theme
    go_to: Callable[[Path], object]
