"""The library in the home window: made when it is first wanted, shown in the place of the recent sessions."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from workshop.screen.home.library import LibraryPage
    from workshop.screen.home.window import HomeWindow


class LibraryPlace(QObject):
    """Speaks for the home window."""

    def __init__(self, home: HomeWindow) -> None:
        super().__init__(home)
        self._home = home

    @cached_property
    def page(self) -> LibraryPage:
        """The library's page."""
        from workshop.screen.home.library import LibraryPage

        home = self._home
        made = LibraryPage(home.house.finding, home.words)
        made.chosen.connect(home.open_listed)
        made.left.connect(self.leave)
        made.refused.connect(lambda no: home.messages.say(home.words.refusal(no)))
        made.read.connect(home.show_going)
        made.folders_wanted.connect(self.choose_folders)
        home.commands.hang(made.list)
        home.show_beside(made)
        return made

    @property
    def shown(self) -> bool:
        """Whether the library is what the window shows."""
        return "page" in self.__dict__ and not self.page.isHidden()

    def open(self) -> None:
        """Show the library, ready to be searched."""
        self._home.messages.clear()
        if not self.shown:
            self._home.page.hide()
            self.page.show()
            self.page.refresh()
        self.page.line.setFocus()
        self.page.line.selectAll()

    def leave(self) -> None:
        """Back to the recent sessions and the exercises."""
        if self.shown:
            self.page.hide()
            self._home.page.show()
            self._home.page.go_to_first()

    def picked(self) -> Path | None:
        """The file of the session that is picked, here or among the recent ones."""
        return self.page.picked() if self.shown else self._home.page.picked()

    def picked_hit(self) -> str:
        """What is picked in the session that is picked here; "" where that is the whole of it."""
        row = self.page.current() if self.shown else None
        return row.hit.id if row and row.hit else ""

    def refresh(self) -> None:
        """Look again at what lies in the folders, where anybody sees it."""
        if self.shown:
            self.page.refresh()

    def speak(self) -> None:
        """Say everything in the window's language, in its theme."""
        if "page" in self.__dict__:
            self.page.speak(self._home.words)

    def choose_folders(self) -> None:
        """Add folders to the library and take them away."""
        from workshop.screen.home.folders import FoldersDialog

        home = self._home
        dialog = FoldersDialog(home.house.finding, home.words, home)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.refresh)
        dialog.open()
