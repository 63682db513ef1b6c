"""Where one has been a moment ago, so that what was opened by mistake leaves no trace."""

from workshop.model.change import Change, update
from workshop.model.fields import field_names
from workshop.model.record import Id, Stage

BY_MISTAKE = 60.0  # seconds; who comes back within this was away by mistake
_LONGEST = 12  # places that are remembered
_STAYS = ("id", "blank", "frozen", "depth", "breadth", "rehearsal")  # of the stage, wherever one stands


class Trail:
    """The places that were left, the latest last, each as the stage stood there; times are monotonic seconds.

    It is no record: it is neither saved nor undone, and a restart forgets it.
    """

    def __init__(self) -> None:
        self._left: list[tuple[float, Stage]] = []

    def leaves(self, stage: Stage, now: float) -> None:
        """A place is left."""
        self._left = [*self._left[1 - _LONGEST :], (now, stage)]

    def stood(self, run: Id, step: str) -> tuple[float, Stage] | None:
        """When a step was last left, and how the stage stood there."""
        return next((left for left in reversed(self._left) if (left[1].run, left[1].step) == (run, step)), None)

    def back(self, stage: Stage, run: Id, step: str, now: float) -> Change | None:
        """The change that stands on a step as if one had never left it; None where one has been away for longer."""
        left = self.stood(run, step)
        if left is None or now - left[0] > BY_MISTAKE:
            return None
        self._left = self._left[: self._left.index(left)]
        return update(stage, **{name: getattr(left[1], name) for name in field_names(Stage) if name not in _STAYS})
