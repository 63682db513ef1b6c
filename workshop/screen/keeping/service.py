"""What the windows ask of the program so that a session is kept to those it concerns, and goes when it shall."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workshop.model.value import valueclass

if TYPE_CHECKING:
    from workshop.screen.opened import Opened


@valueclass
class Going:
    """A session that is to be disposed of: since which day (ISO, or empty), and whether it is laid aside already."""

    path: Path
    title: str
    disposal: str
    laid: bool


class Keeping(Protocol):
    """Every call may raise Refusal with a sentence for the facilitator."""

    def protect(self, opened: Opened, password: str) -> None:
        """Give a session a password, another one, or with "" none."""
        ...

    def shut(self, opened: Opened) -> None:
        """Have a session that is open only be read from here on."""
        ...

    def thaw(self, opened: Opened) -> None:
        """Write in a session again that was only read."""
        ...

    def to_go(self) -> list[Going]:
        """Sessions whose day of disposal has come, and those that are laid aside already."""
        ...

    def lay_aside(self, paths: Iterable[Path]) -> None:
        """Have sessions wait for their disposal, out of the lists; nothing is deleted."""
        ...

    def take_back(self) -> None:
        """Put all sessions that wait for their disposal back in the lists."""
        ...

    def dispose(self, path: Path) -> None:
        """Delete a session for good: its file, its backups, and all that Verkstad has kept of it."""
        ...
