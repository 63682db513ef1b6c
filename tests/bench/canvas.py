"""How fast boards are drawn: 500 cards in two 1080p views, against Qt's own rectangles and texts in the same views.

Both sides have the same words, places, font and painting hints, and a scene for each view. They alternate in random
order in one process; the ratio is the median of the pairs, and the limit measured twice in each round tells the noise.
"""

import gc
import random
import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmapCache,
)
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsTextItem,
    QGraphicsView,
)

from workshop.model.picture import Picture, Placed, Text
from workshop.screen.board_view import BoardView
from workshop.screen.drawing import BoardScene
from workshop.screen.lines import brush, path, pen
from workshop.screen.theme import put_on, themed

CARDS, ACROSS, LETTERS = 500, 20, 11.0
STEPS = 40  # frames in one drag and in one zoom
SAID = ("Vi öppnar handlingarna", "först när klubban faller", "och frågar om sidan två")


class Counted(QGraphicsView):
    """A view that counts its frames, so that nothing is measured which was not painted."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """One frame more."""
        Counted.painted += 1
        super().paintEvent(event)


class CountedBoard(BoardView):
    """The program's view, counting."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """One frame more."""
        Counted.painted += 1
        super().paintEvent(event)


def picture() -> Picture:
    """A board of 500 cards that are all in view."""
    placed = []
    for number in range(CARDS):
        x, y = 8 + number % ACROSS * 95.0, 8 + number // ACROSS * 43.0
        lines = tuple(f"{line} {number}"[:16] for line in SAID[: 2 + number % 2])
        text = Text(lines, x + 5, y + 3, LETTERS, leading=1.1)
        placed.append(Placed(f"c{number}", "card", x, y, 90, 39, (text,), ("sky", "ochre")[number % 2]))
    return Picture(1920, 1080, tuple(placed))


def fill(scene: QGraphicsScene, board: Picture) -> list[QGraphicsRectItem]:
    """The same things as a picture has, each as Qt's own item: a box with its words, and a path for each line."""
    letters = QFont(QApplication.font().families())
    letters.setPixelSize(round(LETTERS))
    boxes = []
    for stroke in board.strokes:
        line = QGraphicsPathItem(path(stroke))
        line.setPen(pen(stroke, themed("light")))
        line.setBrush(brush(stroke, themed("light")))
        scene.addItem(line)
    for placed in board.placed:
        box = QGraphicsRectItem(0, 0, placed.width, placed.height)
        box.setBrush(QColor("#DCEBF7"))
        box.setPen(QPen(QColor("#C0D0E0")))
        box.setPos(placed.x, placed.y)
        for text in placed.texts:
            said = QGraphicsTextItem()
            said.setFont(letters)
            said.setPlainText("\n".join(text.lines))
            said.setDefaultTextColor(QColor("#1B1F24"))
            said.setParentItem(box)
            said.setPos(text.x - placed.x, text.y - placed.y)
        scene.addItem(box)
        boxes.append(box)
    return boxes


class Bare:
    """Qt's own items in Qt's own view."""

    def __init__(self, board: Picture) -> None:
        self.views = [self._view(board) for _ in range(2)]

    def _view(self, board: Picture) -> QGraphicsView:
        scene = QGraphicsScene(0, 0, board.width, board.height)
        view = Counted(scene)
        scene.setParent(view)
        view.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        boxes = fill(scene, board)
        self.first = next(box for box, placed in zip(boxes, board.placed, strict=True) if placed.role == "card")
        self.at = self.first.pos()
        return view

    def carry(self, x: float, y: float) -> None:
        """Move one card so far from its place."""
        self.first.setPos(self.at + QPointF(x, y))

    def zoom(self, step: int) -> None:
        """One frame of zooming."""
        self.views[1].scale(1.01, 1.01)

    def rest(self) -> None:
        """After the gesture."""
        self.views[1].resetTransform()


