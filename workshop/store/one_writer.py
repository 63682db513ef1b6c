"""One window writes in a session at a time, however many files this program happens to open and close meanwhile.

SQLite's own locks are the process's on Linux and macOS: when any part of the program, a file dialog that looks at the
icons of a folder for one, opens and closes the session's file, they are gone without a word. So the writer also holds a
lock of another sort on a small empty file in the computer's folder for temporary files.
"""

import os
import tempfile
import time
from pathlib import Path

from workshop.store.checksum import blake2b

_ANSWERS, _LOOKS = 300, 10  # milliseconds to wait for an answer, and between looking


class Writer:
    """Being the one that writes, until it is closed or forgotten."""

    def __init__(self, lock: int | None) -> None:
        self._lock = lock

    def close(self) -> None:
        """Let another window write."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    __del__ = close


def take(path: Path) -> Writer | None:
    """Become the writer of a session; None where another window is.

    The system lets go of it when the program dies. Where such locks don't exist, SQLite's own must do.
    """
    try:
        import fcntl
    except ImportError:  # Windows, where SQLite's locks hold
        return Writer(None)
    try:
        lock = os.open(_sign_of(path).with_suffix(".lock"), os.O_CREAT | os.O_RDWR, 0o600)
    except OSError:
        return Writer(None)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        os.close(lock)
        return None if isinstance(problem, BlockingIOError) else Writer(None)
    return Writer(lock)


def door(path: Path) -> Path:
    """The file that somebody makes who wants the window that writes in a session to come to the front."""
    return _sign_of(path).with_suffix(".knock")


def knock(path: Path) -> bool:
    """Ask that window to come to the front; whether it answers."""
    try:
        made = door(path)
        made.touch()
        for _ in range(_ANSWERS // _LOOKS):
            time.sleep(_LOOKS / 1000)
            if not made.exists():
                return True
        made.unlink(missing_ok=True)
    except OSError:
        pass
    return False


def answer(path: Path) -> bool:
    """Whether somebody has knocked since the last time; now they know that it was heard."""
    try:
        door(path).unlink()
    except OSError:
        return False
    return True


def _sign_of(path: Path) -> Path:
    """A name that stands for a session's file, in a folder that is this person's alone."""
    folder = Path(tempfile.gettempdir()) / f"verkstad-{getattr(os, 'getuid', str)()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / blake2b(os.path.realpath(path).encode("utf-8", "replace"), digest_size=12).hexdigest()
