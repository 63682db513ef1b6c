"""What is done with sessions that have a password and are not open: it is asked for first, and forgotten after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from workshop.model.refusal import Refusal
from workshop.screen.again.seat import Seat


def unlocked(seat: Seat, paths: Sequence[Path], act: Callable[[], QDialog | None]) -> None:
    """Do something with sessions whose passwords are known, until the dialog that it shows is left.

    Refusal where it can't be done; where a password was asked for first, that is told from where it was begun.
    """
    again = seat.house.again
    locked = next((path for path in paths if again.locked(path)), None)
    if locked is None:
        _done_with(seat, paths, act)
        return
    from workshop.screen.keeping.opening import UnlockSheet

    def go_on() -> None:
        try:
            unlocked(seat, paths, act)
        except Refusal as no:
            seat.refuse(no)

    sheet = UnlockSheet(seat.parent, seat.words, locked, lambda password: again.unlock(locked, password))
    sheet.accepted.connect(lambda: QTimer.singleShot(0, seat.parent, go_on))
    sheet.rejected.connect(lambda: again.lock(paths))
    sheet.open()


def _done_with(seat: Seat, paths: Sequence[Path], act: Callable[[], QDialog | None]) -> None:
    """Do it, and forget the passwords."""
    again, left = seat.house.again, None
    try:
        left = act()
    finally:
        if left is None:
            again.lock(paths)
        else:
            left.finished.connect(lambda: again.lock(paths))


def shown(dialog: QDialog) -> QDialog:
    """A dialog that has been opened."""
    dialog.open()
    return dialog
