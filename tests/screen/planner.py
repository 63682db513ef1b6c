"""Somebody who plans and runs a retreat at the facilitator's window."""

from PySide6.QtCore import Qt

from tests.desk import Facilitator, types
from workshop.model.planned import Block
from workshop.model.programme import clock, days, in_order


class Planner(Facilitator):
    """Somebody who plans and runs a retreat; the clock on the wall says what they want."""

    def __init__(self, house, opened, language="sv", at="2026-10-14T12:00:00"):
        super().__init__(house, opened, language)
        self.at = at
        self.window.programming.now = lambda: self.at
        self.window.activateWindow()
        if self.window.programming.line:
            self.window.programming.line.refresh()
        self._later()

    @property
    def page(self):
        return self.window.programming.work.page

    @property
    def list(self):
        return self.page.list

    def titles(self, day=0):
        return [slot.block.title for slot in days(self.state)[day].slots]

    def times(self, day=0):
        return [f"{clock(s.start, self.window.words)} {s.block.title}" for s in days(self.state)[day].slots]

    def block(self, title) -> Block:
        return next(block for block in in_order(self.state) if block.title == title)

    def picks_block(self, *titles):
        self.list.pick([self.block(title).id for title in titles])
        self.list.setFocus()
        self._later()

    def does(self, key):
        """A key with the list in focus."""
        self.list.setFocus()
        self.presses(key, self.list)

    def writes_in(self, field, said, end="Return"):
        field.setFocus()
        field.selectAll()
        types(field, said)
        self.presses(end, field)

    def hears_here(self):
        return self.page.messages.text

    def line(self):
        line = self.window.programming.line
        return line.accessibleName() if line else ""

    def rows(self):
        model = self.list.model()
        return [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
