"""What can be done with the session that is picked in a list at home: one table, shown as a menu, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from workshop.model.refusal import Refusal
from workshop.model.value import valueclass
from workshop.screen.again import does as again
from workshop.words import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QMenu

    from workshop.model.words import Words
    from workshop.screen.home.window import HomeWindow


@valueclass
class Command:
    """A command on one session: `act` is given the home window and the session's file.

    The home window has `house`, `words`, `messages` and `refresh`; a Refusal that `act` raises is told there.
    """

    name: str
    title: str  # English, marked with N_
    key: str  # works where a list of sessions has the focus
    act: Callable[[HomeWindow, Path], object]
    apart: bool = False  # a line before it in the menu


def _open(home: HomeWindow, path: Path) -> None:
    home.open_listed(path, home.library.picked_hit())


def _folder(home: HomeWindow, path: Path) -> None:
    """Show where the file lies, in the computer's own window for that."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
        raise Refusal("The folder could not be shown. The session lies in {folder}", folder=path.parent)


def _backups(home: HomeWindow, path: Path) -> None:
    from workshop.screen.safety.backups import ask_at_home

    ask_at_home(home, path)


def _dispose(home: HomeWindow, path: Path) -> None:
    """Lay it aside; the line that then stands over the page takes it back or deletes it for good."""
    home.house.keeping.lay_aside([path])
    home.refresh()


COMMANDS: tuple[Command, ...] = (
    Command("open", N_("&Open the session"), "Return", _open),
    Command("folder", N_("Show it in its &folder"), "Ctrl+J", _folder),
    Command("backups", N_("Its &backups…"), "Ctrl+Shift+B", _backups),
    Command("follow_up", N_("Start a follow-&up…"), "Ctrl+Shift+U", again.follow_up, True),
    Command("copy_bare", N_("Copy &without content…"), "Ctrl+Shift+W", again.copy_bare),
    Command("compare", N_("&Compare with another session…"), "Ctrl+Shift+C", again.compare),
    Command("hand_over", N_("&Hand-over package…"), "Ctrl+Shift+H", again.hand_over),
    Command("replay", N_("&Replay from the beginning…"), "Ctrl+Shift+R", again.replay),
    Command("dispose", N_("&Dispose of it…"), "Delete", _dispose, apart=True),
)


class SessionCommands(QObject):
    """The commands as actions, for the menu bar and for every list of sessions that they are hung on.

    `picked` gives the file of the session that is picked, or None where none is.
    """

    def __init__(self, home: HomeWindow, menu: QMenu, picked: Callable[[], Path | None]) -> None:
        super().__init__(home)
        self._home, self._picked = home, picked
        self.actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(home)
            action.setShortcuts([QKeySequence(key) for key in _keys(command.key)])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, command=command: self._do(command))
            self.actions[command.name] = action
            if command.apart:
                menu.addSeparator()
            menu.addAction(action)

    def hang(self, view: QAbstractItemView) -> None:
        """Give a list these commands: its context menu, and their keys where it has the focus."""
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for command in COMMANDS:
            if command.apart:
                line = QAction(view)
                line.setSeparator(True)
                view.addAction(line)
            view.addAction(self.actions[command.name])

    def speak(self, words: Words) -> None:
        """Name the commands in a language."""
        for command in COMMANDS:
            self.actions[command.name].setText(words(command.title))

    def keys(self) -> list[tuple[str, str]]:
        """Every key of the commands and what it does."""
        native = QKeySequence.SequenceFormat.NativeText
        shown = [action for action in self.actions.values() if not action.shortcut().isEmpty()]
        return [(a.shortcut().toString(native), a.text().replace("&", "").rstrip("…")) for a in shown]

    def _do(self, command: Command) -> None:
        home, path = self._home, self._picked()
        home.messages.clear()
        try:
            if path is None:
                raise Refusal("Pick a session in the list first.")
            command.act(home, path)
        except Refusal as no:
            home.messages.say(home.words.refusal(no))


def _keys(key: str) -> Sequence[str]:
    """A key, and its twin on the number pad."""
    return [key, "Enter"] if key == "Return" else [key] if key else []
