"""Draws pictures on screen: one item for each thing placed, its text laid out once; the look of each role is here."""

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QPixmapCache,
)
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from workshop.model.picture import Picture, Placed, Stroke, Text
from workshop.model.record import Id
from workshop.screen.lettering import Lines, laid_out
from workshop.screen.lines import Line
from workshop.screen.theme import Theme

_CACHE = 192 * 1024  # kB of drawn cards; Qt's own 10 MB makes every repaint draw them again
_NARROW, _WIDE = QPen(Qt.GlobalColor.transparent, 2), QPen(Qt.GlobalColor.transparent, 10)  # room for an outline
_Thing = TypeVar("_Thing", Placed, Stroke)
_BACK = 0.16  # how much is left to see of a stroke that stands back
_FADED = 0.62  # how far the paper of a card set aside goes towards the wall's


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour on its way from one to another."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


@cache
def card_colours(theme: str, paper: str, ink: str, tone: str, shade: str) -> tuple[QColor, QColor]:
    """The fill and the hairline of a card, from the colours of its theme."""
    fill = QColor(tone)
    if shade == "faint":
        fill = mixed(fill, QColor(paper), _FADED)
    return fill, mixed(fill, QColor(ink), 0.10)


class CardItem(QGraphicsRectItem):
    """One thing placed: a card, a heading, a curtain, a mark. It lies at its own place, its words relative to that."""

    def __init__(self, placed: Placed, theme: Theme, kept: bool = True) -> None:
        super().__init__(0, 0, placed.width, placed.height)
        self.setPen(_NARROW)
        if kept:
            self.setCacheMode(QGraphicsRectItem.CacheMode.DeviceCoordinateCache)
        self.setPos(placed.x, placed.y)
        self.placed = placed
        self.theme = theme
        self.lit = self.near = False
        self._texts: list[Lines] | None = None

    def become(self, placed: Placed, theme: Theme) -> None:
        """Show something else; what only lies elsewhere is moved, not drawn again."""
        before = self.placed
        self.placed = placed
        if (placed.x, placed.y) != (before.x, before.y) or self.pos() != QPointF(placed.x, placed.y):
            self.setPos(placed.x, placed.y)
        if theme is not self.theme or _still(placed) != _still(before):
            self.theme = theme
            self._texts = None
            self.setRect(0, 0, placed.width, placed.height)
            self.update()

    def light(self, lit: bool) -> None:
        """Outline it as picked, or not."""
        if lit != self.lit:
            self.lit = lit
            self.setPen(_WIDE if lit else _NARROW)
            self.update()

    def belong(self, near: bool) -> None:
        """Outline it with a thin line, as belonging to what is picked, or not."""
        if near != self.near:
            self.near = near
            self.update()

    def words(self) -> str:
        """What is written on it."""
        return "\n".join(line for text in self.placed.texts for line in text.lines)

    def texts(self) -> list[Lines]:
        """Its words laid out, where they go and their colour; made when it is first seen."""
        if self._texts is None:
            self._texts = [self._text(text) for text in self.placed.texts]
        return self._texts

    def _text(self, text: Text) -> Lines:
        placed = self.placed
        ink = "muted" if placed.shade == "faint" and text.ink == "ink" else text.ink
        at = QPointF(text.x - placed.x, text.y - placed.y)
        width = placed.width - 2 * at.x()
        return laid_out(text, at, width, self.theme.colour(ink), placed.role == "clock")

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paper first, then words, then the outline if it is picked."""
        draw = _ROLES.get(self.placed.role)
        if draw:
            draw(painter, self.placed, self.theme, self.rect())
        for lines in self.texts():
            lines.draw(painter)
        if self.lit:
            _outline(painter, self.placed, self.theme, self.rect().adjusted(-2.5, -2.5, 2.5, 2.5), 3)
        elif self.near:
            _outline(painter, self.placed, self.theme, self.rect().adjusted(0.5, 0.5, -0.5, -0.5), 1.5)


def _still(placed: Placed) -> tuple[object, ...]:
    """All that a thing placed looks like wherever it lies."""
    texts = tuple(
        (t.lines, round(t.x - placed.x, 2), round(t.y - placed.y, 2), t.size, t.bold, t.ink, t.leading, t.lit)
        for t in placed.texts
    )
    return texts, placed.role, placed.width, placed.height, placed.tone, placed.shade, placed.shape


def corner(placed: Placed) -> float:
    """How round a card's corners are: 6 on the desk, as much on the wall in parts of its letters."""
    return max(6.0, 0.2 * max((text.size for text in placed.texts), default=0.0))


