"""The right column: the guide, the agreements so far, and private notes."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from workshop.model.exercise import ExerciseText, Step
from workshop.screen.bridge import Bridge
from workshop.screen.facilitator.agreed import Agreed
from workshop.screen.facilitator.memo_pad import MemoPad
from workshop.screen.parts.guide import Guide
from workshop.screen.parts.pieces import button, label

WIDTH = 340


class Papers(QTabWidget):
    """What lies beside the board. `keeps` saves the private notes and says whether it could."""

    erase_wanted = Signal()

    def __init__(self, bridge: Bridge, keeps: Callable[[str], bool]) -> None:
        super().__init__()
        self.bridge = bridge
        words = bridge.words
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(words("Guide, agreements and notes"))
        self.tabBar().setAccessibleName(self.accessibleName())
        self.guide = Guide(words)
        self.agreed = Agreed(bridge)
        self.memo = MemoPad(words, keeps)
        self.erase = button(words("Delete the raw list now…"))
        self.erase.clicked.connect(self.erase_wanted)
        self.addTab(_padded(self.guide, self.erase), words("Guide"))
        self.addTab(_padded(self.agreed), words("Agreements"))
        self.addTab(_padded(label(words("Private notes on this step"), "small"), self.memo), words("Notes"))

    def open(self, number: int) -> None:
        """Turn to a page and go into it."""
        self.setCurrentIndex(number)
        page = self.currentWidget()
        page.setFocus()
        page.focusNextPrevChild(True)

    def show_step(self, step: Step, text: ExerciseText, ticked: bool, memo: str, may_erase: bool) -> None:
        """Show the papers of a step."""
        self.guide.show_step(step, text, ticked)
        self.erase.setVisible(may_erase)
        self.memo.show_memo(memo)


def _padded(*widgets: QWidget) -> QWidget:
    page = QFrame()
    column = QVBoxLayout(page)
    column.setContentsMargins(8, 8, 16, 16)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, (Guide, Agreed, MemoPad)) else 0)
    return page
