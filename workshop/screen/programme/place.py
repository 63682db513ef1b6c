"""Where the programme is in the facilitator's window: today's line, and its page, made when it is first opened."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workshop import clock
from workshop.model.change import Change, State
from workshop.model.planned import Actual, Block
from workshop.screen.parts.pieces import line

if TYPE_CHECKING:
    from workshop.screen.facilitator.window import FacilitatorWindow
    from workshop.screen.programme.programming import Programming
    from workshop.screen.programme.today_line import TodayLine


def local_time() -> str:
    """The time on the wall clock, ISO."""
    return clock.local("%Y-%m-%dT%H:%M:%S")


class ProgrammePlace(QObject):
    """Speaks for a facilitator's window; `now` tells the local time, and `open` whether the page is shown."""

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self._window = window
        self.now = local_time
        state = window.bridge.state
        self.open = bool(state.all(Block)) and not state.all(Actual)  # nothing has begun: here one begins
        self.line: TodayLine | None = None

    @property
    def _state(self) -> State:
        return self._window.bridge.state

    @cached_property
    def work(self) -> Programming:
        """The page and what is done there."""
        from workshop.screen.programme.programming import Programming

        made = Programming(self._window)
        self._stack.addWidget(made.page)
        return made

    def build(self, column: QVBoxLayout, work: QWidget) -> None:
        """Room for today's line, and for the page in the place of the work while it is open."""
        if before := self.__dict__.pop("work", None):
            before.deleteLater()  # in another language and theme it is made anew
        self.line = None
        self._column, self._at = column, column.count()
        self._stack = QStackedWidget()
        self._stack.addWidget(work)
        column.addWidget(line())
        column.addWidget(self._stack, 1)
        self._show_line()
        self.show(self.open)

    def _show_line(self) -> None:
        if self.line is None and self._state.all(Block):
            from workshop.screen.programme.today_line import TodayLine

            window = self._window
            self.line = TodayLine(window.actions_, window.words, window.theme, lambda: self._state, lambda: self.now())
            self._column.insertWidget(self._at, self.line)
        if self.line:
            self.line.refresh()

    def show(self, on: bool) -> None:
        """Open the page, or go back to the work."""
        self.open = on
        self._window.actions_["programme"].setChecked(on)
        if on:
            self._stack.setCurrentWidget(self.work.page)  # first, so that what is picked can be scrolled to
            self.work.open()
        else:
            self._stack.setCurrentIndex(0)

    def settle(self) -> None:
        """To where one works: the list while the page is open, otherwise the line to write on."""
        if self.open:
            self.work.page.focus()
        else:
            self._window.desk.capture.focus()

    def toggle(self) -> None:
        """Open the page, or go back to the exercise."""
        if self._window.finish():
            self.show(not self.open)
            self.settle()
        self._window.actions_["programme"].setChecked(self.open)

    def follow(self, change: Change) -> None:
        """Show what a change touches."""
        self._show_line()
        if self.open and change.touches - {"stage", "selection"}:
            self.work.show()

    def finish(self) -> None:
        """Keep what is being written in a form."""
        if "work" in self.__dict__:
            self.work.page.block.finish()

    def begin_next(self) -> None:
        """Begin the block that comes next."""
        if self._window.finish():
            self.work.begin_next()

    def ask_late(self) -> None:
        """“We are late”: open the page and propose what to cut."""
        if not self.open:
            self.toggle()
        if self.open:
            self.work.ask_late()
