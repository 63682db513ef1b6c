"""The wall's surface: draws a room's picture and nothing else, on the wall itself and in the facilitator's copy."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from workshop.screen.drawing import BoardScene
from workshop.screen.projector.room import Room
from workshop.screen.theme import Theme


class WallView(QGraphicsView):
    """A picture of what the room sees, as large as there is room for; it takes no part in anything."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        board = BoardScene(kept=False)  # nobody scrolls or drags the wall
        super().__init__(board, parent)
        self.setViewport(QWidget())  # one that is known from here, see BoardView
        self.board = board  # this view's own scene; Qt alone would not keep it alive
        self.room, self.theme = room, theme
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QGraphicsView { border: none; background: transparent; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setInteractive(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def refresh(self) -> None:
        """Draw what the room sees now."""
        self.board.show(self.room.picture(), self.theme)
        self._fit()

    def paint_now(self) -> None:
        """Paint what differs at once, before the other windows have their turn."""
        QCoreApplication.sendPostedEvents(self.board, QEvent.Type.MetaCall.value)  # the scene's own word to its views

    def dress(self, theme: Theme) -> None:
        """Go on in another theme."""
        self.theme = theme
        self.refresh()

    def words(self) -> str:
        """Every word that is drawn."""
        return self.board.words()

    def _fit(self) -> None:
        width, height = self.room.size
        scale = min(self.viewport().width() / width, self.viewport().height() / height)
        if scale > 0 and self.transform().m11() != scale:
            self.setTransform(self.transform().fromScale(scale, scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all of the picture in view."""
        super().resizeEvent(event)
        self._fit()
