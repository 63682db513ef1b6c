"""What the facilitator prints: chosen from a list, made beside the window, and seen before it is printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workshop.screen.boards.desk import Pick
from workshop.screen.papers.making import Printout
from workshop.screen.parts.chooser import Chooser

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow

_ALSO_FULL = ("report", "programme")  # of which the facilitator has a copy with more in it
_FULL = ":full"


def ask(window: FacilitatorWindow) -> None:
    """Ask what to print, make its pages, and show them before they are printed."""
    if window.finish():
        chooser = Chooser(window, window.words("What do you want to print?"), choices(window), window.words)
        if chooser.exec() and (chosen := chooser.chosen()):
            printout(window, chosen).start()


def choices(window: FacilitatorWindow) -> list[Pick]:
    """Everything that can be printed; the facilitator's own copies say that they are."""
    found, words = [], window.words
    for key, title in window.house.printing.choices(window.language):
        found.append(Pick(key, title))
        if key in _ALSO_FULL:
            found.append(Pick(key + _FULL, words("{title}: the facilitator's own copy", title=title)))
    return found


def printout(window: FacilitatorWindow, chosen: str) -> Printout:
    """One of the choices as a print."""
    what, full = chosen.removesuffix(_FULL), chosen.endswith(_FULL)
    make = partial(window.house.printing.pages, window.opened, what, full, window.language)
    return Printout(window, window.words, make, window.bridge.refused.emit)
