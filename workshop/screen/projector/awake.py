"""Keeps the display from sleeping while something is projected."""

import contextlib

from PySide6.QtGui import QGuiApplication


class Awake:
    """Asks the system not to put out the display; where it can't be asked, nothing happens and nobody is bothered."""

    def __init__(self) -> None:
        self._asked: contextlib.ExitStack | None = None

    def keep(self) -> None:
        """Keep the display on from now."""
        if self._asked is None and QGuiApplication.platformName() != "offscreen":  # which has no display
            self._asked = contextlib.ExitStack()
            with contextlib.suppress(Exception):
                from wakepy import keep

                self._asked.enter_context(keep.presenting(on_fail="pass"))

    def release(self) -> None:
        """Let it sleep again."""
        if self._asked is not None:
            with contextlib.suppress(Exception):
                self._asked.close()
            self._asked = None
