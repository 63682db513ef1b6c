"""A whole board to look at: nothing can be done to it but picking, to see what is what."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.look import measure
from workshop.model.boards import KINDS
from workshop.model.picture import Frame, View
from workshop.model.record import Id
from workshop.screen.board_view import BoardView
from workshop.screen.drawing import BoardScene
from workshop.screen.parts.pieces import label
from workshop.screen.theme import Theme, letters

_LEAST = 280.0  # pixels: the narrowest that a board is laid out for


class Drawn(QWidget):
    """Draws a board as wide as there is room for; `picked` tells what somebody chose on it."""

    picked = Signal(object)  # ids

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._view = theme, None
        self._shown: tuple[object, ...] = ()
        self.scene = BoardScene(kept=False)
        self.board = BoardView(self.scene, name)
        self.empty = label(quiet=True, wraps=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board, 1)
        column.addWidget(self.empty, 1)
        self.board.picked.connect(self.picked)
        self.board.resized.connect(lambda: QTimer.singleShot(0, self, self._draw))

    def show_view(self, view: View) -> None:
        """Show a board; what was picked and is still there stays picked."""
        self._view: View | None = view
        self.empty.hide()
        self.board.show()
        self._draw()

    def show_nothing(self, said: str) -> None:
        """A sentence in the place of a board."""
        self._view, self._shown = None, ()
        self.empty.setText(said)
        self.board.hide()
        self.empty.show()

    def pick(self, ids: tuple[Id, ...]) -> None:
        """Outline these, and bring the first of them into view."""
        self.scene.select(ids)
        item = next((found for id in ids if (found := self.scene.item(id))), None)
        if item:
            self.board.ensureVisible(item, 24, 48)

    def _draw(self) -> None:
        if self._view is None:
            return
        bar = self.board.verticalScrollBar().sizeHint().width()
        width = max(_LEAST, self.board.maximumViewportSize().width() - bar - 16.0)
        height = max(200.0, self.board.viewport().height() - 8.0)
        wanted = (self._view, width, height)
        if wanted != self._shown:
            self._shown = wanted
            frame = Frame(width, height, letters("text"), letters("small"), measure)
            self.scene.show(KINDS[self._view.board.kind].layout(self._view, frame), self._theme)