def _card(painter: QPainter, placed: Placed, theme: Theme, box: QRectF) -> None:
    if placed.shade == "bare":
        return
    tone = theme.hex.get(placed.tone, theme.hex["surface"])
    fill, line = card_colours(theme.name, theme.hex["paper"], theme.hex["ink"], tone, placed.shade)
    round_ = box.height() / 2 if placed.shape == "round" else corner(placed)
    painter.setPen(QPen(line, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
    if placed.shade == "held":
        _ring(painter, box, round_, theme.colour("accent"))
    if placed.shade == "strong":
        _edge(painter, box, round_, theme.colour("accent"), max(3.0, round_ / 2))


def _ring(painter: QPainter, box: QRectF, round_: float, colour: QColor) -> None:
    """A thick line along the inside of a card's edge, clear of its words."""
    thick = max(2.0, box.height() / 16)
    painter.setPen(QPen(colour, thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    painter.drawRoundedRect(inner, round_, round_)


def _edge(painter: QPainter, box: QRectF, round_: float, colour: QColor, width: float) -> None:
    """A band down the left side of a card, following its corners."""
    whole, band = QPainterPath(), QPainterPath()
    whole.addRoundedRect(box, round_, round_)
    band.addRect(QRectF(box.left(), box.top(), width, box.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(whole.intersected(band))


def _bar(painter: QPainter, placed: Placed, theme: Theme, box: QRectF) -> None:
    """A filled shape without a hairline."""
    round_ = min(box.width(), box.height()) / 2 if placed.shape == "round" else min(corner(placed), box.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.hex.get(placed.tone, theme.hex["hairline"])))
    painter.drawRoundedRect(box, round_, round_)


def _clock(painter: QPainter, placed: Placed, theme: Theme, box: QRectF) -> None:
    """A ring around the time when it is short, a filled field when it is very short; nothing while there is plenty."""
    if not placed.tone:
        return
    line = max(2.0, box.height() / 24)
    painter.setPen(QPen(theme.colour(placed.tone), line))
    painter.setBrush(theme.colour(placed.tone) if placed.shade == "strong" else Qt.BrushStyle.NoBrush)
    inner = box.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)


def _curtain(painter: QPainter, placed: Placed, theme: Theme, box: QRectF) -> None:
    """A calm drape: cloth in the curtain's tone that goes in and out of the light in broad folds."""
    from PySide6.QtGui import QGradient, QLinearGradient  # with the names of 180 gradients, which few need

    cloth = theme.colour("curtain")
    round_ = corner(placed)
    fold = box.width() / (2 * max(4, round(box.width() / max(72.0, 11 * round_))))
    light = QLinearGradient(box.left(), 0, box.left() + fold, 0)
    light.setSpread(QGradient.Spread.ReflectSpread)
    light.setColorAt(0, cloth)
    light.setColorAt(0.45, cloth)
    light.setColorAt(1, mixed(cloth, theme.colour("ink"), 0.075))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(light)
    painter.drawRoundedRect(box, round_, round_)


def _outline(painter: QPainter, placed: Placed, theme: Theme, box: QRectF, width: float) -> None:
    round_ = corner(placed) - box.left() * 0.8
    painter.setPen(QPen(theme.colour("accent"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, round_, round_)


_ROLES = {"card": _card, "bar": _bar, "mark": _bar, "curtain": _curtain, "clock": _clock}

_UNDER = QGraphicsScene.SceneLayer.BackgroundLayer


class BoardScene(QGraphicsScene):
    """One window's drawing of a picture, brought up to date piece by piece.

    `kept`: each card is drawn once and kept as pixels, which is quick to scroll and to drag and takes memory.
    """

    def __init__(self, kept: bool = True) -> None:
        super().__init__()
        self._kept = kept
        QPixmapCache.setCacheLimit(max(_CACHE, QPixmapCache.cacheLimit()))
        self.picture: Picture | None = None
        self._theme: Theme | None = None
        self._cards: dict[tuple[Id, int], CardItem] = {}
        self._lines: dict[tuple[Id, int], Line] = {}
        self._back: frozenset[Id] = frozenset()
        self._picked: frozenset[Id] = frozenset()

    def show(self, picture: Picture, theme: Theme) -> None:
        """Draw a picture; what looks the same as before is not touched."""
        dressed = theme is not self._theme
        if dressed:
            self.setBackgroundBrush(theme.colour("paper"))
        self.setSceneRect(0, 0, picture.width, picture.height)
        self.picture, self._theme = picture, theme
        strokes, cards = _numbered(picture.strokes), _numbered(picture.placed)
        self._draw_lines(strokes, theme)
        for key in self._cards.keys() - cards.keys():
            self.removeItem(self._cards.pop(key))
        for key, placed in cards.items():
            item = self._cards.get(key)
            if item is None:
                self._cards[key] = item = CardItem(placed, theme, self._kept)
                item.light(placed.id in self._picked)
                self.addItem(item)
            elif dressed or item.placed != placed:
                item.become(placed, theme)

    def _draw_lines(self, strokes: dict[tuple[Id, int], Stroke], theme: Theme) -> None:
        before, self._lines = self._lines, {}
        for key, stroke in strokes.items():
            line = before.get(key)
            same = line is not None and line.theme is theme and line.stroke == stroke
            self._lines[key] = line if line is not None and same else Line(stroke, theme)
        if list(before.values()) != list(self._lines.values()):
            self.invalidate(self.sceneRect(), _UNDER)

    @property
    def lined(self) -> bool:
        """Whether there are lines or shapes, which a view does well to keep."""
        return self._kept and bool(self._lines)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The paper, and on it all lines and shapes."""
        super().drawBackground(painter, rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        part = QRectF(rect)
        for (id, _), line in self._lines.items():
            painter.setOpacity(_BACK if id in self._back else 1.0)
            line.draw(painter, part)
        painter.restore()

    def cards(self) -> list[CardItem]:
        """Every thing placed, in the picture's order."""
        order = _numbered(self.picture.placed) if self.picture else {}
        return [self._cards[key] for key in order]

    def item(self, id: Id) -> CardItem | None:
        """The item that shows a record, or None; the first part of a divided card."""
        return self._cards.get((id, 0))

    def select(self, ids: Iterable[Id]) -> None:
        """Outline these and no others."""
        self._picked = frozenset(ids)
        for (id, _), item in self._cards.items():
            item.light(id in self._picked)

    def show_chain(self, cards: frozenset[Id], back: frozenset[Id]) -> None:
        """Outline the cards that belong to those picked with a thin line, and let these strokes stand back."""
        for (id, _), item in self._cards.items():
            item.belong(id in cards)
        if back != self._back:
            self._back = back
            self.invalidate(self.sceneRect(), _UNDER)

    @property
    def standing_back(self) -> frozenset[Id]:
        """The ids of the strokes that stand back."""
        return frozenset(id for id, _ in self._lines if id in self._back)

    @property
    def picked(self) -> frozenset[Id]:
        """The ids that are outlined."""
        return self._picked

    def words(self) -> str:
        """Every word that the scene really holds, collected from its items."""
        return "\n".join(item.words() for item in self.cards())


def _numbered(things: Iterable[_Thing]) -> dict[tuple[Id, int], _Thing]:
    """Things by id and how many came before with the same id: a card divided over two columns is there twice."""
    seen: dict[Id, int] = {}
    found = {}
    for thing in things:
        number = seen.get(thing.id, 0)
        seen[thing.id] = number + 1
        found[thing.id, number] = thing
    return found
