"""What the actions of the menu “Keep and dispose” do."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def keeping(window: FacilitatorWindow) -> dict[str, Callable[[], object]]:
    """By the names in facilitator/actions.py; each lies in a file of its own here, read when it is first asked for."""

    def asks(name: str) -> Callable[[], object]:
        return lambda: import_module(f"workshop.screen.keeping.{name}").ask(window)

    return {name: asks(name) for name in ("cover", "filing", "password", "aliases", "unlock", "shut", "dispose")}
