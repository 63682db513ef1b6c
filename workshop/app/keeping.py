"""Keeping a session to those it concerns, as the windows ask for it (screen/keeping/service.py)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.screen.house import Opened
    from workshop.store.session_file import SessionFile


class Keeping:
    """`file` gives the file of an open session, `remember` tells the library what it may know of it."""

    def __init__(
        self, file: Callable[[Opened], SessionFile], remember: Callable[[Opened, bytes | None], object]
    ) -> None:
        self._file, self._remember = file, remember

    def protect(self, opened: Opened, password: str) -> None:
        """Give a session a password, another one, or with "" none; outside of its windows no more is told than may."""
        file = self._file(opened)
        file.protect(password)
        opened.protected = file.protected
        self._remember(opened, None)
