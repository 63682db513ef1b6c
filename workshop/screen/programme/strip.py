"""The rhythm of the days at a glance: every block as long as it takes, in its kind's paper."""

import html

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workshop.model.programme import KINDS, TONES, Day, Slot, clock
from workshop.model.record import Id
from workshop.screen.lettering import text_font
from workshop.screen.programme.rows import heading
from workshop.screen.theme import Theme, font, letters
from workshop.words import Catalogue

_LANE, _BETWEEN, _SCALE = 30, 6, 18  # pixels: a day, between days, and the hours under them
_BESIDE, _HIGHEST = 22, 66  # pixels for each of those at the same time, and for a day at most
_NAME = 56  # pixels for the day's number
_LEAST = 34  # of a block, below which its words are left out
_HOURS = (1, 2, 3, 4, 6, 12)


class Strip(QWidget):
    """A lane for each day on one scale of hours; pressing a block picks it."""

    picked = Signal(str)

    def __init__(self, theme: Theme, words: Catalogue) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._days: tuple[Day, ...] = ()
        self._marked: tuple[Id, ...] = ()
        self._now: Id = ""
        self._first, self._last = 8 * 60, 17 * 60  # the hours that are shown, in minutes
        self._highs: list[int] = []  # how high each day is, and how far down it lies
        self._tops = [0]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words("The rhythm of the days"))

    def show_days(self, days: tuple[Day, ...], marked: tuple[Id, ...], now: Id) -> None:
        """Show the days, with the picked blocks and the one that goes on marked."""
        self._days, self._marked, self._now = days, marked, now
        self._first = min((day.start for day in days), default=8 * 60) // 60 * 60
        self._last = max(-(-max((day.end for day in days), default=17 * 60) // 60) * 60, self._first + 60)
        self._highs = [_high(day) for day in days]
        self._tops = [sum(self._highs[:n]) + n * _BETWEEN for n in range(len(days) + 1)]
        self.setAccessibleDescription(". ".join(heading(day, self._words) for day in days))  # the list says the rest
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A lane for each day, and the scale."""
        return QSize(400, self._tops[-1] + _SCALE)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(160, self.sizeHint().height())

    def _left(self) -> int:
        return _NAME if len(self._days) > 1 else 0

    def _scale_of(self) -> tuple[float, float]:
        """Where the first hour is, and how wide a minute is."""
        left = self._left()
        return left, (self.width() - left - 1) / (self._last - self._first)

    def place(self, slot: Slot) -> QRectF:
        """Where a block lies."""
        return self._place(slot, *self._scale_of())

    def _place(self, slot: Slot, left: float, wide: float) -> QRectF:
        number = slot.block.day
        high = self._highs[number] / slot.lanes
        top = self._tops[number] + slot.lane * high
        return QRectF(left + (slot.start - self._first) * wide, top, max(2.0, (slot.end - slot.start) * wide), high)

    def _at(self, point: QPointF) -> Slot | None:
        there = (slot for day in self._days for slot in day.slots if not slot.block.dropped)
        return next((slot for slot in there if self.place(slot).contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the block."""
        if slot := self._at(event.position()):
            self.picked.emit(slot.block.id)

    def event(self, event: QEvent) -> bool:
        """A block's whole words where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            slot = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), html.escape(self._said(slot)) if slot else "", self)
            return True
        return super().event(event)

    def _said(self, slot: Slot) -> str:
        words = self._words
        times = f"{clock(slot.start, words)}–{clock(slot.end, words)}"
        return f"{times} {slot.block.title} ({words(KINDS[slot.block.kind])})"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Days, blocks and hours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._scale(painter)
        scale = self._scale_of()
        for number, day in enumerate(self._days):
            if self._left():
                painter.setFont(font(letters("small")))
                painter.setPen(self._theme.colour("muted"))
                name = QRectF(0, self._tops[number], self._left() - 8, self._highs[number])
                middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
                painter.drawText(name, middle, self._words("Day {n}", n=day.number + 1))
            for slot in day.slots:
                if not slot.block.dropped:
                    self._block(painter, slot, self._place(slot, *scale).adjusted(0.5, 0.5, -1.5, -1.5))

    def _scale(self, painter: QPainter) -> None:
        first, last = self._first, self._last
        room = (self.width() - self._left()) / ((last - first) / 60)
        step = next((hours for hours in _HOURS if hours * room >= 44), 12)
        foot, (left, wide) = self._tops[-1], self._scale_of()
        painter.setFont(text_font(letters("small"), False, tabular=True))
        for hour in range(first // 60, last // 60 + 1):
            x = left + (hour * 60 - first) * wide
            painter.setPen(QPen(self._theme.colour("hairline"), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, foot))
            if (hour - first // 60) % step == 0 and x + 20 < self.width():
                painter.setPen(self._theme.colour("muted"))
                painter.drawText(QPointF(x + 3, foot + 13), clock(hour * 60, self._words))

    def _block(self, painter: QPainter, slot: Slot, place: QRectF) -> None:
        marked, now = slot.block.id in self._marked, slot.block.id == self._now
        said = place.width() >= _LEAST and place.height() >= 18
        paper = self._theme.colour(TONES[slot.block.kind])
        if not (marked or now or said):  # one of very many: its paper and the air around it are enough
            painter.fillRect(place, paper)
            return
        painter.setPen(QPen(self._theme.colour("accent" if marked or now else "hairline"), 2 if marked or now else 1))
        painter.setBrush(paper)
        painter.drawRoundedRect(place, 4, 4)
        if not said:
            return
        painter.setFont(font(letters("small"), bold=marked or now))
        painter.setPen(self._theme.colour("ink"))
        room = place.adjusted(5, 0, -4, 0)
        said = painter.fontMetrics().elidedText(slot.block.title, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)


def _high(day: Day) -> int:
    """How high a day is: as its most blocks at the same time need."""
    return max(_LANE, min(_HIGHEST, _BESIDE * max((slot.lanes for slot in day.slots), default=1)))
