"""What a session's window does when it has come to rest: it listens at the door, and says if its folder is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def settle(window: FacilitatorWindow) -> None:
    """Once for each window on a session that is written in."""
    path, backups = window.opened.path, window.house.backups
    watcher = QFileSystemWatcher([str(backups.door(path).parent)], window)
    watcher.directoryChanged.connect(lambda _: come(window) if backups.answer(path) else None)
    if name := backups.copied_by(path):
        said = window.words(
            "{service} copies this folder to the net, so what is written leaves the computer. "
            "If you don't want that, save a copy in another folder ({key}) and go on there.",
            service=name,
            key="Ctrl+Shift+S",
        )
        if not window.messages.text:
            window.messages.say(said)


def come(window: FacilitatorWindow) -> None:
    """Come to the front, or let the window come that stands for this one just now, such as a rehearsal."""
    shown = [top for top in QApplication.topLevelWidgets() if top.isVisible() and type(top) is type(window)]
    for top in (window,) if window.isVisible() else shown[:1]:
        top.setWindowState(top.windowState() & ~Qt.WindowState.WindowMinimized)
        top.show()
        top.raise_()
        top.activateWindow()
