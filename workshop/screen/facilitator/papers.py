"""The right column: the guide, the agreements so far, and private notes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QTabWidget, QVBoxLayout, QWidget

from workshop.screen.bridge import Bridge
from workshop.screen.parts.pieces import button, label

# The pages are empty when the window is painted first, and filled just after.
if TYPE_CHECKING:
    from workshop.model.exercise import ExerciseText, Step
    from workshop.screen.facilitator.agreed import Agreed
    from workshop.screen.facilitator.memo_pad import MemoPad
    from workshop.screen.parts.guide import Guide

WIDTH = 340


class Papers(QTabWidget):
    """What lies beside the board. `keeps` saves the private notes and says whether it could.

    `furnished` is told when the pages have been filled, for whoever knows what to show on them.
    """

    erase_wanted = Signal()
    furnished = Signal()

    def __init__(self, bridge: Bridge, keeps: Callable[[str], bool]) -> None:
        super().__init__()
        self.bridge, self._keeps = bridge, keeps
        words = bridge.words
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(words("Guide, agreements and notes"))
        self.tabBar().setAccessibleName(self.accessibleName())
        self._filled: tuple[Guide, Agreed, MemoPad, QPushButton] | None = None
        self._pages = [_page() for _ in range(3)]
        for page, title in zip(self._pages, (words("Guide"), words("Agreements"), words("Notes")), strict=True):
            self.addTab(page, title)

    @property
    def filled(self) -> bool:
        """Whether the pages have been filled."""
        return self._filled is not None

    @property
    def guide(self) -> Guide:
        """The first page."""
        return self.fill()[0]

    @property
    def agreed(self) -> Agreed:
        """The second page."""
        return self.fill()[1]

    @property
    def memo(self) -> MemoPad:
        """The third page."""
        return self.fill()[2]

    @property
    def erase(self) -> QPushButton:
        """Deletes the raw list, after the last step's guide."""
        return self.fill()[3]

    def fill(self) -> tuple[Guide, Agreed, MemoPad, QPushButton]:
        """Fill the pages, once; done by itself when somebody turns to one of them before that."""
        if self._filled:
            return self._filled
        from workshop.screen.facilitator.agreed import Agreed
        from workshop.screen.facilitator.memo_pad import MemoPad
        from workshop.screen.parts.guide import Guide

        words = self.bridge.words
        guide, agreed, memo = Guide(words), Agreed(self.bridge), MemoPad(words, self._keeps)
        erase = button(words("Delete the raw list now…"))
        erase.clicked.connect(self.erase_wanted)
        notes = label(words("Private notes on this step"), "small")
        for page, widgets in zip(self._pages, ((guide, erase), (agreed,), (notes, memo)), strict=True):
            column = page.layout()
            assert isinstance(column, QVBoxLayout)
            for widget in widgets:
                column.addWidget(widget, 1 if widget in (guide, agreed, memo) else 0)
        for one, other in pairwise((self.tabBar(), guide, erase, agreed.list, memo)):
            QWidget.setTabOrder(one, other)  # they are made later than what comes after them in the window
        self._filled = guide, agreed, memo, erase
        self.furnished.emit()
        return self._filled

    def open(self, number: int) -> None:
        """Turn to a page and go into it."""
        self.fill()
        self.setCurrentIndex(number)
        page = self.currentWidget()
        page.setFocus()
        page.focusNextPrevChild(True)

    def show_step(self, step: Step, text: ExerciseText, ticked: bool, memo: str, may_erase: bool) -> None:
        """Show the papers of a step."""
        self.guide.show_step(step, text, ticked)
        self.erase.setVisible(may_erase)
        self.memo.show_memo(memo)


def _page() -> QWidget:
    page = QFrame()
    column = QVBoxLayout(page)
    column.setContentsMargins(8, 8, 16, 16)
    column.setSpacing(8)
    return page
