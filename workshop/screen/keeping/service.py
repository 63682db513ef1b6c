"""What the windows ask of the program so that a session is kept to those it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop.screen.house import Opened


class Keeping(Protocol):
    """Every call may raise Refusal with a sentence for the facilitator."""

    def protect(self, opened: Opened, password: str) -> None:
        """Give a session a password, another one, or with "" none."""
        ...
