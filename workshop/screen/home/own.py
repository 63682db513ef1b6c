"""The person's own exercises at home: made from one on the shelf, saved as one file, added from a folder or file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from workshop.model.refusal import Faulty, Refusal
from workshop.screen.again import choosing
from workshop.screen.boards.desk import Pick
from workshop.screen.facilitator.leaving import suggested

if TYPE_CHECKING:
    from workshop.screen.home.window import HomeWindow
    from workshop.screen.house import OnShelf


def make_own(home: HomeWindow) -> None:
    """Copy an exercise to the person's own, and show its folder."""
    words = home.words
    if name := _chosen(home, words("Make my own from which exercise?")):
        folder = home.house.again.make_own(name, words("own"))
        home.refresh()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        home.messages.say(words("It stands on the shelf. Change its texts in {folder}", folder=folder), "told")


def export(home: HomeWindow) -> None:
    """Save an exercise as one file."""
    words = home.words
    if name := _chosen(home, words("Save which exercise as one file?")):
        said = words("Save the exercise")
        chosen, _ = QFileDialog.getSaveFileName(home, said, suggested(f"{name}.zip"), "Zip (*.zip)")
        if chosen:
            home.house.again.export(name, Path(chosen))
            home.messages.say(words("The exercise is saved as {path}", path=chosen), "told")


def sheets(home: HomeWindow, on_shelf: OnShelf | None = None) -> None:
    """The papers of an exercise, to print or to save, without a session; asked for which where it isn't told."""
    from workshop.screen.home.sheets import SheetsDialog

    if on_shelf is None:
        name = _chosen(home, home.words("Worksheets and table cards of which exercise?"))
        on_shelf = next((found for found in home.house.shelf(home.words.language) if found.name == name), None)
    if on_shelf:
        SheetsDialog(home, on_shelf).open()


def take_in(home: HomeWindow, path: Path | None = None) -> None:
    """Add what a package or a folder holds, after it has been looked at."""
    words = home.words
    if path is None:
        chosen, _ = QFileDialog.getOpenFileName(home, words("Add an exercise or a package"), "", "Zip (*.zip)")
        path = Path(chosen) if chosen else None
    if path:
        try:
            added = home.house.again.take_in(path)
        except Faulty as no:
            from workshop.screen.home.faults import FaultsDialog

            FaultsDialog(home, words, no).open()
            return
        home.refresh()
        named = ", ".join(added.names)
        said = words("Added: {names}", names=named) if added.names else words("All of it was here already.")
        took = words("Its blocks are as long as they really took.") if added.timed else ""
        home.messages.say(f"{said}. {took}" if took else said, "told")


def tried(home: HomeWindow, act: Callable[[], object]) -> None:
    """Do something, or say why not."""
    home.messages.clear()
    try:
        act()
    except Refusal as no:
        home.messages.say(home.words.refusal(no))


def _chosen(home: HomeWindow, title: str) -> str:
    """The exercise that has the focus on the shelf; asked for where none has."""
    focused = home.page.shelf.focused()
    if focused:
        return focused.name
    picks = [Pick(found.name, found.title, detail=found.short) for found in home.house.shelf(home.words.language)]
    return choosing.one_of(home, home.words, title, picks)
