"""Shows the facilitator the real names behind the aliases, or no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.model.aliases import pairs_of, unlock

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow


def ask(window: FacilitatorWindow) -> None:
    """Turn the switch; what is being written is finished first, for it begins from what stands there."""
    state, words = window.bridge.state, window.words
    if not pairs_of(state):
        said = words("There are no aliases yet. Write them under “Keep and dispose”, “Aliases”.")
        window.bridge.refused.emit(said)
    elif window.finish():
        window.bridge.do(unlock(state, "unlocked" not in state), "")
