"""The first window: go on with a session, begin a new one, or open a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from workshop.model.refusal import Damaged, Protected, Refusal
from workshop.screen import theme
from workshop.screen.home.page import Page
from workshop.words import Catalogue

# What is not needed for the first paint is imported after it: it would cost as much again as a bare window.
if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent, QShowEvent

    from workshop.screen.home.menus import Menus
    from workshop.screen.house import House, OnShelf
    from workshop.screen.keeping.going import GoingLine
    from workshop.screen.parts.message_bar import MessageBar

SUFFIX = ".workshop"
SUFFIXES = (SUFFIX, ".json")  # a session that was written as JSON can be taken in again
SIZE = (1280, 680)  # pixels; fits the smallest laptop that we know of, panel and title bar included


class HomeWindow(QMainWindow):
    """What a person meets first; everything here can be done with the keyboard."""

    opened = Signal(object)  # the Opened
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    menus: Menus

    def __init__(self, house: House, language: str, theme_name: str) -> None:
        super().__init__()
        self.house = house
        self._theme = theme.themed(theme_name)
        self.words = Catalogue(language)
        self._exercises: list[OnShelf] = []
        self._stale, self._furnished = True, False
        self._going: GoingLine | None = None
        self.setWindowTitle("Verkstad")
        self.page = Page()
        self._titles = [self.menuBar().addMenu("") for _ in range(4)]
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.page, 1)
        self.setCentralWidget(whole)
        self._speak_first()
        self.resize(*SIZE)

    @property
    def messages(self) -> MessageBar:
        """The bar at the foot of the window."""
        self.furnish()
        return self._messages

    # What happens by itself

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what lies in the library each time the window comes back."""
        super().showEvent(event)
        self._stale = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is of the bare page, so that it is there at once; the rest is fetched just after it."""
        super().paintEvent(event)
        if self._stale:
            self._stale = False
            QTimer.singleShot(0, self.refresh)

    def furnish(self) -> None:
        """Bring in all that the first paint did without, once."""
        if self._furnished:
            return
        from workshop.screen.home.library_place import LibraryPlace
        from workshop.screen.home.menus import Menus
        from workshop.screen.home.session_commands import SessionCommands
        from workshop.screen.parts.message_bar import MessageBar

        self._furnished = True
        theme.load_fallback_fonts()
        self.setAcceptDrops(True)
        self.page.furnish()
        self.page.draw_icons()
        file, session, view, help_ = self._titles
        self.library = LibraryPlace(self)
        self.menus = Menus(self, (file, view, help_), self._does())
        self.commands = SessionCommands(self, session, self.library.picked)
        self.commands.hang(self.page.recent)
        self._messages = MessageBar(self.words)
        self._column.addWidget(self._messages)
        self.page.begin_button.clicked.connect(self.begin_any)
        self.page.programme_button.clicked.connect(self.begin_from_programme)
        self.page.open_button.clicked.connect(self.choose_file)
        self.page.library_button.clicked.connect(self.library.open)
        self.page.recent.chosen.connect(lambda path: self.open_listed(path))
        self.page.shelf.chosen.connect(self.begin)
        self._speak_all()

    def _does(self) -> dict[str, Callable[[], object]]:
        """What each action of the menus does."""

        def archive() -> ModuleType:
            from workshop.screen.safety import archive

            return archive

        return {
            "new": self.begin_any,
            "programme": self.begin_from_programme,
            "open": self.choose_file,
            "archive": lambda: archive().save_all(self),
            "bring": lambda: archive().bring_in(self),
            "make_own": lambda: self._own("make_own"),
            "export": lambda: self._own("export"),
            "take_in": lambda: self._own("take_in"),
            "sheets": lambda: self._own("sheets"),
            "close": self.close,
            "quit": QApplication.closeAllWindows,
            "library": self.library.open,
            "recent": self.page.go_to_recent,
            "shelf": self.page.go_to_shelf,
            "light": lambda: self.theme_chosen.emit("light"),
            "dark": lambda: self.theme_chosen.emit("dark"),
            "sv": lambda: self.language_chosen.emit("sv"),
            "en": lambda: self.language_chosen.emit("en"),
            "keys": self.show_keys,
            "about": self.show_about,
        }

    @property
    def titles(self) -> dict[str, str]:
        """What the exercises on the shelf are called, by name."""
        return {exercise.name: exercise.title for exercise in self._exercises}

    def refresh(self) -> None:
        """Fetch the recent sessions and the exercises."""
        self.furnish()
        untouched = not self.page.holds_focus()
        try:
            self._exercises = self.house.shelf(self.words.language)
            recents = self.house.recent()
        except Refusal as no:
            self.say_no(no)
            recents = []
        self.show_going()
        self.page.show_recent(recents, self.titles, self.words)
        self.page.show_shelf(self._exercises, self.words, self._theme)
        if untouched and not self.library.shown:
            self.page.go_to_first()
        self.library.refresh()

    def show_beside(self, page: QWidget) -> None:
        """Put a page in the place where one of several is shown at a time."""
        self._column.insertWidget(1, page, 1)

    def show_going(self) -> None:
        """A line over the page where sessions are to be disposed of."""
        going = self.house.keeping.to_go()
        if going and self._going is None:
            from workshop.screen.keeping.going import GoingLine

            self._going = GoingLine(self)
            self._column.insertWidget(0, self._going)
        if self._going:
            self._going.show_going(going)

    # Language and theme

    def _speak_first(self) -> None:
        words = self.words
        self.page.speak_first(words)
        titles = (words("&File"), words("&Session"), words("&View"), words("&Help"))
        for menu, title in zip(self._titles, titles, strict=True):
            menu.setTitle(title)

    def _speak_all(self) -> None:
        self._speak_first()
        self.page.speak(self.words)
        self.menus.speak(self.words)
        self.commands.speak(self.words)
        self.library.speak()
        self.messages.speak(self.words)
        self.menus.tick(self.words.language, self._theme.name)

    def speak(self, language: str) -> None:
        """Say everything in a language."""
        if language != self.words.language:
            self.words = Catalogue(language)
            self.furnish()
            self._speak_all()
            self.refresh()

    def wear(self, theme_name: str) -> None:
        """Draw in a theme's colours what the style sheet, which the program has put on already, doesn't."""
        if theme_name != self._theme.name:
            self._theme = theme.themed(theme_name)
            self.furnish()
            self.menus.tick(self.words.language, theme_name)
            self.page.draw_icons()
            self.library.speak()
            self.page.show_shelf(self._exercises, self.words, self._theme)

    # Begin and open

    def begin_any(self) -> None:
        """Begin the exercise that has the focus, or the only one; otherwise go to the shelf to choose."""
        self.messages.clear()
        chosen = self.page.shelf.focused() or (self._exercises[0] if len(self._exercises) == 1 else None)
        if chosen:
            self.begin(chosen)
        elif self._exercises:
            self.page.go_to_shelf()
            self.messages.say(self.words("Choose an exercise: the arrow keys move, Enter begins."), "told")

    def begin(self, on_shelf: OnShelf) -> None:
        """Ask what the new session is called and who takes part, and begin it."""
        from workshop.screen.home.begin import BeginDialog

        self.messages.clear()
        language = self.words.language
        dialog = BeginDialog(on_shelf, lambda beginning: self.house.begin(beginning, language), self.words, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.sheets_wanted.connect(lambda: self._own("sheets", on_shelf))
        dialog.accepted.connect(lambda: self.opened.emit(dialog.opened))
        dialog.open()

    def begin_from_programme(self) -> None:
        """Choose a ready programme, and begin a session with it laid out."""
        from workshop.screen.home import from_programme

        self.messages.clear()
        ready = from_programme.chosen(self.house, self.words, self)
        if ready is None:
            return
        try:
            dialog = from_programme.dialog(ready, self._exercises, self.house, self.words, self)
        except Refusal as no:
            self.say_no(no)
            return
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(lambda: self.opened.emit(dialog.opened))
        dialog.open()

    def _own(self, what: str, *given: object) -> None:
        """Something with the person's own exercises."""
        from workshop.screen.home import own

        own.tried(self, lambda: getattr(own, what)(self, *given))

    def choose_file(self) -> None:
        """Ask for a session file and open it."""
        from PySide6.QtWidgets import QFileDialog

        said = self.words("Session files ({suffixes})", suffixes=" ".join(f"*{suffix}" for suffix in SUFFIXES))
        path, _ = QFileDialog.getOpenFileName(self, self.words("Open a session"), "", said)
        if path:
            self.open_file(Path(path))

    def open_listed(self, path: Path, at: str = "") -> None:
        """Open a session that stands in a list, at one of its records, or say where it was."""
        from workshop.screen.parts.key_button import native

        if path.exists():
            self.open_file(path, at)
        else:
            self.say_no(
                Refusal(
                    "“{title}” is not in {folder} any more. If it was moved, open it with {key}.",
                    title=path.stem,
                    folder=path.parent,
                    key=native("Ctrl+O"),
                )
            )

    def open_file(self, path: Path, at: str = "") -> None:
        """Open a session's file, at one of its records where one is named, or say why not."""
        self.messages.clear()

        def opens(password: str = "") -> None:
            opened = self.house.open(path, password)
            opened.at = at
            self.opened.emit(opened)

        try:
            opens()
        except Protected:
            from workshop.screen.keeping.opening import UnlockSheet

            UnlockSheet(self, self.words, path, opens).open()
        except Damaged:
            self._offer_backups(path)
        except Refusal as no:
            self.say_no(no)

    def _offer_backups(self, path: Path) -> None:
        from workshop.screen.safety.backups import offer

        offer(self, path)

    def say_no(self, no: Refusal) -> None:
        """Tell why something could not be done."""
        self.messages.say(self.words.refusal(no))

    # Drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Anything may be dropped: what is no session gets a sentence."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the session file that was dropped, or add the exercise or the package."""
        event.acceptProposedAction()
        path = _dropped(event.mimeData())
        if path and path.suffix.lower() in SUFFIXES:
            self.open_file(path)
        elif path:
            self._own("take_in", path)
        else:
            self.say_no(
                Refusal(
                    "Drop one session file here ({suffix}), an exercise's folder or a package (.zip).", suffix=SUFFIX
                )
            )

    # Help

    def show_keys(self) -> None:
        """All keys on one page."""
        from workshop.screen.parts.key_button import native
        from workshop.screen.parts.keys import KeysDialog

        words = self.words
        moves = [
            (native("Tab"), words("Go to the next thing")),
            ("↑ ↓ ← →", words("Move in the list and on the shelf")),
            ("Enter", words("Begin the exercise")),
            (native("Escape"), words("Close the message or the dialog")),
        ]
        picked = (words("The session that is picked"), self.commands.keys())
        sections = [(words("Menus"), self.menus.keys()), picked, (words("In the window"), moves)]
        KeysDialog(sections, words, self).open()

    def show_about(self) -> None:
        """What Verkstad is, and the licences."""
        from workshop.screen.home.about import AboutDialog

        AboutDialog(self.words, self).open()


def _dropped(mime: QMimeData) -> Path | None:
    """The one session file, package or exercise's folder in what was dropped."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    known = len(paths) == 1 and (paths[0].is_dir() or paths[0].suffix.lower() in (*SUFFIXES, ".zip"))
    return paths[0] if known else None
