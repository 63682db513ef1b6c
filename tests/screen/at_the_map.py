"""Somebody who lays a map at the facilitator's window."""

from collections.abc import Callable

import pytest

from tests.desk import Facilitator
from workshop.model.record import Actor
from workshop.screen.parts.chooser import Chooser


class AtTheMap(Facilitator):
    """Somebody at the window with the map in front of them."""

    def named(self, text: str) -> Actor:
        """An actor by its name, on the map of today."""
        return next(a for a in self.state.all(Actor) if a.text == text and not a.when)

    def names(self) -> list[str]:
        """Who is on the map of today."""
        return [a.text for a in self.state.all(Actor) if not a.when]

    def picks_actors(self, *texts: str) -> None:
        """Pick actors by name."""
        self.window.desk.pick(tuple(self.named(text).id for text in texts))
        self._later()

    def lays(self, *lines: str) -> None:
        """Write actors, each with the key of its sector first."""
        for line in lines:
            key, _, text = line.partition(" ")
            self.presses(f"Ctrl+{key}")
            self.writes(text)

    def chooses(self, monkeypatch: pytest.MonkeyPatch, wanted: Callable[[str], bool]) -> list[str]:
        """From now on take the first row of a list that fits; what was offered is kept."""
        offered: list[str] = []

        def answer(chooser: Chooser) -> int:
            rows = [chooser._list.item(n) for n in range(chooser._list.count())]
            offered[:] = [row.text() for row in rows]
            chooser._list.setCurrentItem(next(row for row in rows if wanted(row.text())))
            return 1

        monkeypatch.setattr(Chooser, "exec", answer)
        return offered
