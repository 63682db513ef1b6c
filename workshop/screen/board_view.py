"""A board that one works on: pick cards by click or arrow key, drag them, zoom."""

from PySide6.QtCore import QEvent, QMarginsF, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsView, QPinchGesture, QWidget

from workshop.model.record import Id
from workshop.screen.drawing import BoardScene, CardItem

_KEEPS, _KEEPS_NOT = QGraphicsView.CacheModeFlag.CacheBackground, QGraphicsView.CacheModeFlag.CacheNone
_LEAST, _MOST, _STEP = 0.4, 4.0, 1.15
_AROUND = QMarginsF(8, 4, 8, 4)  # room for the outline of a picked card at the board's edge
_REST = 160  # milliseconds without zooming after which the board is drawn anew
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BoardView(QGraphicsView):
    """Shows a BoardScene. What is done to it is told as signals; the window decides what comes of it."""

    picked = Signal(object)  # the ids that are picked now, a tuple
    opened = Signal(str)  # double click or Enter on a card
    dropped = Signal(str, QPointF)  # a card let go of, and where the pointer was in the scene
    resized = Signal()
    painting = Signal()  # about to be painted: the last moment to show what has changed

    def __init__(self, scene: BoardScene, name: str, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.setViewport(QWidget())  # to ask for Qt's own, PySide6 would make itself ready for every sort of widget
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # until one zooms in
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.board = scene
        scene.sceneRectChanged.connect(lambda rect: self.setSceneRect(rect + _AROUND))
        self.setSceneRect(scene.sceneRect() + _AROUND)
        self.zoom = 1.0
        self._pressed: tuple[CardItem, QPoint] | None = None
        self._dragging = False
        self._last: Id = ""  # what arrows picked last
        self._kept: tuple[Id, ...] = ()  # stay picked while arrows pick another
        self._snapshot: QPixmap | None = None
        self._wanted, self._about = 1.0, QPointF()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.settle)

    # Picking

    def pick(self, ids: tuple[Id, ...]) -> None:
        """Pick these cards and say so."""
        self._kept = ()
        self.board.select(ids)
        self.picked.emit(ids)

    def _keep(self) -> None:
        """What is picked stays so while arrows pick one more; once more, and the arrows pick one alone again."""
        now = self.board.picked
        kept = tuple(id for id in self._kept if id in now)
        self._kept = () if len(kept) == len(now) else (*kept, *(id for id in now if id not in kept))

    def _pick_beside(self, id: Id) -> None:
        """Pick a card, beside those that were kept and are still picked."""
        kept = tuple(k for k in self._kept if k in self.board.picked)
        self.pick((*(k for k in kept if k != id), id))
        self._kept, self._last = kept, id

    def card_at(self, at: QPoint) -> CardItem | None:
        """The card under a point of the viewport."""
        return next((i for i in self.items(at) if isinstance(i, CardItem) and i.placed.role == "card"), None)

    def _next(self, way: tuple[int, int]) -> CardItem | None:
        """The nearest card that way from the one picked; the first card where none is."""
        cards = [item for item in self.board.cards() if item.placed.role == "card"]
        lit = [item for item in cards if item.lit]
        here = next((item for item in lit if item.placed.id == self._last), lit[0] if lit else None)
        if here is None:
            return cards[0] if cards else None
        for strictly in (True, False):
            steps = {card: found for card in cards if (found := _steps(here, card, way, strictly)) is not None}
            if steps:
                return min(steps, key=lambda card: steps[card])
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End pick a card, Space keeps it beside, Enter opens it; Ctrl with plus, minus, 0 zooms."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        key = event.key()
        if key in _ARROWS and not control:
            if found := self._next(_ARROWS[Qt.Key(key)]):
                self._pick_beside(found.placed.id)
                self.ensureVisible(found, 24, 24)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not control:
            if cards := [item for item in self.board.cards() if item.placed.role == "card"]:
                found = cards[0 if key == Qt.Key.Key_Home else -1]
                self._pick_beside(found.placed.id)
                self.ensureVisible(found, 24, 24)
        elif key == Qt.Key.Key_Space and not control:
            self._keep()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self.board.picked) == 1:
            self.opened.emit(next(iter(self.board.picked)))
        elif key == Qt.Key.Key_Escape and self._dragging:
            self._put_back()
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_to(self._wanted * _STEP)
        elif control and key == Qt.Key.Key_Minus:
            self.zoom_to(self._wanted / _STEP)
        elif control and key == Qt.Key.Key_0:
            self.zoom_to(1.0)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the card under the pointer, with Ctrl or Shift beside those already picked."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        card = self.card_at(event.position().toPoint())
        several = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if card is None:
            self.pick(())
            return
        id, now = card.placed.id, tuple(self.board.picked)
        if several:
            self.pick(tuple(i for i in now if i != id) if id in now else (*now, id))
        elif id not in now:
            self.pick((id,))
        self._pressed = (card, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the pressed card along once the pointer has moved a little."""
        if self._pressed is None:
            return
        card, start = self._pressed
        way = event.position().toPoint() - start
        if not self._dragging:
            if way.manhattanLength() < QApplication.startDragDistance():
                return
            self._dragging = True
            card.setZValue(1)
            card.setOpacity(0.92)
        card.setPos(card.placed.x + way.x() / self.zoom, card.placed.y + way.y() / self.zoom)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the card lies where it lay until the window says otherwise."""
        if self._pressed is None:
            return
        card, dragged = self._pressed[0], self._dragging
        self._put_back()
        if dragged:
            self.dropped.emit(card.placed.id, self.mapToScene(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card under the pointer."""
        if card := self.card_at(event.position().toPoint()):
            self.opened.emit(card.placed.id)

    def _put_back(self) -> None:
        if self._pressed:
            card = self._pressed[0]
            card.setZValue(0)
            card.setOpacity(1)
            card.setPos(card.placed.x, card.placed.y)
        self._pressed, self._dragging = None, False

    # Zooming: a snapshot is scaled while the gesture lasts, the board is drawn anew when it rests

    def zoom_to(self, zoom: float, about: QPointF | None = None) -> None:
        """Make the board so many times its size, keeping what lies under a point of the viewport in place."""
        if self._snapshot is None:
            self._snapshot = self.viewport().grab()
            self._about = about or QPointF(self.viewport().rect().center())
        self._wanted = min(max(zoom, _LEAST), _MOST)
        self._rest.start()
        self.viewport().update()

    def settle(self) -> None:
        """Draw the board anew in the size that was zoomed to."""
        self._snapshot = None
        kept = self.mapToScene(self._about.toPoint())
        self.zoom = self._wanted
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAsNeeded if self.zoom > 1 else policy.ScrollBarAlwaysOff)
        self.setTransform(self.transform().fromScale(self.zoom, self.zoom))
        moved = self.mapFromScene(kept) - self._about.toPoint()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved.y())
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scene, or while one zooms a scaled snapshot of it."""
        self.painting.emit()
        if self._snapshot is None:
            if self.board.lined != (self.cacheMode() == _KEEPS):
                QTimer.singleShot(0, self, self._keep_lines)  # what is seen for the first time is only drawn
            super().paintEvent(event)
            return
        scale = self._wanted / self.zoom
        size = QPointF(self.viewport().width(), self.viewport().height()) * scale
        painter = QPainter(self.viewport())
        if scale < 1:  # otherwise the snapshot covers all
            painter.fillRect(self.viewport().rect(), self.board.backgroundBrush())
        corner = self._about - self._about * scale
        painter.drawPixmap(QRectF(corner, corner + size), self._snapshot, QRectF(self._snapshot.rect()))
        painter.end()

    def _keep_lines(self) -> None:
        """Keep the board's lines as pixels, where it has any."""
        self.setCacheMode(_KEEPS if self.board.lined else _KEEPS_NOT)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self._wanted * _STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching on a touchpad or a touch screen zooms."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_to(self._wanted * (1 + event.value()), event.position())
            return True
        if event.type() is QEvent.Type.Gesture and (pinch := event.gesture(Qt.GestureType.PinchGesture)):  # type: ignore[attr-defined]
            return self._pinched(pinch)
        return super().viewportEvent(event)

    def _pinched(self, pinch: QPinchGesture) -> bool:
        self.zoom_to(
            self._wanted * pinch.scaleFactor(), QPointF(self.viewport().mapFromGlobal(pinch.hotSpot().toPoint()))
        )
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that a picture for another width may be wanted."""
        super().resizeEvent(event)
        self.resized.emit()


def _steps(here: CardItem, there: CardItem, way: tuple[int, int], strictly: bool) -> float | None:
    """How far a card lies that way from another, along and aside; None where it doesn't.

    Strictly, it lies more that way than aside. Then each step comes nearer to any card that one is heading for, so that
    all cards can be reached, also on a map.
    """
    between = there.sceneBoundingRect().center() - here.sceneBoundingRect().center()
    along = between.x() * way[0] + between.y() * way[1]
    aside = abs(between.x() * way[1]) + abs(between.y() * way[0])
    if strictly and aside > along:
        return None
    return along + aside if along > 1 else None