class Ours:
    """The program's items in the program's views."""

    def __init__(self, board: Picture) -> None:
        self.views = []
        for _ in range(2):
            scene = BoardScene()
            scene.show(board, themed("light"))
            self.views.append(CountedBoard(scene, "Tavla"))
        self.held = False
        self.at = next(QPointF(p.x + p.width / 2, p.y + p.height / 2) for p in board.placed if p.role == "card")

    def carry(self, x: float, y: float) -> None:
        """Move one card as the mouse does."""
        kind = QEvent.Type.MouseMove if self.held else QEvent.Type.MouseButtonPress
        self.held = True
        at, left = self.at + QPointF(x, y), Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, at, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.views[1].viewport(), event)

    def zoom(self, step: int) -> None:
        """One frame of zooming."""
        self.views[1].zoom_to(1.01**step)

    def rest(self) -> None:
        """After the gesture."""
        self.views[1].zoom_to(1.0)
        self.views[1].settle()


Side = Callable[[Picture], Bare | Ours]


def _show(side: Bare | Ours) -> None:
    for view in side.views:
        view.resize(1920, 1080)
        view.show()
        view.verticalScrollBar().setValue(0)  # a board that is higher than the view is seen from its top
    QApplication.processEvents()


def _run(make: Side, board: Picture) -> dict[str, list[float]]:
    """The seconds that everything took for one side."""
    QPixmapCache.clear()
    gc.collect()
    times: dict[str, list[float]] = {"drag": [], "repaint": [], "zoom": []}
    start = time.perf_counter()
    side = make(board)
    _show(side)
    times["load"] = [time.perf_counter() - start]
    for step in range(STEPS):
        times["drag"].append(_frame(lambda step=step: side.carry(20.0 * step, 9.0 * step)))
    for _ in range(4):
        times["repaint"].append(_frame(lambda: [view.viewport().update() for view in side.views]))
    for step in range(STEPS):
        times["zoom"].append(_frame(lambda step=step: side.zoom(step)))
    assert _has_letters(side.views[1]), "the view has no letters in it"
    side.rest()
    for view in side.views:
        view.close()
        view.deleteLater()
    QApplication.processEvents()
    return times


def _frame(act: Callable[[], object]) -> float:
    before, start = Counted.painted, time.perf_counter()
    act()
    QApplication.processEvents()
    took = time.perf_counter() - start
    assert Counted.painted > before, "no frame was painted"
    return took


def _has_letters(view: QGraphicsView) -> bool:
    drawn = view.viewport().grab().toImage()
    return sum(drawn.pixelColor(x, y).lightness() < 90 for x in range(0, 600, 2) for y in range(0, 300, 2)) > 200


def measure(rounds: int) -> list[tuple[str, float, float, float]]:
    """(name, ratio, budget, noise) for loading, dragging, repainting and zooming."""
    return compared("canvas", picture(), rounds)


def compared(name: str, board: Picture, rounds: int) -> list[tuple[str, float, float, float]]:
    """The rows for one board."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    put_on(app, "light")
    for make in (Bare, Ours):
        _run(make, board)  # fonts and caches are warm on both sides
    found: dict[str, list[dict[str, list[float]]]] = {"limit": [], "again": [], "ours": []}
    for _ in range(rounds):
        sides: list[tuple[str, Side]] = [("limit", Bare), ("again", Bare), ("ours", Ours)]
        random.shuffle(sides)
        for side, make in sides:
            found[side].append(_run(make, board))
    rows = (
        (f"{name} load", "load", 0.9, statistics.median),
        (f"{name} drag", "drag", 1.25, statistics.median),
        (f"{name} drag, p95", "drag", 1.5, _p95),
        (f"{name} repaint", "repaint", 0.55, statistics.median),
        (f"{name} zoom frame", "zoom", 0.5, statistics.median),
    )
    return [
        (row, _ratio(found, "ours", act, what), budget, _ratio(found, "again", act, what))
        for row, act, budget, what in rows
    ]


def _ratio(
    found: dict[str, list[dict[str, list[float]]]], side: str, act: str, what: Callable[[list[float]], float]
) -> float:
    """The median of the pairs of a side and the limit."""
    pairs = zip(found[side], found["limit"], strict=True)
    return statistics.median(what(one[act]) / what(limit[act]) for one, limit in pairs)


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    for name, ratio, budget, noise in measure(30):
        print(f"{name:20} {ratio:5.2f}  budget {budget}  noise {noise:.2f}")
