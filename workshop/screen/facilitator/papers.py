"""The right column: the guide, the agreements so far, and private notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from workshop.screen.bridge import Bridge
from workshop.screen.parts.pieces import button, label

if TYPE_CHECKING:
    from workshop.model.exercise import ExerciseText, Step
    from workshop.screen.facilitator.agreed import Agreed
    from workshop.screen.facilitator.memo_pad import MemoPad
    from workshop.screen.parts.guide import Guide

WIDTH = 340
PAGES = ("guide", "agreed", "memo")


class Papers(QTabWidget):
    """What lies beside the board. `keeps` saves the private notes and says whether it could.

    The pages are empty when the window is painted first. The guide is filled just after, and each of the others when
    somebody turns to it; `furnished` tells which, for whoever knows what to show there.
    """

    erase_wanted = Signal()
    furnished = Signal(str)

    def __init__(self, bridge: Bridge, keeps: Callable[[str], bool]) -> None:
        super().__init__()
        self.bridge, self._keeps = bridge, keeps
        words = bridge.words
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(words("Guide, agreements and notes"))
        self.tabBar().setAccessibleName(self.accessibleName())
        self._filled: dict[str, QWidget] = {}
        for title in (words("Guide"), words("Agreements"), words("Notes")):
            self.addTab(_page(), title)
        self.currentChanged.connect(lambda number: self.fill(PAGES[number]))

    @property
    def guide(self) -> Guide:
        """The first page."""
        return cast("Guide", self.fill("guide"))

    @property
    def agreed(self) -> Agreed:
        """The second page."""
        return cast("Agreed", self.fill("agreed"))

    @property
    def memo(self) -> MemoPad:
        """The third page."""
        return cast("MemoPad", self.fill("memo"))

    def has(self, page: str) -> bool:
        """Whether a page has been filled."""
        return page in self._filled

    def fill(self, page: str) -> QWidget:
        """Fill a page, once, and say so; what lies on it."""
        if page not in self._filled:
            made = {"guide": self._make_guide, "agreed": self._make_agreed, "memo": self._make_memo}[page]()
            self._filled[page] = made
            self.furnished.emit(page)
        return self._filled[page]

    def _make_guide(self) -> Guide:
        from workshop.screen.parts.guide import Guide

        guide = Guide(self.bridge.words)
        self.erase = button(self.bridge.words("Delete the raw list now…"))  # after the last step's guide
        self.erase.clicked.connect(self.erase_wanted)
        self._column("guide").addWidget(guide, 1)
        self._column("guide").addWidget(self.erase)
        self._come_next(guide, self.erase)
        return guide

    def _make_agreed(self) -> Agreed:
        from workshop.screen.facilitator.agreed import Agreed

        agreed = Agreed(self.bridge)
        self._column("agreed").addWidget(agreed, 1)
        self._come_next(agreed.list)
        return agreed

    def _make_memo(self) -> MemoPad:
        from workshop.screen.facilitator.memo_pad import MemoPad

        words = self.bridge.words
        memo = MemoPad(words, self._keeps)
        self._column("memo").addWidget(label(words("Private notes on this step"), "small"))
        self._column("memo").addWidget(memo, 1)
        self._come_next(memo)
        return memo

    def _column(self, page: str) -> QVBoxLayout:
        there = self.widget(PAGES.index(page))
        column = there.layout() if there else None
        assert isinstance(column, QVBoxLayout)
        return column

    def _come_next(self, *widgets: QWidget) -> None:
        """Tab goes from the tabs to these: they are made later than what comes after them in the window."""
        before: QWidget = self.tabBar()
        for widget in widgets:
            QWidget.setTabOrder(before, widget)
            before = widget

    def open(self, number: int) -> None:
        """Turn to a page and go into it."""
        made = self.fill(PAGES[number])
        self.setCurrentIndex(number)
        if made is self._filled.get("agreed"):
            self.agreed.go_in()
        else:
            made.setFocus()

    def keep(self) -> bool:
        """Keep the private notes; False where they could not be kept."""
        return not self.has("memo") or self.memo.keep()

    def show_step(self, step: Step, text: ExerciseText, ticked: bool, may_erase: bool) -> None:
        """Show the guide of a step."""
        self.guide.show_step(step, text, ticked)
        self.erase.setVisible(may_erase)


def _page() -> QWidget:
    page = QFrame()
    column = QVBoxLayout(page)
    column.setContentsMargins(8, 8, 16, 16)
    column.setSpacing(8)
    return page
